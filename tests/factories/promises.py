"""Supervision, time to learn and what else is promised, for tests."""

from datetime import date
from typing import Any

from portal.database import db
from portal.induction.models import DevelopmentTime, Induction, TalkAsked
from portal.mentoring.models import HELD, SUPERVISION, Session
from portal.people.models import Person


def a_supervision(
    leader: Person, person: Person, held_on: date, *, state: str = HELD, **facts: Any
) -> Session:
    """Supervision of these two, held on a day unless told otherwise."""
    session = Session(
        organisation_id=person.organisation_id,
        kind=SUPERVISION,
        state=state,
        held_on=held_on,
        minutes=60,
        led_by_id=leader.id,
        with_id=person.id,
        recorded_by_id=leader.id,
        **facts,
    )
    db.session.add(session)
    db.session.flush()
    return session


def a_development_time(
    induction: Induction, day: date, *, state: str = "booked", minutes: int = 222, reason: str = ""
) -> DevelopmentTime:
    """Time to learn on a day."""
    entry = DevelopmentTime(
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        induction=induction,
        day=day,
        minutes=minutes,
        state=state,
        reason=reason,
        recorded_by_id=induction.person_id,
    )
    db.session.add(entry)
    db.session.flush()
    return entry


def a_talk(induction: Induction, about: str = "supervision") -> TalkAsked:
    """The worker asked to speak with the coordinator."""
    talk = TalkAsked(
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        induction=induction,
        about=about,
    )
    db.session.add(talk)
    db.session.flush()
    return talk
