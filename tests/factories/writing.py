"""Pieces, comments and thoughts for tests."""

from portal.people.models import Person
from portal.standards import operations
from portal.standards.models import Piece, PieceComment, Thought


def a_piece(
    by: Person, *, text: str = "I noticed that I spoke too fast.", title: str = "A visit"
) -> Piece:
    """A private reflection of this person."""
    return operations.start_piece(by, kind="reflection", title=title, text=text)


def a_shared_piece(by: Person, *readers: Person, **given: str) -> Piece:
    """A reflection that is shared with these people."""
    piece = a_piece(by, **given)
    operations.share_piece(by, piece, {reader.id: "" for reader in readers})
    return piece


def a_comment(by: Person, piece: Piece, text: str = "What did you notice first?") -> PieceComment:
    """A comment on a shared piece."""
    return operations.comment_on_piece(by, piece, text=text)


def a_thought(by: Person, text: str = "Ask about the silence at the end.") -> Thought:
    """A thought that waits."""
    return operations.catch_thought(by, text=text)
