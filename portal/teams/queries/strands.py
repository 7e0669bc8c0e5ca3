"""What teams work on in particular, and what people in them can be asked about."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from portal.database import db
from portal.people.models import PersonStrength, Post, Unit
from portal.people.strengths import STRENGTHS
from portal.teams.models import TeamStrand
from portal.teams.queries.seats import pods_of

MOST = 2_000


def strands_of(units: Collection[UUID]) -> Mapping[UUID, list[str]]:
    """The strands of each of these teams, in the order of the pages."""
    chosen = (
        select(TeamStrand.unit_id, TeamStrand.strand)
        .where(TeamStrand.unit_id.in_(list(units)), TeamStrand.strand.in_(list(STRENGTHS)))
        .order_by(TeamStrand.unit_id, TeamStrand.strand)
        .limit(MOST)
    )
    place = {key: number for number, key in enumerate(STRENGTHS)}
    found: dict[UUID, list[str]] = defaultdict(list)
    for unit_id, strand in db.session.execute(chosen):
        found[unit_id].append(strand)
    return defaultdict(
        list, {key: sorted(each, key=place.__getitem__) for key, each in found.items()}
    )


def strands_in_use(organisation_id: UUID) -> list[str]:
    """The strands that some team has chosen, in the order of the pages."""
    chosen = select(TeamStrand.strand).where(TeamStrand.organisation_id == organisation_id)
    used = set(db.session.scalars(chosen.distinct().order_by(TeamStrand.strand).limit(MOST)))
    return [key for key in STRENGTHS if key in used]


def strengths_in(unit: Unit, day: date) -> Counter[str]:
    """How many people in a team on a day said of each strength that they can be asked."""
    units = [unit.id, *pods_of([unit.id], day)]
    here = select(Post.person_id).where(Post.unit_id.in_(units), Post.covering(day))
    said = (
        select(PersonStrength.strength, func.count())
        .where(PersonStrength.person_id.in_(here))
        .group_by(PersonStrength.strength)
        .order_by(func.count().desc(), PersonStrength.strength)
        .limit(MOST)
    )
    return Counter({key: number for key, number in db.session.execute(said) if key in STRENGTHS})
