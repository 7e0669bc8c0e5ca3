"""A mentoring of the demo that has ended: goals looked back at, and a note that waits."""

from collections.abc import Sequence
from datetime import timedelta

from portal.demo import past
from portal.demo.pairings import COORDINATOR, MENTORS, Pair
from portal.demo.scene import Employee, Scene
from portal.demo.sessions import weekday
from portal.mentoring import operations, queries
from portal.mentoring.models import MENTORING, Pairing

TWO_DAYS = timedelta(days=2)
BEFORE_THE_NEXT = timedelta(weeks=16)
MET_BEFORE_THE_END = (timedelta(weeks=9), timedelta(weeks=5), timedelta(days=6))
GOALS = "Chair a meeting by myself\nKnow which way to go next: practice or teaching"
BECAME = (
    "Four meetings, and the last one ended on time.",
    "Teaching. I have asked to have a student in the spring.",
)
NOTE = (
    "A question first and advice last is what helped most.\n\n"
    "Chairing is where it moved. What comes next could be the student: it would be good to talk "
    "about how to give feedback before the first day."
)


def end_one(scene: Scene, pairs: Sequence[Pair]) -> None:
    """Let the mentor before the one of today have left, two days ago, with a note to hand over."""
    today_s = next((p for p in pairs if p.pairing.kind == MENTORING and p.supported.member), None)
    if today_s is None:
        return
    before = _somebody_else(scene, today_s)
    if before is None:
        return
    pairing = _paired(scene, before, today_s)
    with past.on(weekday(scene.today - TWO_DAYS)):
        operations.end_pairing(before.person, pairing)
        agreement = queries.agreement_of(pairing)
        assert agreement is not None
        operations.write_look_back(today_s.supported.person, pairing, agreement, BECAME)
        operations.write_hand_over_note(before.person, pairing, NOTE)


def _somebody_else(scene: Scene, pair: Pair) -> Employee | None:
    """A mentor from another team than either of the two."""
    places = (pair.coach.place, pair.supported.place)
    found = (one for one in scene.doing(*MENTORS) if one.place not in places and not one.member)
    return next(found, None)


def _paired(scene: Scene, before: Employee, pair: Pair) -> Pairing:
    """The pairing before, with what the two agreed, how often they met and what became of it."""
    first, person = pair.pairing.started_on - BEFORE_THE_NEXT, pair.supported.person
    with past.on(first):
        by = scene.doing(COORDINATOR)[0].person
        pairing = operations.pair(by, before.person, person, kind=MENTORING, started_on=first)
        agreement = operations.write_agreement(
            person, pairing, goals=GOALS, weeks_between=6, notice_hours=24,
            review_on=first + timedelta(weeks=6),
        )  # fmt: skip
        operations.sign_agreement(before.person, agreement)
    for ago in MET_BEFORE_THE_END:
        day = weekday(scene.today - ago)
        with past.on(day):
            operations.record_session(before.person, pairing, held_on=day, minutes=60)
    return pairing
