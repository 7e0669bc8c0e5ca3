"""My profile, and the contact card of a colleague."""

from typing import Any

from flask import Response, g, url_for

from portal.people import contact_card as cards
from portal.people import operations, policies, queries
from portal.people.forms import ProfileForm
from portal.people.models import Person
from portal.people.ownership import TITLES
from portal.people.strengths import GROUPS, STRENGTHS
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "people/my_profile.html"
NAMES = ("given_names", "family_name")
KEPT_BY_OTHERS = (*NAMES, "known_as", "base", "working_days")


@people.get("/my-profile")
@guard(policies.my_profile)
def my_profile() -> Response:
    form = ProfileForm(obj=g.person, formdata=None)
    form.show(g.person, queries.strengths_of(g.person.id))
    form.ask(g.person)
    return show(PAGE, form=form, **_shown())


@people.post("/my-profile")
@guard(policies.my_profile)
def edit_profile() -> Response:
    form = ProfileForm()
    form.ask(g.person)
    if not form.validate():
        return show(PAGE, form=form, **_shown())
    if form.is_stale(g.person):
        said = [STRENGTHS[key].label for key in queries.strengths_of(g.person.id)]
        return conflict(PAGE, over=g.person, form=form, said_now=said, **_shown())
    changed = operations.edit_profile(g.person, **form.said(g.person))
    message = "Saved your profile." if changed else "Nothing was changed."
    return done(url_for("people.my_profile"), message)


@people.get("/people/<uuid:person_id>/contact-card")
@guard(policies.contact_card, person=Person)
def contact_card(person: Person) -> Response:
    post = next(iter(queries.person_page(person.id).current), None)
    contact = cards.Contact(
        id=person.id,
        given_name=person.known_as or person.given_names,
        family_name=person.family_name,
        organisation=g.person.organisation.name,
        team=post.unit.name if post else "",
        job_title=post.job_title if post else "",
        email=person.email or "",
        phone=person.phone,
    )
    response = Response(cards.written(contact), content_type="text/vcard; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{contact.file_name}"'
    return response


def _shown() -> dict[str, Any]:
    """What stands around the form: what others keep, and which of it the staff list does."""
    owns = g.person.organisation.portal_owns
    kept = [name for name in KEPT_BY_OTHERS if name in NAMES or name not in owns]
    listed = [TITLES[name][0].lower() for name in kept if name not in owns]
    return {
        "person": g.person,
        "groups": GROUPS,
        "kept": [(TITLES[name][0], getattr(g.person, name)) for name in kept],
        "listed": " and ".join(filter(None, [", ".join(listed[:-1]), *listed[-1:]])),
    }
