"""How others of an organisation moved on from a role, and whether somebody is to be told of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from portal.database import db
from portal.pathways import moving_on
from portal.pathways.catalogue import Catalogue, Place
from portal.pathways.models import Application, NotNow, PathwayGoal
from portal.pathways.places import titles_at
from portal.pathways.queries.standing import DIFFERENT_TITLES
from portal.people.models import Person, Post

MOST_MOVES = 2000


def told_of_others(
    person: Person, catalogue: Catalogue, here: Place | None, today: date
) -> str | None:
    """What this person alone is told at two to three years; None where there is nothing to say.

    Most people are asked nothing for it: the day on which they qualified is known already.
    """
    if here is None or not here.up or not moving_on.is_time(person.qualified_on, today):
        return None
    titles = _titles_unless_there_is_a_way(person, today)
    if not titles:
        return None
    at = titles_at(catalogue, titles)
    moved, everybody = _moved(person.organisation_id, at, here, today)
    return moving_on.how_others_did_it(catalogue, here, moved, everybody)


def said_not_now(person: Person) -> NotNow | None:
    """That somebody does not want to be told, if they said so."""
    return db.session.scalar(select(NotNow).where(NotNow.person_id == person.id))


def _titles_unless_there_is_a_way(person: Person, today: date) -> list[str]:
    """The job titles in use; none where they said "not now", have a goal or have applied.

    One statement for both: what is asked of the person is looked up once in it.
    """
    own = person.id
    ways = (
        select(NotNow.id).where(NotNow.person_id == own).exists(),
        select(PathwayGoal.id)
        .where(PathwayGoal.person_id == own, PathwayGoal.ended_on.is_(None))
        .exists(),
        select(Application.id)
        .where(Application.person_id == own, Application.settled_on.is_(None))
        .exists(),
    )
    in_use = (
        select(Post.job_title)
        .where(Post.organisation_id == person.organisation_id, Post.covering(today), ~or_(*ways))
        .distinct()
        .order_by(Post.job_title)
        .limit(DIFFERENT_TITLES)
    )
    return list(db.session.scalars(in_use))


def _moved(
    organisation_id: UUID, titles: Mapping[str, Sequence[str]], here: Place, today: date
) -> tuple[dict[str, int], int]:
    """How many people moved from here to each place that it leads to, and how many in all."""
    place_of = {title: key for key in here.leads_to for title in titles.get(key, ())}
    before, after, longer = aliased(Post), aliased(Post), aliased(Post)
    since = date(today.year - moving_on.YEARS_BACK, today.month, 1)
    earlier = (
        select(before.id)
        .where(before.person_id == after.person_id, before.started_on < after.started_on)
        .where(before.job_title.in_(titles.get(here.key, ())))
        .correlate(after)
        .exists()
    )
    long_ago = (
        select(longer.id)
        .where(longer.person_id == after.person_id, longer.started_on < since)
        .where(longer.job_title.in_(list(place_of)))
        .correlate(after)
        .exists()
    )
    moves: Any = (
        select(after.job_title, after.person_id)
        .where(after.organisation_id == organisation_id, after.job_title.in_(list(place_of)))
        .where(after.started_on >= since, after.started_on <= today, earlier, ~long_ago)
        .order_by(after.person_id, after.started_on, after.id)
        .limit(MOST_MOVES)
    )
    first: dict[UUID, str] = {}
    for title, who in db.session.execute(moves):
        first.setdefault(who, place_of[title])
    moved: dict[str, int] = defaultdict(int)
    for key in first.values():
        moved[key] += 1
    return dict(moved), len(first)
