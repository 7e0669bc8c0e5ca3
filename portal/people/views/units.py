"""The organisation and its units, on any day; adding, changing and closing a unit."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import Response, g, request, url_for

from portal.clock import today
from portal.database import db
from portal.people import structure
from portal.people.forms.posts import AddPostForm
from portal.people.forms.units import AddUnitForm, ChangeUnitForm, CloseUnitForm, OnForm
from portal.people.models import Unit
from portal.people.operations import posts as operations_of_posts
from portal.people.operations import units as operations
from portal.people.operations.refusals import AnswerRefusedError
from portal.people.policies import units as policies
from portal.people.policies.posts import see_every_term, see_terms
from portal.people.posts import history
from portal.people.queries import units as queries
from portal.people.views.blueprint import people
from portal.web import days
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.lists import Page
from portal.web.pages import conflict, done, show

A_PAGE = 200
"""So many units are shown at once."""


@people.get("/units")
@guard(policies.see_units)
def units() -> Response:
    """The tree of directorates, services and teams on a day, with the posts in each."""
    form, day = _on()
    own = g.person.organisation_id
    lines = structure.lines(queries.units_on(own, day), queries.figures_on(own, day))
    tops = structure.total(line.whole for line in lines if line.depth == 0)
    page = _page(lines)
    every_term = see_every_term(g.person)
    return show(
        "people/units.html",
        form=form,
        day=day,
        page=page,
        number=len(lines),
        whole=tops,
        shows_wte=every_term,
    )


@people.get("/units/<uuid:unit_id>")
@guard(policies.see_unit, unit=Unit)
def unit(unit: Unit) -> Response:
    """One unit on a day: who worked in it and as what, what stood vacant, what was part of it."""
    form, day = _on()
    page = queries.holders_on(unit, day, request.args.get("after"))
    number, more = queries.number_on(unit, day)
    return show(
        "people/unit.html",
        form=form,
        unit=unit,
        day=day,
        page=page,
        number=number,
        more=more,
        vacancies=queries.vacancies_on(unit, day),
        path=queries.path_of(unit),
        inside=queries.inside(unit, day),
        terms={post.id for post in page.rows if see_terms(g.person, post)},
        terms_of=history.terms,
    )


@people.route("/units/new", methods=["GET", "POST"])
@guard(policies.add_unit)
def add_unit() -> Response:
    """A new directorate, service or team."""
    asked = ids([request.args.get("in", "")])
    form = AddUnitForm(data={"part_of": str(asked[0]) if asked else ""})
    form.offer(queries.units_on(g.person.organisation_id, today()))
    if form.is_submitted() and form.validate():
        answers = {"name": form.name.data, "kind": form.kind.data}
        try:
            added = operations.add_unit(g.person, parent=_parent(form.parent_id), **answers)
        except AnswerRefusedError as refusal:
            form[refusal.field].errors = [refusal.sentence]
        else:
            return done(url_for(".unit", unit_id=added.id), f"{added.name} is there.")
    return show("people/add_unit.html", form=form)


@people.route("/units/<uuid:unit_id>/change", methods=["GET", "POST"])
@guard(policies.change_unit, unit=Unit)
def change_unit(unit: Unit) -> Response:
    """Another name, or another place in the organisation."""
    now = {"name": unit.name, "part_of": str(unit.parent_id or ""), "version": unit.version}
    form = ChangeUnitForm(data=now)
    form.offer(queries.units_on(unit.organisation_id, today()), unit.kind)
    page = "people/change_unit.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(unit):
            return conflict(page, over=unit, form=form, unit=unit)
        try:
            changed = operations.change_unit(
                unit, g.person, name=form.name.data, parent=_parent(form.parent_id)
            )
        except AnswerRefusedError as refusal:
            form[refusal.field].errors = [refusal.sentence]
        else:
            said = "The unit is changed." if changed else "Nothing was changed."
            return done(url_for(".unit", unit_id=unit.id), said)
    return show(page, form=form, unit=unit)


@people.route("/units/<uuid:unit_id>/closing", methods=["GET", "POST"])
@guard(policies.close_unit, unit=Unit)
def close_unit(unit: Unit) -> Response:
    """The last day of a unit, once nothing in it goes on."""
    form = CloseUnitForm(data={"version": unit.version, "closed_on": unit.closed_on or today()})
    page = "people/close_unit.html"
    going_on = queries.open_after(unit, today())
    if form.is_submitted() and form.validate():
        if form.is_stale(unit):
            return conflict(page, over=unit, form=form, unit=unit, going_on=going_on)
        try:
            operations.close_unit(unit, g.person, closed_on=form.day)
        except AnswerRefusedError as refusal:
            form[refusal.field].errors = [refusal.sentence]
        else:
            last = days.in_words(form.day)
            return done(
                url_for(".unit", unit_id=unit.id), f"The last day of {unit.name} is {last}."
            )
    return show(page, form=form, unit=unit, going_on=going_on)


@people.post("/units/<uuid:unit_id>/reopening")
@guard(policies.reopen_unit, unit=Unit)
def reopen_unit(unit: Unit) -> Response:
    """Open a closed unit again."""
    operations.reopen_unit(unit, g.person)
    return done(url_for(".unit", unit_id=unit.id), f"{unit.name} is open again.")


@people.route("/units/<uuid:unit_id>/vacancies/new", methods=["GET", "POST"])
@guard(policies.add_vacancy, unit=Unit)
def add_vacancy(unit: Unit) -> Response:
    """A post that stands vacant in a unit."""
    form = AddPostForm(data={"started_on": today()})
    form.offer(unit.organisation_id, today(), unit=unit.id, manager=None)
    if form.is_submitted() and form.validate():
        try:
            post = operations_of_posts.add_post(None, g.person, **form.facts())
        except AnswerRefusedError as refusal:
            form.refuse(refusal.field, refusal.sentence)
        else:
            return done(url_for(".unit", unit_id=post.unit_id), "The vacant post is there.")
    return show("people/add_vacancy.html", form=form, unit=unit)


def _on() -> tuple[OnForm, date]:
    """The day that the address asks for; today when it asks for none, or for no day there is."""
    form = OnForm(request.args)
    asked = form.on.data if form.validate() else None
    return form, asked or today()


def _page(lines: list[structure.Line]) -> Page:
    """Two hundred units; the key of a page is the last unit before it."""
    after = next(iter(ids([request.args.get("after", "")])), None)
    place = {line.unit.id: number for number, line in enumerate(lines, 1)}
    start = place.get(after, 0) if after else 0
    shown = lines[start : start + A_PAGE]
    more = len(lines) > start + A_PAGE
    return Page(rows=shown, next=str(shown[-1].unit.id) if more else None, first=start == 0)


def day_asked_for() -> date:
    """The day that the page is about, for its file too."""
    return _on()[1]


def _parent(parent_id: UUID | None) -> Any:
    return db.session.get(Unit, parent_id) if parent_id else None
