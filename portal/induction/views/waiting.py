"""What waits for whom in a year; and who supports the person."""

from typing import Any

from flask import Response, g, url_for

from portal.clock import today
from portal.induction import policies, queries, signing, waiting
from portal.induction.models import Induction
from portal.induction.parts import parts_needed, parts_of
from portal.induction.queries.waiting import PARTS, open_in
from portal.induction.views.blueprint import induction
from portal.induction.waiting import Reader, Wait
from portal.mentoring.queries import supporters_of
from portal.web.guard import guard
from portal.web.pages import show


@induction.get("/inductions/<uuid:induction_id>/waiting", endpoint="waiting")
@guard(policies.waiting, induction=Induction)
def waiting_page(induction: Induction) -> Response:
    """Everything in one year that waits for somebody, longest first."""
    return show("induction/waiting.html", induction=induction, waits=waits_of(induction))


def waits_of(induction: Induction, items: Any = None, shown: Any = ()) -> list[Wait]:
    """What waits in a year, as the one who is signed in reads it; without items that stand near."""
    if not induction.is_open:
        return []
    reader = reader_of(induction)
    items = queries.items_of(induction) if items is None else items
    found = open_in(induction, for_its_person=induction.person_id == g.person.id)
    waits = waiting.listed(found, reader)
    waits += waiting.items_of_others(items, reader, today(), shown)
    return sorted(waits, key=lambda wait: (wait.since, wait.sentence))


def reader_of(induction: Induction) -> Reader:
    """The parts that the one who is signed in has in a year, and how they call the others."""
    is_own = induction.person_id == g.person.id
    whose = "your" if is_own else "the"
    return Reader(
        parts=[signing.NQSW] if is_own else parts_of(g.person, induction),
        called={
            signing.NQSW: induction.person.name,
            signing.ASSESSOR: f"{whose} assessor",
            signing.MANAGER: f"{whose} manager",
            signing.NEXT_ASSESSOR: f"{whose} next assessor",
            waiting.COORDINATOR: "the coordinator",
            waiting.OBSERVER: "the observer",
        },
        there=[
            *(PARTS.get(part, part) for part in parts_needed(induction)),
            signing.NEXT_ASSESSOR,
        ],
    )


def own_coaches() -> list[tuple[str, str, str]]:
    """Whoever coaches or mentors the one who is signed in: their role, name and page."""
    if not g.person.organisation.has_area("mentoring"):
        return []
    return [
        (
            "Mentor" if each.kind == "mentoring" else "Coach",
            each.name,
            url_for("mentoring.pairing", pairing_id=each.id),
        )
        for each in supporters_of(g.person, today())
    ]
