"""The evidence of a year: by standard, piece by piece, suggesting, and moving to new standards."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from flask import Response, abort, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.induction.following import framework_after, framework_of
from portal.induction.models import Induction
from portal.induction.policies import standards as policies
from portal.induction.queries.evidence import years_of_pieces
from portal.induction.views.blueprint import induction
from portal.standards import frameworks, listing, mapping, operations, queries
from portal.standards.forms.evidence import SuggestionForm
from portal.standards.models import Evidence
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.pages import done, show

PAGES = {"feedback": "induction.feedback", "verification": "induction.verifications"}


@induction.get("/inductions/<uuid:induction_id>/evidence")
@guard(policies.evidence, induction=Induction)
def evidence(induction: Induction) -> Response:
    """How many pieces show each standard and, for the two whose it is, the pieces."""
    move = queries.last_move(induction.person_id)
    framework = framework_after(move, induction)
    chosen = listing.filter_of(framework, request.args.get("standard", ""))
    page = None
    if policies.reads_pieces(g.person, induction):
        page = queries.evidence_page(
            induction.person_id, framework, standard=chosen, after=request.args.get("after")
        )
    pieces = page.rows if page else []
    return show(
        "induction/evidence.html",
        induction=induction,
        overview=queries.overview(induction.person_id, framework),
        page=page,
        marks=queries.marks_of([piece.id for piece in pieces], framework) if pieces else {},
        chosen=chosen,
        moved=queries.moved(move),
        moves=frameworks.moves_from(framework.key),
        known=frameworks.known,
    )


@induction.get("/inductions/<uuid:induction_id>/evidence/export")
@guard(policies.evidence, induction=Induction)
def export_evidence(induction: Induction) -> Response:
    """The evidence as a file: pieces for the two whose it is, counts for everybody else."""
    framework = framework_of(induction)
    person_id = induction.person_id
    if not policies.reads_pieces(g.person, induction):
        overview = queries.overview(person_id, framework)
        rows = [(each.title, overview.counts.get(each.key, 0)) for each in framework.standards]
        headings = ("Standard", "Pieces of evidence")
        return take_away("induction.evidence", "Evidence", headings, rows, of=induction)
    chosen = listing.filter_of(framework, request.args.get("standard", ""))
    pieces = queries.every_piece(person_id, framework, standard=chosen)
    lines = listing.file_rows(pieces, framework)
    return take_away("induction.evidence", "Evidence", listing.HEADINGS, lines, of=induction)


@induction.route("/inductions/<uuid:induction_id>/suggestions", methods=["GET", "POST"])
@guard(policies.suggest_standards, induction=Induction)
def suggest_standards(induction: Induction) -> Response:
    """Suggest standards that a piece shows too; the person decides."""
    framework = framework_of(induction)
    piece = _piece(induction)
    if piece is None:
        return _back(induction, "Choose the piece of evidence first.")
    marked = {mark.standard_key for mark in queries.marks_of([piece.id], framework)[piece.id]}
    offered = [each for each in framework.standards if each.key not in marked]
    form = SuggestionForm(offered=offered)
    if form.validate_on_submit():
        operations.suggest_standards(g.person, piece, framework, form.standards.data or [])
        return _back(induction, f"Suggested. {induction.person.name} has been told, and decides.")
    return show(
        "induction/suggest_standards.html",
        form=form,
        induction=induction,
        piece=piece,
        offered=offered,
        framework=framework,
    )


@induction.route("/inductions/<uuid:induction_id>/standards", methods=["GET", "POST"])
@guard(policies.move_standards, induction=Induction)
def move_standards(induction: Induction) -> Response:
    """What moving to other standards would do, and doing it."""
    old = framework_of(induction)
    move = _move_to(frameworks.moves_from(old.key))
    if move is None:
        return _back(induction, f"No other standards follow {old.short_name} here.")
    new = frameworks.known(move.to_key)
    said = mapping.objection(new, today())
    if request.method == "POST" and not said:
        operations.move_standards(g.person, induction.person, old=old, move=move)
        return _back(induction, f"Moved to {new.short_name}. Nothing was lost.")
    marks = mapping.by_standard(queries.chosen_marks(induction.person_id, old.key))
    counts = {key: len(pieces) for key, pieces in marks.items()}
    return show(
        "induction/move_standards.html",
        status=422 if request.method == "POST" else None,
        induction=induction,
        old=old,
        new=new,
        said=said,
        rows=mapping.preview(counts, old, new, move),
        after=_after(induction, move),
    )


@induction.post("/inductions/<uuid:induction_id>/standards/undoing")
@guard(policies.undo_standards_move, induction=Induction)
def undo_standards_move(induction: Induction) -> Response:
    """Take the last move between standards back."""
    last = queries.last_move(induction.person_id)
    if last is None or [last.id] != ids([request.form.get("move", "")]):
        return _back(induction, "There is no such move to undo any more.")
    operations.undo_move(g.person, induction.person, last)
    old = frameworks.known(last.from_key).short_name
    return _back(induction, f"Moved back to {old}. Nothing was lost.")


def _after(induction: Induction, move: frameworks.Move) -> dict[str, int]:
    """How many pieces would show each new standard, those that do already among them."""
    person_id = induction.person_id
    there = queries.every_mark(person_id, move.to_key)
    added = mapping.carried(queries.chosen_marks(person_id, move.from_key), set(there), move)
    return {key: len(them) for key, them in mapping.by_standard([*there, *added]).items()}


def _move_to(moves: Iterable[frameworks.Move]) -> frameworks.Move | None:
    """The move that the address names, or the first there is."""
    offered = {move.to_key: move for move in moves}
    asked = request.args.get("to", "")
    return offered.get(asked) if asked else next(iter(offered.values()), None)


def _piece(induction: Induction) -> Evidence | None:
    named = ids([request.args.get("evidence", "")])
    piece = queries.piece_of(induction.person_id, named[0]) if named else None
    if named and piece is None:
        abort(404)
    return piece


def _back(induction: Induction, said: str) -> Response:
    return done(url_for("induction.evidence", induction_id=induction.id), said)


@induction.app_template_global()
def written_in(pieces: Sequence[Evidence]) -> dict[UUID, str]:
    """Where the owner of these pieces reads what feedback said and what was said of a document."""
    if not g.person.organisation.has_area("induction"):
        return {}
    years = years_of_pieces(pieces)
    return {
        piece.id: url_for(PAGES[piece.subject_type], induction_id=years[piece.subject_id])
        for piece in pieces
        if piece.subject_id in years
    }
