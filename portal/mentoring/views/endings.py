"""When a pairing has ended: what became of its goals, and a note for the next coach or mentor."""

from typing import Any

from flask import Response, g, url_for

from portal import audit
from portal.mentoring import goals, operations, policies, queries
from portal.mentoring.forms import HandOverForm, ReaderForm, look_back_form
from portal.mentoring.models import HandOverNote, LookBack, PairAgreement, Pairing
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import conflict, done, elsewhere, show


@mentoring.get("/pairings/<uuid:pairing_id>/look-back")
@guard(policies.see_look_back, hidden=True, pairing=Pairing)
def look_back(pairing: Pairing) -> Response:
    """The goals of the two, and what became of each."""
    kept = queries.look_back_of(pairing)
    agreement, listed = _goals(pairing, kept)
    page = "mentoring/look_back.html"
    answer = show(page, pairing=pairing, agreement=agreement, goals=listed, kept=kept)
    if kept:
        audit.record_view(g.person, "mentoring.look_back_read", kept)
    return answer


@mentoring.route("/pairings/<uuid:pairing_id>/look-back/words", methods=["GET", "POST"])
@guard(policies.write_look_back, hidden=True, pairing=Pairing)
def write_look_back(pairing: Pairing) -> Response:
    """Write what became of each goal, or of some."""
    kept = queries.look_back_of(pairing) or LookBack(version=0)
    agreement, listed = _goals(pairing, kept if kept.version else None)
    here = url_for(".look_back", pairing_id=pairing.id)
    if agreement is None or not listed or (kept.version and kept.became is None):
        return elsewhere(here)
    form, page = look_back_form(listed, kept), "mentoring/write_look_back.html"
    shown: dict[str, Any] = {"pairing": pairing, "goals": listed, "kept": kept}
    if form.validate_on_submit():
        if form.is_stale(kept):
            return conflict(page, over=kept, form=form, **shown)
        operations.write_look_back(g.person, pairing, agreement, form.became())
        return done(here, "Kept for the two of you.")
    answer = show(page, form=form, **shown)
    if kept.version:
        audit.record_view(g.person, "mentoring.look_back_read", kept)
    return answer


@mentoring.route("/pairings/<uuid:pairing_id>/hand-over-note", methods=["GET", "POST"])
@guard(policies.write_hand_over_note, hidden=True, pairing=Pairing)
def write_hand_over_note(pairing: Pairing) -> Response:
    """Write a note for the next coach or mentor, or change it until its reader is chosen."""
    note = queries.hand_over_of(pairing) or HandOverNote(version=0)
    if note.version and note.words is None:
        return elsewhere(_page_of(note))
    form, page = HandOverForm(note=note), "mentoring/write_hand_over_note.html"
    if form.validate_on_submit():
        if note.choice is not None or form.is_stale(note):
            return conflict(page, over=note, form=form, pairing=pairing, note=note)
        kept = operations.write_hand_over_note(g.person, pairing, form.words.data)
        said = f"{pairing.supported.name} reads it first, and chooses who else does."
        return done(_page_of(kept), said)
    if note.choice is not None and not form.is_submitted():
        return elsewhere(_page_of(note))
    return show(page, form=form, pairing=pairing, note=note)


@mentoring.get("/pairings/hand-over-notes/<uuid:note_id>")
@guard(policies.see_hand_over_note, hidden=True, note=HandOverNote)
def hand_over_note(note: HandOverNote) -> Response:
    """The note, for whoever may read it; the person supported chooses here who that is."""
    answer = _note_page(note)
    audit.record_view(g.person, "mentoring.hand_over_read", note)
    return answer


@mentoring.post("/pairings/hand-over-notes/<uuid:note_id>/reader")
@guard(policies.choose_reader, hidden=True, note=HandOverNote)
def choose_reader(note: HandOverNote) -> Response:
    """Let the next coach or mentor read the note that was read here, or nobody else."""
    form = _reader_form(note)
    if not form.validate():
        return _note_page(note, form)
    if form.is_stale(note):
        form.look_at(note)
        return _note_page(note, form, status=409, conflict=True)
    later = form.chosen()
    operations.choose_reader(g.person, note, later)
    said = f"{later.coach.name} may read it now." if later else "You keep it to yourself."
    return done(_page_of(note), said)


def _goals(pairing: Pairing, kept: LookBack | None) -> tuple[PairAgreement | None, list[str]]:
    """The agreement that is looked back at, and its goals one by one."""
    agreement = kept.agreement if kept else queries.agreement_of(pairing)
    return agreement, goals.listed((agreement.goals or "") if agreement else "")


def _note_page(note: HandOverNote, form: ReaderForm | None = None, **more: Any) -> Response:
    if form is None and policies.choose_reader(g.person, note):
        form = _reader_form(note)
    return show("mentoring/hand_over_note.html", form=form, note=note, pairing=note.pairing, **more)


def _reader_form(note: HandOverNote) -> ReaderForm:
    return ReaderForm(note=note, later=queries.later_pairings(note.pairing))


def _page_of(note: HandOverNote) -> str:
    return url_for(".hand_over_note", note_id=note.id)
