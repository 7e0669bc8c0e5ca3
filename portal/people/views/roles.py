"""The roles somebody holds: giving one, and ending one."""

from flask import Response, g, url_for

from portal.clock import today
from portal.database import db
from portal.people import operations, policies, queries
from portal.people.forms import RoleForm
from portal.people.models import Person, RoleHeld
from portal.people.titles import ROLE_TITLES
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import done, show

PAGE = "people/roles.html"


@people.get("/people/<uuid:person_id>/roles")
@guard(policies.change_roles, person=Person)
def roles(person: Person) -> Response:
    form = RoleForm(started_on=today())
    form.offer(policies.roles_to_give(g.person, person))
    return _page(person, form)


@people.post("/people/<uuid:person_id>/roles")
@guard(policies.change_roles, person=Person)
def grant_role(person: Person) -> Response:
    form = RoleForm()
    form.offer(policies.roles_to_give(g.person, person))
    if not form.validate():
        return _page(person, form)
    role = form.role.data
    try:
        operations.grant_role(person, g.person, **form.answers())
    except operations.RoleOverlapError:
        form.role.errors = [f"{person.name} already holds this role on some of these days"]
        return _page(person, form)
    message = f"{person.name} now has the role: {ROLE_TITLES[role]}."
    return done(url_for("people.roles", person_id=person.id), message)


@people.post("/people/roles-held/<uuid:held_id>/ending")
@guard(policies.end_role, held=RoleHeld)
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
