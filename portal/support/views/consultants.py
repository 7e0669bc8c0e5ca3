"""Who the consultants are: a directory by specialism, and the page of one of them."""

from flask import Response, g, request

from portal.people.models import Person
from portal.people.strengths import STRENGTHS
from portal.support import policies, queries
from portal.support.views.blueprint import support
from portal.web.guard import guard
from portal.web.lists import page_of
from portal.web.pages import show


@support.get("/consultants")
@guard(policies.see_consultants)
def consultants() -> Response:
    """The consultants: what each can help with, may decide, and when they are free next."""
    organisation_id = g.person.organisation_id
    asked = request.args.get("specialism", "")
    specialism = STRENGTHS.get(asked)
    found = queries.consultants(organisation_id, specialism.key if specialism else "")
    page = page_of(found, keys=queries.BY_NAME, after=request.args.get("after"))
    return show(
        "support/consultants.html",
        page=page,
        lines=queries.lines(page.rows),
        specialism=specialism,
        specialisms=[STRENGTHS[key] for key in queries.specialisms(organisation_id)],
        mine=queries.coming_by(g.person),
    )


@support.get("/consultants/<uuid:person_id>")
@guard(policies.see_consultant, person=Person)
def consultant(person: Person) -> Response:
    """One consultant: what they can help with, may decide, and the times that can be booked."""
    line = queries.lines([person])[0]
    return show("support/consultant.html", line=line, free=queries.free_slots(person))
