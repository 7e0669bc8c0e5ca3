"""The card of what waits for one person: answers to read, talks, observations, first weeks."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from portal.home.cards.card import Card
from portal.home.cards.starting import needs_of
from portal.home.needs import Need
from portal.home.queries.names import name_of
from portal.induction.observing import OBSERVING_ROLES
from portal.induction.queries.reading import (
    OBSERVE,
    READ,
    READERS,
    START,
    STARTING,
    TALK,
    waits_alone,
)
from portal.people.models import Person
from portal.web import days
from portal.web.numbers import counted


def card(person: Person, today: date) -> Card | None:
    """What waits to be read first, spoken of, observed or begun; no card where nothing does."""
    if not person.has_role(*READERS, *OBSERVING_ROLES, *STARTING):
        return None
    rows = waits_alone(person)
    by = sorted(row.day for row in rows if row.kind == READ)
    number = counted(len(by), "answer waits", "answers wait") if by else ""
    needs = (*_to_read(by, number), *_to_speak(rows, today), *_to_observe(rows, today),
             *needs_of((row.day for row in rows if row.kind == START), today))  # fmt: skip
    return Card(template="home/_to_read.html", facts=number, needs=needs) if needs else None


def _to_read(by: Sequence[date], number: str) -> Iterator[Need]:
    if by:
        why = f"{number.capitalize()}; the newly qualified worker reads it once you have"
        yield Need("Read feedback before it goes on", why, by[0], "/feedback-to-read")


def _to_speak(rows: Sequence[Any], today: date) -> Iterator[Need]:
    """A deed of today for each who asked in confidence, until the coordinator notes the talk."""
    for row in rows:
        if row.kind == TALK:
            why = f"Asked in confidence on {days.in_words(row.day)}; nobody else knows of it"
            href = f"/inductions/{row.subject_id}/in-confidence"
            yield Need(f"Speak with {name_of(row)}", why, today, href)


def _to_observe(rows: Sequence[Any], today: date) -> Iterator[Need]:
    """A deed for each observation that is soon, and for each whose part is not finished."""
    for row in rows:
        if row.kind != OBSERVE:
            continue
        href, day = f"/observations/{row.subject_id}", days.in_words(row.day)
        if row.day > today:
            yield Need(f"Observe {name_of(row)}", f"Planned for {day}", row.day, href)
        else:
            what = f"Finish your part of the observation of {name_of(row)}"
            yield Need(what, f"It was planned for {day}", today, href)
