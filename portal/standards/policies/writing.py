"""Who may write, read and comment on what. A private draft is nobody's but the writer's."""

from portal.people.models import Person
from portal.standards.models.writing import Piece, PieceComment, PieceRevision


def see_my_writing(person: Person) -> bool:
    """Everybody, their own writing."""
    return True


def start_piece(person: Person) -> bool:
    """Everybody, for themself."""
    return True


def see_shared_with_me(person: Person) -> bool:
    """Everybody, what others have shared with them."""
    return True


def choose_prompts(person: Person) -> bool:
    """Everybody, for themself."""
    return True


def write_piece(person: Person, piece: Piece) -> bool:
    """Only the person whose writing it is."""
    return person.organisation_id == piece.organisation_id and piece.person_id == person.id


def share_piece(person: Person, piece: Piece) -> bool:
    """Only the person whose writing it is, while it is not deleted."""
    return write_piece(person, piece) and not piece.is_deleted


def read_piece(person: Person, piece: Piece) -> bool:
    """The person whose writing it is, once they shared it; and whom they share it with."""
    if person.organisation_id != piece.organisation_id or piece.shared_number is None:
        return False
    return piece.person_id == person.id or piece.is_read_by(person)


def comment_on_piece(person: Person, piece: Piece) -> bool:
    """Those with whom it is shared."""
    return read_piece(person, piece) and piece.person_id != person.id


def settle_comment(person: Person, comment: PieceComment) -> bool:
    """Only the person whose writing it is about."""
    return write_piece(person, comment.piece)


def read_revision(person: Person, revision: PieceRevision) -> bool:
    """Only the person whose writing it is."""
    return write_piece(person, revision.piece)
