"""Small routes that exist only in tests, so that the web kit is tried without any area."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, flash, g, request, url_for
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from portal import audit
from portal.database import db
from portal.notices.models import Notice
from portal.people.models import Person, Unit
from portal.web.downloads import download, kind_wanted
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm
from portal.web.guard import guard, public, remember, take_the_pen
from portal.web.pages import conflict, done, show

TEMPLATES = Path(__file__).parent / "templates"
MEANWHILE: list[Callable[[], Any]] = []  # what happens elsewhere while a view reads for long
planted = Blueprint("planted", __name__)


def anyone(person: Any) -> bool:
    """Everybody who is signed in."""
    return True


def only_hr(person: Any) -> bool:
    """HR only."""
    return bool(person.has_role("hr"))


def see(person: Any, subject: Any) -> bool:
    """HR, and the person themself."""
    return subject.id == person.id or bool(person.has_role("hr"))


def own(person: Any, notice: Notice) -> bool:
    """Only whoever was told."""
    return bool(notice.person_id == person.id)


class UnitForm(CreatingForm):
    """A new team."""

    name = StringField("Name", [InputRequired("Enter a name"), Length(max=80)])


class BaseForm(EditingForm):
    """Where somebody works."""

    base = TextAreaField("Base", [Length(max=2000)])


class DayForm(PortalForm):
    """One day."""

    day = DayField("Day", [a_day("Enter a day")])


@planted.get("/planted/open")
@public("it holds nothing")
def open_page() -> Response:
    return show("planted/room.html", words="Open to all")


@planted.get("/planted/room")
@guard(anyone)
def room() -> Response:
    return show("planted/room.html", fragment="planted/_room.html", words="Come in")


@planted.get("/planted/hr-room")
@guard(only_hr)
def hr_room() -> Response:
    return show("planted/room.html", words="For HR")


@planted.get("/planted/list")
@guard(anyone)
def a_list() -> Response:
    kind = kind_wanted()
    answer = download("List", ["Name"], [(g.person.name,)], kind)
    audit.record_view(g.person, "planted.list_exported", g.person.organisation, kind=kind)
    return answer


@planted.get("/planted/people/<uuid:person_id>")
@guard(see, person=Person)
def person(person: Person) -> Response:
    return show("planted/room.html", words=person.given_names)


@planted.get("/planted/notices/<uuid:notice_id>")
@guard(own, notice=Notice, hidden=True)
def notice(notice: Notice) -> Response:
    return show("planted/room.html", words=notice.text)


@planted.get("/planted/broken")
@guard(anyone)
def broken() -> Response:
    raise RuntimeError("a detail that nobody outside may read")


@planted.route("/planted/units", methods=["GET", "POST"])
@guard(anyone)
def units() -> Response:
    form = UnitForm()
    if request.method == "POST" and form.validate():
        unit = a_unit(form.answers()["name"])
        return done(url_for(".unit", unit_id=unit.id), "Team made.", fragment="planted/_room.html",
                    words=unit.name)  # fmt: skip
    return show("planted/units.html", fragment="planted/_units.html", form=form)


@planted.get("/planted/units/<uuid:unit_id>")
@guard(lambda person, unit: True, unit=Unit)
def unit(unit: Unit) -> Response:
    return show("planted/room.html", words=unit.name)


@planted.post("/planted/outcome")
@guard(anyone)
def outcome() -> Response:
    """Write a row, then end in the way that the form asks for."""
    a_unit("written by outcome")
    how = request.form["how"]
    if "remember" in how:
        remember()
    if "busy" in how:
        raise OperationalError("INSERT", {}, Exception("database is locked"))
    if "refused" in how:
        db.session.add(Unit(organisation_id=g.person.organisation_id, kind="no such kind",
                            name="words that somebody wrote"))  # fmt: skip
        db.session.flush()
    if "crash" in how:
        raise RuntimeError("a detail that nobody outside may read")
    if "abort" in how:
        abort(int(how.split()[-1]))
    return show("planted/room.html", words="done", status=int(how.split()[-1]))


@planted.post("/planted/public-outcome")
@public("to be tried")
def public_outcome() -> Response:
    flash("Heard.")
    return done("/planted/open")


@planted.route("/planted/people/<uuid:person_id>/base", methods=["GET", "POST"])
@guard(see, person=Person)
def base(person: Person) -> Response:
    form = BaseForm(obj=person)
    if request.method == "POST" and form.validate():
        if form.is_stale(person):
            return conflict("planted/base.html", over=person, form=form, person=person)
        person.base = form.answers()["base"]
        audit.record(g.person, "planted.base_changed", person)
        return done(url_for(".person", person_id=person.id), "Saved.")
    return show("planted/base.html", form=form, person=person)


@planted.post("/planted/people/<uuid:person_id>/role-free")
@guard(see, person=Person)
def raced(person: Person) -> Response:
    """Edit without looking at the version first, as a view with a fault would."""
    db.session.execute(
        text("UPDATE person SET version = version + 1 WHERE id = :id"),
        {"id": person.id.hex if db.engine.dialect.name == "sqlite" else person.id},
    )
    person.base = "Somewhere"
    db.session.flush()
    return done("/planted/room")


@planted.post("/planted/people/<uuid:person_id>/long")
@guard(see, person=Person, reads_first=True)
def long_work(person: Person) -> Response:
    """Read for long, while other things happen, and write at the end."""
    MEANWHILE.pop()()
    if "early" in request.form:
        a_unit("written by outcome")
    if "pen" not in request.form:
        return show("planted/room.html", words="only read")
    stale, person = person, take_the_pen()
    unit = a_unit(f"written for {person.base}")
    if "stale" in request.form:
        return show("planted/room.html", words=stale.base)
    return done(url_for(".unit", unit_id=unit.id))


@planted.post("/planted/import")
@guard(anyone, limit=3 * 1024 * 1024)
def take_in() -> Response:
    return show("planted/room.html", words=str(len(request.get_data())))


@planted.post("/planted/parts")
@guard(anyone)
def parts() -> Response:
    return show("planted/room.html", words=f"{len(request.form) + len(request.files)} parts")


@planted.post("/planted/day")
@guard(anyone)
def day() -> Response:
    form = DayForm()
    if form.validate():
        return show("planted/room.html", words=form.answers()["day"].isoformat())
    return show("planted/day.html", form=form)


def a_unit(name: str) -> Unit:
    unit = Unit(organisation_id=g.person.organisation_id, name=name, kind="team")
    db.session.add(unit)
    audit.record(g.person, "planted.unit_made", unit)
    return unit
