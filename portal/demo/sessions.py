"""The sessions that the demo's pairs held: every other week, with the gaps that life brings.

Of the cast's own pairs the latest sessions have a note, and something is left to do.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, time, timedelta
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
HALF_PAST_TWO = time(14, 30)
NOTED = timedelta(weeks=8)
# What the cast's pairs noted, one after the other: about their work, and about nobody's family.
NOTES = (
    "Looked at how I plan a visit. What I want to find out comes first, then what I want to say.",
    "Talked about endings. I keep them for the last minutes, so next time I say it at the start.",
    "Saying no to a further task. We tried out three sentences and I chose the plainest.",
    "Went through my week. Two mornings for writing work better than ten half hours.",
)
LEFT_TO_DO = (
    "Write up the visit plan as one page",
    "Say the ending at the start, and see what changes",
)


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
    for number, (day, pair) in enumerate(sorted(held, key=lambda one: one[0])):
        is_noted = pair.supported.member and scene.today - day <= NOTED
        _hold(scene, pair, day, NOTES[number % len(NOTES)] if is_noted else "")
        if is_noted and day == weekday(scene.today - timedelta(days=LAST_MET_CAST)):
            _agree(pair, day)


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


def _agree(pair: Pair, day: date) -> None:
    """What the two left to do when they met last, and the day on which they meet again."""
    person = pair.supported.person
    with past.on(day):
        for words, due_on in zip(LEFT_TO_DO, (weekday(day + FORTNIGHT), None), strict=True):
            operations.agree_action(person, pair.pairing, words=words, owner=person, due_on=due_on)
        again_on = weekday(day + FORTNIGHT)
        operations.plan_session(
            pair.coach.person, pair.pairing, meets_on=again_on, from_time=HALF_PAST_TWO
        )


def _hold(scene: Scene, pair: Pair, day: date, note: str) -> None:
    by = pair.coach if scene.chance.random() < 0.7 else pair.supported
    with past.on(day):
        operations.record_session(
            by.person,
            pair.pairing,
            held_on=day,
            minutes=scene.chance.choice(MINUTES),
            medium=scene.chance.choices(MEDIA, HOW_OFTEN)[0],
            note=note,
        )
