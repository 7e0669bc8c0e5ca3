"""A coaching of the demo that another coach covers for a while."""

from collections.abc import Sequence
from datetime import timedelta

from portal.demo import past
from portal.demo.pairings import COORDINATOR, Pair
from portal.demo.scene import Employee, Scene
from portal.demo.sessions import weekday
from portal.mentoring import operations
from portal.mentoring.models import COACHING

SINCE = timedelta(days=5)
UNTIL = timedelta(days=16)


def cover_for_one(scene: Scene, pairs: Sequence[Pair]) -> None:
    """Let another coach meet the last of the people whom the coach of the cast supports."""
    coached = [p for p in pairs if p.coach.member and p.pairing.kind == COACHING]
    theirs = [p for p in coached if not p.supported.member]
    other = _another(pairs, coached)
    if not theirs or other is None:
        return
    first = weekday(scene.today - SINCE)
    with past.on(first):
        cover = operations.name_cover(
            scene.doing(COORDINATOR)[0].person, theirs[-1].pairing, other.person,
            started_on=first, ended_on=weekday(scene.today + UNTIL),
        )  # fmt: skip
    met = weekday(scene.today - timedelta(days=1))
    with past.on(met):
        operations.record_session(other.person, cover, held_on=met, minutes=45)


def _another(pairs: Sequence[Pair], coached: Sequence[Pair]) -> Employee | None:
    """A coach who is not the one of the cast."""
    known = {pair.coach.person.id for pair in coached}
    kinds = (p.coach for p in pairs if p.pairing.kind == COACHING)
    return next((coach for coach in kinds if coach.person.id not in known), None)
