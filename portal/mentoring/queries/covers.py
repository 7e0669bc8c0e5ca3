"""Covers: who stands in for the coach or mentor of a pair, now or soon."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from portal.database import db
from portal.mentoring.models import Pairing
from portal.mentoring.when import Span
from portal.people.models import Person

MOST_COVERS = 20
MOST_AT_ONCE = 20_000


def covers_of(pairing: Pairing, today: date) -> Sequence[Pairing]:
    """The covers of this pair that last or are to come, the first of them in front."""
    found = (
        select(Pairing)
        .where(Pairing.in_place_of_id == pairing.id, Pairing.ended_on >= today)
        .order_by(Pairing.started_on, Pairing.id)
        .limit(MOST_COVERS)
    )
    return db.session.scalars(found).all()


def covers_since(organisation_id: UUID, since: date) -> dict[UUID, list[Span]]:
    """The days on which somebody covers or covered, by the id of the pair that was covered."""
    found = db.session.execute(
        select(Pairing.in_place_of_id, Pairing.started_on, Pairing.ended_on)
        .where(Pairing.organisation_id == organisation_id)
        .where(Pairing.in_place_of_id.is_not(None))
        .where(or_(Pairing.ended_on.is_(None), Pairing.ended_on >= since))
        .order_by(Pairing.started_on, Pairing.id)
        .limit(MOST_AT_ONCE)
    )
    covers: dict[UUID, list[Span]] = defaultdict(list)
    for covered_id, started_on, ended_on in found:
        assert covered_id is not None
        covers[covered_id].append(Span(started_on, ended_on))
    return covers


def covered_by(today: date) -> Any:
    """Who covers for the coach of the pairing at hand today: their name, or nothing."""
    cover = aliased(Pairing)
    who_covers = select(_name()).join(cover, cover.coach_id == Person.id)
    return _first(who_covers.where(cover.in_place_of_id == Pairing.id, cover.covering(today)))


def covers_for() -> Any:
    """For whom the coach of the pairing at hand covers: a name, or nothing."""
    covered = aliased(Pairing)
    for_whom = select(_name()).join(covered, covered.coach_id == Person.id)
    return _first(for_whom.where(covered.id == Pairing.in_place_of_id))


def _name() -> Any:
    return func.coalesce(func.nullif(Person.known_as, ""), Person.given_names) + (
        " " + Person.family_name
    )


def _first(names: Any) -> Any:
    return names.correlate(Pairing).limit(1).scalar_subquery()
