"""Where somebody stands on a route: the month, what took place, and what is next.

Pure. Days come from the first day by the rules of the induction engine: pauses and days away move
them, part-time people have the route extended pro rata, and nothing is kept that could go stale.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from portal.induction import forecast, progress
from portal.induction.forecast import Terms
from portal.period import months_after
from portal.routes import study
from portal.web import days

COMPLETED, ENDED_EARLY = "completed", "ended early"


@dataclass
class Step:
    """One dated thing of a route; `held_on` is the day on which it took place."""

    code: str
    title: str
    kind: str
    stage: str
    is_optional: bool
    due_on: date
    held_on: date | None
    done_word: str
    booked_on: date | None = None


@dataclass(frozen=True)
class Standing:
    """One route on one day. `held` gives the day of what took place, by code."""

    terms: Terms
    weekday: int | None
    held: Mapping[str, date]
    today: date
    ended_on: date | None = None
    ended_as: str = ""

    @cached_property
    def steps(self) -> list[Step]:
        """Everything of the route in the order of its days."""
        dates, kinds = self.terms.dates(), self.terms.programme.kinds
        made = [
            Step(
                item.code, item.title, item.kind, item.stage, item.is_optional,
                dates[item.code], self.held.get(item.code), kinds[item.kind].done,
            )
            for item in self.terms.programme.items
        ]  # fmt: skip
        return sorted(made, key=lambda each: each.due_on)

    @cached_property
    def last_on(self) -> date | None:
        """The last day; None while a pause has no day of return."""
        return forecast.known(self.terms.last_on, self.terms.moves)

    @property
    def month(self) -> tuple[int, int]:
        """Which month of how many; days of pauses do not count. 0 before the first day."""
        of = self._months(self.terms.last_on)
        return min(self._months(self.today), of), of

    @property
    def was_due(self) -> list[Step]:
        """What was due before today and is not recorded, oldest first."""
        return [] if self.is_over else progress.was_due(self.steps, self.today)

    @property
    def ahead(self) -> list[Step]:
        """What is still to come, soonest first."""
        return [] if self.is_over else progress.upcoming(self.steps, self.today)

    @property
    def done(self) -> str:
        """How much took place: "3 of 24"."""
        return progress.count(self.steps).words

    @cached_property
    def study_days(self) -> list[date]:
        """The next few study days; none while it is not known how long a pause lasts."""
        if self.is_over:
            return []
        moves = self.terms.moves
        first = max(self.today, self.terms.started_on)
        found = study.coming(
            self.weekday, first, self.terms.last_on,
            away=(*moves.stops, *moves.away), nation=self.terms.nation,
        )  # fmt: skip
        return [day for day in found if forecast.known(day, moves)]

    @property
    def is_over(self) -> bool:
        """Whether the route ended before today, in whichever way."""
        return self.ended_on is not None and self.ended_on < self.today

    def day_of(self, step: Step) -> date | None:
        """The day by which a step is due, where it is known."""
        return forecast.known(step.due_on, self.terms.moves)

    @property
    def where(self) -> str:
        """Where it stands, in a sentence."""
        if self.ended_as and self.ended_on is not None:
            verb = "is completed:" if self.ended_as == COMPLETED else "ended early:"
            return f"The route {verb} its last day is {days.in_words(self.ended_on)}."
        if self.today < self.terms.started_on:
            return f"The route begins on {days.in_words(self.terms.started_on)}."
        stop = self.terms.moves.stop_on(self.today)
        if stop is not None:
            until = f" until {days.in_words(stop.ended_on)}" if stop.ended_on else ""
            return f"The route is paused since {days.in_words(stop.started_on)}{until}."
        month, of = self.month
        return f"Month {month} of {of}."

    @property
    def next_words(self) -> str:
        """What comes next, in a sentence or two: the study day first, then what is due."""
        if self.is_over or self.ended_as:
            return ""
        said = []
        if self.study_days:
            said.append(f"Next study day: {days.in_words(self.study_days[0])}.")
        upcoming = next(iter(self.ahead), None)
        if upcoming is not None:
            day = self.day_of(upcoming)
            by = f"by {days.in_words(day)}" if day else "its day follows when the pause ends"
            said.append(f"Next comes: {upcoming.title}, {by}.")
        return " ".join(said) or "Nothing else is to come."

    @property
    def lead(self) -> str:
        """Where it stands and what is next."""
        past = len(self.was_due)
        late = f"{past} thing{'s were' if past > 1 else ' was'} due before today." if past else ""
        return " ".join(part for part in (self.where, self.next_words, late) if part)

    def _months(self, day: date) -> int:
        """How many months have begun by a day, pauses taken out."""
        start = self.terms.started_on
        if day < start:
            return 0
        counted = day - timedelta(days=self.terms.moves.days_before(day))
        number = (counted.year - start.year) * 12 + counted.month - start.month
        while months_after(start, number) > counted:
            number -= 1
        return max(number + 1, 1)


def objection(
    *, started_on: date, ended_on: date | None, pauses: Sequence[tuple[date, date | None]],
    first: date, last: date | None,
) -> str:  # fmt: skip
    """Why a route cannot pause on these days, in a sentence; empty where it can."""
    if first <= started_on:
        return "A pause begins after the first day of the route"
    if ended_on is not None:
        return "The route has its last day already"
    if last is not None and last < first:
        return "The last day of a pause is not before its first"
    for begun, ended in pauses:
        if (ended is None or first <= ended) and (last is None or begun <= last):
            return "Another pause covers some of these days"
    return ""
