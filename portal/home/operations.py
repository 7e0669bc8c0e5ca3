"""Deeds that more than one area follows: whoever is away finds the dates of their year moved.

People knows the days away, induction knows what is due on them; neither knows the other.
"""

from datetime import date

from portal.induction.operations import follow_days_away
from portal.induction.operations.holidays import follow_nation
from portal.people.models import DaysAway, Organisation, Person
from portal.people.operations import days_away
from portal.people.operations import nation as people_nation
from portal.support.operations import offer_questions


def add_days_away(
    person: Person, by: Person, *, started_on: date, ended_on: date | None
) -> DaysAway:
    """Write down days away; what is due on them moves. The answer is the period as it stands."""
    away = days_away.add_days_away(person, by, started_on=started_on, ended_on=ended_on)
    _follow(person)
    return away


def change_days_away(
    away: DaysAway, by: Person, *, started_on: date, ended_on: date | None
) -> bool:
    """Let a period have other days, and what is due on them; False when nothing is different.

    Raises `DaysSharedError` where another period has some of them.
    """
    changed = days_away.change_days_away(away, by, started_on=started_on, ended_on=ended_on)
    if changed:
        _follow(away.person)
    return changed


def withdraw_days_away(away: DaysAway, by: Person) -> None:
    """Take a period back; what had moved for it moves back."""
    person = away.person
    days_away.withdraw_days_away(away, by)
    _follow(person)


def _follow(person: Person) -> None:
    """What is due moves; what a consultant cannot answer now is offered to the others."""
    follow_days_away(person)
    if person.has_role("consultant") and person.organisation.has_area("support"):
        offer_questions(person.organisation_id)


def change_nation(organisation: Organisation, by: Person, *, nation: str) -> int:
    """Keep another nation's bank holidays; the number of years of which a date moved."""
    if not people_nation.change_nation(organisation, by, nation=nation):
        return 0
    return len(follow_nation(by, organisation))
