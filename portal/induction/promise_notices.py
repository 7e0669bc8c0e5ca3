"""The sentences we send about promises that were missed: neutral, dated, the worker's first."""

from datetime import date

from portal.induction.models import Induction
from portal.induction.promises.telling import SUPERVISION, Missed
from portal.web import days


def to_the_worker(year: Induction, missed: Missed, tell_on: date) -> str:
    """To the worker, before anybody else hears of it."""
    others = who_will_be_told(year)
    return (
        f"{what(missed)} {others[:1].upper()}{others[1:]} will be told on "
        f"{days.in_words(tell_on)}, unless another day is agreed by then."
    )


def to_the_others(year: Induction, missed: Missed) -> str:
    """To the assessor and the coordinator, once the worker has known for days."""
    return f"{year.person.name}: {_small(what(missed))}"


def who_will_be_told(year: Induction) -> str:
    """Who is told where no other day is agreed, in words."""
    if year.assessor is None:
        return "the induction coordinator"
    return f"{year.assessor.name} and the induction coordinator"


def what(missed: Missed) -> str:
    """What was missed, in a sentence without a name."""
    first, last = days.short(missed.from_on), days.short(missed.missed_on)
    if missed.promise == SUPERVISION:
        return f"No supervision is recorded between {first} and {last}."
    return f"Development time was missed on {first} and on {last}."


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
