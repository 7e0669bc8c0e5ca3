"""Who may delete a piece and bring it back."""

from portal.people.models import Person
from portal.standards.models.writing import Piece
from portal.standards.policies.writing import write_piece


def see_deleted_writing(person: Person) -> bool:
    """Everybody, what they deleted themselves."""
    return True


def delete_piece(person: Person, piece: Piece) -> bool:
    """Only the person whose writing it is, what was never shared; a shared piece is taken back."""
    return write_piece(person, piece) and piece.shared_number is None and not piece.is_deleted


def bring_piece_back(person: Person, piece: Piece) -> bool:
    """Only the person whose writing it is, for 30 days after it was deleted."""
    return write_piece(person, piece) and piece.is_deleted
