"""Who is newly qualified, asked in bulk (see `portal.people.newly_qualified`)."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from portal.people.models import Person, Post, RoleHeld
from portal.people.newly_qualified import A_YEAR, ROLE, WORDS


def newly_qualified(organisation_id: Any, day: date) -> ColumnElement[bool]:
    """The condition that picks the newly qualified: found without reading everybody."""
    by_role = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == organisation_id,
        RoleHeld.role == ROLE,
        RoleHeld.covering(day),
    )
    by_award = select(Person.id).where(
        Person.organisation_id == organisation_id,
        Person.qualified_on > day - A_YEAR,
        Person.qualified_on <= day,
    )
    by_title = (
        select(Post.person_id)
        .join(Person, Person.id == Post.person_id)
        .where(
            Post.organisation_id == organisation_id,
            or_(Post.ended_on.is_(None), Post.ended_on >= day),
            Post.started_on > day - A_YEAR,  # said once more for the index: never before began_on
            func.coalesce(Post.began_on, Post.started_on) > day - A_YEAR,
            or_(*(func.lower(Post.job_title).contains(words, autoescape=True) for words in WORDS)),
            or_(Person.qualified_on.is_(None), Person.qualified_on > day),
        )
    )
    return Person.id.in_(by_role.union(by_award, by_title))
