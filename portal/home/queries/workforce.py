"""Who holds which post, what stands vacant, who is not enrolled."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, exists, select

from portal.database import db
from portal.home.queries.counting import COUNTED_TO, Counted, counted_each
from portal.home.queries.names import columns_of_name
from portal.induction.models import Induction
from portal.people.models import Person, Post, RoleHeld, Unit
from portal.people.queries import newly_qualified


def in_post_and_vacant(organisation_id: UUID, today: date) -> tuple[Counted, Counted]:
    """How many people hold a post today, and how many posts stand vacant."""
    held = select(Post.person_id).where(
        Post.organisation_id == organisation_id, Post.covering(today)
    )
    people = held.where(Post.person_id.is_not(None)).group_by(Post.person_id)
    in_post, vacant = counted_each(people, _vacancies(organisation_id, today))
    return in_post, vacant


def vacant_longest(organisation_id: UUID, today: date, most: int) -> list[Row[Any]]:
    """A few vacant posts with their teams, those vacant longest first."""
    posts = (
        _vacancies(organisation_id, today)
        .join(Unit, Unit.id == Post.unit_id)
        .with_only_columns(Post.job_title, Unit.name.label("team"), Post.started_on)
        .order_by(Post.first_day(), Post.job_title, Post.id)
        .limit(most)
    )
    return list(db.session.execute(posts))


def _vacancies(organisation_id: UUID, today: date) -> Select[Any]:
    return select(Post.id).where(
        Post.organisation_id == organisation_id,
        Post.person_id.is_(None),
        Post.covering(today),
    )


def not_enrolled(organisation_id: UUID, today: date) -> list[Row[Any]]:
    """Newly qualified without an induction year, by the day of the role."""
    enrolled = exists().where(Induction.person_id == Person.id)
    role = and_(RoleHeld.person_id == Person.id, RoleHeld.role == "nqsw", RoleHeld.covering(today))
    return list(
        db.session.execute(
            select(Person.id, RoleHeld.started_on, *columns_of_name())
            .outerjoin(RoleHeld, role)
            .where(
                newly_qualified(organisation_id, today),
                Person.working_here(today),
                ~enrolled,
            )
            .order_by(
                RoleHeld.started_on.is_(None), RoleHeld.started_on, Person.sort_key, Person.id
            )
            .limit(COUNTED_TO + 1)
        )
    )
