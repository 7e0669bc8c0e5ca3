"""The sentences we send about courses, certificates and what expires."""

from datetime import date
from typing import Protocol

from portal.learning.models import CourseEvent, Qualification
from portal.people.models import Person
from portal.web import days


class Expiring(Protocol):
    """Something that expires, as a notice speaks of it."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def expires_on(self) -> date:
        """Its last day."""


def you_run_it(by: Person, event: CourseEvent) -> str:
    """To whoever runs an event that somebody else planned."""
    return f"{by.name} planned {event.title} on {days.in_words(event.held_on)}; you run it."


def moved(event: CourseEvent) -> str:
    """To who comes or waits, when its day, its hour or its place has changed."""
    day = days.in_words(event.held_on)
    return f"{event.title} has been moved: {day}, {event.place}. You keep your place."


def called_off(event: CourseEvent) -> str:
    """To who comes or waits, when an event is called off."""
    return f"{event.title} on {days.in_words(event.held_on)} will not take place."


def moved_up(event: CourseEvent) -> str:
    """To whoever waited, when a place has become free for them."""
    day = days.in_words(event.held_on)
    return f"You have a place at {event.title} on {day}. Give it up if you cannot come."


def certificate(event: CourseEvent) -> str:
    """To somebody who was there."""
    return f"Your certificate for {event.title} is ready."


def recorded(by: Person, qualification: Qualification) -> str:
    """To somebody of whom something was written down."""
    until = qualification.expires_on
    said = f", until {days.short(until)}" if until else ""
    return f"{by.name} wrote down that you hold: {qualification.title}{said}."


def expires(line: Expiring, today: date) -> str:
    """To the person, before the last day and once it has passed."""
    return f"{_named(line, 'Your ')} {_ends(line.expires_on, today)}."


def expires_of(person: Person, line: Expiring, today: date) -> str:
    """To who manages the person, within 30 days of the last day and once it has passed."""
    return f"{person.name}: {_named(line, '')} {_ends(line.expires_on, today)}."


def _named(line: Expiring, whose: str) -> str:
    title = line.title
    return f"{whose}{title[0].lower() + title[1:] if title[1:2].islower() and whose else title}"


def _ends(day: date, today: date) -> str:
    return f"{'ended' if day < today else 'is valid until'} {_on(day, today)}"


def _on(day: date, today: date) -> str:
    return f"{'on ' if day < today else ''}{days.in_words(day)}"
