"""Keeping: what became of each window in which supervision was promised.

Pure. A promise is held within its window, moved (held on a later day that was agreed, or due
while somebody was away), re-booked (another day is agreed and still to come), missed with a
neutral reason, or nothing is recorded of it. What is due in days away is moved, never missed.

A session that was moved out of an earlier window counts for that one. One too many in a window
counts for the window before, where nothing is recorded of that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from portal.induction.promises.windows import Window
from portal.period import Dated, covers

HELD, MOVED, REBOOKED, MISSED = "held", "moved", "re-booked", "missed"
UNRECORDED, PLANNED, OPEN, COMING = "nothing recorded", "planned", "due now", "to come"
TOOK_PLACE = (HELD, MOVED)
NOT_KEPT = (MISSED, UNRECORDED)
GONE = (MOVED, MISSED)


@dataclass(frozen=True, eq=False)
class Meeting:
    """A session as far as a promise is concerned: its day and what became of it.

    `state` is planned, held, moved or missed; `moved_to_on` the day it was moved to.
    """

    day: date
    state: str
    reason: str = ""
    moved_to_on: date | None = None
    id: object = None


@dataclass(frozen=True)
class Kept:
    """One promise: its window, its state, the day that state is about, and a reason."""

    window: Window
    state: str
    day: date | None = None
    reason: str = ""
    meeting: Meeting | None = None

    @property
    def took_place(self) -> bool:
        """Whether it was held, on its day or on another; days away ask for nothing."""
        return self.state in TOOK_PLACE

    @property
    def is_over(self) -> bool:
        """Whether it was due and is neither held, moved nor re-booked."""
        return self.state in NOT_KEPT


def judge(
    windows: Sequence[Window], meetings: Iterable[Meeting], *, today: date, away: Sequence[Dated]
) -> list[Kept]:
    """What became of each window by today."""
    by_day = sorted(meetings, key=lambda each: each.day)
    moved = _moved_out(windows, by_day)
    used = {id(target) for target in moved.values()}
    left = [each for each in by_day if each.state == HELD and id(each) not in used]
    judged = [_judged(window, by_day, left, moved, today, away) for window in windows]
    return _with_late(judged, left)


def _judged(
    window: Window,
    meetings: Sequence[Meeting],
    held: Sequence[Meeting],
    moved: dict[int, Meeting],
    today: date,
    away: Sequence[Dated],
) -> Kept:
    """What became of one window, looking at what happened in it first."""
    inside = [each for each in meetings if window.holds(each.day)]
    for each in held:
        if window.holds(each.day):
            return Kept(window, HELD, each.day, meeting=each)
    for each in inside:
        target = moved.get(id(each))
        if target is not None and target.state == HELD:
            return Kept(window, MOVED, target.day, each.reason, target)
        if target is not None and target.state == PLANNED and target.day >= today:
            return Kept(window, REBOOKED, target.day, each.reason, target)
    for each in inside:
        if each.state == PLANNED and each.day >= today:
            return Kept(window, PLANNED, each.day, meeting=each)
    return _without_a_meeting(window, inside, today, away)


def _without_a_meeting(
    window: Window, inside: Sequence[Meeting], today: date, away: Sequence[Dated]
) -> Kept:
    missed = next((each for each in reversed(inside) if each.state == MISSED), None)
    if window.due_on >= today:
        return Kept(window, COMING if window.from_on > today else OPEN, meeting=missed)
    if any(covers(each, window.due_on) for each in away):
        return Kept(window, MOVED, None, "somebody away")
    if missed is not None:
        return Kept(window, MISSED, missed.day, missed.reason, missed)
    return Kept(window, UNRECORDED)


def _moved_out(windows: Sequence[Window], meetings: Sequence[Meeting]) -> dict[int, Meeting]:
    """For each meeting that was moved out of its window: the one it became, if there is one."""
    standing = sorted(meetings, key=lambda each: each.state == HELD)
    by_day = {each.day: each for each in standing if each.state in (HELD, PLANNED)}
    became: dict[int, Meeting] = {}
    for each in (one for one in meetings if one.state in GONE):
        window = next((one for one in windows if one.holds(each.day)), None)
        target = _end_of_chain(each, meetings, by_day)
        if target is None or window is None or window.holds(target.day):
            continue
        if target not in became.values():
            became[id(each)] = target
    return became


def _end_of_chain(
    first: Meeting, meetings: Sequence[Meeting], by_day: dict[date, Meeting]
) -> Meeting | None:
    """Where a meeting came to stand after all the times it was moved."""
    steps = {each.day: each for each in meetings if each.state in GONE and each.moved_to_on}
    day, seen = first.moved_to_on, {first.day}
    while day is not None and day not in seen:
        if day in by_day:
            return by_day[day]
        seen.add(day)
        following = steps.get(day)
        day = following.moved_to_on if following is not None else None
    return None


def _with_late(judged: list[Kept], held: Sequence[Meeting]) -> list[Kept]:
    """One too many in a window is the late one of the window before, where that has none."""
    for place in range(1, len(judged)):
        before, window = judged[place - 1], judged[place].window
        spare = [each for each in held if window.holds(each.day)][1:]
        if spare and before.is_over:
            judged[place - 1] = replace(
                before, state=MOVED, day=spare[0].day, reason="", meeting=spare[0]
            )
    return judged


@dataclass(frozen=True)
class Tally:
    """How many were promised, and what became of them."""

    promised: int
    held: int
    moved: int
    missed: int
    rebooked: int

    @property
    def took_place(self) -> int:
        """How many took place, on their day or on another."""
        return self.held + self.moved

    @property
    def words(self) -> str:
        """The tally as it is printed: "2 of 3"."""
        return f"{self.took_place} of {self.promised}"


def tally(kept: Iterable[Kept]) -> Tally:
    """Count what became of these. What fell into days away was not due, and is not promised."""
    states = [each.state for each in kept if not (each.state == MOVED and each.day is None)]
    return Tally(
        promised=len(states),
        held=states.count(HELD),
        moved=states.count(MOVED),
        missed=sum(state in NOT_KEPT for state in states),
        rebooked=states.count(REBOOKED),
    )


def of_month(kept: Iterable[Kept], month: date) -> list[Kept]:
    """Those that were due in the month of a day."""
    return [
        each
        for each in kept
        if (each.window.due_on.year, each.window.due_on.month) == (month.year, month.month)
    ]


def until(kept: Iterable[Kept], today: date) -> list[Kept]:
    """Those that were due by now, or took place before they were due."""
    return [each for each in kept if each.window.due_on < today or each.took_place]
