"""Teams that are coached: by whom, what they want to learn, and what they know."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm.attributes import set_committed_value

from portal.clock import today
from portal.database import db
from portal.mentoring.models import KnowHow, Session, TeamAim, TeamCoach
from portal.people.models import Person, Post, Unit
from portal.people.queries import reporting_to
from portal.web.lists import CHUNK, SIZE, Page, each_page, page_of

BY_FIRST_DAY = [TeamCoach.started_on, TeamCoach.id]
Row = TypeVar("Row", TeamAim, KnowHow)
MOST_AIMS = 60
MOST_TEAMS = 500
FEW = 5


def team_coaches_page(person: Person, after: str | None, size: int = SIZE) -> Page:
    """A page of the teams that are coached, with the day each last met: mine, or all of them."""
    return page_of(
        _seen_by(person, today()), keys=BY_FIRST_DAY, after=after, size=size, descending=True
    )


def every_team_coach(person: Person) -> Iterator[Any]:
    """All teams that are coached, as far as this person sees them, for a file."""
    for page in each_page(lambda after: team_coaches_page(person, after, CHUNK)):
        yield from page.rows


def coaching_of(unit_id: UUID) -> Sequence[TeamCoach]:
    """Everybody who coaches or has coached a team, first to last."""
    found = select(TeamCoach).where(TeamCoach.unit_id == unit_id)
    ordered = found.order_by(TeamCoach.started_on, TeamCoach.id).limit(MOST_AIMS)
    return db.session.scalars(ordered).all()


def teams_to_coach(organisation_id: UUID, day: date) -> Sequence[Unit]:
    """The teams that may be coached, by name."""
    is_open = or_(Unit.closed_on.is_(None), Unit.closed_on >= day)
    teams = (
        select(Unit)
        .where(Unit.organisation_id == organisation_id, Unit.kind == "team", is_open)
        .order_by(Unit.name, Unit.id)
        .limit(MOST_TEAMS)
    )
    return db.session.scalars(teams).all()


def manages_in(person: Person, unit_id: UUID, day: date) -> bool:
    """Whether somebody manages people of a team on a day, or covers for who does."""
    posts = select(Post.id).where(
        Post.unit_id == unit_id, Post.covering(day), Post.person_id.in_(reporting_to(person, day))
    )
    return db.session.scalar(posts.limit(1)) is not None


def aims_of(team: TeamCoach) -> Sequence[TeamAim]:
    """What a team wants to learn: what is still open by its day, then what was settled."""
    aims = (
        select(TeamAim)
        .where(TeamAim.unit_id == team.unit_id)
        .order_by(TeamAim.settled_on.is_not(None), TeamAim.due_on, TeamAim.id)
        .limit(MOST_AIMS)
    )
    return _with_their_team(team, db.session.scalars(aims).all())


def know_how_page(team: TeamCoach, after: str | None, size: int = SIZE) -> Page:
    """A page of what a team's people know, last first, without what was taken back."""
    shared = KnowHow.unit_id == team.unit_id, KnowHow.withdrawn_on.is_(None)
    keys = [KnowHow.written_at, KnowHow.id]
    notes = select(KnowHow).where(*shared)
    page = page_of(notes, keys=keys, after=after, size=size, descending=True)
    _with_their_team(team, page.rows)
    return page


def every_know_how(team: TeamCoach) -> Iterator[KnowHow]:
    """All that a team's people know, last first, for a file."""
    for page in each_page(lambda after: know_how_page(team, after, CHUNK)):
        yield from page.rows


def _with_their_team(team: TeamCoach, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with what their policies ask about the team: known once, not for each of them."""
    coaches = list(coaching_of(team.unit_id)) if rows else []
    for row in rows:
        set_committed_value(row, "posts", team.posts)
        set_committed_value(row, "coaches", coaches)
    return rows


def _seen_by(person: Person, day: date) -> Select[Any]:
    """The teams of `policies.see_team`, and for the coordinator all: with the day each last met.

    The third column says whether the page of the team opens to this person, so that a list need
    not ask for the posts of each.
    """
    last = (
        select(func.max(Session.held_on))
        .where(Session.unit_id == TeamCoach.unit_id)
        .correlate(TeamCoach)
        .scalar_subquery()
    )
    held = select(Post.unit_id).where(Post.person_id == person.id, Post.covering(day))
    managed = select(Post.unit_id).where(
        Post.covering(day), Post.person_id.in_(reporting_to(person, day))
    )
    goes_on = or_(TeamCoach.ended_on.is_(None), TeamCoach.ended_on >= day)
    coached = and_(TeamCoach.coach_id == person.id, goes_on)
    mine = or_(coached, TeamCoach.unit_id.in_(held), TeamCoach.unit_id.in_(managed))
    every: Any = select(TeamCoach, last.label("last_on"), case((mine, 1), else_=0).label("opens"))
    here: Select[Any] = every.where(TeamCoach.organisation_id == person.organisation_id)
    return here if person.has_role("coordinator") else here.where(mine)
