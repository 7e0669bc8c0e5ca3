"""The cards of those who accompany induction years: assessor, manager, coordinator."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from portal.home import queries
from portal.home.cards.card import Card
from portal.home.cards.first_year import item_need
from portal.home.needs import AHEAD, Need
from portal.home.queries import SHOWN, Counted
from portal.home.sentences import in_words
from portal.induction.calendar import Week
from portal.induction.models import Induction
from portal.people.models import Person
from portal.web import days

ENROL_WITHIN = timedelta(days=7)
ENROLMENT = "/inductions/new"


@dataclass(frozen=True)
class Year:
    """One year in a list: whose, the week it is in, and what is expected next."""

    induction: Induction
    week: Week
    following: str | None


@dataclass(frozen=True)
class Years:
    """Some years, what they are to the reader, and what is said when there are none."""

    title: str
    shown: list[Year]
    nobody: str


def assessor(person: Person, today: date) -> Card | None:
    """The card of an assessor: the newly qualified workers they assess, by what is due next."""
    if not person.has_role("assessor"):
        return None
    mine = Induction.assessor_id == person.id
    shown = _shown(mine, today)
    nobody = "Those you assess will be here, by what is due next."
    return Card(
        template="home/_years.html",
        facts=Years("NQSWs I assess", shown, nobody),
        standing=_assesses(len(shown)),
        needs=tuple(
            _needs(_due(mine, queries.owned_by("assessor", "both"), today), today, records=True)
        ),
    )


def manager(person: Person, today: date) -> Card | None:
    """The card of a manager: those of their own people who are in an induction year."""
    if not person.has_role("manager", "consultant"):
        return None
    team = queries.managed_by(person, today)
    size = queries.team_size(person, today)
    nobody = "Nobody in your team is in an induction year."
    return Card(
        template="home/_years.html",
        facts=Years("My people in their first year", _shown(team, today), nobody),
        standing=_manages(size),
        needs=tuple(_needs(_due(team, queries.met_by_manager(today), today), today)),
    )


def coordinator(person: Person, today: date) -> Card | None:
    """The card of the coordinator: every year under way, and who is not enrolled yet."""
    if not person.has_role("coordinator"):
        return None
    waiting = queries.not_enrolled(person.organisation_id, today)
    under_way = queries.open_years(person.organisation_id, today)
    everybody = Induction.organisation_id == person.organisation_id
    nobody = "No induction year is under way. Enrol somebody to begin one."
    return Card(
        template="home/_years.html",
        facts=Years("Inductions", _shown(everybody, today), nobody),
        standing=_under_way(under_way),
        needs=tuple(
            Need(
                f"Enrol {queries.name_of(row)} in an induction year",
                f"Newly qualified here since {days.in_words(row.started_on)}",
                row.started_on + ENROL_WITHIN,
                ENROLMENT,
            )
            for row in waiting
        ),
        figures=(
            (under_way.words, "induction years under way"),
            (str(len(waiting)), "newly qualified and not enrolled yet"),
        ),
    )


def _shown(which: Any, today: date) -> list[Year]:
    """Each year once, although two things may be expected on the same day."""
    years: dict[Any, Year] = {}
    for induction, title in queries.years(which, today):
        years.setdefault(induction.id, Year(induction, induction.week_of(today), title))
    return list(years.values())[:SHOWN]


def _due(which: Any, whose: Any, today: date) -> list[Any]:
    return queries.items_due(which, whose, today, today + AHEAD)


def _needs(items: Iterable[Any], today: date, *, records: bool = False) -> Iterable[Need]:
    """Each item as a deed; those who only attend are led to the year, not to its record."""
    for item in items:
        what = f"{item.title}: {queries.name_of(item)}"
        year = f"/inductions/{item.induction_id}"
        need = item_need(item, today, what, otherwise=year)
        yield need if records else replace(need, href=year)


def _assesses(number: int) -> str:
    if number == 0:
        return "You assess nobody at the moment."
    return f"You assess {in_words(number)} newly qualified worker{'' if number == 1 else 's'}."


def _manages(size: Counted) -> str:
    report = "person reports" if size.number == 1 else "people report"
    return f"{in_words(size.number).capitalize()} {report} to you."


def _under_way(years: Counted) -> str:
    are = "year is" if years.number == 1 else "years are"
    return f"{in_words(years.number).capitalize()} induction {are} under way."
