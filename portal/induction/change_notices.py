"""The sentences we send about changes of a year. No reason is ever in one."""

from datetime import date

from portal.induction.changing import KINDS, MEANS
from portal.induction.models import Induction, InductionChange
from portal.people.models import Person
from portal.web import days


def proposed(by: Person, change: InductionChange) -> str:
    """To the other three, when one of the four proposes a change."""
    what = f"a {_kind(change)}" if change.kind != "extension" else "an extension"
    is_own = by.id == change.induction.person_id
    year = (
        "their induction year"
        if is_own
        else f"the induction year of {change.induction.person.name}"
    )
    return f"{by.name} proposes {what} of {year}. Look at the new dates before you agree."


def in_force(change: InductionChange) -> str:
    """To all four, once everybody agreed."""
    name = change.induction.person.name
    if KINDS[change.kind].ends_year:
        last = days.in_words(change.started_on)
        return f"Everybody agreed: the induction year of {name} ends on {last}."
    return f"Everybody agreed to the {_kind(change)}. The dates of {name}’s year follow it now."


def written_down(by: Person, change: InductionChange, means: str) -> str:
    """To whoever is said to have agreed elsewhere."""
    how, name = MEANS[means], change.induction.person.name
    return (
        f"{by.name} wrote down that you agreed {how} to the {_kind(change)} in the year of {name}. "
        "If you did not, tell the induction coordinator today: it can be taken back."
    )


def withdrawn(by: Person, change: InductionChange) -> str:
    """To all four, when a change is taken back."""
    name = change.induction.person.name
    return f"{by.name} took the {_kind(change)} back. The calendar of {name} is as it was before."


def return_named(by: Person, change: InductionChange, last_on: date) -> str:
    """To all four, when the last day of a pause is known."""
    name, last = change.induction.person.name, days.in_words(last_on)
    return f"{by.name} wrote down that the {_kind(change)} of {name} lasts until {last}."


def first_day_corrected(by: Person, induction: Induction) -> str:
    """To all four, when the first day was typed wrongly and is put right."""
    first, name = days.in_words(induction.started_on), induction.person.name
    return (
        f"{by.name} put the first day of the induction year of {name} right: it is {first}. "
        "What is still to come has new days."
    )


def ended(induction: Induction) -> str:
    """To the person, assessor and manager, when it is written down that a year is over."""
    last = days.in_words(induction.ended_on or induction.planned_end_on)
    return f"The induction year of {induction.person.name} ended on {last}."


def reopened(induction: Induction) -> str:
    """To the same, when that is taken back."""
    return f"The induction year of {induction.person.name} goes on. Its ending was taken back."


def _kind(change: InductionChange) -> str:
    return KINDS[change.kind].words
