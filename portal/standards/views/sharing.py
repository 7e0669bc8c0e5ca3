"""Shared writing: what others share with me, reading a piece, and what was said about it."""

from flask import Response, g, request, url_for

from portal import audit
from portal.audit.views import take_away
from portal.standards import operations, policies, queries
from portal.standards.forms.writing import CommentForm, SettlingForm
from portal.standards.models import Piece, PieceComment
from portal.standards.views.blueprint import standards
from portal.web.guard import guard
from portal.web.pages import done, show

PAGE = "standards/shared_piece.html"


@standards.get("/writing/shared-with-me")
@guard(policies.see_shared_with_me)
def shared_with_me() -> Response:
    """What others share with me, last shared first."""
    page = queries.shared_with(g.person, request.args.get("after"))
    return show("standards/shared_with_me.html", page=page)


@standards.get("/writing/shared-with-me/export")
@guard(policies.see_shared_with_me)
def export_shared_with_me() -> Response:
    """The list of what others share with me as a file, without the texts."""
    rows = (
        (piece.person.name, piece.title, piece.kind_words, reader.named_at)
        for page in queries.everything_shared_with(g.person)
        for reader, piece in page.rows
    )
    headings = ("Who wrote it", "Title", "Kind", "Shared")
    return take_away("standards.shared_with_me", "Shared with me", headings, rows, of=g.person)


@standards.get("/writing/<uuid:piece_id>/shared")
@guard(policies.read_piece, hidden=True, piece=Piece)
def shared_piece(piece: Piece) -> Response:
    """A shared piece as its readers see it, with what they said."""
    answer = _page(piece, None)
    if piece.person_id != g.person.id:
        audit.record_view(g.person, "standards.piece_read", piece)
    return answer


@standards.post("/writing/<uuid:piece_id>/comments")
@guard(policies.comment_on_piece, hidden=True, piece=Piece)
def comment_on_piece(piece: Piece) -> Response:
    """Say something about a shared piece."""
    form = CommentForm()
    if form.validate():
        operations.comment_on_piece(g.person, piece, **form.answers())
        location = url_for(".shared_piece", piece_id=piece.id)
        return done(location, f"Your comment is there. {piece.person.name} has been told.")
    return _page(piece, form)


@standards.post("/writing/comments/<uuid:comment_id>/settling")
@guard(policies.settle_comment, hidden=True, comment=PieceComment)
def settle_comment(comment: PieceComment) -> Response:
    """Accept a comment, resolve it, or let it wait again."""
    form = SettlingForm()
    if form.validate():
        operations.settle_comment(g.person, comment, form.settled_as.data)
    return done(url_for(".shared_piece", piece_id=comment.piece_id))


@standards.post("/writing/<uuid:piece_id>/unsharing")
@guard(policies.share_piece, hidden=True, piece=Piece)
def unshare_piece(piece: Piece) -> Response:
    """Take a piece back."""
    operations.unshare_piece(g.person, piece)
    said = "Nobody else can open it any more. What was read stays read."
    return done(url_for(".write_piece", piece_id=piece.id), said)


def _page(piece: Piece, form: CommentForm | None) -> Response:
    """The shared text with its comments, and the box for one where this person may comment."""
    return show(
        PAGE,
        form=form or CommentForm(None),
        piece=piece,
        revision=queries.revision_of(piece.id, piece.shared_number),
        comments=queries.comments_on(piece),
    )
