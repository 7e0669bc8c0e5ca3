"""Who may see and change evidence. What others see of a year's evidence is for induction to say."""

from portal.people.models import Person
from portal.standards.models.evidence import Evidence
from portal.standards.models.writing import Piece


def see_standards(person: Person) -> bool:
    """Everybody: the frameworks of standards, with no names."""
    return True


def see_my_evidence(person: Person) -> bool:
    """Everybody, their own evidence."""
    return True


def add_evidence(person: Person) -> bool:
    """Everybody, to their own evidence."""
    return True


def change_evidence(person: Person, evidence: Evidence) -> bool:
    """Only the person whose evidence it is."""
    same = person.organisation_id == evidence.organisation_id
    return same and evidence.person_id == person.id


def choose_standards(person: Person, evidence: Evidence) -> bool:
    """Only the person whose evidence it is."""
    return change_evidence(person, evidence)


def remove_evidence(person: Person, evidence: Evidence) -> bool:
    """Only the person whose evidence it is."""
    return change_evidence(person, evidence)


def restore_evidence(person: Person, evidence: Evidence) -> bool:
    """Only the person whose evidence it is, unless a family has taken their consent back."""
    return change_evidence(person, evidence) and evidence.withdrawn_at is None


def keep_as_evidence(person: Person, piece: Piece) -> bool:
    """Only the person whose writing it is, while it is not deleted."""
    same = person.organisation_id == piece.organisation_id
    return same and piece.person_id == person.id and not piece.is_deleted
