"""The cards of those who accompany induction years: assessor, manager, coordinator."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from portal.home.cards.asked import asked
from portal.home.cards.card import SHOWN, Card
from portal.home.cards.first_year import item_need
from portal.home.needs import AHEAD, Need
from portal.home.queries import workforce, years
from portal.home.queries.counting import Counted
from portal.home.queries.names import name_of
from portal.induction.calendar import Week
from portal.induction.changing import KINDS
from portal.induction.models import Induction
from portal.induction.queries import assessed_by, changes_for_coordinator, managed_by
from portal.people.models import Person
from portal.web import days
from portal.web.numbers import in_words

ENROL_WITHIN = timedelta(days=7)
ENROLMENT = "/inductions/new"
FEW = 3
MOST = 30


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
    found = _found(person, assessed_by, today)
    due = _due(person, assessed_by, years.met_by_assessor, today)
    nobody = "Those you assess will be here, by what is due next."
    return Card(
        template="home/_years.html",
        facts=Years("NQSWs I assess", found[:SHOWN], nobody),
        standing=_assesses(len(found)),
        needs=(
            *_needs(due, today, records=True),
            *asked(person, today),
        ),
        late=_late(found, today),
    )


def manager(person: Person, today: date) -> Card | None:
    """The card of a manager: those of their own people who are in an induction year."""
    if not person.has_role("manager", "consultant"):
        return None
    found = _found(person, managed_by, today)
    due = _due(person, managed_by, years.met_by_manager, today)
    nobody = "Nobody in your team is in an induction year."
    return Card(
        template="home/_years.html",
        facts=Years("My people in their first year", found[:SHOWN], nobody),
        standing=_manages(len(found)),
        needs=(
            *_needs(due, today),
            *(() if person.has_role("assessor") else asked(person, today)),
        ),
        late=_late(found, today),
    )


def coordinator(person: Person, today: date) -> Card | None:
    """The card of the coordinator: every year under way, and who is not enrolled yet."""
    if not person.has_role("coordinator"):
        return None
    waiting = workforce.not_enrolled(person.organisation_id, today)
    under_way, past = years.open_and_past_their_day(person.organisation_id, today)
    everybody = _found(person, years.here, today, SHOWN)
    nobody = "No induction year is under way. Enrol somebody to begin one."
    return Card(
        template="home/_years.html",
        facts=Years("Inductions", everybody[:SHOWN], nobody),
        standing=_under_way(under_way),
        needs=(*_changes(person, today), *_enrolments(waiting, today)),
        figures=(
            (under_way.words, "induction years under way"),
            (past.words, "with something that was due"),
            (Counted(len(waiting)).words, "newly qualified and not enrolled yet"),
        ),
        late=past.number,
    )


def _changes(person: Person, today: date) -> Iterable[Need]:
    """A deed for each change of a year to which the coordinator has not agreed yet."""
    for row in changes_for_coordinator(person.organisation_id, FEW):
        what = f"Agree to the {KINDS[row.kind].words} in the year of {name_of(row)}"
        proposed = f"Proposed on {days.in_words(row.proposed_at.date())}"
        yield Need(what, proposed, today, f"/inductions/changes/{row.id}")


def _enrolments(waiting: list[Any], today: date) -> Iterable[Need]:
    """A deed for each who waits to be enrolled; one for all of them where they are many."""
    if len(waiting) > FEW:
        what = f"Enrol {Counted(len(waiting)).words} newly qualified people"
        why = "By their role or their job title; none of them has an induction year here"
        return [Need(what, why, today, ENROLMENT)]
    return [
        Need(
            f"Enrol {name_of(row)} in an induction year",
            f"Newly qualified here since {days.in_words(row.started_on)}"
            if row.started_on
            else "Newly qualified by their job title",
            row.started_on + ENROL_WITHIN if row.started_on else today,
            ENROLMENT,
        )
        for row in waiting
    ]


def _found(person: Person, which: years.Which, today: date, most: int = MOST) -> list[Year]:
    """Years under way, by what is expected next; one more than `most` where there are more."""
    return [
        Year(induction, induction.week_of(today), title)
        for induction, title in years.years(person, which, today, most + 1)
    ]


def _late(found: Iterable[Year], today: date) -> int:
    """In how many of these years something was due, whoever is to see to it."""
    return sum(year.induction.next_on < today for year in found)


def _due(person: Person, which: years.Which, whose: years.Whose, today: date) -> list[Any]:
    return years.items_due(person, which, whose, today, today + AHEAD)


def _needs(items: Iterable[Any], today: date, *, records: bool = False) -> Iterable[Need]:
    """Each item as a deed; those who only attend are led to the year, not to its record."""
    for item in items:
        what = f"{item.title}: {name_of(item)}"
        year = f"/inductions/{item.induction_id}"
        need = item_need(item, today, what, otherwise=year)
        yield need if records else replace(need, href=year)


def _assesses(number: int) -> str:
    if number == 0:
        return "You assess nobody at the moment."
    return f"You assess {_so_many(number)} newly qualified worker{'' if number == 1 else 's'}."


def _manages(number: int) -> str:
    if number == 0:
        return ""
    are = "person is" if number == 1 else "people are"
    return f"{_so_many(number).capitalize()} {are} in their first year with you."


def _so_many(number: int) -> str:
    return in_words(number) if number <= MOST else f"more than {MOST}"


def _under_way(years: Counted) -> str:
    are = "year is" if years.number == 1 else "years are"
    return f"{in_words(years.number).capitalize()} induction {are} under way."
