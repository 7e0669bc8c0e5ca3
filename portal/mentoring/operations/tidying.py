"""What a pair kept for itself is deleted when its time is over; the trail has the count."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, or_, select, update

from portal import audit
from portal.clock import today
from portal.database import db, rows_changed
from portal.mentoring.models import (
    AgreedAction,
    HandOverChoice,
    HandOverNote,
    LookBack,
    PairAgreement,
    Pairing,
    Session,
    SessionNote,
)

MOST_AT_ONCE = 500


def tidy_notes(organisation_id: UUID) -> int:
    """Delete the words of pairings whose day has gone by; how many texts it was.

    That a session was held, when and for how long stays, and so does that the two had agreed how
    they work together: it belongs to both records.
    """
    over = (
        select(Pairing)
        .where(Pairing.organisation_id == organisation_id, Pairing.notes_until < today())
        .where(_has_words())
        .order_by(Pairing.notes_until, Pairing.id)
        .limit(MOST_AT_ONCE)
    )
    deeds = [(pairing, _delete(pairing)) for pairing in db.session.scalars(over).all()]
    audit.record_many(None, "mentoring.notes_deleted", deeds)
    return sum(sum(counts.values()) for _, counts in deeds)


def _has_words() -> ColumnElement[bool]:
    noted = select(Session.id).where(Session.pairing_id == Pairing.id, Session.notes_kept > 0)
    agreed = select(AgreedAction.id).where(AgreedAction.pairing_id == Pairing.id)
    wished = select(PairAgreement.id).where(_with_goals())
    looked_back = select(LookBack.id).where(LookBack.pairing_id == Pairing.id)
    handed_over = select(HandOverNote.id).where(HandOverNote.pairing_id == Pairing.id)
    return or_(*(each.exists() for each in (noted, agreed, wished, looked_back, handed_over)))


def _with_goals() -> ColumnElement[bool]:
    return and_(PairAgreement.pairing_id == Pairing.id, PairAgreement.sealed.is_not(None))


def _delete(pairing: Pairing) -> dict[str, int]:
    held = select(Session.id).where(Session.pairing_id == pairing.id)
    notes = rows_changed(delete(SessionNote).where(SessionNote.session_id.in_(held)))
    actions = rows_changed(delete(AgreedAction).where(AgreedAction.pairing_id == pairing.id))
    looked_back = rows_changed(delete(LookBack).where(LookBack.pairing_id == pairing.id))
    goals = rows_changed(
        update(PairAgreement)
        .where(PairAgreement.pairing_id == pairing.id, PairAgreement.sealed.is_not(None))
        .values(sealed=None)
        .execution_options(synchronize_session=False)
    )
    handed_over = _delete_hand_over(pairing)
    db.session.execute(
        update(Session).where(Session.pairing_id == pairing.id).values(notes_kept=0),
        execution_options={"synchronize_session": False},
    )
    return {
        "notes": notes, "actions": actions, "goals": goals, "looked_back": looked_back,
        "hand_over_notes": handed_over,
    }  # fmt: skip


def _delete_hand_over(pairing: Pairing) -> int:
    handed_over = select(HandOverNote.id).where(HandOverNote.pairing_id == pairing.id)
    db.session.execute(delete(HandOverChoice).where(HandOverChoice.note_id.in_(handed_over)))
    return rows_changed(delete(HandOverNote).where(HandOverNote.pairing_id == pairing.id))
