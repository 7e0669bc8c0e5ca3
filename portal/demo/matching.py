"""What people in the demo offer and look for, so that a visitor can open a round and run it."""

from datetime import timedelta

from sqlalchemy import select

from portal.database import db
from portal.demo import past
from portal.demo.pairings import NEWLY_QUALIFIED
from portal.demo.scene import Employee, Scene
from portal.matching import operations
from portal.matching.choices import GOALS, PRACTICES
from portal.mentoring.models import KINDS, MENTORING, Pairing
from portal.people.models import RoleHeld

LOOKING = (NEWLY_QUALIFIED, "Social Worker", "Social Work Assistant")
MOST_LOOKING = 24
WEEK = timedelta(weeks=1)


def offer_and_look(scene: Scene) -> None:
    """Let coaches and mentors say what they offer, and some others what they look for."""
    roles = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == scene.organisation.id, RoleHeld.role.in_(("coach", "mentor"))
    )
    supporting = set(db.session.scalars(roles))
    with past.on(scene.today - WEEK):
        for one in scene.staff:
            if one.person.id in supporting:
                _offer(scene, one)
        others = [one for one in scene.doing(*LOOKING) if one.person.id not in supporting]
        for one in others[:MOST_LOOKING]:
            _look(scene, one)


def _offer(scene: Scene, one: Employee) -> None:
    chance = scene.chance
    supports = db.session.query(Pairing).filter_by(coach_id=one.person.id, ended_on=None).count()
    operations.keep_offer(
        one.person, kinds=list(KINDS), people=max(supports, chance.randint(1, 4)), hours=4,
        identity=[],
        practice=chance.choice(list(PRACTICES)), strengths=sorted(chance.sample(list(GOALS), 6)),
        languages=[], paused_until=None, in_directory=True,
        trained_on=scene.today - timedelta(days=chance.randint(60, 500)),
    )  # fmt: skip


def _look(scene: Scene, one: Employee) -> None:
    chance = scene.chance
    operations.keep_need(
        one.person, kinds=[MENTORING], goals=sorted(chance.sample(list(GOALS), 3)), identity=[],
        practice=chance.choice(list(PRACTICES)), languages=[],
    )  # fmt: skip
