"""Teams with the posts in them, as far as composition and balance ask."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Date, String, and_, bindparam, or_, select, type_coerce
from sqlalchemy.orm import aliased

from portal.database import db
from portal.people.asker import KEPT
from portal.people.models import Cover, Person, Post, Unit
from portal.teams.composition import Seat
from portal.teams.modelling import Model, shipped
from portal.teams.models import TeamModel, TeamOnModel, TeamStrand
from portal.web.lists import Page, page_of

TEAM = "team"
A_PAGE = 25
MOST_SEATS = 20_000
MOST_PODS = 500
MOST_VACANCIES = 50


@dataclass(frozen=True, slots=True)
class Team:
    """A team, the model that it keeps to, and the team that it is a pod of."""

    id: UUID
    name: str
    parent_id: UUID | None
    part_of: str
    model: Model | None
    number: int


def teams(
    organisation_id: UUID,
    day: date,
    *,
    after: str | None = None,
    only: Collection[UUID] | None = None,
    part_of: UUID | None = None,
    strand: str = "",
) -> Page:
    """The teams of an organisation that are not closed, by name; some of them, or the pods."""
    open_then = or_(Unit.closed_on.is_(None), Unit.closed_on >= day)
    listed: Any = _listed(day).where(
        Unit.organisation_id == organisation_id, Unit.kind == TEAM, open_then
    )
    if only is not None:
        listed = listed.where(Unit.id.in_(list(only)))
    if part_of is not None:
        listed = listed.where(Unit.parent_id == part_of)
    if strand:
        on_it = select(TeamStrand.unit_id).where(
            TeamStrand.organisation_id == organisation_id, TeamStrand.strand == strand
        )
        listed = listed.where(Unit.id.in_(on_it))
    page = page_of(listed, keys=[Unit.name, Unit.id], after=after, size=A_PAGE)
    return Page(rows=_teams(page.rows), next=page.next, first=page.first)


def team_of(unit: Unit, day: date) -> Team:
    """One team with its model of a day."""
    return _teams(db.session.execute(_listed(day).where(Unit.id == unit.id)).all())[0]


def seats_of(
    found: Collection[Team], day: date, since: date | None = None
) -> Mapping[UUID, list[Seat]]:
    """The posts of these teams that end on a day or later, and of their pods without a model then.

    A pod that keeps to a model is looked at on its own. `since` looks further back.
    """
    own = {team.id: team.id for team in found}
    posts: dict[UUID, list[Seat]] = defaultdict(list)
    into = own | pods_of(list(own), day)
    asked = {"units": list(into), "last": since or day}
    rows = db.session.execute(_seats(), asked)
    for unit_id, its_rows in groupby(rows, key=itemgetter(0)):
        seats = posts[into[unit_id if isinstance(unit_id, UUID) else UUID(unit_id)]]
        for _, left, who, title, first, ended, *facts in its_rows:
            ends = min(ended, left) if ended and left else ended or left
            if ends is None or ends >= first:
                seats.append(Seat(who, title, first, ends, *facts))
    return posts


@cache
def _seats() -> Any:
    """The statement: of which team, the day somebody left, and what a `Seat` holds.

    Ids come as the database keeps them: hundreds of people are only told apart by them.
    """
    until = bindparam("last", type_=Date)
    return (
        select(
            type_coerce(Post.unit_id, String), Person.left_on,
            type_coerce(Post.person_id, String), Post.job_title, Post.started_on,
            Post.ended_on, Post.contract, Post.fte, Person.qualified_on,
        )
        .outerjoin(Person, Person.id == Post.person_id)
        .where(Post.unit_id.in_(bindparam("units", expanding=True)))
        .where(or_(Post.ended_on.is_(None), Post.ended_on >= until))
        .order_by(Post.unit_id, Post.started_on, Post.id)
        .limit(MOST_SEATS)
    )  # fmt: skip


def pods_of(parents: list[UUID], day: date) -> dict[UUID, UUID]:
    """The pods without a model of their own, each with the team that it is part of."""
    pods = db.session.execute(_pods(day), {"parents": parents})
    return {pod: parent for pod, parent in pods if parent}


@lru_cache(KEPT)
def _pods(day: date) -> Any:
    parents: Any = bindparam("parents", expanding=True)
    return (
        select(Unit.id, Unit.parent_id)
        .outerjoin(TeamOnModel, _on(day))
        .where(Unit.parent_id.in_(parents), Unit.kind == TEAM, TeamOnModel.id.is_(None))
        .order_by(Unit.id)
        .limit(MOST_PODS)
    )


def _on(day: date) -> Any:
    return and_(TeamOnModel.unit_id == Unit.id, TeamOnModel.covering(day))


@lru_cache(KEPT)
def _listed(day: date) -> Any:
    larger = aliased(Unit)
    edition = and_(
        TeamModel.organisation_id == TeamOnModel.organisation_id,
        TeamModel.key == TeamOnModel.model_key,
        TeamModel.number == TeamOnModel.model_number,
    )
    return (
        select(
            Unit.id, Unit.name, Unit.parent_id, larger.name, TeamOnModel.model_key,
            TeamOnModel.model_number, TeamModel.id,
        )
        .outerjoin(larger, larger.id == Unit.parent_id)
        .outerjoin(TeamOnModel, _on(day))
        .outerjoin(TeamModel, edition)
    )  # fmt: skip


def _teams(rows: Sequence[Any]) -> list[Team]:
    """Rows as teams; each edition of a model is read once."""
    own = {row[6] for row in rows if row[6]}
    editions = select(TeamModel).where(TeamModel.id.in_(sorted(own))).order_by(TeamModel.id)
    kept = {each.id: each.model for each in db.session.scalars(editions)} if own else {}
    return [
        Team(unit_id, name, parent_id, part_of or "", kept.get(edition) or shipped().get(key or ""),
             number or 0)
        for unit_id, name, parent_id, part_of, key, number, edition in (row[:7] for row in rows)
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post that stands vacant in a team, since when, and who does its work meanwhile."""

    job_title: str
    since: date
    covered_by: str
    covered_until: date | None


def vacancies_in(unit: Unit, day: date) -> list[Vacancy]:
    """The posts in a team that stand vacant on a day, longest first, with whoever covers them."""
    covering = and_(Cover.post_id == Post.id, Cover.covering(day))
    vacant = (
        select(Post.job_title, Post.started_on, Person, Cover.ended_on)
        .outerjoin(Cover, covering)
        .outerjoin(Person, Person.id == Cover.person_id)
        .where(Post.unit_id == unit.id, Post.covering(day), Post.person_id.is_(None))
        .order_by(Post.started_on, Post.id, Cover.id)
        .limit(MOST_VACANCIES)
    )
    return [
        Vacancy(title, since, person.name if person else "", until)
        for title, since, person, until in db.session.execute(vacant)
    ]


def concerning(person_id: UUID, day: date) -> list[UUID]:
    """The units in which somebody has a post or manages one."""
    mine = or_(Post.person_id == person_id, Post.manager_id == person_id)
    posts = select(Post.unit_id).where(mine, Post.covering(day)).distinct()
    pods = select(Unit.id).where(Unit.parent_id.in_(posts), Unit.kind == TEAM)
    either = posts.union(pods).limit(MOST_PODS)
    return sorted(db.session.scalars(either))
