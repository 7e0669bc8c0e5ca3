"""The sentences we send about induction years: what starts, what was recorded, by whom."""

from collections.abc import Sequence
from datetime import date

from portal.clock import today
from portal.induction.models import Induction, InductionItem
from portal.induction.wording import ordinary
from portal.people.models import Person
from portal.web import days
from portal.web.numbers import counted


def enrolled(induction: Induction) -> str:
    """To the person, when they are enrolled."""
    starts = "starts" if induction.started_on >= today() else "started"
    day = days.in_words(induction.started_on)
    return f"Your induction year {starts} on {day}. Open My year to see it."


def now_assessing(inductions: Sequence[Induction]) -> str:
    """To the assessor, when people are enrolled with them: one sentence for all."""
    names = [induction.person.name for induction in inductions]
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"You are now the assessor of {listed}."


def item_recorded(by: Person, item: InductionItem, held_on: date) -> str:
    """To the person, when somebody else records an item of theirs."""
    what, day = ordinary(item.title), days.in_words(held_on)
    return f"{by.name} recorded your {what} as {item.done_word} on {day}."


def item_booked(by: Person, item: InductionItem, booked_on: date) -> str:
    """To the person, when somebody else writes down the day agreed for an item of theirs."""
    return f"{by.name} put your {ordinary(item.title)} down for {days.in_words(booked_on)}."


def earlier_records(by: Person, number: int) -> str:
    """To the person, when a list says what of their year took place before the portal."""
    what = counted(number, "record", "records")
    return f"{by.name} brought in {what} from before the portal for your year. Look at them."


def item_corrected(by: Person, item: InductionItem) -> str:
    """To the person, when somebody else takes a record of theirs back."""
    return f"{by.name} took back the record of your {ordinary(item.title)}."


def nation_followed(number: int) -> str:
    """To the newly qualified worker, when bank holidays of another nation moved their dates."""
    one = number == 1
    return (
        f"Working days here follow other bank holidays now, so {number} "
        f"date{'' if one else 's'} of your induction year moved. Your calendar shows "
        f"{'it' if one else 'them'}."
    )


def whose(person: Person, reader: Person) -> str:
    """How a sentence to this reader calls what belongs to a person: "your", or "Leila Hassan’s"."""
    return "your" if reader.id == person.id else f"{person.name}’s"
