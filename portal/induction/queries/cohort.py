"""A cohort's list held against the portal: who each row means, and what stands against it."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import or_, select

from portal import period
from portal.clock import today
from portal.induction import calendar, entry
from portal.induction.cohort import Row
from portal.induction.programmes import Programme
from portal.induction.queries.candidates import Candidate, assessors, candidates_among
from portal.induction.queries.years import inductions_of
from portal.people.models import Person

NOBODY_SO = "Nobody who works here has this staff number or e-mail."
TWICE = "This person is in the list twice. Take one row out."


@dataclass(frozen=True)
class Starting:
    """A row that was understood: the person, their year as it would be, and what to check."""

    number: int
    who: str
    person: Person | None
    started_on: date | None
    fte: Decimal
    taken_on_on: date | None
    assessor: Person | None
    last_on: date | None
    problems: tuple[str, ...]
    to_check: tuple[str, ...]

    @property
    def name(self) -> str:
        """Who it is, or what the row calls them."""
        return self.person.name if self.person else self.who or "Nobody"


def starting(organisation_id: UUID, rows: Sequence[Row], programme: Programme) -> list[Starting]:
    """What each row means, in the order of the list; five statements however many there are."""
    found = _by_key(organisation_id, [row.who for row in rows])
    people = {each.person.id for each in found.values()}
    named_twice = Counter(found[key].person.id for row in rows if (key := _key(row.who)) in found)
    assessing = _assessors_by_key(organisation_id) if any(row.assessor for row in rows) else {}
    years = inductions_of(people)
    return [
        _one(
            row,
            found.get(_key(row.who)),
            programme,
            is_twice=bool((each := found.get(_key(row.who))) and named_twice[each.person.id] > 1),
            others=[year for year in years if each and year.person_id == each.person.id],
            assessing=assessing,
        )
        for row in rows
    ]


def _one(
    row: Row,
    candidate: Candidate | None,
    programme: Programme,
    *,
    is_twice: bool,
    others: Sequence[period.Dated],
    assessing: dict[str, Person],
) -> Starting:
    problems = list(row.problems)
    person = candidate.person if candidate else None
    post = candidate.post if candidate else None
    started_on = row.started_on or (candidate.since if candidate else None)
    fte = row.fte or (post.fte if post and post.fte else Decimal(1))
    assessor = assessing.get(_key(row.assessor))
    if row.who and person is None:
        problems.append(NOBODY_SO)
    if is_twice:
        problems.append(TWICE)
    if row.assessor and assessor is None:
        problems.append(f"{row.assessor} is not an ASYE assessor here.")
    if person and assessor and person.id == assessor.id:
        problems.append(f"{person.name} cannot assess their own year.")
    if person and started_on is None:
        problems.append("The portal knows no first day. Give one.")
    if person and started_on:
        problems += _objections(person, programme, started_on, fte, others)
    return Starting(
        row.number, row.who, person, started_on, fte, row.taken_on_on, assessor,
        calendar.last_day(programme, started_on, fte) if started_on else None,
        tuple(problems),
        tuple(entry.to_check(person, programme, started_on) if person and started_on else ()),
    )  # fmt: skip


def _objections(
    person: Person,
    programme: Programme,
    started_on: date,
    fte: Decimal,
    others: Sequence[period.Dated],
) -> list[str]:
    said = entry.objection(
        person.name,
        programme=programme,
        started_on=started_on,
        fte=fte,
        today=today(),
        others=others,
    )
    return [said] if said else []


def _by_key(organisation_id: UUID, keys: Collection[str]) -> dict[str, Candidate]:
    """Whom each staff number or address means, among those who work here."""
    asked = {_key(key) for key in keys if key}
    people = (
        select(Person)
        .where(
            Person.organisation_id == organisation_id,
            Person.working_here(today()),
            or_(Person.staff_number.in_(keys), Person.email.in_(asked)),
        )
        .order_by(Person.id)
    )
    found: dict[str, Candidate] = {}
    for each in candidates_among(people, len(asked)) if asked else ():
        for key in (each.person.staff_number, each.person.email):
            if key:
                found[_key(key)] = each
    return found


def _assessors_by_key(organisation_id: UUID) -> dict[str, Person]:
    found = {}
    for person in assessors(organisation_id):
        for key in (person.staff_number, person.email, person.name):
            if key:
                found[_key(key)] = person
    return found


def _key(written: str) -> str:
    return written.strip().lower()


def ready(found: Sequence[Starting]) -> list[Starting]:
    """Those against whom nothing stands."""
    return [each for each in found if not each.problems]
