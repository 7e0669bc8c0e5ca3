"""What a pair keeps for itself: the versions of a note, and what is still to be done."""

from collections.abc import Sequence

from sqlalchemy import select

from portal.database import db
from portal.mentoring.models import AgreedAction, Pairing, Session, SessionNote

MOST_VERSIONS = 50
MOST_ACTIONS = 50


def newest_note(session: Session) -> SessionNote | None:
    """What the note of a session says now."""
    return next(iter(notes_of(session, 1)), None)


def notes_of(session: Session, most: int = MOST_VERSIONS) -> Sequence[SessionNote]:
    """The last versions of the note of a session, the newest first."""
    kept = select(SessionNote).where(SessionNote.session_id == session.id)
    return db.session.scalars(kept.order_by(SessionNote.number.desc()).limit(most)).all()


def actions_of(pairing: Pairing) -> Sequence[AgreedAction]:
    """What the two still have to do, what is due first in front, and what was done last."""
    agreed = select(AgreedAction).where(AgreedAction.pairing_id == pairing.id)
    first = (
        AgreedAction.done_on.is_not(None),
        AgreedAction.done_on.desc(),
        AgreedAction.due_on.is_(None),
        AgreedAction.due_on,
        AgreedAction.id,
    )
    return db.session.scalars(agreed.order_by(*first).limit(MOST_ACTIONS)).all()
