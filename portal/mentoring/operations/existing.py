"""Pairs that worked together before the portal knew of them are brought in, all or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal import audit
from portal.database import db
from portal.mentoring import notices as sentences
from portal.mentoring.models import Pairing
from portal.mentoring.operations.pairings import (
    NOBODY,
    Assessors,
    objection_to_each,
    pairing_of,
    refuse,
    tell,
    who,
)
from portal.people.models import Person


@dataclass(frozen=True)
class Existing:
    """Two who work together already: what for, and since when."""

    coach: Person
    supported: Person
    kind: str
    started_on: date

    @property
    def key(self) -> tuple[UUID, UUID, str]:
        """What makes it the same pair in another row."""
        return self.coach.id, self.supported.id, self.kind


def objections_to(pairs: Sequence[Existing], *, assessors: Assessors = NOBODY) -> list[str | None]:
    """What stands against each of these pairs, in their order; None where nothing does."""
    said: dict[Existing, str | None] = {}
    for kind in sorted({pair.kind for pair in pairs}):
        alike = [pair for pair in pairs if pair.kind == kind]
        starting = [((pair.coach, pair.supported), pair.started_on) for pair in alike]
        against = objection_to_each(starting, kind=kind, assessors=assessors)
        said |= dict(zip(alike, against, strict=True))
    return [said[pair] for pair in pairs]


def bring_in_pairs(
    by: Person, pairs: Sequence[Existing], *, assessors: Assessors = NOBODY
) -> list[Pairing]:
    """Bring in pairs that work together already, each from its own first day, and tell them.

    Raises NotEligibleError with the sentences of those that cannot be; then none is brought in.
    """
    refuse(said for said in objections_to(pairs, assessors=assessors) if said)
    made = [
        pairing_of(by, (pair.coach, pair.supported), pair.kind, pair.started_on) for pair in pairs
    ]
    db.session.add_all(made)
    db.session.flush()
    deeds = [(each, who(each) | {"brought_in": True}) for each in made]
    audit.record_many(by, "mentoring.paired", deeds)
    for each in made:
        for reader in (each.coach, each.supported):
            if reader.id != by.id:
                tell(reader, sentences.paired(by, each, reader), each)
    return made
