"""Who supports whom in the demo: coaches in their team, and mentors from another one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from portal.database import db
from portal.demo import past
from portal.demo.scene import Employee, Scene
from portal.mentoring import operations
from portal.mentoring.models import COACHING, MENTORING, Pairing
from portal.people.models import RoleHeld

COACH = "Social Worker Coach"
NEWLY_QUALIFIED = "Newly Qualified Social Worker"
MENTORS = ("Advanced Practitioner", "Senior Social Worker", "Lead Social Worker")
COACHED = (NEWLY_QUALIFIED, "Social Worker")
COORDINATOR = "Induction Coordinator"
MOST_COACHED = 5
MOST_MENTORED = 2
SETTLING_IN = timedelta(days=8)
SETTLED = timedelta(weeks=30)


@dataclass(frozen=True)
class Plan:
    """A pairing that is to be made: the two, what for, and its first day."""

    coach: Employee
    supported: Employee
    kind: str
    started_on: date


@dataclass(frozen=True)
class Pair:
    """A pairing with the two people in it."""

    pairing: Pairing
    coach: Employee
    supported: Employee


def pair_people(scene: Scene) -> list[Pair]:
    """Pair everybody who is to be paired, the coordinator doing it, each on its first day."""
    plans = sorted(_plans(scene), key=lambda plan: plan.started_on)
    _let_mentor(scene, plans)
    return [_pair(scene, plan) for plan in plans]


def _plans(scene: Scene) -> list[Plan]:
    """Coaches with up to five of their team, then mentors for whoever is new and has nobody."""
    plans = [
        Plan(coach, one, COACHING, _first_day(scene, coach, one))
        for coach in scene.doing(COACH)
        for one in _team_of(scene, coach)
    ]
    plans += [
        Plan(coach, one, MENTORING, _first_day(scene, coach, one)) for coach, one in _chosen(scene)
    ]
    supported = {plan.supported.person.id for plan in plans}
    plans += _mentored(scene, [one for one in _new(scene) if one.person.id not in supported])
    return [plan for plan in plans if plan.started_on <= scene.today]


def _team_of(scene: Scene, coach: Employee) -> list[Employee]:
    team = [one for one in scene.doing(*COACHED) if one.place == coach.place]
    return sorted(team, key=lambda one: one.job != NEWLY_QUALIFIED)[:MOST_COACHED]


def _chosen(scene: Scene) -> Iterator[tuple[Employee, Employee]]:
    """The pair that the cast needs: the coach mentors the social worker in another team."""
    workers = [one for one in scene.with_role("worker") if one.job == "Social Worker"]
    return zip(scene.with_role("mentor"), workers, strict=False)


def _new(scene: Scene) -> list[Employee]:
    return scene.doing(NEWLY_QUALIFIED)


def _mentored(scene: Scene, waiting: list[Employee]) -> list[Plan]:
    """A mentor from another team for each, as far as there are any."""
    mentors = [one for one in scene.doing(*MENTORS) if one.member is None] * MOST_MENTORED
    scene.chance.shuffle(mentors)
    plans = []
    for one in waiting:
        mentor = next((m for m in mentors if m.place != one.place), None)
        if mentor:
            mentors.remove(mentor)
            plans.append(Plan(mentor, one, MENTORING, _first_day(scene, mentor, one)))
    return plans


def _first_day(scene: Scene, coach: Employee, supported: Employee) -> date:
    if supported.job == NEWLY_QUALIFIED:
        return supported.career.joined_on + SETTLING_IN
    return max(coach.career.posted_on, supported.career.posted_on, scene.today - SETTLED)


def _let_mentor(scene: Scene, plans: list[Plan]) -> None:
    """Give mentors their role from the day of their first pairing."""
    known = {one.person.id for one in scene.with_role("mentor")}
    for plan in plans:
        if plan.kind == MENTORING and plan.coach.person.id not in known:
            known.add(plan.coach.person.id)
            db.session.add(
                RoleHeld(
                    id=scene.new_id(),
                    organisation_id=scene.organisation.id,
                    person_id=plan.coach.person.id,
                    role="mentor",
                    started_on=plan.started_on,
                )
            )


def _pair(scene: Scene, plan: Plan) -> Pair:
    with past.on(plan.started_on):
        pairing = operations.pair(
            scene.doing(COORDINATOR)[0].person,
            plan.coach.person,
            plan.supported.person,
            kind=plan.kind,
            started_on=plan.started_on,
        )
    return Pair(pairing, plan.coach, plan.supported)
