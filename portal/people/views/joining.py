"""Somebody starts, leaves, stays after all, or comes back."""

from typing import Any

from flask import Response, g, request, url_for

from portal.clock import today
from portal.database import db
from portal.people.forms.joining import JoiningForm, LeavingForm, ReturnForm
from portal.people.models import Person, Unit
from portal.people.operations import joining, leaving
from portal.people.operations.leaving import LeavingRefusedError
from portal.people.operations.refusals import AnswerRefusedError
from portal.people.policies import leaving as policies
from portal.people.queries import leaving as queries
from portal.people.views.blueprint import people
from portal.web import days
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@people.route("/people/new", methods=["GET", "POST"])
@guard(policies.add_person)
def add_person() -> Response:
    """Somebody who starts: names and first post, all of it or nothing."""
    form = JoiningForm()
    form.offer(g.person.organisation_id, today(), unit=_asked_unit(), manager=None)
    known: Any = ()
    if form.is_submitted() and form.validate():
        known = queries.doubles(g.person.organisation_id, **_likeness(form))
        if not form.refuse_double(known):
            try:
                person = joining.add_person(g.person, **form.person(), **form.facts())
            except AnswerRefusedError as refusal:
                form.refuse(refusal.field, refusal.sentence)
            else:
                return done(f"/people/{person.id}", _joined(person, form))
    return show("people/add_person.html", form=form, known=known)


@people.route("/people/<uuid:person_id>/leaving", methods=["GET", "POST"])
@guard(policies.leave, person=Person, fresh=True)
def leave(person: Person) -> Response:
    """The last day of somebody, after a page that says what follows."""
    form = LeavingForm(data={"version": person.version, "last_on": person.left_on or today()})
    page = "people/leave.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(person):
            return conflict(page, over=person, form=form, **_about(person))
        try:
            leaving.leave(
                person, g.person, last_on=form.day, leaves_vacancies=form.leaves_vacancies.data
            )
        except LeavingRefusedError as refusal:
            form.last_on.errors = [str(refusal)]
        else:
            last = days.in_words(form.day)
            return done(f"/people/{person.id}", f"The last day of {person.name} is {last}.")
    return show(page, form=form, **_about(person))


@people.post("/people/<uuid:person_id>/staying")
@guard(policies.stay, person=Person, fresh=True)
def stay(person: Person) -> Response:
    """Undo a leaving whose day is not over."""
    restored = leaving.stay(person, g.person)
    said = f"{person.name} stays. Posts and roles last as they did before."
    if not restored:
        said = (
            f"{person.name} stays. Look at the last days of their posts: a staff list ended them."
        )
    return done(url_for("people.posts", person_id=person.id), said)


@people.route("/people/<uuid:person_id>/return", methods=["GET", "POST"])
@guard(policies.bring_back, person=Person, fresh=True)
def bring_back(person: Person) -> Response:
    """Somebody who left comes back, to a new post."""
    form = ReturnForm()
    form.offer(person.organisation_id, today(), unit=None, manager=None)
    if form.is_submitted() and form.validate():
        left_on = person.left_on
        try:
            leaving.bring_back(person, g.person, **form.facts())
        except AnswerRefusedError as refusal:
            person.left_on = left_on
            form.refuse(refusal.field, refusal.sentence)
        else:
            return done(f"/people/{person.id}", f"{person.name} is back. Give their roles anew.")
    return show("people/bring_back.html", form=form, person=person)


def _about(person: Person) -> dict[str, Any]:
    """What has to be known before somebody leaves: who relies on them."""
    managed, number, more = queries.managed_after(person, person.left_on or today())
    return {"person": person, "managed": managed, "number": number, "more": more}


def _asked_unit() -> Any:
    """The unit that the link came from, if it is one of this organisation."""
    asked = ids([request.args.get("unit", "")])
    unit = db.session.get(Unit, asked[0]) if asked else None
    return unit.id if unit and unit.organisation_id == g.person.organisation_id else None


def _likeness(form: JoiningForm) -> dict[str, Any]:
    answers = form.person()
    answers.pop("known_as")
    return answers


def _joined(person: Person, form: JoiningForm) -> str:
    first = f" from {days.in_words(form.started_on.data)}" if form.started_on.data else ""
    return f"{person.name} is in the directory, with a post{first}."
