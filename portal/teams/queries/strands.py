"""What teams work on in particular, and what people in them can be asked about."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, func, select

from portal.database import db
from portal.people.models import PersonStrength, Post
from portal.people.strengths import STRENGTHS, known
from portal.teams.models import TeamStrand

MOST = 2_000


def strands_of(units: Collection[UUID]) -> Mapping[UUID, list[str]]:
    """The strands of each of these teams, in the order of the pages."""
    chosen: dict[UUID, set[str]] = defaultdict(set)
    for unit_id, strand in db.session.execute(_strands_of(), {"units": list(units)}):
        chosen[unit_id].add(strand)
    found = {unit_id: known(each) for unit_id, each in chosen.items()}
    return defaultdict(list, found)


@cache
def _strands_of() -> Any:
    units: Any = bindparam("units", expanding=True)
    return (
        select(TeamStrand.unit_id, TeamStrand.strand)
        .where(TeamStrand.unit_id.in_(units))
        .order_by(TeamStrand.unit_id, TeamStrand.strand)
        .limit(MOST)
    )


def strands_in_use(organisation_id: UUID) -> list[str]:
    """The strands that some team has chosen, in the order of the pages."""
    return known(db.session.scalars(_strands_in_use(), {"own": organisation_id}))


@cache
def _strands_in_use() -> Any:
    own: Any = bindparam("own", type_=Uuid)
    chosen = select(TeamStrand.strand).where(TeamStrand.organisation_id == own)
    return chosen.distinct().order_by(TeamStrand.strand).limit(MOST)


def strengths_in(units: Collection[UUID], day: date) -> Counter[str]:
    """How many people in these teams on a day said of each strength that they can be asked."""
    here = select(Post.person_id).where(Post.unit_id.in_(list(units)), Post.covering(day))
    said = (
        select(PersonStrength.strength, func.count())
        .where(PersonStrength.person_id.in_(here))
        .group_by(PersonStrength.strength)
        .order_by(func.count().desc(), PersonStrength.strength)
        .limit(MOST)
    )
    return Counter({key: number for key, number in db.session.execute(said) if key in STRENGTHS})
