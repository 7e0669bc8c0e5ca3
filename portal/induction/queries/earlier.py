"""Records from before the portal: those of a year, and what a list of them means."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, union_all
from sqlalchemy.orm import lazyload

from portal.clock import today
from portal.database import db
from portal.induction import earlier
from portal.induction.earlier import Finding, Row
from portal.induction.models import (
    EarlierRecord,
    Induction,
    InductionItem,
    Observation,
    Review,
)
from portal.people.models import Person

MOST = 200
NOBODY_SO = "Nobody who works here has this staff number or e-mail."
NO_YEAR = "This person is in no induction year here. Enrol them first."


@dataclass(frozen=True)
class Brought:
    """A row that was held against the portal: who and which year it is about, and what becomes."""

    finding: Finding
    person: Person | None = None
    induction: Induction | None = None

    @property
    def name(self) -> str:
        """Who it is, or what the row calls them."""
        return self.person.name if self.person else self.finding.row.who or "Nobody"


def earlier_records_of(induction: Induction, kind: str = "") -> list[EarlierRecord]:
    """What of a year took place before the portal, of one kind or all, the earliest first."""
    found = (
        select(EarlierRecord)
        .where(EarlierRecord.induction_id == induction.id)
        .options(lazyload(EarlierRecord.induction))
        .order_by(EarlierRecord.held_on, EarlierRecord.id)
        .limit(MOST)
    )
    return list(db.session.scalars(found.where(EarlierRecord.kind == kind) if kind else found))


def earlier_found(organisation_id: UUID, rows: Sequence[Row]) -> list[Brought]:
    """What becomes of each row, in the order of the list; as many statements for all as for one."""
    people = _people(organisation_id, {_key(row.who) for row in rows if row.who})
    years = _years({person.id for person in people.values()})
    told: dict[UUID, list[Row]] = defaultdict(list)
    found: list[Brought] = []
    for row in rows:
        person = people.get(_key(row.who))
        induction = _year_of(row.day, years.get(person.id, ())) if person else None
        if induction is None:
            why = [*row.problems, NO_YEAR if person else NOBODY_SO if row.who else ""]
            refused = Finding(row, earlier.REFUSED, " ".join(filter(None, why)))
            found.append(Brought(refused, person))
        else:
            told[induction.id].append(row)
    by_id = {each.id: each for group in years.values() for each in group}
    for key, year in _known([by_id[key] for key in told]).items():
        induction = by_id[key]
        for finding in earlier.find(told[key], year, today()):
            found.append(Brought(finding, induction.person, induction))
    return sorted(found, key=lambda each: each.finding.row.number)


def added(found: Sequence[Brought]) -> list[Brought]:
    """The rows that would be brought in."""
    return [each for each in found if each.finding.state == earlier.ADDED]


def _people(organisation_id: UUID, keys: Collection[str]) -> dict[str, Person]:
    """Whom each staff number or address means, among those who work here."""
    if not keys:
        return {}
    asked = (
        select(Person)
        .where(
            Person.organisation_id == organisation_id,
            Person.working_here(today()),
            or_(func.lower(Person.staff_number).in_(keys), Person.email.in_(keys)),
        )
        .order_by(Person.id)
        .limit(2 * len(keys))
    )
    found: dict[str, Person] = {}
    for person in db.session.scalars(asked):
        found |= {_key(key): person for key in (person.staff_number, person.email) if key}
    return found


def _years(people: Collection[UUID]) -> dict[UUID, list[Induction]]:
    """The years of these people, the latest first."""
    asked = (
        select(Induction)
        .where(Induction.person_id.in_(people))
        .options(lazyload(Induction.posts))
        .order_by(Induction.started_on.desc(), Induction.id)
        .limit(20 * max(1, len(people)))
    )
    found: dict[UUID, list[Induction]] = defaultdict(list)
    for each in db.session.scalars(asked) if people else ():
        found[each.person_id].append(each)
    return found


def _year_of(day: date | None, years: Sequence[Induction]) -> Induction | None:
    """The year in which a day falls; else the latest, which says why it cannot be."""
    within = (each for each in years if day and each.covers(day))
    return next(within, years[0] if years else None)


def _known(inductions: Sequence[Induction]) -> dict[UUID, earlier.Year]:
    """What is known of each of these years."""
    ids = [each.id for each in inductions]
    records = _by_year(
        select(EarlierRecord.induction_id, EarlierRecord.kind, EarlierRecord.held_on), ids,
        EarlierRecord,
    )  # fmt: skip
    items: dict[UUID, list[InductionItem]] = defaultdict(list)
    asked = select(InductionItem).where(
        InductionItem.induction_id.in_(ids), InductionItem.fell_away_on.is_(None)
    )
    ordered = asked.order_by(InductionItem.due_on, InductionItem.position)
    here = _written_here(ids)
    written: dict[UUID, list[tuple[str, date]]] = defaultdict(list)
    for item in db.session.scalars(
        ordered.options(lazyload(InductionItem.induction)).limit(MOST * max(1, len(ids)))
    ):
        if item.held_on and not item.earlier:
            written[item.induction_id].append((item.kind, item.held_on))
        if item.id not in here:
            items[item.induction_id].append(item)
    return {
        each.id: earlier.Year(
            each.started_on, each.ended_on, each.programme, items[each.id], records[each.id],
            written[each.id],
        )
        for each in inductions
    }  # fmt: skip


def _written_here(ids: Collection[UUID]) -> set[UUID]:
    """The items about which something is written in the portal."""
    asked = union_all(
        *(
            select(model.item_id).where(model.induction_id.in_(ids), model.item_id.is_not(None))
            for model in (Review, Observation)
        )
    ).subquery()
    limited = select(asked.c.item_id).order_by(asked.c.item_id).limit(MOST * max(1, len(ids)))
    return set(db.session.scalars(limited))


def _by_year(asked: Any, ids: Collection[UUID], model: Any) -> dict[UUID, list[tuple[str, date]]]:
    limited = asked.where(model.induction_id.in_(ids)).order_by(model.id)
    found: dict[UUID, list[tuple[str, date]]] = defaultdict(list)
    for key, kind, day in db.session.execute(limited.limit(MOST * max(1, len(ids)))):
        found[key].append((kind, day))
    return found


def _key(written: str) -> str:
    return written.strip().lower()
