"""The sentences we send when somebody covers for a coach or mentor, and when that ends."""

from portal.mentoring.models import Pairing
from portal.people.models import Person
from portal.web import days


def named(by: Person, cover: Pairing, reader: Person) -> str:
    """To the three: who covers for whom, from when until when."""
    covered = cover.covered
    span = f"from {days.in_words(cover.started_on)} until {days.in_words(cover.last_day)}"
    if reader.id == cover.coach_id:
        return f"{by.name} named you to cover for {covered.coach.name}: {_what(cover)}, {span}."
    if reader.id == covered.coach_id:
        return f"{cover.coach.name} covers for you: {_what(cover)}, {span}."
    return f"{cover.coach.name} covers for {covered.coach.name} in your {cover.kind}, {span}."


def ended(by: Person, cover: Pairing) -> str:
    """To those of the three who did not end it."""
    last = days.in_words(cover.last_day)
    return f"{by.name} ended the cover by {cover.coach.name}. Its last day is {last}."


def _what(cover: Pairing) -> str:
    return f"{cover.kind} with {cover.supported.name}"
