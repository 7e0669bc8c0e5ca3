"""Who holds which post, what stands vacant, who is not enrolled."""

from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Row, Select, and_, bindparam, exists, select

from portal.database import db
from portal.home.queries.counting import COUNTED_TO, Counted, asked_at_once, at_once
from portal.home.queries.names import columns_of_name
from portal.induction.models import Induction
from portal.people.asker import HERE, KEPT
from portal.people.models import Person, Post, RoleHeld, Unit
from portal.people.queries import newly_qualified


def in_post_and_vacant(organisation_id: UUID, today: date) -> tuple[Counted, Counted]:
    """How many people hold a post today, and how many posts stand vacant."""
    in_post, vacant = asked_at_once(_in_post_and_vacant(today), here=organisation_id)
    return in_post, vacant


@lru_cache(KEPT)
def _in_post_and_vacant(today: date) -> Select[Any]:
    held = select(Post.person_id).where(Post.organisation_id == HERE, Post.covering(today))
    people = held.where(Post.person_id.is_not(None)).group_by(Post.person_id)
    return at_once(people, _vacancies(today))


def vacant_longest(organisation_id: UUID, today: date, most: int) -> list[Row[Any]]:
    """A few vacant posts with their teams, those vacant longest first."""
    asked = {"here": organisation_id, "most": most}
    return list(db.session.execute(_vacant_longest(today), asked))


@lru_cache(KEPT)
def _vacant_longest(today: date) -> Any:
    return (
        _vacancies(today)
        .join(Unit, Unit.id == Post.unit_id)
        .with_only_columns(Post.job_title, Unit.name.label("team"), Post.started_on)
        .order_by(Post.first_day(), Post.job_title, Post.id)
        .limit(bindparam("most", type_=Integer))
    )


def _vacancies(today: date) -> Select[Any]:
    return select(Post.id).where(
        Post.organisation_id == HERE,
        Post.person_id.is_(None),
        Post.covering(today),
    )


def not_enrolled(organisation_id: UUID, today: date) -> list[Row[Any]]:
    """Newly qualified without an induction year, by the day of the role."""
    return list(db.session.execute(_not_enrolled(today), {"here": organisation_id}))


@lru_cache(KEPT)
def _not_enrolled(today: date) -> Select[Any]:
    enrolled = exists().where(Induction.person_id == Person.id)
    role = and_(RoleHeld.person_id == Person.id, RoleHeld.role == "nqsw", RoleHeld.covering(today))
    return (
        select(Person.id, RoleHeld.started_on, *columns_of_name())
        .outerjoin(RoleHeld, role)
        .where(newly_qualified(HERE, today), Person.working_here(today), ~enrolled)
        .order_by(RoleHeld.started_on.is_(None), RoleHeld.started_on, Person.sort_key, Person.id)
        .limit(COUNTED_TO + 1)
    )
