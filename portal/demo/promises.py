"""What became of the demo's promises: supervision, time to learn, points, work in pairs, groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from portal.demo import past
from portal.demo.pairings import COORDINATOR, MENTORS
from portal.demo.scene import Chance, Employee, Scene
from portal.demo.sessions import weekday
from portal.induction.models import Induction
from portal.induction.operations import promises
from portal.induction.promises.development import HALF_DAY
from portal.induction.promises.ledger import Terms
from portal.induction.promises.windows import Window
from portal.induction.queries.promises import terms_of
from portal.mentoring import operations as mentoring
from portal.people.models import Person
from portal.teams.operations import count_workload

KEPT = 0.9
LENGTHS = (60, 60, 90)
REASONS = ("urgent work", "somebody away", "no time found")
FORTNIGHT = timedelta(weeks=2)
ONE_DAY = timedelta(days=1)
FRIDAY = 4
ABOVE = 5  # points by which the cast's newly qualified worker is above what was agreed
THERE = 0.8


class Year(Protocol):
    """One year of the demo, and who accompanies it."""

    @property
    def one(self) -> Employee:
        """Whose year it is."""

    @property
    def induction(self) -> Induction:
        """The year itself."""


@dataclass(frozen=True)
class Told:
    """What the steps below need of one year."""

    year: Year
    terms: Terms
    leader: Person
    is_shown: bool


def keep_promises(scene: Scene, years: Sequence[Year]) -> None:
    """Write down what became of every promise, each deed on its day."""
    chance = Chance(f"promises {scene.organisation.name}")
    told = [each for year in years for each in _told(scene, year)]
    for each in told:
        _supervise(chance, scene.today, each)
        _learn(chance, scene.today, each)
        _count(chance, scene.today, each)
        _stand_beside(scene, each)
    _gather(scene, chance, told)


def _told(scene: Scene, year: Year) -> Iterator[Told]:
    leader = scene.manager_of(year.one)
    if leader is not None and year.induction.is_open:
        yield Told(year, terms_of(year.induction), leader, bool(year.one.member))


def _supervise(chance: Chance, today: date, told: Told) -> None:
    """Most windows hold one; the last one that passed is to be re-booked in the cast's year."""
    windows = told.terms.windows(told.terms.programme.supervision)
    begun = [window for window in windows if window.from_on < today]
    passed = [window for window in begun if window.due_on < today]
    person = told.year.induction.person
    for window in begun if told.is_shown else passed:
        is_held = window != passed[-1] if told.is_shown else chance.random() < KEPT
        day = min(_day_in(chance, window), weekday(today - ONE_DAY))
        if day < window.from_on:
            continue
        if told.terms.moves.stop_on(day):
            continue
        if is_held:
            by = told.leader if chance.random() < KEPT else person
            with past.on(day):
                mentoring.record_supervision(
                    by, leader=told.leader, person=person, held_on=day,
                    minutes=chance.choice(LENGTHS),
                )  # fmt: skip
        elif not told.is_shown:
            with past.on(window.due_on):
                mentoring.rebook_supervision(
                    told.leader, leader=told.leader, person=person, missed_on=day,
                    reason=chance.choice(REASONS), to_on=None,
                )  # fmt: skip


def _day_in(chance: Chance, window: Window) -> date:
    """A weekday in the window, not on its first days."""
    length = (window.due_on - window.from_on).days
    day = weekday(window.from_on + timedelta(days=chance.randint(length // 2, length)))
    return max(day, window.from_on)


def _learn(chance: Chance, today: date, told: Told) -> None:
    """A day every fortnight, one of them missed; the cast's next half day is booked."""
    induction, day = told.year.induction, weekday(told.terms.started_on + FORTNIGHT)
    person, known = induction.person, told.terms.known_from or told.terms.started_on
    while day < today:
        if day >= known and not told.terms.moves.stop_on(day):
            _learnt(chance, day, told)
        day = weekday(day + FORTNIGHT + ONE_DAY)
    if told.is_shown:
        with past.on(today - ONE_DAY):
            coming = _next_friday(today)
            promises.record_development_time(person, induction, day=coming, minutes=HALF_DAY)


def _learnt(chance: Chance, day: date, told: Told) -> None:
    induction = told.year.induction
    with past.on(day):
        entry = promises.record_development_time(
            induction.person, induction, day=day, minutes=2 * HALF_DAY
        )
        if chance.random() > KEPT:
            promises.miss_development_time(
                induction.person, entry, reason=chance.choice(REASONS), to_on=None
            )


def _next_friday(today: date) -> date:
    return today + timedelta(days=(FRIDAY - today.weekday() - 1) % 7 + 1)


def _count(chance: Chance, today: date, told: Told) -> None:
    """A count in the first days of each month, near to what is agreed."""
    day = weekday(today - timedelta(days=2))
    for months_ago in range(5):
        counted_on = weekday(day - timedelta(days=30 * months_ago))
        if counted_on < told.terms.started_on or told.terms.moves.stop_on(counted_on):
            break
        agreed = told.terms.ceiling(counted_on) or 100
        above = ABOVE if told.is_shown and months_ago == 0 else chance.randint(-12, 3)
        with past.on(counted_on):
            person = told.year.induction.person
            count_workload(
                told.leader, person, counted_on=counted_on, points=agreed + above, today=counted_on
            )


def _stand_beside(scene: Scene, told: Told) -> None:
    """Somebody experienced in the same place stands beside them in work of this kind."""
    place = told.year.one.place
    beside = next((one for one in scene.doing(*MENTORS) if one.place == place), None)
    co_worker = beside.person if beside else told.leader
    for kind in told.terms.programme.not_alone:
        with past.on(told.terms.started_on + ONE_DAY if scene.today > told.terms.started_on
                     else scene.today):  # fmt: skip
            promises.decide_work_beside(
                told.leader, told.year.induction, kind=kind.key, title=kind.title,
                co_worker=co_worker, alone_from_on=None, reason="",
            )  # fmt: skip


def _gather(scene: Scene, chance: Chance, told: Sequence[Told]) -> None:
    """A morning for everybody in their first year, once a month, led by the coordinator."""
    leader = scene.doing(COORDINATOR)[0].person
    for months_ago in range(5, 0, -1):
        day = weekday(scene.today - timedelta(days=30 * months_ago - 10))
        there = [
            each.year.induction.person
            for each in told
            if each.terms.started_on <= day and (each.is_shown or chance.random() < THERE)
        ]
        if there:
            with past.on(day):
                mentoring.record_group(
                    leader, there, title="Group morning", held_on=day, minutes=180
                )
