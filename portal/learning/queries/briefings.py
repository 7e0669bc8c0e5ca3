"""Which teams have talked about a published review, and which have yet to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_, select

from portal.database import db
from portal.learning.models import PublishedReview, TeamBriefing
from portal.people.models import Person, Post, Unit
from portal.web.lists import CHUNK, SIZE, Page, each_page, page_of

TEAM = "team"
MOST_MANAGERS = 2_000
MOST_OWN = 30


@dataclass(frozen=True)
class Briefed:
    """How many of all teams have talked about it."""

    teams: int
    briefed: int


def briefings_page(review: PublishedReview, day: date, after: str | None, size: int = SIZE) -> Page:
    """A page of the teams of a day by name, each with its briefing if there was one."""
    return page_of(_listed(review, day), keys=[Unit.name, Unit.id], after=after, size=size)


def every_briefing(review: PublishedReview, day: date) -> Iterator[Any]:
    """All teams with their briefing, for a file."""
    for page in each_page(lambda after: briefings_page(review, day, after, CHUNK)):
        yield from page.rows


def briefed(review: PublishedReview, day: date) -> Briefed:
    """How many teams of a day have talked about it."""
    both = (func.count(), func.count(TeamBriefing.id))
    counted = _listed(review, day).with_only_columns(*both, maintain_column_froms=True)
    teams, done = db.session.execute(counted).one()
    return Briefed(teams, done)


def own_teams(review: PublishedReview, person: Person, day: date) -> list[Any]:
    """The teams in which somebody works or manages, by name, each with its briefing if any."""
    concerned = or_(Post.person_id == person.id, Post.manager_id == person.id)
    mine = select(Post.unit_id).where(concerned, Post.covering(day))
    found = _listed(review, day).where(Unit.id.in_(mine)).order_by(Unit.name, Unit.id)
    return list(db.session.execute(found.limit(MOST_OWN)))


def managers_of_teams(organisation_id: UUID, day: date) -> list[Person]:
    """Everybody to whom somebody in a team reports on a day."""
    managing = (
        select(Post.manager_id)
        .join(Unit, Unit.id == Post.unit_id)
        .where(Post.organisation_id == organisation_id, Unit.kind == TEAM, Post.covering(day))
    )
    people = select(Person).where(Person.id.in_(managing), Person.left_on.is_(None))
    return list(db.session.scalars(people.order_by(Person.id).limit(MOST_MANAGERS)))


def _listed(review: PublishedReview, day: date) -> Any:
    """Teams that somebody works in, with the day they were briefed and by whom."""
    given = and_(TeamBriefing.unit_id == Unit.id, TeamBriefing.review_id == review.id)
    worked_in = (
        select(Post.id)
        .where(Post.unit_id == Unit.id, Post.covering(day), Post.person_id.is_not(None))
        .correlate(Unit)
        .exists()
    )
    return (
        select(Unit.id, Unit.name, TeamBriefing.briefed_on, Person)
        .outerjoin(TeamBriefing, given)
        .outerjoin(Person, Person.id == TeamBriefing.briefed_by_id)
        .where(
            Unit.organisation_id == review.organisation_id,
            Unit.kind == TEAM,
            or_(Unit.closed_on.is_(None), Unit.closed_on >= day),
            worked_in,
        )
    )
