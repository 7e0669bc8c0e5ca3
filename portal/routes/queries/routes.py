"""Routes as pages list them: mine, everybody's, and where each of them stands."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import selectinload

from portal.clock import today
from portal.database import db
from portal.induction.forecast import Terms
from portal.induction.moving import Moves, Stop
from portal.induction.queries import away_of
from portal.people.models import Organisation, Person, Post, RoleHeld
from portal.people.queries import named
from portal.routes.models import Route
from portal.routes.standing import Standing

MOST_FOUND = 30
MOST_OF_A_PERSON = 20
BY_NAME = [Person.sort_key, Route.id]


def own_route(person: Person) -> Route | None:
    """The route that a person is on, or else the last one."""
    own = (
        select(Route)
        .where(Route.person_id == person.id)
        .options(selectinload(Route.steps), selectinload(Route.pauses))
        .order_by(Route.ended_on.is_not(None), Route.started_on.desc(), Route.id)
        .limit(1)
    )
    return db.session.scalar(own)


def routes_of(person: Person) -> list[Route]:
    """Every route of one person, the first one first."""
    own = select(Route).where(Route.person_id == person.id)
    return list(db.session.scalars(own.order_by(Route.started_on).limit(MOST_OF_A_PERSON)))


def routes_here(organisation_id: UUID) -> Select[Route]:
    """The routes that are not over, each with what was recorded of it."""
    return (
        select(Route)
        .join(Person, Person.id == Route.person_id)
        .where(
            Route.organisation_id == organisation_id,
            or_(Route.ended_on.is_(None), Route.ended_on >= today()),
        )
        .options(selectinload(Route.steps), selectinload(Route.pauses))
        .order_by(*BY_NAME)
    )


def standings(routes: Collection[Route], day: date) -> dict[UUID, Standing]:
    """Where each of these routes of one organisation stands on a day, by its id."""
    away: Mapping[UUID, Sequence[Stop]] = away_of([each.person_id for each in routes])
    return {each.id: _standing(each, day, away[each.person_id]) for each in routes}


def standing_of(route: Route, day: date) -> Standing:
    """Where one route stands on a day."""
    return standings([route], day)[route.id]


def who_could_begin(organisation_id: UUID, q: str) -> list[Person]:
    """Who could be put on a route: those called so, or else assistants; nobody who is on one."""
    on_one = select(Route.person_id).where(
        Route.organisation_id == organisation_id, Route.ended_on.is_(None)
    )
    assistants = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == organisation_id,
        RoleHeld.role == "assistant",
        RoleHeld.covering(today()),
    )
    found = (
        select(Person)
        .where(
            Person.organisation_id == organisation_id,
            Person.working_here(today()),
            Person.id.not_in(on_one),
        )
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_FOUND)
    )
    for by_word in named(organisation_id, q) or [assistants]:
        found = found.where(Person.id.in_(by_word))
    return list(db.session.scalars(found))


def share_of(person: Person) -> Decimal | None:
    """The share of full time of somebody's post today, where it is known."""
    today_s = select(Post.fte).where(Post.person_id == person.id, Post.covering(today()))
    return db.session.scalar(today_s.order_by(Post.started_on.desc(), Post.id).limit(1))


def _standing(route: Route, day: date, away: Sequence[Stop]) -> Standing:
    stops = tuple(Stop(each.started_on, each.ended_on) for each in route.pauses)
    nation = db.session.get_one(Organisation, route.organisation_id).nation
    return Standing(
        terms=Terms(
            programme=route.template.programme,
            started_on=route.started_on,
            fte=route.fte,
            nation=nation,
            moves=Moves(stops, away=tuple(away)),
        ),
        weekday=route.study_weekday,
        held={each.code: each.held_on for each in route.steps},
        today=day,
        ended_on=route.ended_on,
        ended_as=route.ended_as,
    )
