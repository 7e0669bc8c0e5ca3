"""Correcting what the directory says about somebody."""

from flask import Response, g

from portal.people import operations, policies, queries
from portal.people.forms import PersonForm
from portal.people.models import Person
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "people/edit_person.html"


@people.get("/people/<uuid:person_id>/edit")
@guard(policies.edit_person, person=Person)
def edit_person_form(person: Person) -> Response:
    form = PersonForm(obj=person)
    form.working_days.data = person.working_days.split()
    form.ask_about(person, g.person.organisation.portal_owns)
    return show(PAGE, form=form, person=person)


@people.post("/people/<uuid:person_id>/edit")
@guard(policies.edit_person, person=Person)
def edit_person(person: Person) -> Response:
    form = PersonForm()
    form.ask_about(person, g.person.organisation.portal_owns)
    if not form.validate():
        return show(PAGE, form=form, person=person)
    if form.is_stale(person):
        return conflict(PAGE, over=person, form=form, person=person)
    if _is_anothers(form, person):
        return show(PAGE, form=form, person=person)
    name, address = person.name, person.email
    changed = operations.edit_person(person, g.person, **form.answers())
    message = f"Saved what the directory says about {name}." if changed else "Nothing was changed."
    if person.email != address:
        message += " How they sign in has not changed."
    return done(f"/people/{person.id}", message)


def _is_anothers(form: PersonForm, person: Person) -> bool:
    """Say it beside the field where somebody else has this address or this staff number."""
    if queries.is_anothers(form.email.data, person):
        form.email.errors = ["Somebody else in the directory has this address"]
    if "staff_number" in form and queries.has_number(form.staff_number.data, person):
        form.staff_number.errors = ["Somebody else here has this staff number"]
    return bool(form.errors)
