"""Who is to be looked at, kind by kind: found once for each state of the data.

To look at everybody in every way takes a while where 100,000 people work, and the answer stays
right until somebody writes something. Each write adds to the audit trail of the organisation, so
the answer is kept for the last entry of that trail and the day, and for nothing older.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, literal, or_, select, union_all
from sqlalchemy.orm import aliased

from portal.audit import queries as audit
from portal.database import db
from portal.people.models import Person, Post, TwoPeople
from portal.people.quality.judging import (
    COUNTED_TO,
    KINDS,
    Known,
    likely_twice,
    needs_registration,
    way_round,
)
from portal.people.queries.quality.conditions import conditions, posts_of_today
from portal.people.staff_list.managers import in_circles

MOST_KEPT = 8
MOST_LIKELY = 2 * COUNTED_TO
MOST_TITLES = 1000


@dataclass(frozen=True, slots=True)
class Findings:
    """The people of each kind by name, a thousand and one at most; and who goes with whom."""

    people: Mapping[str, Sequence[UUID]]
    twice: Mapping[UUID, set[UUID]]
    circles: Mapping[UUID, Sequence[UUID]]

    @property
    def numbers(self) -> dict[str, int]:
        """How many of each kind; 1,001 where there are more than a thousand."""
        return {kind.key: len(self.people.get(kind.key, ())) for kind in KINDS}


_kept: dict[UUID, tuple[tuple[int, str, date], Findings]] = {}


def findings(organisation_id: UUID, today: date) -> Findings:
    """What is to be looked at today, from what is kept where nothing was written since."""
    head = audit.head(organisation_id)
    mark = (head.number if head else 0, head.seal if head else "", today)
    kept = _kept.get(organisation_id)
    if kept is not None and kept[0] == mark:
        return kept[1]
    found = look(organisation_id, today)
    while len(_kept) >= MOST_KEPT:
        _kept.pop(next(iter(_kept)))
    _kept[organisation_id] = (mark, found)
    return found


def look(organisation_id: UUID, today: date) -> Findings:
    """Look at everybody in every way (seven statements at most, however many people there are)."""
    titles = registered_titles(organisation_id, today)
    found = _by_condition(organisation_id, today, titles)
    twice = _likely_twice(organisation_id, today)
    circles = _circles(organisation_id, today)
    named = _by_name({*twice, *circles})
    found["twice"] = [person_id for person_id in named if person_id in twice]
    found["circle"] = [person_id for person_id in named if person_id in circles]
    return Findings(found, twice, circles)


def working_here(organisation_id: UUID, today: date) -> Select[Any]:
    """The people who work here, by name: those whom the data is about."""
    return (
        select(Person)
        .where(Person.organisation_id == organisation_id, Person.working_here(today))
        .order_by(Person.sort_key, Person.id)
    )


def registered_titles(organisation_id: UUID, today: date) -> list[str]:
    """The job titles in use that ask for registration."""
    titles = (
        posts_of_today(organisation_id, today)
        .with_only_columns(Post.job_title)
        .distinct()
        .order_by(Post.job_title)
        .limit(MOST_TITLES)
    )
    return [title for title in db.session.scalars(titles) if needs_registration(title)]


def _by_condition(
    organisation_id: UUID, today: date, titles: Sequence[str]
) -> dict[str, list[UUID]]:
    """For each kind that a condition finds its people, in one statement for all kinds."""
    here = working_here(organisation_id, today).order_by(None)
    parts = [
        here.where(wrong)
        .with_only_columns(literal(kind).label("kind"), Person.id, Person.sort_key)
        .limit(COUNTED_TO + 1)
        .subquery()
        for kind, wrong in conditions(organisation_id, today, titles).items()
    ]
    rows = db.session.execute(union_all(*(select(part) for part in parts)))
    found: dict[str, list[UUID]] = defaultdict(list)
    for kind, person_id, _ in sorted(rows, key=lambda row: (row[2], row[1])):
        found[kind].append(person_id)
    return found


def _likely_twice(organisation_id: UUID, today: date) -> dict[UUID, set[UUID]]:
    """Who is likely somebody else once more: first those that share a mark, then the rule."""
    here = working_here(organisation_id, today).order_by(None)
    digits = func.ltrim(Person.registration_number, "SWE0")
    known = here.where(Person.service_started_on.is_not(None))
    names, numbers = _shared(
        _more_than_once(known, Person.sort_key, Person.service_started_on),
        _more_than_once(here.where(Person.registration_number != ""), digits),
    )
    if not names and not numbers:
        return {}
    alike = (
        here.with_only_columns(
            Person.id, Person.sort_key, Person.registration_number, Person.service_started_on
        )
        .where(or_(Person.sort_key.in_(names), digits.in_(numbers)))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_LIKELY)
    )
    people = [Known(*row) for row in db.session.execute(alike)]
    return likely_twice(people, _told_apart(organisation_id))


def _told_apart(organisation_id: UUID) -> set[tuple[UUID, UUID]]:
    """The pairs of whom somebody said that they are two people."""
    pairs = (
        select(TwoPeople.person_id, TwoPeople.other_id)
        .where(TwoPeople.organisation_id == organisation_id)
        .order_by(TwoPeople.told_apart_at.desc(), TwoPeople.id.desc())
        .limit(MOST_LIKELY)
    )
    return {(one, other) for one, other in db.session.execute(pairs)}


def _more_than_once(people: Select[Any], mark: Any, *others: Any) -> Select[Any]:
    """The marks that more than one of these people has, so many as are counted."""
    marks = people.with_only_columns(mark.label("mark")).group_by(mark, *others)
    return marks.having(func.count() > 1).limit(COUNTED_TO)


def _shared(*marks: Select[Any]) -> list[list[str]]:
    """What each of these statements finds, in one statement."""
    parts = [select(literal(number), each.subquery().c.mark) for number, each in enumerate(marks)]
    found: list[list[str]] = [[] for _ in marks]
    for number, mark in db.session.execute(union_all(*parts)):
        found[number].append(mark)
    return found


def _circles(organisation_id: UUID, today: date) -> dict[UUID, list[UUID]]:
    """Everybody who is above themselves, with the way round; only managers can be."""
    leading = aliased(Post)
    managers = select(leading.manager_id).where(
        leading.organisation_id == organisation_id, leading.covering(today)
    )
    links: Any = (
        posts_of_today(organisation_id, today)
        .with_only_columns(Post.person_id, Post.manager_id)
        .where(Post.manager_id.is_not(None), Post.person_id.in_(managers))
    )
    above: dict[UUID, list[UUID]] = defaultdict(list)
    for person_id, manager_id in db.session.execute(links):
        above[person_id].append(manager_id)
    named = {person.hex: [each.hex for each in up] for person, up in above.items()}
    members = [UUID(hex=person) for person in in_circles(named)]
    return {person: way_round(person, above) for person in members[: COUNTED_TO + 1]}


def _by_name(people: Collection[UUID]) -> list[UUID]:
    """These people in the order of lists, so many as are counted."""
    ordered = (
        select(Person.id)
        .where(Person.id.in_(people))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_LIKELY)
    )
    return list(db.session.scalars(ordered))
