"""The roles somebody holds: giving one, changing its last day, and ending one."""

from typing import Any

from flask import Response, g, url_for

from portal.clock import today
from portal.database import db
from portal.people import operations, policies, queries
from portal.people.forms import RoleEndForm, RoleForm
from portal.people.models import Person, RoleHeld
from portal.people.titles import ROLE_TITLES
from portal.people.views.blueprint import people
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "people/roles.html"
END_PAGE = "people/change_role_end.html"


@people.get("/people/<uuid:person_id>/roles")
@guard(policies.change_roles, person=Person)
def roles(person: Person) -> Response:
    form = RoleForm(started_on=today())
    form.offer(policies.roles_to_give(g.person, person))
    return _page(person, form)


@people.post("/people/<uuid:person_id>/roles")
@guard(policies.change_roles, person=Person, fresh=True)
def grant_role(person: Person) -> Response:
    form = RoleForm()
    form.offer(policies.roles_to_give(g.person, person))
    if not form.validate():
        return _page(person, form)
    role = form.role.data
    if not person.is_active:
        form.role.errors = [f"{person.name} has left and cannot be given a role"]
        return _page(person, form)
    try:
        operations.grant_role(person, g.person, **form.answers())
    except operations.RoleOverlapError:
        form.role.errors = [f"{person.name} already holds this role on some of these days"]
        return _page(person, form)
    message = f"{person.name} now has the role: {ROLE_TITLES[role]}."
    return done(url_for("people.roles", person_id=person.id), message)


@people.route("/people/roles-held/<uuid:held_id>/last-day", methods=["GET", "POST"])
@guard(policies.change_role_end, held=RoleHeld, fresh=True)
def change_role_end(held: RoleHeld) -> Response:
    person = db.session.get_one(Person, held.person_id)
    form = RoleEndForm(obj=held)
    form.held = held
    given: dict[str, Any] = {"person": person, "held": held, "title": ROLE_TITLES[held.role]}
    if form.validate_on_submit():
        if form.is_stale(held):
            return conflict(END_PAGE, over=held, form=form, **given)
        said = _changed(held, form)
        if said is not None:
            return done(url_for("people.roles", person_id=person.id), said)
    return show(END_PAGE, form=form, **given)


@people.post("/people/roles-held/<uuid:held_id>/ending")
@guard(policies.end_role, held=RoleHeld, fresh=True)
def end_role(held: RoleHeld) -> Response:
    person = db.session.get_one(Person, held.person_id)
    location = url_for("people.roles", person_id=person.id)
    title = ROLE_TITLES[held.role]
    try:
        operations.end_role(held, g.person)
    except operations.LastAdministratorError:
        form = RoleForm(formdata=None, started_on=today())
        form.offer(policies.roles_to_give(g.person, person))
        return _page(person, form, refusal=True)
    return done(location, f"{person.name} no longer has the role: {title}.")


def _changed(held: RoleHeld, form: RoleEndForm) -> str | None:
    """What was saved, in a sentence; None where the form now says why not."""
    last, title = form.ended_on.data, ROLE_TITLES[held.role]
    try:
        changed = operations.change_role_end(held, g.person, ended_on=last)
    except operations.LastAdministratorError:
        form.ended_on.errors = [
            "This is the last administrator without a last day. "
            "Make somebody else an administrator first"
        ]
    except operations.RoleOverlapError:
        form.ended_on.errors = ["This role is held again later. Choose a day before that begins"]
    except operations.CameWithError:
        form.ended_on.errors = ["This role came with cover or acting up: change the last day there"]
    else:
        if not changed:
            return "Nothing was changed."
        until = f"until {days.in_words(last)}" if last else "without a last day"
        return f"Saved: {title}, {until}."
    return None


def _page(person: Person, form: RoleForm, *, refusal: bool = False) -> Response:
    held = queries.roles_of(person.id)
    return show(
        PAGE,
        form=form,
        status=422 if refusal else None,
        person=person,
        current=[one for one in held if one.covers(today())],
        coming=[one for one in held if one.started_on > today()],
        past=[one for one in held if one.ended_on and one.ended_on < today()],
        titles=ROLE_TITLES,
        refusal=refusal,
    )
