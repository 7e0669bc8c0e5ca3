"""Choosing a person or a unit among very many: by number, address, or the beginning of a name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from portal.database import db
from portal.people.folding import fold
from portal.people.models import Person, Post, Unit
from portal.people.queries.directory import named

MOST_OFFERED = 10
MOST_UNITS = 5_000


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody or something that may be chosen; `is_meant` when nothing else can be."""

    id: UUID
    words: str
    is_meant: bool = False
    row: Any = None


def people_meant(organisation_id: UUID, typed: str, day: date) -> list[Option]:
    """Whom somebody means: one by staff number or e-mail, or those whose names begin so."""
    word = typed.strip()
    exact = or_(Person.staff_number == word, Person.email == word.lower())
    here = Person.working_here(day)
    found = _people(organisation_id, here, exact, day=day)
    if found:
        return [Option(each.id, each.words, len(found) == 1, each.row) for each in found]
    names = named(organisation_id, word)
    by_name = [Person.id.in_(each) for each in names]
    return _people(organisation_id, here, *by_name, day=day) if names else []


def people_known(
    organisation_id: UUID, people: Iterable[UUID], day: date, *, present: UUID | None
) -> list[Option]:
    """Those of these people who work here, as choices, and whoever is chosen at present."""
    asked = {*people, *filter(None, [present])}
    here = or_(Person.working_here(day), Person.id == present)
    return _people(organisation_id, Person.id.in_(asked), here, day=day) if asked else []


def units_open(organisation_id: UUID, day: date, *, present: UUID | None = None) -> list[Option]:
    """Every unit in which a post may stand on this day, and the one chosen at present.

    By name, each with what it is part of. The units are loaded whole, so that whoever holds the
    options can look at one without asking again.
    """
    units = (
        select(Unit)
        .where(Unit.organisation_id == organisation_id)
        .order_by(Unit.name, Unit.id)
        .limit(MOST_UNITS)
    )
    known = {unit.id: unit for unit in db.session.scalars(units)}
    return [
        Option(unit.id, _with_larger(unit, known), row=unit)
        for unit in known.values()
        if unit.is_open(day) or unit.id == present
    ]


def units_meant(units: Iterable[Option], typed: str) -> list[Option]:
    """Which of these units somebody means: the one of that name, or those with such words in it."""
    asked = fold(typed)
    if not asked:
        return []
    exact = [each for each in units if asked in (fold(each.words), fold(_own_name(each)))]
    if len(exact) == 1:
        return [Option(exact[0].id, exact[0].words, True, exact[0].row)]
    near = [each for each in units if _has_beginnings(fold(each.words), asked)]
    return (exact or near)[:MOST_OFFERED]


def _own_name(unit: Option) -> str:
    return unit.words.partition(", ")[0]


def _has_beginnings(folded: str, asked: str) -> bool:
    """Whether each word that was typed begins some word of the name."""
    words = folded.split()
    return all(any(word.startswith(each) for word in words) for each in asked.split())


def _with_larger(unit: Unit, known: Mapping[UUID, Unit]) -> str:
    larger = known.get(unit.parent_id) if unit.parent_id else None
    return f"{unit.name}, {larger.name}" if larger else unit.name


def _people(organisation_id: UUID, *conditions: ColumnElement[bool], day: date) -> list[Option]:
    """Ten people at most, each with the job and unit of that day, in one statement."""
    people: Any = (
        select(Person, _work(Post.job_title, day), _work(Unit.name, day))
        .where(Person.organisation_id == organisation_id, *conditions)
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_OFFERED)
    )
    return [
        Option(person.id, ", ".join(filter(None, [person.name, job, unit])), row=person)
        for person, job, unit in db.session.execute(people)
    ]


def _work(what: Any, day: date) -> Any:
    """This of the latest post that a person of the outer statement holds on a day."""
    return (
        select(what)
        .select_from(Post)
        .join(Unit, Unit.id == Post.unit_id)
        .where(Post.person_id == Person.id, Post.covering(day))
        .order_by(Post.started_on.desc(), Post.id)
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )
