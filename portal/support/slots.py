"""When a consultant can be booked: slots that begin and end on one day, and never overlap.

Shapes: a slot is `When`, a day, a time in the office and minutes. Units: minutes, weeks. What
stands against a slot is words, or None; nothing here raises.
Source: this portal's plan for consultants (2026): slots of 15 to 90 minutes, repeated weekly for
at most 12 weeks in one go.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from portal import working_days
from portal.period import Dated, covers
from portal.web import days

LENGTHS = (15, 30, 45, 60, 90)
MOST_WEEKS = 12
LONGEST_AHEAD = timedelta(days=183)
A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class When:
    """A day, the time at which it begins, and for how many minutes."""

    day: date
    start: time
    minutes: int

    @property
    def first(self) -> int:
        """The minute of the day at which it begins."""
        return self.start.hour * 60 + self.start.minute

    @property
    def last(self) -> int:
        """The minute of the day at which it is over."""
        return self.first + self.minutes

    @property
    def words(self) -> str:
        """The day and the time in full: Thursday 26 November 2026, 14:00 to 14:30."""
        return f"{days.in_words(self.day)}, {self.start:%H:%M} to {_clock(self.last)}"

    def overlaps(self, other: "When") -> bool:
        """Whether the two share a minute; one that begins as the other ends shares none."""
        return self.day == other.day and self.first < other.last and other.first < self.last

    def has_begun(self, today: date, at: time) -> bool:
        """Whether it has begun by that time of today."""
        return (self.day, self.start) <= (today, at)


def weekly(first: When, weeks: int) -> list[When]:
    """The same slot in so many weeks, the first among them."""
    return [
        When(first.day + timedelta(weeks=number), first.start, first.minutes)
        for number in range(weeks)
    ]


def objection(
    slot: When, others: Iterable[When], away: Sequence[Dated], today: date, at: time, nation: str
) -> str | None:
    """Why somebody cannot be booked then, in a sentence without its end, or None."""
    if slot.has_begun(today, at):
        return "This time has passed"
    if slot.day > today + LONGEST_AHEAD:
        return f"{days.in_words(slot.day)} is more than half a year away"
    if slot.last > A_DAY:
        return "It would end on the day after"
    if not working_days.is_working_day(slot.day, nation):
        return f"{days.in_words(slot.day)} is no working day"
    if any(covers(each, slot.day) for each in away):
        return f"You are away on {days.in_words(slot.day)}"
    clash = next((each for each in others if each.overlaps(slot)), None)
    return f"You have a slot then already: {clash.words}" if clash else None


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
