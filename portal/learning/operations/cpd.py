"""Drafts for the regulator: begun, written, marked as recorded, deleted. Nothing is ever sent."""

from portal import audit
from portal.clock import LONDON, today
from portal.database import db
from portal.learning import cpd
from portal.learning.models import CpdDraft
from portal.people.models import Person
from portal.standards.models import Piece
from portal.web import days

EMPTY = "A piece of CPD"
LONGEST_TITLE = 120


def begin_cpd(by: Person, piece: Piece | None = None) -> CpdDraft:
    """Begin a draft for this year, of something that the person wrote or of nothing."""
    title = piece.title[:LONGEST_TITLE] if piece else EMPTY
    day = days.short(piece.worked_at.astimezone(LONDON).date() if piece else today())
    draft = CpdDraft(
        organisation_id=by.organisation_id, person_id=by.id, year_ends_on=cpd.end_of_year(today()),
        title=title, words=cpd.outline(title, day, piece.text if piece else ""),
        from_id=piece.id if piece else None,
    )  # fmt: skip
    db.session.add(draft)
    db.session.flush()
    audit.record(by, "learning.cpd_begun", draft)
    return draft


def write_cpd(
    by: Person, draft: CpdDraft, *, title: str, words: str, has_peer_reflection: bool
) -> None:
    """Keep what a draft says now."""
    draft.title, draft.words = title, words
    draft.has_peer_reflection = has_peer_reflection
    db.session.flush()
    audit.record(by, "learning.cpd_written", draft)


def settle_cpd(by: Person, draft: CpdDraft, *, is_recorded: bool) -> None:
    """Mark a draft as put into the account with the regulator, or take that back."""
    if draft.is_recorded == is_recorded:
        return
    draft.recorded_on = today() if is_recorded else None
    db.session.flush()
    audit.record(by, "learning.cpd_settled", draft, is_recorded=is_recorded)


def delete_cpd(by: Person, draft: CpdDraft) -> None:
    """Delete a draft for good; what it was made of stays."""
    audit.record(by, "learning.cpd_deleted", draft)
    db.session.delete(draft)
    db.session.flush()
