"""What a year asks to be written, and with whom writing is likely to be shared."""

from uuid import UUID

from portal.clock import today
from portal.induction.models import InductionItem
from portal.induction.policies.writing import KINDS
from portal.induction.queries.years import items_of, own_induction, person_called
from portal.mentoring.queries import open_pairings
from portal.people.models import Person
from portal.standards.models import Piece
from portal.standards.queries import people_of, pieces_answering

ITEM = InductionItem.__tablename__
MOST_SHOWN = 12


def to_write_of(person: Person) -> list[tuple[InductionItem, Piece | None]]:
    """The items of somebody's year that are written and wait, each with the piece begun for it."""
    year = own_induction(person)
    if year is None:
        return []
    items = [item for item in items_of(year) if item.kind in KINDS and item.is_waiting]
    shown = items[:MOST_SHOWN]
    pieces = pieces_answering(person.id, ITEM, [item.id for item in shown])
    return [(item, pieces.get(item.id)) for item in shown]


def likely_readers(person: Person) -> dict[UUID, tuple[Person, str]]:
    """Assessor, manager and coach or mentor of today, each with what they are to this person."""
    found: dict[UUID, tuple[Person, str]] = {}
    year = own_induction(person)
    if year is not None and year.is_open:
        manager = person_called(year.post.manager_id if year.post else None)
        for each, role in ((year.assessor, "assessor"), (manager, "manager")):
            if each is not None:
                found.setdefault(each.id, (each, role))
    if person.organisation.has_area("mentoring"):
        for pairing in open_pairings(person, today()):
            if pairing.supported_id == person.id:
                coach = pairing.other_than(person)
                found.setdefault(coach.id, (coach, _role(pairing.kind)))
    return found


def _role(kind: str) -> str:
    return "mentor" if kind == "mentoring" else "coach"


def colleagues_here(person: Person, chosen: list[UUID]) -> list[Person]:
    """Those of these ids who work in the person's organisation today, without that person."""
    here = [each for each in people_of(chosen) if each.organisation_id == person.organisation_id]
    return [each for each in here if each.is_active and each.id != person.id]
