"""The lists of coaching and mentoring as files, with what their pages show to whoever reads them.

The coordinator takes away that sessions were held and how long they were, and nothing else.
"""

from collections.abc import Iterator

from flask import Response, g

from portal.audit.views import take_away
from portal.clock import today
from portal.mentoring import policies, queries
from portal.mentoring.models import Pairing
from portal.mentoring.views.blueprint import mentoring
from portal.mentoring.views.pairings import SIGNED
from portal.web.guard import guard

Row = tuple[object, ...]


@mentoring.get("/sessions/export")
@guard(policies.see_my_sessions)
def export_sessions() -> Response:
    headings = ("Day", "With", "What for", "Minutes", "How")
    return take_away("mentoring.sessions", "My sessions", headings, _mine(), of=g.person)


@mentoring.get("/people-i-support/export")
@guard(policies.see_people_i_support)
def export_people_i_support() -> Response:
    rows = (
        (row.person.name, row.last_on, row.minutes, row.step.words)
        for row in queries.people_i_support(g.person, today())
    )
    headings = ("Person", "Last session", "Minutes", "Next step")
    return take_away("mentoring.supported", "People I support", headings, rows, of=g.person)


@mentoring.get("/pairings/export")
@guard(policies.see_pairings, fresh=True)
def export_pairings() -> Response:
    rows = (
        (
            each.supported.name,
            each.coach.name,
            each.kind.capitalize(),
            each.started_on,
            last_on,
            SIGNED[signed],
        )
        for each, last_on, signed in queries.every_pairing(g.person)
    )
    headings = ("Person", "Coach or mentor", "What for", "Since", "Last session", "Agreement")
    return take_away("mentoring.pairings", "Pairings", headings, rows)


@mentoring.get("/pairings/<uuid:pairing_id>/export")
@guard(policies.see_pairing, pairing=Pairing)
def export_pairing(pairing: Pairing) -> Response:
    ours = pairing.joins(g.person)
    rows = (
        (held.held_on, held.minutes, *((held.medium,) if ours else ()))
        for held in queries.every_session_of(pairing)
    )
    headings = ("Day", "Minutes", *(("How",) if ours else ()))
    return take_away("mentoring.pairing", "Sessions of the two", headings, rows, of=pairing)


def _mine() -> Iterator[Row]:
    for held in queries.every_session(g.person):
        other = held.pairing.other_than(g.person)
        yield held.held_on, other.name, held.kind.capitalize(), held.minutes, held.medium
