"""What becomes of each row of a list of pairs: whom it means, and what stands against it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from portal.database import db
from portal.home.pair_list import Row
from portal.induction.queries import assessors_of
from portal.mentoring import queries
from portal.mentoring.operations import Existing, objections_to
from portal.people.models import Person

ALREADY = "already"


@dataclass(frozen=True)
class Found:
    """A row, the pair that it means if it means one, and what to know of it."""

    row: Row
    pair: Existing | None
    problems: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether it is brought in."""
        return self.pair is not None and not self.problems and not self.note


def look(organisation_id: UUID, rows: Sequence[Row], today: date) -> list[Found]:
    """Each row with the pair that it means; the same pair twice counts once."""
    people = _by_key(organisation_id, {row.who for row in rows}, today)
    coaches = _coaches(organisation_id, today)
    meant = [_meant(row, people, coaches) for row in rows]
    pairs = [each.pair for each in meant if each.pair]
    here = _here(pairs)
    assessors = assessors_of({pair.supported.id for pair in pairs})
    said = iter(objections_to(pairs, assessors=assessors))
    first: dict[tuple[UUID, UUID, str], int] = {}
    return [_judged(each, next(said), here, first) if each.pair else each for each in meant]


def _meant(row: Row, people: dict[str, Person], coaches: dict[str, Person]) -> Found:
    problems = list(row.problems)
    person, coach = people.get(_key(row.who)), coaches.get(_key(row.coach))
    if row.who and person is None:
        problems.append(f"Nobody here has the number or address {row.who}.")
    if row.coach and coach is None:
        problems.append(f"{row.coach} is no coach or mentor here. Give them that role first.")
    if person is None or coach is None or problems:
        return Found(row, None, tuple(problems))
    return Found(row, Existing(coach, person, row.kind, row.started_on))


def _judged(
    found: Found,
    objection: str | None,
    here: Collection[tuple[UUID, UUID, str]],
    first: dict[tuple[UUID, UUID, str], int],
) -> Found:
    assert found.pair
    key = found.pair.key
    if key in here:
        return Found(found.row, found.pair, note="The portal has this pair already.")
    if key in first:
        return Found(found.row, found.pair, note=f"The same as row {first[key]}.")
    first[key] = found.row.number
    return Found(found.row, found.pair, (f"{objection}.",) if objection else ())


def _here(pairs: Sequence[Existing]) -> set[tuple[UUID, UUID, str]]:
    """Which of these pairs the portal has, and they have not ended."""
    coaches, people = {each.coach.id for each in pairs}, {each.supported.id for each in pairs}
    return {
        (each.coach_id, each.supported_id, each.kind)
        for kind in {each.kind for each in pairs}
        for each in queries.pairings_among(coaches, people, kind)
        if not each.has_ended
    }


def _coaches(organisation_id: UUID, today: date) -> dict[str, Person]:
    found = {}
    for each in queries.coaches(organisation_id, today):
        for key in (each.person.staff_number, each.person.email, each.person.name):
            if key:
                found[_key(key)] = each.person
    return found


def _by_key(organisation_id: UUID, keys: Collection[str], today: date) -> dict[str, Person]:
    asked = {_key(key) for key in keys if key}
    people = (
        select(Person)
        .where(Person.organisation_id == organisation_id, Person.working_here(today))
        .where(or_(Person.staff_number.in_(keys), Person.email.in_(asked)))
        .order_by(Person.id)
        .limit(1000)
    )
    found: dict[str, Person] = {}
    for person in db.session.scalars(people):
        for key in (person.staff_number, person.email):
            if key:
                found[_key(key)] = person
    return found


def _key(written: str) -> str:
    return written.strip().lower()
