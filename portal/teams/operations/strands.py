"""Saying what a team works on in particular."""

from collections.abc import Collection

from sqlalchemy import delete

from portal import audit
from portal.database import db
from portal.people.models import Person, Unit
from portal.people.strengths import known
from portal.teams import queries
from portal.teams.models import TeamStrand


def choose_strands(by: Person, unit: Unit, chosen: Collection[str]) -> bool:
    """Let these strands, and no others, be what a team works on; False where they were already."""
    before, after = queries.strands_of([unit.id])[unit.id], known(chosen)
    if before == after:
        return False
    gone = [key for key in before if key not in after]
    db.session.execute(
        delete(TeamStrand).where(TeamStrand.unit_id == unit.id, TeamStrand.strand.in_(gone))
    )
    own = {"organisation_id": unit.organisation_id, "unit_id": unit.id}
    db.session.add_all(TeamStrand(**own, strand=key) for key in after if key not in before)
    db.session.flush()
    audit.record(by, "teams.strands_chosen", unit, strands=after)
    return True
