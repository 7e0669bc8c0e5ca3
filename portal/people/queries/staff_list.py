"""The staff list as the portal has it, in the columns in which one is brought in.

A row is a person in one post, of today or to come; whoever holds two posts has two rows, whoever
holds none has one with nothing said of a post. Vacant posts come last, under the name Vacant.
Brought in again, it changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased

from portal.database import db
from portal.people.models import Person, Post, Unit
from portal.people.staff_list.columns import COLUMNS
from portal.web.lists import pages_of

FIELDS = tuple(column.field for column in COLUMNS)
HEADINGS = tuple(column.label for column in COLUMNS)
VACANT = "Vacant"
PERSON_FIELDS = tuple(field for field in FIELDS if hasattr(Person, field))
POST_FIELDS = tuple(field for field in FIELDS if hasattr(Post, field))
MOST_UNITS = 10_000
DEEPEST = 10

Line = tuple[object, ...]
Said = dict[str, object]


def staff_list(organisation_id: UUID, today: date) -> Iterator[Line]:
    """Every row, by name, read two thousand people at a time."""
    places = _places(organisation_id)
    people = select(Person.id, *(getattr(Person, name) for name in PERSON_FIELDS)).where(
        Person.organisation_id == organisation_id, Person.working_here(today)
    )
    for page in pages_of(people, keys=[Person.sort_key, Person.id]):
        held = _held([row[0] for row in page.rows], today, places)
        for person_id, *said in page.rows:
            about = dict(zip(PERSON_FIELDS, said, strict=True))
            yield from (_line(about | post) for post in held.get(person_id, [{}]))
    vacant = _posts(today).where(Post.organisation_id == organisation_id, Post.person_id.is_(None))
    for page in pages_of(vacant, keys=[Post.started_on, Post.id]):
        for row in page.rows:
            yield _line({"family_name": VACANT} | _said(row, places))


def _held(
    people: Sequence[UUID], today: date, places: Mapping[UUID, Said]
) -> dict[UUID, list[Said]]:
    """What is said of the posts of each of these people, earliest first."""
    held: dict[UUID, list[Said]] = defaultdict(list)
    posts = _posts(today).where(Post.person_id.in_(people)).order_by(Post.started_on, Post.id)
    for row in db.session.execute(posts):
        held[row.person_id].append(_said(row, places))
    return held


def _posts(today: date) -> Select[Any]:
    """The posts of today and those to come, each with the staff number of its manager."""
    above = aliased(Person)
    columns = (getattr(Post, name) for name in POST_FIELDS)
    return (
        select(Post.person_id, Post.unit_id, Post.began_on, above.staff_number, *columns)
        .outerjoin(above, above.id == Post.manager_id)
        .where(or_(Post.ended_on.is_(None), Post.ended_on >= today))
    )


def _said(row: Sequence[Any], places: Mapping[UUID, Said]) -> Said:
    """What a list says of a post. Its first day is that of the post, not of its last change."""
    _, unit_id, began_on, manager_number, *values = row
    said = dict(zip(POST_FIELDS, values, strict=True))
    said["started_on"] = began_on or said["started_on"]
    return {**said, **places.get(unit_id, {}), "manager_number": manager_number}


def _line(said: Said) -> Line:
    return tuple(None if said.get(field) == "" else said.get(field) for field in FIELDS)


def _places(organisation_id: UUID) -> dict[UUID, Said]:
    """For each unit the directorate, service and team that a list has in its three columns."""
    units = {
        row.id: row
        for row in db.session.execute(
            select(Unit.id, Unit.kind, Unit.name, Unit.parent_id)
            .where(Unit.organisation_id == organisation_id)
            .order_by(Unit.id)
            .limit(MOST_UNITS)
        )
    }
    return {unit_id: _place(unit_id, units) for unit_id in units}


def _place(unit_id: UUID, units: Mapping[UUID, Any]) -> Said:
    place: Said = {}
    at: UUID | None = unit_id
    for _ in range(DEEPEST):
        if at is None or at not in units:
            break
        place.setdefault(units[at].kind, units[at].name)
        at = units[at].parent_id
    return place
