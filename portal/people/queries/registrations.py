"""Social workers and their registration: how many of each kind, and who is to be looked at."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select

from portal.database import db
from portal.people.models import Person, Post
from portal.people.queries.quality.looking import registered_titles, working_here
from portal.people.registration.comparing import SOON, Standing, seen
from portal.people.registration.register import KINDS
from portal.web.lists import Page, page_of, pages_of

MOST_COUNTED = 10_000
IN_ORDER = "in-order"
KEYS = [Person.sort_key, Person.id]
COLUMNS = (
    Person.id, Person.given_names, Person.known_as, Person.family_name, Person.staff_number,
    Person.registration_number, Person.registered_until, Person.registration_checked_on,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody whose registration is to be looked at."""

    id: UUID
    name: str
    staff_number: str
    number: str
    kind: str
    says: str
    until: date | None
    checked_on: date | None


class Registrations:
    """The registrations of an organisation as they stand on a day."""

    def __init__(self, organisation_id: UUID, today: date) -> None:
        self.organisation_id, self.today = organisation_id, today
        self.kind = _kind(today)
        self.people = self._people()

    def standing(self) -> Standing:
        """How many of each kind, in one statement; no more than 10,000 people are counted."""
        few = (
            self.people.with_only_columns(
                self.kind.label("kind"),
                Person.registered_until.label("until"),
                Person.registration_checked_on.label("checked"),
            )
            .order_by(None)
            .limit(MOST_COUNTED)
            .subquery()
        )
        groups = select(few.c.kind, few.c.until, func.count(), func.max(few.c.checked))
        return _standing(list(db.session.execute(groups.group_by(few.c.kind, few.c.until))))

    def to_look_at(self, kind: str, *, after: str | None) -> Page:
        """A page of those of this kind."""
        page = page_of(self._lines(kind), keys=KEYS, after=after)
        return Page([_line(*row) for row in page.rows], page.next, page.first)

    def all_to_look_at(self, kind: str) -> Iterator[Line]:
        """Everybody of this kind, for a file; everybody who is to be looked at without one."""
        for page in pages_of(self._lines(kind), keys=KEYS):
            yield from (_line(*row) for row in page.rows)

    def _lines(self, kind: str) -> Select[Any]:
        columns: list[Any] = [*COLUMNS, self.kind]
        lines = self.people.with_only_columns(*columns)
        return lines.where(self.kind == kind if kind else self.kind != IN_ORDER)

    def _people(self) -> Select[Any]:
        """Whoever works here in a job that asks for registration, or has a number."""
        titles = registered_titles(self.organisation_id, self.today)
        social_work = exists().where(
            Post.organisation_id == self.organisation_id,
            Post.person_id == Person.id,
            Post.covering(self.today),
            Post.job_title.in_(titles),
        )
        here = working_here(self.organisation_id, self.today)
        return here.where(or_(Person.registration_number != "", social_work))


def with_numbers(organisation_id: UUID, today: date) -> Sequence[Any]:
    """Everybody who works here and has a number, with their names and what was last said."""
    return db.session.execute(
        working_here(organisation_id, today)
        .where(Person.registration_number != "")
        .with_only_columns(
            *COLUMNS[:4], Person.registration_number, Person.registration_status,
            Person.registered_until,
        )
    ).all()  # fmt: skip


def _kind(today: date) -> ColumnElement[str]:
    """The one kind that somebody is of."""
    status, until = Person.registration_status, Person.registered_until
    return case(
        (Person.registration_number == "", "missing"),
        (status == "", "unchecked"),
        (status == "not found", "not-found"),
        (status == "another name", "another-name"),
        (status == "not registered", "not-registered"),
        (until < today, "over"),
        (and_(until.is_not(None), until <= today + SOON), "soon"),
        else_=IN_ORDER,
    )


def _standing(groups: Sequence[Any]) -> Standing:
    numbers: Counter[str] = Counter()
    untils: Counter[date | None] = Counter()
    checked: list[date] = []
    for kind, until, number, last in groups:
        numbers[kind] += number
        checked += [last] if last else []
        if kind in {IN_ORDER, "soon"}:
            untils[until] += number
    everybody = numbers.total()
    registered = untils.total()
    untils.pop(None, None)
    most = max(untils, key=lambda day: (untils[day], day or date.min), default=None)
    return Standing(
        numbers={kind: numbers[kind] for kind in KINDS if numbers[kind]},
        registered=registered,
        most_until=most,
        until_then=untils[most],
        checked_on=max(checked, default=None),
        is_capped=everybody >= MOST_COUNTED,
    )


def _line(
    person_id: UUID,
    given_names: str,
    known_as: str,
    family_name: str,
    staff_number: str | None,
    number: str,
    until: date | None,
    checked_on: date | None,
    kind: str,
) -> Line:
    return Line(
        id=person_id,
        name=f"{known_as or given_names} {family_name}",
        staff_number=staff_number or "",
        number=number,
        kind=kind,
        says=seen(kind, number, until, checked_on),
        until=until,
        checked_on=checked_on,
    )
