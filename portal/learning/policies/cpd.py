"""Who sees drafts for the regulator: whoever writes them, and nobody else."""

from portal.learning.models import CpdDraft
from portal.people.models import Person
from portal.standards.models import Piece


def see_cpd(person: Person) -> bool:
    """Everybody who works here: their own drafts for the regulator."""
    return person.is_active


def begin_cpd_from(person: Person, piece: Piece) -> bool:
    """Whoever wrote the piece, while it is not deleted."""
    return person.id == piece.person_id and piece.deleted_at is None


def write_cpd(person: Person, draft: CpdDraft) -> bool:
    """Whoever the draft belongs to, and nobody else."""
    return person.id == draft.person_id
