"""Writing down on which days somebody is away: dates, and never a reason.

`home` calls these, and lets the dates of a year follow them.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from portal import audit
from portal.database import db
from portal.people import absence
from portal.people.models import DaysAway, Person
from portal.web import days

MOST_PERIODS = 500


class DaysSharedError(ValueError):
    """The days are written down already in part; the message says where."""


@dataclass(frozen=True)
class _Days:
    started_on: date
    ended_on: date | None


def add_days_away(
    person: Person, by: Person, *, started_on: date, ended_on: date | None
) -> DaysAway:
    """Write down days away; what shares a day with them or follows at once becomes one with them.

    The answer is the period as it stands now.
    """
    asked = _Days(started_on, ended_on)
    near = absence.touching(asked, _periods_of(person))
    if not near:
        away = DaysAway(
            organisation_id=person.organisation_id,
            person_id=person.id,
            started_on=started_on,
            ended_on=ended_on,
        )
        db.session.add(away)
        db.session.flush()
        audit.record(by, "people.days_away_added", away, **_facts(away))
        return away
    kept, *others = near
    for other in others:
        db.session.delete(other)
    kept.started_on, kept.ended_on = absence.together([asked, *near])
    db.session.flush()
    audit.record(by, "people.days_away_joined", kept, **_facts(kept))
    return kept


def change_days_away(
    away: DaysAway, by: Person, *, started_on: date, ended_on: date | None
) -> bool:
    """Let a period have other days; False when nothing is different.

    Raises `DaysSharedError` where another period has some of them.
    """
    if (away.started_on, away.ended_on) == (started_on, ended_on):
        return False
    others = [each for each in _periods_of(away.person) if each is not away]
    shared = absence.sharing_a_day(_Days(started_on, ended_on), others)
    if shared:
        until = days.short(shared[0].ended_on) if shared[0].ended_on else "a day not known yet"
        first = days.short(shared[0].started_on)
        raise DaysSharedError(
            f"{first} to {until} is written down already. Take one of the two back, or choose "
            "other days"
        )
    away.started_on, away.ended_on = started_on, ended_on
    db.session.flush()
    audit.record(by, "people.days_away_changed", away, **_facts(away))
    return True


def withdraw_days_away(away: DaysAway, by: Person) -> None:
    """Take a period back, as if it had not been written down."""
    audit.record(by, "people.days_away_withdrawn", away, **_facts(away))
    db.session.delete(away)
    db.session.flush()


def _periods_of(person: Person) -> list[DaysAway]:
    """The person's periods, first day first."""
    periods = (
        select(DaysAway)
        .where(DaysAway.person_id == person.id)
        .order_by(DaysAway.started_on, DaysAway.id)
        .limit(MOST_PERIODS)
    )
    return list(db.session.scalars(periods))


def _facts(away: DaysAway) -> dict[str, Any]:
    end = away.ended_on.isoformat() if away.ended_on else None
    return {"start": away.started_on.isoformat(), "end": end}
