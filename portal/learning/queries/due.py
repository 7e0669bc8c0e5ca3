"""What expires soon or has passed: what people hold, and their registration with the regulator."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, cast, func, literal, select, union_all

from portal.database import db
from portal.learning import expiring as rules
from portal.learning.models import ExpiryTold, Qualification
from portal.learning.policies.qualifications import RECORDERS
from portal.learning.queries.qualifications import lasts_longer
from portal.people.models import Person
from portal.people.queries import reporting_to
from portal.web.lists import CHUNK, SIZE, Page, each_page, page_of

REGISTRATION = "Registration with the regulator"
# What passed longer ago is over and no longer chased: a year is the portal's own.
CHASED_FOR = 365
MOST_COUNTED = 5000


@dataclass(frozen=True)
class Line:
    """Something of somebody that expires."""

    of: str
    subject_id: UUID
    person_id: UUID
    name: str
    title: str
    expires_on: date


def due_page(person: Person, when: str, day: date, after: str | None, size: int = SIZE) -> Page:
    """A page of what is due in one of the lists: of everybody, or of those somebody manages."""
    lines = _lines(_of(person, day), day, *_span(when, day)).subquery()
    listed: Any = select(*lines.c)
    page = page_of(listed, keys=[lines.c.expires_on, lines.c.subject_id], after=after, size=size)
    return Page([_line(row) for row in page.rows], page.next, page.first)


def every_due(person: Person, when: str, day: date) -> Iterator[Line]:
    """All that is due in one of the lists, for a file."""
    for page in each_page(lambda after: due_page(person, when, day, after, CHUNK)):
        yield from page.rows


def due_counts(person: Person, day: date) -> dict[str, int]:
    """How many stand in each of the lists, in one statement; no more than 5,000 are counted."""
    first, last = _span(rules.PASSED, day)[0], _span("90", day)[1]
    few = _lines(_of(person, day), day, first, last).limit(MOST_COUNTED).subquery()
    days = select(few.c.expires_on, func.count()).group_by(few.c.expires_on)
    counts = dict.fromkeys(rules.WHEN, 0)
    for expires_on, number in db.session.execute(days):
        counts[rules.within(expires_on, day)] += number
    return counts


def expiring(organisation_id: UUID, day: date, first: date, last: date, most: int) -> list[Line]:
    """What expires between two days in an organisation, soonest first."""
    everybody = Person.organisation_id == organisation_id
    lines = _lines(everybody, day, first, last).subquery()
    ordered = select(*lines.c).order_by(lines.c.expires_on, lines.c.subject_id).limit(most)
    return [_line(row) for row in db.session.execute(ordered)]


def told(organisation_id: UUID, since: date) -> set[tuple[UUID, date, str]]:
    """What has been told of expiries since a day."""
    known = (
        select(ExpiryTold.subject_id, ExpiryTold.expires_on, ExpiryTold.told)
        .where(ExpiryTold.organisation_id == organisation_id, ExpiryTold.expires_on >= since)
        .order_by(ExpiryTold.id)
        .limit(100_000)
    )
    return {(subject, day, stage) for subject, day, stage in db.session.execute(known)}


def people(wanted: Collection[UUID]) -> dict[UUID, Person]:
    """These people, by id."""
    found = select(Person).where(Person.id.in_(wanted)).order_by(Person.id).limit(5000)
    return {each.id: each for each in db.session.scalars(found)}


def _span(when: str, day: date) -> tuple[date, date]:
    first, last = rules.span(when, day)
    chased = date.fromordinal(day.toordinal() - CHASED_FOR)
    return max(first, chased), last


def _of(person: Person, day: date) -> Any:
    if person.has_role(*RECORDERS):
        return Person.organisation_id == person.organisation_id
    return Person.id.in_(reporting_to(person, day))


def _lines(of: Any, day: date, first: date, last: date) -> Select[Any]:
    name = (Person.given_names, Person.known_as, Person.family_name)
    here = Person.working_here(day)
    held: Any = (
        select(
            cast(literal("qualification"), String).label("of"),
            Qualification.id.label("subject_id"), Qualification.person_id.label("person_id"), *name,
            Qualification.title.label("title"), Qualification.expires_on.label("expires_on"),
        )
        .join(Person, Person.id == Qualification.person_id)
        .where(of, here, Qualification.expires_on.between(first, last))
        .where(Qualification.set_aside_on.is_(None), ~lasts_longer(Qualification))
    )  # fmt: skip
    registered: Any = select(
        cast(literal("registration"), String).label("of"), Person.id.label("subject_id"),
        Person.id.label("person_id"), *name, cast(literal(REGISTRATION), String).label("title"),
        Person.registered_until.label("expires_on"),
    ).where(of, here, Person.registered_until.between(first, last))  # fmt: skip
    together = union_all(held, registered).subquery()
    every: Any = select(*together.c)
    return every  # type: ignore[no-any-return]


def _line(row: Any) -> Line:
    of, subject_id, person_id, given, known_as, family, title, expires_on = row
    return Line(of, subject_id, person_id, f"{known_as or given} {family}", title, expires_on)
