"""Who holds which post, what stands vacant, who is not enrolled."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, Row, and_, exists, func, select

from portal.database import db
from portal.home.queries.counting import COUNTED_TO, Counted, counted
from portal.home.queries.names import columns_of_name
from portal.induction.models import Induction
from portal.people.models import Person, Post, RoleHeld, Unit

A_YEAR = timedelta(days=365)


def in_post(organisation_id: UUID, today: date) -> Counted:
    """How many people hold a post today."""
    held = select(Post.person_id).where(
        Post.organisation_id == organisation_id, Post.covering(today)
    )
    return counted(held.where(Post.person_id.is_not(None)).group_by(Post.person_id))


def vacancies(organisation_id: UUID, today: date) -> list[Row[Any]]:
    """Vacant posts with their teams, those vacant longest first."""
    return list(
        db.session.execute(
            select(Post.job_title, Unit.name.label("team"), Post.started_on)
            .join(Unit, Unit.id == Post.unit_id)
            .where(
                Post.organisation_id == organisation_id,
                Post.person_id.is_(None),
                Post.covering(today),
            )
            .order_by(Post.started_on, Post.job_title, Post.id)
            .limit(COUNTED_TO + 1)
        )
    )


def not_enrolled(organisation_id: UUID, today: date) -> list[Row[Any]]:
    """Newly qualified without an induction year, by the day of the role.

    A job title without the role counts for a year: after that the first year is over.
    """
    enrolled = exists().where(Induction.person_id == Person.id)
    role = and_(RoleHeld.person_id == Person.id, RoleHeld.role == "nqsw", RoleHeld.covering(today))
    return list(
        db.session.execute(
            select(Person.id, RoleHeld.started_on, *columns_of_name())
            .outerjoin(RoleHeld, role)
            .where(
                Person.id.in_(_newly_qualified(organisation_id, today)),
                Person.working_here(today),
                ~enrolled,
            )
            .order_by(
                RoleHeld.started_on.is_(None), RoleHeld.started_on, Person.sort_key, Person.id
            )
            .limit(COUNTED_TO + 1)
        )
    )


def _newly_qualified(organisation_id: UUID, today: date) -> CompoundSelect[Any]:
    """Whoever has the role, or since a year at most the title: found without reading everybody."""
    by_role = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == organisation_id,
        RoleHeld.role == "nqsw",
        RoleHeld.covering(today),
    )
    by_title = select(Post.person_id).where(
        Post.organisation_id == organisation_id,
        Post.covering(today),
        Post.started_on > today - A_YEAR,
        Post.person_id.is_not(None),
        func.lower(Post.job_title).contains("newly qualified"),
    )
    return by_role.union(by_title)
