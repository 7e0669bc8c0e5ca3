"""What a pair kept for itself is deleted when its time is over; the trail has the count."""

from uuid import UUID

from sqlalchemy import ColumnElement, delete, or_, select, update

from portal import audit
from portal.clock import today
from portal.database import db, rows_changed
from portal.mentoring.models import AgreedAction, Pairing, Session, SessionNote

MOST_AT_ONCE = 500


def tidy_notes(organisation_id: UUID) -> int:
    """Delete notes and agreed actions of pairings whose day has gone by; how many rows it was.

    That a session was held, when and for how long stays: it belongs to both records.
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
    return or_(noted.exists(), agreed.exists())


def _delete(pairing: Pairing) -> dict[str, int]:
    held = select(Session.id).where(Session.pairing_id == pairing.id)
    notes = rows_changed(delete(SessionNote).where(SessionNote.session_id.in_(held)))
    actions = rows_changed(delete(AgreedAction).where(AgreedAction.pairing_id == pairing.id))
    db.session.execute(
        update(Session).where(Session.pairing_id == pairing.id).values(notes_kept=0),
        execution_options={"synchronize_session": False},
    )
    return {"notes": notes, "actions": actions}
