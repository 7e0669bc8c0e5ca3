"""What people do with induction years: enrol, record an item, take that back, agree a day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from portal import audit, notices
from portal.clock import now, today
from portal.database import db
from portal.induction import calendar, entry, holding, progress, queries
from portal.induction import notices as sentences
from portal.induction.entry import NotPossibleError
from portal.induction.models import Induction, InductionItem
from portal.induction.programmes import Programme
from portal.people.models import Person
from portal.people.operations import let_each_hold


@dataclass(frozen=True)
class Entrant:
    """Somebody who starts an induction year: their first day and share of full-time hours."""

    person: Person
    started_on: date
    fte: Decimal


def enrol(
    by: Person,
    person: Person,
    *,
    programme: Programme,
    started_on: date,
    fte: Decimal,
    assessor: Person | None = None,
) -> Induction:
    """Start one person's induction year, with every item of the programme dated; tell them."""
    entrant = Entrant(person, started_on, fte)
    return enrol_each(by, [entrant], programme=programme, assessor=assessor)[0]


def enrol_each(
    by: Person,
    entrants: Sequence[Entrant],
    *,
    programme: Programme,
    assessor: Person | None = None,
) -> list[Induction]:
    """Start the induction year of each of these people, or of none of them.

    With the year they are newly qualified here: they hold that role from its first day.
    Raises NotPossibleError with a sentence for each who cannot be enrolled.
    """
    _refuse_impossible(entrants, programme, assessor)
    made = [_begun(entrant, programme, assessor) for entrant in entrants]
    for induction in made:
        items = _items(induction, programme)
        induction.next_on = progress.expected_on(items, otherwise=induction.planned_end_on)
        db.session.add_all([induction, *items])
    audit.record_many(by, "induction.enrolled", [(each, _facts(each)) for each in made])
    let_each_hold("nqsw", {each.person_id: each.started_on for each in made}, by)
    for induction in made:
        _tell(by, induction, sentences.enrolled(induction))
    if assessor is not None and assessor.id != by.id:
        notices.tell(assessor, sentences.now_assessing(made), link="/inductions", about=made[0])
    return made


def record_item_held(by: Person, item: InductionItem, held_on: date) -> None:
    """Record that an item took place on a day. The same day a second time changes nothing.

    Raises NotPossibleError where it cannot have been on that day.
    """
    induction = item.induction
    _refuse(holding.objection_to_holding(held_on, started_on=induction.started_on, today=today()))
    if item.held_on == held_on:
        return
    was = item.held_on
    item.held_on, item.recorded_by_id, item.recorded_at = held_on, by.id, now()
    _reckon(induction)
    audit.record(by, "induction.item_recorded", item, held_on=_iso(held_on), was=_iso(was))
    _tell(by, induction, sentences.item_recorded(by, item, held_on))


def correct_item(by: Person, item: InductionItem) -> None:
    """Take back that an item took place: it waits again, and the trail keeps what it said."""
    if item.held_on is None:
        return
    was = item.held_on
    item.held_on = item.recorded_by_id = item.recorded_at = None
    _reckon(item.induction)
    audit.record(by, "induction.item_corrected", item, was=_iso(was))
    _tell(by, item.induction, sentences.item_corrected(by, item))


def book_item(by: Person, item: InductionItem, booked_on: date) -> None:
    """Write down the day that was agreed for an item. The same day twice changes nothing.

    Raises NotPossibleError where it cannot be on that day.
    """
    induction = item.induction
    objection = holding.objection_to_booking(
        booked_on,
        started_on=induction.started_on,
        planned_end_on=induction.planned_end_on,
        today=today(),
    )
    _refuse(objection)
    if item.booked_on == booked_on:
        return
    was, item.booked_on = item.booked_on, booked_on
    _reckon(induction)
    audit.record(by, "induction.item_booked", item, booked_on=_iso(booked_on), was=_iso(was))
    _tell(by, induction, sentences.item_booked(by, item, booked_on))


def _begun(entrant: Entrant, programme: Programme, assessor: Person | None) -> Induction:
    last = calendar.last_day(programme, entrant.started_on, entrant.fte)
    return Induction(
        id=uuid4(),
        organisation_id=entrant.person.organisation_id,
        person_id=entrant.person.id,
        person=entrant.person,
        programme_key=programme.key,
        programme_version=programme.version,
        started_on=entrant.started_on,
        planned_end_on=last,
        next_on=last,
        fte=entrant.fte,
        assessor_id=assessor.id if assessor else None,
        assessor=assessor,
    )


def _items(induction: Induction, programme: Programme) -> list[InductionItem]:
    dated = calendar.items_of(programme, induction.started_on, induction.fte)
    return [
        InductionItem(
            organisation_id=induction.organisation_id,
            induction_id=induction.id,
            induction=induction,
            position=position,
            due_on=one.due_on,
            code=one.item.code,
            kind=one.item.kind,
            title=one.item.title,
            stage=one.item.stage,
            owner=one.item.owner,
            is_optional=one.item.is_optional,
        )
        for position, one in enumerate(dated, start=1)
    ]


def _refuse_impossible(
    entrants: Sequence[Entrant], programme: Programme, assessor: Person | None
) -> None:
    others: dict[UUID, list[Induction]] = defaultdict(list)
    for other in queries.inductions_of([entrant.person.id for entrant in entrants]):
        others[other.person_id].append(other)
    said = [
        entry.objection(
            entrant.person.name,
            programme=programme,
            started_on=entrant.started_on,
            fte=entrant.fte,
            today=today(),
            others=others[entrant.person.id],
        )
        for entrant in entrants
    ]
    if assessor is not None and any(entrant.person.id == assessor.id for entrant in entrants):
        said.append(f"{assessor.name} cannot assess their own year.")
    _refuse(*said)


def _refuse(*sentences_said: str) -> None:
    said = [sentence for sentence in sentences_said if sentence]
    if said:
        raise NotPossibleError(*said)


def _reckon(induction: Induction) -> None:
    """Keep the day of what is next, by which lists sort."""
    items = queries.items_of(induction)
    induction.next_on = progress.expected_on(items, otherwise=induction.planned_end_on)


def _tell(by: Person, induction: Induction, sentence: str) -> None:
    """Tell the person, unless it was their own deed."""
    if induction.person_id != by.id:
        notices.tell(induction.person, sentence, link="/my-year", about=induction)


def _facts(induction: Induction) -> dict[str, Any]:
    return {
        "person_id": str(induction.person_id),
        "assessor_id": str(induction.assessor_id) if induction.assessor_id else None,
        "programme": f"{induction.programme_key} {induction.programme_version}",
        "started_on": _iso(induction.started_on),
        "fte": str(induction.fte),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
