"""Deleting a piece, bringing it back, and what can still be brought back."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.standards import operations, policies, queries
from portal.standards.models import Piece
from portal.standards.views.blueprint import standards
from portal.web.guard import guard
from portal.web.pages import done, show


@standards.get("/writing/deleted")
@guard(policies.see_deleted_writing)
def deleted_writing() -> Response:
    """What I deleted and may still bring back, the last deleted first."""
    page = queries.deleted_page(g.person, request.args.get("after"))
    return show("standards/deleted_writing.html", page=page)


@standards.get("/writing/deleted/export")
@guard(policies.see_deleted_writing)
def export_deleted_writing() -> Response:
    """What I deleted and may still bring back, as a file, without the texts."""
    rows = (
        (p.title, p.kind_words, p.deleted_at, p.brought_back_until)
        for page in queries.every_deleted(g.person)
        for p in page.rows
    )
    headings = ("Title", "Kind", "Deleted", "Can be brought back until")
    return take_away("standards.deleted_writing", "Deleted writing", headings, rows, of=g.person)


@standards.post("/writing/<uuid:piece_id>/deletion")
@guard(policies.delete_piece, hidden=True, piece=Piece)
def delete_piece(piece: Piece) -> Response:
    """Delete a piece; its own page then offers to bring it back."""
    operations.delete_piece(g.person, piece)
    return done(url_for(".write_piece", piece_id=piece.id), "Deleted.")


@standards.post("/writing/<uuid:piece_id>/bringing-back")
@guard(policies.bring_piece_back, hidden=True, piece=Piece)
def bring_piece_back(piece: Piece) -> Response:
    """Bring a deleted piece back, as it was."""
    operations.bring_piece_back(g.person, piece)
    return done(url_for(".write_piece", piece_id=piece.id), "It is back, as it was.")
