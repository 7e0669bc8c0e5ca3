"""A pair pauses and goes on; the other is told, and nobody is asked why."""

from datetime import date, timedelta

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.mentoring import pair_notices, queries
from portal.mentoring.models import Pairing, PairPause
from portal.people.models import Person


class PausedAlreadyError(ValueError):
    """The pair is paused already, or is about to be."""


def pause_pairing(
    by: Person,
    pairing: Pairing,
    *,
    started_on: date,
    ended_on: date | None = None,
    reason: str | None = None,
) -> PairPause:
    """Pause a pairing from a day, until another day or until one of the two goes on.

    Raises PausedAlreadyError where a pause lasts or is to come.
    """
    if queries.pause_of(pairing, today()) is not None:
        raise PausedAlreadyError
    made = PairPause(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, pairing=pairing,
        started_on=started_on, ended_on=ended_on, reason=reason, paused_by_id=by.id,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    last = ended_on.isoformat() if ended_on else None
    audit.record(by, "mentoring.paused", made, started_on=started_on.isoformat(), ended_on=last)
    _tell_other(by, made, pair_notices.paused(by, made))
    return made


def resume_pairing(by: Person, pause: PairPause) -> None:
    """Let a pairing go on from today; a pause that has not lasted a day is taken back."""
    audit.record(by, "mentoring.resumed", pause, resumed_on=today().isoformat())
    _tell_other(by, pause, pair_notices.resumed(by, pause))
    if pause.started_on >= today():
        db.session.delete(pause)
    else:
        pause.ended_on = today() - timedelta(days=1)
    db.session.flush()


def _tell_other(by: Person, pause: PairPause, sentence: str) -> None:
    pairing = pause.pairing
    link = f"/pairings/{pairing.id}"
    notices.tell(pairing.other_than(by), sentence, link=link, about=pairing)
