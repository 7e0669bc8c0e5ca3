"""The ledger: every promise of a year in words and counts, from what was found about it.

Pure: sessions, entries and items come in as plain values (or rows that look like them), sentences
and tallies go out. Hours of supervision and of mentoring are never added together; the ledger
knows supervision only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from portal.induction import calendar, moving
from portal.induction.moving import Moves
from portal.induction.programmes.template import MONTH, Programme, Rhythm, Span
from portal.induction.promises import alone, development, keeping, telling
from portal.induction.promises.keeping import Kept, Meeting, Tally
from portal.induction.promises.windows import Window, supervision_windows
from portal.period import Dated
from portal.teams import workload
from portal.teams.workload import Load
from portal.web.numbers import in_words

HUNDRED = 100


@dataclass(frozen=True)
class Terms:
    """What was promised to one person: the programme, their days and hours, and what moved."""

    programme: Programme
    started_on: date
    last_on: date
    fte: Any
    moves: Moves
    nation: str = "ENG"
    known_from: date | None = None

    @property
    def share(self) -> Fraction:
        """The share of full-time hours."""
        return Fraction(self.fte)

    def end_of_month(self, month: int) -> date:
        """The last day of a month of the programme, moved as the year moved."""
        day = calendar.end_of(Span(month, MONTH), self.started_on, self.share)
        return moving.shifted(day, self.moves)

    def month_of(self, day: date) -> int:
        """Which month of the programme a day is in, from 1."""
        ends = (n for n in range(1, self.programme.months + 1) if self.end_of_month(n) >= day)
        return next(ends, self.programme.months)

    def windows(self, rhythms: Sequence[Rhythm]) -> list[Window]:
        """The windows of these rhythms that the portal can know of."""
        found = supervision_windows(
            rhythms,
            started_on=self.started_on,
            share=self.share,
            last_on=self.last_on,
            moves=self.moves,
        )
        known = self.known_from or self.started_on
        return [window for window in found if window.due_on >= known]

    def rules(self, decided: dict[str, alone.Decided], today: date) -> list[alone.Rule]:
        """The kinds of work that are not done alone yet, with what was decided of each."""
        kinds = [(kind, self.end_of_month(kind.until_month)) for kind in self.programme.not_alone]
        return alone.rules(kinds, decided, today)

    def lately_due(self, today: date) -> list[Window]:
        """The windows of supervision that passed lately, latest first."""
        earliest = today - telling.SPOKEN_OF
        windows = self.windows(self.programme.supervision)
        return [each for each in windows if earliest <= each.due_on < today][::-1]

    def ceiling(self, day: date) -> int | None:
        """The points agreed for a day; None where the programme promises no lighter load."""
        load = self.programme.workload
        if load is None:
            return None
        return workload.ceiling(int(load.share * HUNDRED), load.ramp, self.month_of(day))


@dataclass(frozen=True)
class Ledger:
    """What became of every promise by a day.

    `entries` of development time have day, minutes, state, moved_to_on; `observations` items with
    due_on, booked_on, held_on, is_optional and earlier; `counts` points with counted_on.
    """

    terms: Terms
    today: date
    supervision: Sequence[Meeting]
    groups: Sequence[Meeting]
    entries: Sequence[Any]
    observations: Sequence[Any]
    counts: Sequence[Any]
    away: Sequence[Dated]
    decided: dict[str, alone.Decided]

    @cached_property
    def kept(self) -> list[Kept]:
        """What became of each supervision that was promised."""
        windows = self.terms.windows(self.terms.programme.supervision)
        return keeping.judge(windows, self.supervision, today=self.today, away=self.away)

    @cached_property
    def month(self) -> Tally:
        """The supervision of this month."""
        return keeping.tally(keeping.of_month(self.kept, self.today))

    @property
    def so_far(self) -> Tally:
        """The supervision promised until today."""
        return keeping.tally(keeping.until(self.kept, self.today))

    @property
    def to_rebook(self) -> list[Kept]:
        """What was missed lately and has no other day, latest first."""
        earliest = self.today - telling.SPOKEN_OF
        over = [each for each in self.kept if each.is_over and each.window.due_on >= earliest]
        return over[::-1]

    @property
    def following(self) -> Kept | None:
        """The supervision that comes next."""
        waits = (keeping.PLANNED, keeping.REBOOKED, keeping.OPEN, keeping.COMING)
        return next((each for each in self.kept if each.state in waits), None)

    @property
    def listed(self) -> list[Kept]:
        """Supervision up to the next, latest first."""
        return [each for each in self.kept if each.state != keeping.COMING][::-1]

    def supervision_between(self, since: date, until: date) -> list[Kept]:
        """The supervision that was due in a span of days."""
        within = [each for each in self.kept if since <= each.window.due_on <= until]
        return keeping.until(within, self.today)

    @cached_property
    def time(self) -> development.Balance:
        """Development time to date."""
        return self._time(self.terms.started_on, self.today, self.entries)

    def time_between(self, since: date, until: date) -> development.Balance:
        """Development time of a span of days."""
        entries = [each for each in self.entries if since <= each.day <= until]
        return self._time(since, until, entries)

    def _time(self, since: date, until: date, entries: Sequence[Any]) -> development.Balance:
        entitled = development.promised(
            self.terms.programme.development_time,
            self.terms.fte,
            started_on=max(since, self.terms.known_from or since),
            until=min(until, self.terms.last_on),
            stops=self.terms.moves.stops,
            away=self.away,
            hours=self.terms.moves.hours,
            nation=self.terms.nation,
        )
        return development.balance(entitled, [(e.state, e.minutes) for e in entries])

    @cached_property
    def load(self) -> Load:
        """The latest count of workload against what is agreed for this month."""
        latest = self.counts[0] if self.counts else None
        return Load(latest.points if latest else None, self.terms.ceiling(self.today))

    def load_between(self, since: date, until: date) -> tuple[date | None, Load]:
        """The last count of workload in a span of days, with its day."""
        within = (each for each in self.counts if since <= each.counted_on <= until)
        latest = next(within, None)
        if latest is None:
            return None, Load(None, self.terms.ceiling(until))
        return latest.counted_on, Load(latest.points, self.terms.ceiling(latest.counted_on))

    @property
    def observed(self) -> Tally:
        """Direct observations that were due until today, or were held."""
        due = [
            each
            for each in self.observations
            if each.held_on or (not each.is_optional and not each.earlier)
            if each.held_on or each.due_on < self.today
        ]
        held = [each for each in due if each.held_on]
        booked = [e for e in due if not e.held_on and e.booked_on and e.booked_on >= self.today]
        moved = [each for each in held if each.held_on > each.due_on]
        return Tally(
            promised=len(due),
            held=len(held) - len(moved),
            moved=len(moved),
            missed=len(due) - len(held) - len(booked),
            rebooked=len(booked),
        )

    @property
    def gathered(self) -> Tally | None:
        """Days with others on the programme; None where none are promised."""
        promise = self.terms.programme.group_days
        if promise is None:
            return None
        if promise.every is None:
            held = len(self.groups)
            return Tally(max(promise.number, held), held, 0, 0, 0)
        rhythm = Rhythm(promise.every, Span(self.terms.programme.months, MONTH))
        judged = keeping.judge(
            self.terms.windows([rhythm]), self.groups, today=self.today, away=self.away
        )
        return keeping.tally(keeping.until(judged, self.today))

    @property
    def rules(self) -> list[alone.Rule]:
        """The kinds of work that are not done alone yet."""
        return self.terms.rules(self.decided, self.today)

    @property
    def missed(self) -> list[telling.Missed]:
        """What others will be told of, unless another day is agreed."""
        halves = [
            telling.Half(entry.day, entry.moved_to_on is not None)
            for entry in self.entries
            if entry.state == development.MISSED
        ]
        return telling.missed(self.kept, halves, self.today)

    @property
    def sentence(self) -> str:
        """Where the promises stand, and what is next, in a sentence or two."""
        return " ".join(filter(None, [_month(self.month), _to_rebook(len(self.to_rebook))]))

    @property
    def rebooking(self) -> str:
        """How many supervisions are to re-book, in a sentence; nothing where none is."""
        number = len(self.to_rebook)
        what = "supervision is" if number == 1 else "supervisions are"
        return f"{in_words(number).capitalize()} {what} to re-book." if number else ""


def _month(tally: Tally) -> str:
    """Two of three supervisions promised this month took place."""
    if not tally.promised:
        return "No supervision is due this month."
    some, all_ = in_words(tally.took_place), in_words(tally.promised)
    if tally.promised == 1:
        done = "took place" if tally.took_place else "has not taken place yet"
        return f"The one supervision promised this month {done}."
    if tally.took_place == 0:
        return f"None of the {all_} supervisions promised this month has taken place yet."
    if tally.took_place == tally.promised:
        return f"All {all_} supervisions promised this month took place."
    return f"{some.capitalize()} of {all_} supervisions promised this month took place."


def _to_rebook(number: int) -> str:
    if not number:
        return ""
    return f"{in_words(number).capitalize()} {'is' if number == 1 else 'are'} to re-book."
