"""Enrolling: starting the induction year of one person or several."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import calendar, entry, progress, queries
from portal.induction import notices as sentences
from portal.induction.models import Induction, InductionItem
from portal.induction.moving import Moves
from portal.induction.operations.first_weeks import first_weeks_of
from portal.induction.operations.reckoning import iso, refuse, tell
from portal.induction.programmes import Programme
from portal.mentoring.queries import mentored_by
from portal.people.models import Organisation, Person
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
    taken_on_on: date | None = None,
) -> Induction:
    """Start one person's induction year, with every item of the programme dated; tell them."""
    entrant = Entrant(person, started_on, fte)
    made = enrol_each(
        by, [entrant], programme=programme, assessor=assessor, taken_on_on=taken_on_on
    )
    return made[0]


def enrol_each(
    by: Person,
    entrants: Sequence[Entrant],
    *,
    programme: Programme,
    assessor: Person | None = None,
    taken_on_on: date | None = None,
) -> list[Induction]:
    """Start the induction year of each of these people, or of none of them.

    With the year they are newly qualified here: they hold that role from its first day. Whoever
    is taken on in mid-year is asked for nothing that was due before: it is "not known" until
    somebody says that it happened.
    Raises NotPossibleError with a sentence for each who cannot be enrolled.
    """
    _refuse_impossible(entrants, programme, assessor)
    made = [_begun(entrant, programme, assessor) for entrant in entrants]
    away = queries.away_of([entrant.person.id for entrant in entrants])
    nation = db.session.get_one(Organisation, by.organisation_id).nation
    for induction in made:
        induction.taken_on_on = taken_on_on
        items = _items(induction, programme, nation, Moves(away=away[induction.person_id]))
        induction.next_on = progress.expected_on(items, otherwise=induction.planned_end_on)
        db.session.add_all([induction, *items, *first_weeks_of(induction, programme, nation)])
    audit.record_many(by, "induction.enrolled", [(each, _facts(each)) for each in made])
    let_each_hold("nqsw", {each.person_id: each.started_on for each in made}, by)
    for induction in made:
        tell(by, induction, sentences.enrolled(induction))
    if assessor is not None and assessor.id != by.id:
        notices.tell(assessor, sentences.now_assessing(made), link="/inductions", about=made[0])
    return made


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
        chosen_assessor=assessor,
    )


def _items(
    induction: Induction, programme: Programme, nation: str, moves: Moves
) -> list[InductionItem]:
    dated = calendar.items_of(programme, induction.started_on, induction.fte, nation, moves)
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
            earlier=_earlier(one.due_on, induction.taken_on_on),
        )
        for position, one in enumerate(dated, start=1)
    ]


def _earlier(due_on: date, taken_on_on: date | None) -> str:
    """What is known of something that was due by the day on which somebody is taken on."""
    return progress.NOT_KNOWN if taken_on_on and due_on < taken_on_on else ""


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
    said += _mentored(entrants, assessor)
    refuse(*said)


def _mentored(entrants: Sequence[Entrant], assessor: Person | None) -> list[str]:
    """Whoever mentors somebody does not assess them, unless that was approved."""
    if assessor is None:
        return []
    people = {entrant.person.id: entrant.person.name for entrant in entrants}
    mentored = mentored_by(assessor.id, list(people), today())
    return [
        f"{assessor.name} mentors {name}, and whoever mentors somebody does not assess them."
        for person_id, name in people.items()
        if person_id in mentored
    ]


def _facts(induction: Induction) -> dict[str, Any]:
    return {
        "person_id": str(induction.person_id),
        "assessor_id": str(induction.assessor_id) if induction.assessor_id else None,
        "programme": f"{induction.programme_key} {induction.programme_version}",
        "started_on": iso(induction.started_on),
        "fte": str(induction.fte),
        "taken_on_on": iso(induction.taken_on_on),
    }
