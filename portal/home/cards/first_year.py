"""The card of somebody in their induction year: the week, the next step, who accompanies them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.home.cards.asked import asked_in
from portal.home.cards.card import Card
from portal.home.needs import Need
from portal.home.queries import years
from portal.induction import beginning, progress, promise_notices, wording
from portal.induction.calendar import Week
from portal.induction.models import Induction
from portal.induction.policies import OWN_ITEMS
from portal.induction.promises.ledger import Ledger
from portal.induction.queries.first_weeks import answer_of, own_of
from portal.induction.queries.promises import supervision_of
from portal.people.models import Person
from portal.web import days

MY_YEAR = "/my-year"
QUESTION = "Is this what you were promised?"
EXPERIENCED = ("coach", "mentor", "assessor", "manager", "consultant", "coordinator")


@dataclass(frozen=True)
class MyYear:
    """A year as its owner's home page shows it."""

    induction: Induction
    week: Week


def card(person: Person, today: date) -> Card | None:
    """The card of whoever has an induction year that is not over.

    Nobody who coaches, assesses or manages others is in one, so they are not asked about.
    """
    year = None if person.has_role(*EXPERIENCED) else years.own_year(person)
    if year is None or not year.is_open:
        return None
    items = years.items_of(year)
    week = year.week_of(today)
    promised = supervision_of(year)
    needs = (
        *_needs(progress.asked_for(items, year.breaks_off_on), today),
        *_to_rebook(year, promised),
        *_begun(year, today),
        *asked_in(year, today),
    )
    return Card(
        template="home/_my_year.html",
        facts=MyYear(year, week),
        standing=_standing(week, year.started_on, today, year.breaks_off_on),
        needs=() if week.is_paused else needs,
        figures=(
            (week.words, "of your induction year"),
            *_supervised(promised),
            *_counts(year, items),
        ),
    )


def _supervised(promised: Ledger) -> tuple[tuple[str, str], ...]:
    """How many of the supervisions promised this month took place."""
    month = promised.month
    if not month.promised:
        return ()
    return ((month.words, f"supervision{'' if month.promised == 1 else 's'} promised this month"),)


def _to_rebook(year: Induction, promised: Ledger) -> Iterable[Need]:
    """Supervision that was missed, before anybody else is told of it."""
    for missed in promised.missed:
        yield Need(
            "Supervision to re-book",
            promise_notices.what(missed),
            missed.missed_on,
            f"/inductions/{year.id}/promises",
        )


def _begun(year: Induction, today: date) -> Iterable[Need]:
    """My own part of the first weeks, and the question of week 6 until it is answered."""
    if not beginning.is_near(year.started_on, today):
        return
    for task in own_of(year):
        why = f"{'Was due' if task.due_on < today else 'Due'} by {days.in_words(task.due_on)}"
        yield Need(task.title, why, task.due_on, f"/inductions/{year.id}/first-weeks")
    if beginning.is_pressing(year.started_on, today) and not answer_of(year.id):
        why = "Six weeks in, one question; you choose who is to know what you say"
        yield Need(QUESTION, why, today, f"/inductions/{year.id}/promised")


def _standing(week: Week, started_on: date, today: date, last_on: date | None) -> str:
    if last_on is not None:
        return f"Your induction year ends on {wording.calendar_day(last_on, today)}."
    if week.number is not None:
        return f"You are in week {week.number} of {week.of} of your induction year."
    if week.is_paused:
        return "Paused: your induction year stands still, and nothing in it is due."
    if week.is_before:
        return f"Your induction year starts on {wording.calendar_day(started_on, today)}."
    return "The weeks of your induction year are over."


def _counts(year: Induction, items: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    """How many of what is counted took place, and its name in the plural."""
    listed = list(items)
    return tuple(
        (progress.count(listed, kind.key).words, kind.many)
        for kind in year.programme.kinds.values()
        if kind.is_counted
    )


def _needs(items: Iterable[Any], today: date) -> Iterable[Need]:
    """My own part of the year: what an assessor does alone is theirs to be asked for."""
    for item in items:
        if progress.is_waiting(item) and item.owner in OWN_ITEMS:
            yield item_need(item, today, item.title, otherwise=MY_YEAR)


def item_need(item: Any, today: date, what: str, otherwise: str) -> Need:
    """An item as a deed: recorded on its own page once its day has come."""
    day = progress.on_day(item)
    words = ("Was agreed for", "Agreed for") if item.booked_on else ("Was due by", "Due by")
    href = f"/inductions/items/{item.id}/holding" if day <= today else otherwise
    return Need(what, f"{words[day >= today]} {days.in_words(day)}", day, href)
