"""The sessions that the demo's pairs held: every other week, with the gaps that life brings."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from portal.demo import past
from portal.demo.pairings import Pair
from portal.demo.scene import Scene
from portal.mentoring import operations
from portal.mentoring.models import IN_PERSON

FORTNIGHT = timedelta(weeks=2)
MINUTES = (30, 45, 60, 60, 90)
MEDIA, HOW_OFTEN = (IN_PERSON, "video", "phone"), (7, 2, 1)
# How long ago each pair of one coach last met, in days: one of them has waited long.
LAST_MET = (9, 2, 16, 33, 12)
LAST_MET_CAST = 5


def hold_sessions(scene: Scene, pairs: Iterable[Pair]) -> None:
    """Hold every pair's sessions, from its first fortnight to the day on which it last met."""
    turns: Counter[UUID] = Counter()
    held: list[tuple[date, Pair]] = []
    for pair in pairs:
        turn = turns[pair.coach.person.id]
        ago = LAST_MET_CAST if pair.supported.member else LAST_MET[turn % len(LAST_MET)]
        turns[pair.coach.person.id] += 0 if pair.supported.member else 1
        last = scene.today - timedelta(days=ago)
        held += [(day, pair) for day in _days(scene, pair, last)]
    for day, pair in sorted(held, key=lambda one: one[0]):
        _hold(scene, pair, day)


def _days(scene: Scene, pair: Pair, last: date) -> list[date]:
    """The days on which a pair met; about one in ten of the others did not take place."""
    found: list[date] = []
    day = weekday(last)
    while day >= pair.pairing.started_on:
        if not found or scene.chance.random() > 0.1:
            found.append(day)
        day = weekday(day - FORTNIGHT + timedelta(days=scene.chance.randint(-2, 2)))
    return found


def weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _hold(scene: Scene, pair: Pair, day: date) -> None:
    by = pair.coach if scene.chance.random() < 0.7 else pair.supported
    with past.on(day):
        operations.record_session(
            by.person,
            pair.pairing,
            held_on=day,
            minutes=scene.chance.choice(MINUTES),
            medium=scene.chance.choices(MEDIA, HOW_OFTEN)[0],
        )
