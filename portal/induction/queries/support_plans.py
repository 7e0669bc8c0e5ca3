"""The extra support plans of a year, and who can be named in one."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from portal.clock import today
from portal.database import db
from portal.induction.models import Induction, SupportPlan, SupportPlanWording
from portal.induction.queries.agreements import manager_of
from portal.people.models import Person, RoleHeld

MOST = 50
SUPPORTING = ("assessor", "coach", "mentor", "consultant", "principal")
MOST_SUPPORTERS = 200


def support_plans_of(induction: Induction) -> list[SupportPlan]:
    """Every extra support plan of a year, the latest first."""
    found = (
        select(SupportPlan)
        .where(SupportPlan.induction_id == induction.id)
        .options(lazyload(SupportPlan.induction))
        .order_by(SupportPlan.started_on.desc(), SupportPlan.id)
        .limit(MOST)
    )
    return list(db.session.scalars(found))


def wordings_of(plan: SupportPlan) -> list[SupportPlanWording]:
    """What a plan said before each correction, the latest first."""
    found = (
        select(SupportPlanWording)
        .where(SupportPlanWording.plan_id == plan.id)
        .order_by(SupportPlanWording.corrected_at.desc(), SupportPlanWording.id)
        .limit(MOST)
    )
    return list(db.session.scalars(found))


def readers_of(plan: SupportPlan) -> list[Person]:
    """Who reads a plan for as long as the year lasts: the three, the coordinators and HR."""
    induction = plan.induction
    three = (induction.person, induction.assessor, manager_of(induction))
    offices = (
        select(Person)
        .where(
            Person.organisation_id == plan.organisation_id,
            Person.working_here(today()),
            Person.id.in_(
                select(RoleHeld.person_id).where(
                    RoleHeld.organisation_id == plan.organisation_id,
                    RoleHeld.role.in_(("coordinator", "hr")),
                    RoleHeld.covering(today()),
                )
            ),
        )
        .order_by(Person.sort_key, Person.id)
        .limit(MOST)
    )
    near = [each for each in three if each is not None]
    return list({each.id: each for each in [*near, *db.session.scalars(offices)]}.values())


def supporters(induction: Induction) -> Sequence[Person]:
    """Who can be named as giving the support: the assessor, the manager, then others by name."""
    found = (
        select(Person)
        .where(
            Person.organisation_id == induction.organisation_id,
            Person.working_here(today()),
            Person.id != induction.person_id,
            Person.id.in_(
                select(RoleHeld.person_id).where(
                    RoleHeld.organisation_id == induction.organisation_id,
                    RoleHeld.role.in_(SUPPORTING),
                    RoleHeld.covering(today()),
                )
            ),
        )
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_SUPPORTERS)
    )
    near = [each for each in (induction.assessor, manager_of(induction)) if each is not None]
    others = db.session.scalars(found).all()
    return list({each.id: each for each in [*near, *others]}.values())
