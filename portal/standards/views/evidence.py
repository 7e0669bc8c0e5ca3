"""My evidence: the list by standard, adding a piece, and saying what it shows."""

from typing import Any

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import LONDON, today
from portal.standards import frameworks, operations, policies, queries
from portal.standards.forms.evidence import ChangeEvidenceForm, EvidenceForm, StandardsForm
from portal.standards.frameworks import Framework
from portal.standards.listing import HEADINGS, file_rows, filter_of
from portal.standards.models import Evidence, Piece
from portal.standards.models.evidence import KINDS, LONGEST_TITLE, SUGGESTED
from portal.standards.views.blueprint import standards
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@standards.get("/evidence")
@guard(policies.see_my_evidence)
def evidence() -> Response:
    """My evidence: how many pieces show each standard, and the pieces, last first."""
    move = queries.last_move(g.person.id)
    framework = _named() or queries.framework_after(move, g.person.id)
    chosen = filter_of(framework, request.args.get("standard", ""))
    page = queries.evidence_page(
        g.person.id, framework, standard=chosen, after=request.args.get("after")
    )
    return show(
        "standards/evidence.html",
        overview=queries.overview(g.person.id, framework),
        page=page,
        marks=queries.marks_of([piece.id for piece in page.rows], framework),
        chosen=chosen,
        moved=queries.moved(move),
    )


@standards.get("/evidence/export")
@guard(policies.see_my_evidence)
def export_evidence() -> Response:
    """My evidence as a file, with the standards of the framework that I follow."""
    framework = _framework()
    chosen = filter_of(framework, request.args.get("standard", ""))
    rows = file_rows(queries.every_piece(g.person.id, framework, standard=chosen), framework)
    return take_away("standards.evidence", "Evidence", HEADINGS, rows, of=g.person)


@standards.route("/evidence/new", methods=["GET", "POST"])
@guard(policies.add_evidence)
def add_evidence() -> Response:
    """Add a piece of evidence; standards are chosen afterwards, or never."""
    form = EvidenceForm(data=_offered())
    if form.validate_on_submit():
        piece = operations.add_evidence(g.person, g.person, **form.piece())
        return done(_standards_of(piece), "Saved. You can choose standards now, or later.")
    return show("standards/add_evidence.html", form=form)


@standards.route("/evidence/<uuid:evidence_id>", methods=["GET", "POST"])
@guard(policies.change_evidence, evidence=Evidence)
def change_evidence(evidence: Evidence) -> Response:
    """Change what is said about a piece, or take it off the list."""
    form = ChangeEvidenceForm(obj=evidence)
    page = "standards/change_evidence.html"
    if form.validate_on_submit():
        if form.is_stale(evidence):
            return conflict(page, over=evidence, form=form, evidence=evidence)
        operations.change_evidence(g.person, evidence, **form.piece())
        return done(url_for(".evidence"), "Saved.")
    return show(page, form=form, evidence=evidence)


@standards.route("/evidence/<uuid:evidence_id>/standards", methods=["GET", "POST"])
@guard(policies.choose_standards, evidence=Evidence)
def choose_standards(evidence: Evidence) -> Response:
    """Choose the standards that a piece shows: none, one or several."""
    framework = _framework()
    marks = queries.marks_of([evidence.id], framework)[evidence.id]
    suggested = [mark.standard_key for mark in marks if mark.state == SUGGESTED]
    chosen = [mark.standard_key for mark in marks if mark.state != SUGGESTED]
    form = StandardsForm(
        framework=framework,
        suggested=suggested,
        data={"version": evidence.version, "standards": chosen},
    )
    page = "standards/choose_standards.html"
    given: dict[str, Any] = {"evidence": evidence, "framework": framework, "suggested": suggested}
    if form.validate_on_submit():
        if form.is_stale(evidence):
            return conflict(page, over=evidence, form=form, **given)
        operations.choose_standards(g.person, evidence, framework, form.standards.data or [])
        return done(url_for(".evidence"), "Saved.")
    return show(page, form=form, others=frameworks.every(), **given)


@standards.post("/writing/<uuid:piece_id>/evidence")
@guard(policies.keep_as_evidence, hidden=True, piece=Piece)
def keep_as_evidence(piece: Piece) -> Response:
    """Put something that I wrote on my list of evidence; the text itself stays where it is."""
    day = piece.worked_at.astimezone(LONDON).date()
    kept = operations.add_evidence(
        g.person, g.person, kind="writing", title=piece.title, dated_on=day, thing=piece
    )
    said = "It is on your list of evidence. You can choose standards now, or later."
    return done(_standards_of(kept), said)


@standards.post("/evidence/<uuid:evidence_id>/removal")
@guard(policies.remove_evidence, evidence=Evidence)
def remove_evidence(evidence: Evidence) -> Response:
    """Take a piece off the list."""
    operations.remove_evidence(g.person, evidence)
    return done(
        url_for(".change_evidence", evidence_id=evidence.id), "It is no longer on your list."
    )


@standards.post("/evidence/<uuid:evidence_id>/restoring")
@guard(policies.restore_evidence, evidence=Evidence)
def restore_evidence(evidence: Evidence) -> Response:
    """Put a piece back on the list, with what it showed."""
    operations.restore_evidence(g.person, evidence)
    return done(url_for(".evidence"), "It is back on your list, with its standards.")


def _framework() -> Framework:
    """The framework that the address names, or else the one that the person follows."""
    return _named() or queries.framework_of(g.person.id)


def _named() -> Framework | None:
    return frameworks.called(request.args.get("framework", "")[:60])


def _offered() -> dict[str, Any]:
    """What the link that led here says about the piece, to begin with."""
    kind = request.args.get("kind", "")
    title = request.args.get("title", "")[:LONGEST_TITLE]
    return {"kind": kind if kind in KINDS else None, "title": title, "dated_on": today()}


def _standards_of(piece: Evidence) -> str:
    return url_for(".choose_standards", evidence_id=piece.id)
