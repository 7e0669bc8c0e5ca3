"""Who may see what a year asks to be written, begin it and share it."""

from portal.induction.models import InductionItem
from portal.induction.programmes.template import WRITTEN
from portal.people.models import Person
from portal.standards.models import Piece
from portal.standards.policies import share_piece as is_writers

KINDS = WRITTEN


def to_write(person: Person) -> bool:
    """Everybody, their own year."""
    return True


def write_item(person: Person, item: InductionItem) -> bool:
    """Only the newly qualified person, their own reflections, plans and self-assessments."""
    induction = item.induction
    same = person.organisation_id == induction.organisation_id
    return same and induction.person_id == person.id and item.kind in KINDS


def share_piece(person: Person, piece: Piece) -> bool:
    """Only the person whose writing it is."""
    return is_writers(person, piece)
