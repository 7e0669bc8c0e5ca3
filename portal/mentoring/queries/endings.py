"""What is written when a pairing has ended, and who comes next."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from portal.clock import today
from portal.database import db
from portal.mentoring.models import HandOverNote, LookBack, Pairing

MOST_NOTES = 10
MOST_LATER = 10


def look_back_of(pairing: Pairing) -> LookBack | None:
    """What became of the goals of this pair, if one of the two has written it."""
    return db.session.scalar(select(LookBack).where(LookBack.pairing_id == pairing.id))


def hand_over_of(pairing: Pairing) -> HandOverNote | None:
    """The note that the coach or mentor of this pairing wrote for the next one."""
    return db.session.scalar(select(HandOverNote).where(HandOverNote.pairing_id == pairing.id))


def hand_overs_around(pairing: Pairing) -> Sequence[HandOverNote]:
    """The notes from pairings of this kind of whom it supports, this one's too, newest first.

    Not all of them may be read by whoever asks: the policy says which.
    """
    around = (
        select(HandOverNote)
        .join(HandOverNote.pairing)
        .where(Pairing.supported_id == pairing.supported_id, Pairing.kind == pairing.kind)
        .order_by(HandOverNote.written_at.desc(), HandOverNote.id)
        .limit(MOST_NOTES)
    )
    return db.session.scalars(around).all()


def later_pairings(pairing: Pairing) -> Sequence[Pairing]:
    """The pairings of this kind that the person supported has begun since, with somebody else.

    Whoever was covered for comes back: their pairing goes on after the cover.
    """
    since = or_(Pairing.started_on > pairing.started_on, Pairing.id == pairing.in_place_of_id)
    later = (
        select(Pairing)
        .where(Pairing.supported_id == pairing.supported_id, Pairing.kind == pairing.kind)
        .where(Pairing.coach_id != pairing.coach_id, since)
        .where(or_(Pairing.ended_on.is_(None), Pairing.ended_on >= today()))
        .order_by(Pairing.started_on.desc(), Pairing.id)
        .limit(MOST_LATER)
    )
    return db.session.scalars(later).all()
