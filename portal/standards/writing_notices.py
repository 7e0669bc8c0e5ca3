"""The sentences that are sent about writing: who did what, and nothing of the text."""

from portal.people.models import Person
from portal.standards.models.writing import Piece


def reading_link(piece: Piece) -> str:
    """The page on which a shared piece is read."""
    return f"/writing/{piece.id}/shared"


def shared(by: Person) -> str:
    """Somebody shared a piece."""
    return f"{by.name} shared something they wrote with you."


def shared_again(by: Person) -> str:
    """Somebody shared a newer text of a piece."""
    return f"{by.name} shared a newer text with you."


def commented(by: Person) -> str:
    """A reader said something."""
    return f"{by.name} commented on something you wrote."
