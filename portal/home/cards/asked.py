"""What colleagues ask of those who accompany years: to sign, to comment, to agree, to finish."""

from collections.abc import Iterator
from datetime import date

from portal.home.needs import Need
from portal.induction import waiting
from portal.induction.models import Induction
from portal.induction.queries.waiting import open_in, open_with
from portal.people.models import Person


def asked(person: Person, today: date) -> Iterator[Need]:
    """Each as a deed of today: nobody set a day for it, so it says since when it waits.

    A part of an observation is left out: it stands among what its observer is to do.
    """
    for whose, wait in waiting.asked_of(open_with(person)):
        if wait.kind == waiting.PART:
            continue
        said = f"{whose}: {wait.sentence}".removesuffix(".")
        yield Need(said, wait.when(today), today, wait.href)


def asked_in(year: Induction, today: date) -> Iterator[Need]:
    """What waits for the one whose year it is: each by the day it is asked for, or today."""
    reader = waiting.Reader([waiting.NQSW], {}, [waiting.NQSW])
    for wait in waiting.listed(open_in(year, for_its_person=True), reader):
        if wait.is_mine and wait.kind != waiting.WRITING:
            day = max(today, wait.since)
            yield Need(wait.sentence.removesuffix("."), wait.when(today), day, wait.href)
