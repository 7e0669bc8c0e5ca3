"""The timetable: everything of a year with its day, what moved it and why, for one reader.

It puts together what `queries` found and what the rules say of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from portal.induction import progress
from portal.induction.changing import KINDS, REASONS, share_words
from portal.induction.forecast import Terms, booked_note, known
from portal.induction.models import Induction, InductionChange, InductionItem
from portal.induction.moving import UNMOVED
from portal.web import days


@dataclass(frozen=True)
class Entry:
    """One item: its day, how it stands, and what moved it."""

    item: InductionItem
    day: date | None
    state: str
    note: str


@dataclass(frozen=True)
class Timetable:
    """The calendar of one year on one day."""

    induction: Induction
    items: Sequence[InductionItem]
    changes: Sequence[InductionChange]
    terms: Terms
    today: date
    is_own: bool

    @property
    def whose(self) -> str:
        """The year as a sentence begins with it."""
        return "Your year" if self.is_own else "The year"

    @property
    def lead(self) -> str:
        """Where the year stands and when it ends."""
        year, stop = self.induction, self.terms.moves.stop_on(self.today)
        if year.ended_on is not None and year.ended_on < self.today:
            return f"{self.whose} ended on {days.in_words(year.ended_on)}."
        if stop is not None:
            return f"{self.whose} is paused since {days.in_words(stop.started_on)}. {self._after}"
        if self.terms.moves.is_provisional:
            return f"{self.whose} will be paused. {self._after}"
        last = days.in_words(year.ended_on or year.planned_end_on)
        return f"{self.whose} runs until {last}. {self._next}"

    @property
    def waiting(self) -> InductionChange | None:
        """The change that waits to be agreed, if there is one."""
        return next((change for change in self.changes if change.is_waiting), None)

    @property
    def in_force(self) -> list[InductionChange]:
        """The changes that the calendar follows."""
        return [change for change in self.changes if change.is_in_force]

    @property
    def taken_back(self) -> list[InductionChange]:
        """The changes that were taken back."""
        return [change for change in self.changes if change.withdrawn_at is not None]

    @property
    def last_on(self) -> date | None:
        """The last day of the year, where it is known."""
        return known(self.induction.planned_end_on, self.terms.moves)

    @cached_property
    def entries(self) -> list[Entry]:
        """Every item in the order of its days."""
        unmoved = replace(self.terms, moves=UNMOVED).dates()
        at_work = replace(self.terms, moves=replace(self.terms.moves, away=())).dates()
        entries = [
            self._entry(item, unmoved.get(item.code), at_work.get(item.code)) for item in self.items
        ]
        return sorted(entries, key=lambda entry: entry.item.held_on or entry.item.on_day)

    def _entry(self, item: InductionItem, unmoved: date | None, at_work: date | None) -> Entry:
        day = item.held_on or item.booked_on or known(item.due_on, self.terms.moves)
        notes = (_moved(item, unmoved, at_work, day), booked_note(item, self.terms.moves))
        note = ". ".join(part for part in notes if part and not item.earlier)
        return Entry(item, day, self._state(item, day), note)

    def _state(self, item: InductionItem, day: date | None) -> str:
        if item.held_on is not None:
            return item.done_word.capitalize()
        if item.earlier:
            before = "Before the portal"
            return before if item.earlier == progress.HAPPENED else f"{before}, not known"
        if item.is_optional and item.booked_on is None:
            return "Only if it is needed"
        if day is None:
            return "Day follows"
        last_on = self.induction.breaks_off_on
        if last_on is not None and day > last_on:
            return "Falls away"
        if day < self.today:
            return "Was due"
        return "Agreed" if item.booked_on else "Due by"

    @property
    def _after(self) -> str:
        stop = self.terms.moves.stop_on(self.today)
        if self.terms.moves.is_provisional:
            return "Dates will follow when the day of return is known."
        last = days.in_words(stop.last_on) if stop else ""
        return f"It goes on after {last}. Nothing is due before then."

    @property
    def _next(self) -> str:
        asked = progress.asked_for(self.items, self.induction.breaks_off_on)
        coming = progress.upcoming(asked, self.today)
        if not coming:
            return "Nothing else is to come."
        return f"Next comes: {coming[0].title}, {days.in_words(coming[0].on_day)}."


def _moved(
    item: InductionItem, unmoved: date | None, at_work: date | None, day: date | None
) -> str:
    is_spare = item.is_optional and item.booked_on is None
    if item.held_on is not None or is_spare or unmoved is None or day is None:
        return ""
    if at_work is not None and at_work != item.due_on:
        return f"Moved from {days.in_words(at_work)}, which falls into days away"
    if unmoved != item.due_on:
        return f"Moved from {days.in_words(unmoved)}"
    return ""


def period_of(change: InductionChange) -> str:
    """The days of a change, in words."""
    kind, first = KINDS[change.kind], days.in_words(change.started_on)
    if kind.ends_year:
        return f"Last day: {first}"
    if change.fte is not None:
        return f"{share_words(change.fte).capitalize()} from {first} on"
    if change.extends_by:
        return f"{change.extends_by} days more, for what is due from {first} on"
    if change.ended_on is None:
        return f"From {first}, until a day that is not known yet"
    return f"From {first} to {days.in_words(change.ended_on)}"


def reason_of(change: InductionChange) -> str:
    """The reason of a change, in the neutral words of the list."""
    return REASONS[change.reason]


def effect_of(change: InductionChange) -> str:
    """What a change in force does to the dates, in a sentence."""
    kind = KINDS[change.kind]
    if kind.ends_year:
        return "The year ends on that day."
    if change.fte is not None:
        return "What is due from then on follows in proportion to the hours."
    if change.extends_by:
        return f"What is due from then on moves by {change.extends_by} days."
    if change.ended_on is None:
        return "What is due from then on gets its day when the day of return is known."
    length = (change.ended_on - change.started_on).days + 1
    return f"What would be due from its first day on moves by {length} day{'s'[: length != 1]}."
