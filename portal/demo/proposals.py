"""What a visitor finds of the life of a pair: one agreement signed, one proposal that waits."""

from collections.abc import Sequence
from datetime import timedelta

from portal.demo import past
from portal.demo.pairings import COORDINATOR, Pair
from portal.demo.scene import Scene
from portal.mentoring import operations
from portal.mentoring.models import COACHING, MENTORING

GOALS = "Assessments that are shorter and say what changes for the child. A first court report."
THREE_DAYS = timedelta(days=3)
REVIEWED_AFTER = timedelta(weeks=6)
YESTERDAY = timedelta(days=1)


def agree_and_propose(scene: Scene, pairs: Sequence[Pair]) -> None:
    """Let the cast's coach and newly qualified worker have signed, and propose one more pair."""
    _agree(scene, pairs)
    _propose(scene)


def _agree(scene: Scene, pairs: Sequence[Pair]) -> None:
    ours = (pair for pair in pairs if pair.coach.member and pair.supported.member)
    pair = next((pair for pair in ours if pair.pairing.kind == COACHING), None)
    if pair is None:
        return
    day = min(pair.pairing.started_on + THREE_DAYS, scene.today)
    with past.on(day):
        agreement = operations.write_agreement(
            pair.supported.person, pair.pairing, goals=GOALS, weeks_between=4, notice_hours=24,
            review_on=day + REVIEWED_AFTER, minutes=60, medium="in person", booked_by="either",
        )  # fmt: skip
        operations.sign_agreement(pair.coach.person, agreement)


def _propose(scene: Scene) -> None:
    mentor = next(scene.with_role("mentor"), None)
    wanted = next(scene.with_role("assistant"), None)
    if mentor is None or wanted is None:
        return
    with past.on(scene.today - YESTERDAY):
        operations.propose_each(
            scene.doing(COORDINATOR)[0].person, [(mentor.person, wanted.person)], kind=MENTORING,
            started_on=scene.today + timedelta(days=7),
        )  # fmt: skip
