"""The sentences we send about changes of a year. No reason is ever in one."""

from datetime import date

from portal.induction.changing import KINDS, MEANS
from portal.induction.models import Induction, InductionChange
from portal.induction.notices import whose
from portal.people.models import Person
from portal.web import days


def proposed(by: Person, change: InductionChange, to: Person) -> str:
    """To the other three, when one of the four proposes a change."""
    what = f"a {_kind(change)}" if change.kind != "extension" else "an extension"
    is_own = by.id == change.induction.person_id
    year = f"{'their' if is_own else _whose(change, to)} induction year"
    look = "what follows" if KINDS[change.kind].ends_year else "the new dates"
    return f"{by.name} proposes {what} of {year}. Look at {look} before you agree."


def in_force(change: InductionChange, to: Person) -> str:
    """To all four, once everybody agreed."""
    if KINDS[change.kind].ends_year:
        last = days.in_words(change.started_on)
        return f"Everybody agreed: {_whose(change, to)} induction year ends on {last}."
    year = f"{_whose(change, to)} year"
    return f"Everybody agreed to the {_kind(change)}. The dates of {year} follow it now."


def written_down(by: Person, change: InductionChange, means: str, to: Person) -> str:
    """To whoever is said to have agreed elsewhere."""
    how, year = MEANS[means], f"{_whose(change, to)} year"
    return (
        f"{by.name} wrote down that you agreed {how} to the {_kind(change)} in {year}. "
        "If you did not, tell the induction coordinator today: it can be taken back."
    )


def withdrawn(by: Person, change: InductionChange, to: Person) -> str:
    """To all four, when a change is taken back."""
    said = f"{by.name} took the {_kind(change)} back."
    return f"{said} {_first(_whose(change, to))} calendar is as it was before."


def return_named(by: Person, change: InductionChange, last_on: date, to: Person) -> str:
    """To all four, when the last day of a pause is known."""
    year, last = f"{_whose(change, to)} year", days.in_words(last_on)
    return f"{by.name} wrote down that the {_kind(change)} in {year} lasts until {last}."


def first_day_corrected(by: Person, induction: Induction, to: Person) -> str:
    """To all four, when the first day was typed wrongly and is put right."""
    first, own = days.in_words(induction.started_on), whose(induction.person, to)
    return (
        f"{by.name} put the first day of {own} induction year right: it is {first}. "
        "What is still to come has new days."
    )


def ended(induction: Induction, to: Person) -> str:
    """To the person, assessor and manager, when it is written down that a year is over."""
    last = days.in_words(induction.ended_on or induction.planned_end_on)
    return f"{_year(induction, to)} ended on {last}."


def reopened(induction: Induction, to: Person) -> str:
    """To the same, when that is taken back."""
    return f"{_year(induction, to)} goes on. Its ending was taken back."


def _kind(change: InductionChange) -> str:
    return KINDS[change.kind].words


def _whose(change: InductionChange, to: Person) -> str:
    return whose(change.induction.person, to)


def _year(induction: Induction, to: Person) -> str:
    return f"{_first(whose(induction.person, to))} induction year"


def _first(word: str) -> str:
    """As it begins a sentence."""
    return word[0].upper() + word[1:]
