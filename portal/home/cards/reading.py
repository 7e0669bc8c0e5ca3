"""The card of what waits for an assessor or a coordinator alone: only while something does."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from portal.home.cards.card import Card
from portal.home.needs import Need
from portal.home.queries.names import name_of
from portal.induction.queries.reading import READ, TALK, waits_alone
from portal.people.models import Person
from portal.web import days
from portal.web.numbers import counted


def card(person: Person, today: date) -> Card | None:
    """What waits for an assessor or a coordinator to read it first, or to speak of it."""
    if not person.has_role("assessor", "coordinator"):
        return None
    rows = waits_alone(person)
    by = sorted(row.day for row in rows if row.kind == READ)
    number = counted(len(by), "answer waits", "answers wait") if by else ""
    needs = (*_to_read(by, number), *_to_speak(rows, today))
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
            href = f"/inductions/{row.induction_id}/in-confidence"
            yield Need(f"Speak with {name_of(row)}", why, today, href)
