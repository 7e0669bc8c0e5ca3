"""What readers say about a shared piece, and what the writer makes of it."""

from portal import audit, notices
from portal.clock import now
from portal.database import db
from portal.people.models import Person
from portal.standards import writing_notices as sentences
from portal.standards.models.writing import Piece, PieceComment


def comment_on_piece(by: Person, piece: Piece, *, text: str, passage: str = "") -> PieceComment:
    """Say something about the shared text: on a passage that it quotes, or on the whole."""
    comment = PieceComment(
        organisation_id=piece.organisation_id,
        piece_id=piece.id,
        by_id=by.id,
        number=piece.shared_number,
        passage=passage,
        text=text,
    )
    db.session.add(comment)
    db.session.flush()
    audit.record(by, "standards.comment_made", comment, piece=str(piece.id))
    notices.tell(
        piece.person, sentences.commented(by), link=sentences.reading_link(piece), about=piece
    )
    return comment


def settle_comment(by: Person, comment: PieceComment, settled_as: str) -> None:
    """Accept a comment or resolve it, or let it wait again."""
    if comment.settled_as == settled_as:
        return
    comment.settled_as = settled_as
    comment.settled_at = now() if settled_as else None
    db.session.flush()
    audit.record(by, "standards.comment_settled", comment, settled_as=settled_as)
