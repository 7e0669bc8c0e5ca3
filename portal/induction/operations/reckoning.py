"""What every deed about induction years ends with: refusing, reckoning what is next, telling."""

from collections.abc import Collection
from datetime import date

from portal import notices
from portal.induction import progress, queries
from portal.induction.entry import NotPossibleError
from portal.induction.models import Induction, InductionItem
from portal.people.models import Person


def refuse(*sentences_said: str) -> None:
    """Raise NotPossibleError with the sentences that say something, if any do."""
    said = [sentence for sentence in sentences_said if sentence]
    if said:
        raise NotPossibleError(*said)


def reckon(induction: Induction, items: Collection[InductionItem] | None = None) -> None:
    """Keep the day of what is next, by which lists sort; `items` where they were just asked for."""
    items = queries.items_of(induction) if items is None else items
    last_on = induction.breaks_off_on
    asked = progress.asked_for(items, last_on)
    induction.next_on = progress.expected_on(asked, otherwise=last_on or induction.planned_end_on)


def tell(by: Person, induction: Induction, sentence: str) -> None:
    """Tell the person, unless it was their own deed."""
    if induction.person_id != by.id:
        notices.tell(induction.person, sentence, link="/my-year", about=induction)


def iso(day: date | None) -> str | None:
    """A day as the audit trail keeps it."""
    return day.isoformat() if day else None
