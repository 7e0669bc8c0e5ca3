"""Writing: my pieces, the page on which one is written, its revisions."""

from typing import Any

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import LONDON
from portal.standards import operations, policies, prompts, queries, wording
from portal.standards.forms.careful import in_words
from portal.standards.forms.writing import NewPieceForm, PieceForm, PromptsForm, WorkingTextForm
from portal.standards.identifiers import found
from portal.standards.models import Piece, PieceRevision
from portal.standards.models.writing import WRITING_KINDS
from portal.standards.views.blueprint import standards
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "standards/write_piece.html"
STATE = "standards/_writing_state.html"


@standards.get("/writing")
@guard(policies.see_my_writing)
def writing() -> Response:
    """My pieces, the one last written in first."""
    page = queries.pieces_page(g.person, request.args.get("after"))
    return show("standards/writing.html", page=page, shows_prompts=_shows_prompts())


@standards.get("/writing/export")
@guard(policies.see_my_writing)
def export_writing() -> Response:
    """My pieces as a file: what they are and when I worked on them, with whom they are shared."""
    rows = (
        (p.title, p.kind_words, p.worked_at, _read_by(p))
        for page in queries.every_piece_of(g.person)
        for p in page.rows
    )
    headings = ("Title", "Kind", "Last worked on", "Shared with")
    return take_away("standards.writing", "My writing", headings, rows, of=g.person)


@standards.route("/writing/new", methods=["GET", "POST"])
@guard(policies.start_piece)
def start_piece() -> Response:
    """Begin a piece."""
    kind = request.args.get("kind", "")
    form = NewPieceForm(data={"kind": kind if kind in WRITING_KINDS else None})
    if form.validate_on_submit():
        piece = operations.start_piece(g.person, **form.answers())
        return done(url_for(".write_piece", piece_id=piece.id))
    return show("standards/start_piece.html", form=form)


@standards.post("/writing/prompts")
@guard(policies.choose_prompts)
def choose_prompts() -> Response:
    """Show prompts, or leave them out."""
    form = PromptsForm()
    if form.validate():
        operations.choose_prompts(g.person, shows=form.shows.data == "yes")
    said = "Prompts are shown." if form.shows.data == "yes" else "Prompts are left out."
    return done(url_for(".writing"), said)


@standards.route("/writing/<uuid:piece_id>", methods=["GET", "POST"])
@guard(policies.write_piece, hidden=True, piece=Piece)
def write_piece(piece: Piece) -> Response:
    """The page on which a piece is written: Save keeps a revision."""
    form = PieceForm(obj=piece)
    if piece.is_deleted and not form.is_submitted():
        return show("standards/deleted_piece.html", piece=piece)
    if form.validate_on_submit():
        saved, form_text = piece.text, form.text.data
        if form.is_stale(piece) and form_text != saved:
            form.keeps_other.data = "y"
            return conflict(PAGE, over=piece, form=form, other=saved, **_around(piece, form_text))
        operations.save_piece(g.person, piece, **form.piece())
        at = f"{piece.worked_at.astimezone(LONDON):%H:%M}"
        return done(url_for(".write_piece", piece_id=piece.id), f"Saved at {at}.")
    form.version.data = form.version.data or piece.version
    return show(PAGE, form=form, **_around(piece, form.text.data or ""))


@standards.post("/writing/<uuid:piece_id>/working-text")
@guard(policies.write_piece, hidden=True, piece=Piece)
def keep_working_text(piece: Piece) -> Response:
    """Autosave: the working copy is overwritten, and the page is told when."""
    form = WorkingTextForm()
    if not form.validate():
        return _state(piece, form, 422)
    if form.is_stale(piece) and form.text.data != piece.text:
        return _state(piece, form, 409)
    operations.keep_working_text(g.person, piece, form.text.data)
    return _state(piece, form, 200)


@standards.get("/writing/<uuid:piece_id>/revisions")
@guard(policies.write_piece, hidden=True, piece=Piece)
def revisions(piece: Piece) -> Response:
    """The revisions of a piece, last first."""
    page = queries.revisions_page(piece, request.args.get("after"))
    return show("standards/revisions.html", piece=piece, page=page)


@standards.get("/writing/<uuid:piece_id>/revisions/export")
@guard(policies.write_piece, hidden=True, piece=Piece)
def export_revisions(piece: Piece) -> Response:
    """The revisions of a piece as a file, with their texts."""
    rows = (
        (r.number, r.kept_at, r.reason_words, r.title, r.text)
        for page in queries.every_revision(piece)
        for r in page.rows
    )
    headings = ("Revision", "Kept", "Why", "Title", "Text")
    return take_away("standards.revisions", "Revisions", headings, rows, of=piece)


@standards.get("/writing/revisions/<uuid:revision_id>")
@guard(policies.read_revision, hidden=True, revision=PieceRevision)
def read_revision(revision: PieceRevision) -> Response:
    """One revision as it stood, or compared with the text as it stands now."""
    passages = None
    if "compare" in request.args:
        passages = wording.compared(revision.text, revision.piece.text)
    return show("standards/read_revision.html", revision=revision, passages=passages)


def _around(piece: Piece, text: str) -> dict[str, Any]:
    """What the page of writing shows round the text."""
    shows = _shows_prompts()
    return {
        "piece": piece,
        "model": prompts.called(piece.model_key) if shows else None,
        "shows_prompts": shows,
        "words": wording.words_in(text),
        "said": in_words(found(text)),
    }


def _shows_prompts() -> bool:
    choice = queries.writing_choice(g.person.id)
    return choice is None or choice.shows_prompts


def _state(piece: Piece, form: WorkingTextForm, status: int) -> Response:
    """What became of the working copy: a line for the page, and the version it now has."""
    at = f"{piece.worked_at.astimezone(LONDON):%H:%M}"
    said = {
        200: f"Saved at {at}",
        409: "You also wrote in another window. Press Save to see both texts; nothing is lost.",
        422: f"Not saved: {form.text.errors[0]}" if form.text.errors else "Not saved.",
    }[status]
    words = wording.words_in(form.text.data or "")
    return show(
        "standards/working_text.html", fragment=STATE, status=status, piece=piece, state=said,
        words=words,
    )  # fmt: skip


def _read_by(piece: Piece) -> str:
    if piece.shared_number is None:
        return ""
    return ", ".join(reader.person.name for reader in piece.reading_now)
