"""The conditions that pick the people of each kind of thing to look at."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased

from portal.people.models import Person, Post, Unit
from portal.people.quality.judging import LONGEST_WEEK, SHORTEST_WEEK

NOT_FOUND = ("not registered", "not found", "another name")


def conditions(
    organisation_id: UUID, today: date, titles: Sequence[str]
) -> Mapping[str, ColumnElement[bool]]:
    """For each kind that a condition can find, the condition on the people who work here."""
    in_post = posts_of_today(organisation_id, today)
    # By person alone: asked for the organisation too, SQLite would go by the job titles in it.
    own = exists().where(Post.person_id == Person.id)
    not_over = own.where(or_(Post.ended_on.is_(None), Post.ended_on >= today))
    social_work = own.where(Post.covering(today), Post.job_title.in_(titles))
    about_posts = post_conditions(organisation_id, today).items()
    return {
        **{kind: Person.id.in_(in_post.where(wrong)) for kind, wrong in about_posts},
        "address": Person.claimed_email.is_not(None),
        "ended": and_(~not_over, own),
        "no-post": ~own,
        "registration-missing": and_(Person.registration_number == "", social_work),
        "registration-not-found": or_(
            Person.registration_status.in_(NOT_FOUND), Person.registered_until < today
        ),
        "qualified-unknown": and_(Person.qualified_on.is_(None), social_work),
        "no-email": Person.email.is_(None),
        "question-marks": or_(
            Person.family_name.contains("?"),
            Person.given_names.contains("?"),
            Person.known_as.contains("?"),
        ),
    }


def post_conditions(organisation_id: UUID, today: date) -> dict[str, ColumnElement[bool]]:
    """For each kind that is about a post, the condition that picks the post of today."""
    left = select(Person.id).where(
        Person.organisation_id == organisation_id, Person.left_on < today
    )
    closed = select(Unit.id).where(Unit.organisation_id == organisation_id, Unit.closed_on < today)
    return {
        "no-manager": and_(Post.manager_id.is_(None), ~_is_head(organisation_id, today)),
        "left-manager": Post.manager_id.in_(left),
        "closed-team": Post.unit_id.in_(closed),
        "hours": or_(Post.hours < Post.fte * SHORTEST_WEEK, Post.hours > Post.fte * LONGEST_WEEK),
    }


def posts_of_today(organisation_id: UUID, today: date) -> Select[Any]:
    """Who holds a post today, once for each post."""
    return _holders(organisation_id).where(Post.covering(today))


def _holders(organisation_id: UUID) -> Select[Any]:
    return select(Post.person_id).where(
        Post.organisation_id == organisation_id, Post.person_id.is_not(None)
    )


def _is_head(organisation_id: UUID, today: date) -> ColumnElement[bool]:
    """Somebody whom others report to, with nobody in a unit above who could be asked.

    A staff list often ends with its team managers: they have no manager on purpose.
    """
    reporting = aliased(Post)
    leads = exists().where(reporting.manager_id == Post.person_id, reporting.covering(today))
    above, top = aliased(Unit), aliased(Unit)
    highest = (
        select(Unit.id)
        .outerjoin(above, above.id == Unit.parent_id)
        .outerjoin(top, top.id == above.parent_id)
        .where(
            Unit.organisation_id == organisation_id,
            ~_is_held(above.id, today),
            ~_is_held(top.id, today),
        )
    )
    return and_(leads, Post.unit_id.in_(highest))


def _is_held(unit_id: Any, today: date) -> ColumnElement[bool]:
    """Whether somebody holds a post in this very unit."""
    held = aliased(Post)
    return exists().where(
        held.unit_id == unit_id, held.person_id.is_not(None), held.covering(today)
    )
