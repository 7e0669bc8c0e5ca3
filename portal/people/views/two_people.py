"""Who looks like one person and is two: put aside, listed, taken back."""

from collections.abc import Iterator

from flask import Response, abort, g, request, url_for

from portal.audit.views import take_away
from portal.people.models import Person, TwoPeople
from portal.people.operations import two_people as operations
from portal.people.policies import two_people as policies
from portal.people.queries import two_people as queries
from portal.people.views.blueprint import people
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.lists import CHUNK, each_page
from portal.web.pages import done, show


@people.get("/people/quality/two-people")
@guard(policies.see_two_people)
def two_people() -> Response:
    """Pairs that looked like one person and were put aside."""
    page = queries.two_people(g.person.organisation_id, request.args.get("after"))
    return show("people/two_people.html", page=page)


@people.get("/people/quality/two-people/export")
@guard(policies.see_two_people)
def export_two_people() -> Response:
    """The same pairs as a file."""
    headings = ("One", "The other", "Put aside by", "On")
    return take_away("people.two_people", "Two people", headings, _rows())


@people.post("/people/<uuid:person_id>/two-people")
@guard(policies.tell_apart, person=Person)
def tell_apart(person: Person) -> Response:
    """Say that this one and the other, named in the form, are two people."""
    named = next(iter(ids([request.form.get("other", "")])), None)
    other = named and queries.colleague(g.person.organisation_id, named)
    if not other or other.id == person.id:
        abort(400)
    operations.tell_apart(g.person, person, other)
    said = f"Put aside: {person.name} and {other.name} are two people."
    return done(url_for("people.data_quality", kind="twice"), said)


@people.post("/two-people/<uuid:two_id>/withdrawal")
@guard(policies.withdraw_two_people, two=TwoPeople)
def withdraw_two_people(two: TwoPeople) -> Response:
    """Take it back: they are looked at again."""
    operations.withdraw_two_people(g.person, two)
    return done(url_for("people.two_people"), "Taken back: they are looked at again.")


def _rows() -> Iterator[tuple[object, ...]]:
    own = g.person.organisation_id
    for page in each_page(lambda after: queries.two_people(own, after, CHUNK)):
        for two, one, other, by in page.rows:
            yield one.name, other.name, by.name, two.told_apart_at
