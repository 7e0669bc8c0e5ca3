"""Changing a year: propose, agree, take back; in force as soon as all four agreed."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from portal import audit, notices
from portal.clock import now, today
from portal.database import db
from portal.induction import change_notices as sentences
from portal.induction import changing, queries
from portal.induction.changing import KINDS, PARTS, Bounds
from portal.induction.models import ChangeAgreement, Induction, InductionChange
from portal.induction.moving import Extension, Moves, Stop, hours_of
from portal.induction.operations.dating import redate, written
from portal.induction.operations.reckoning import iso, refuse
from portal.induction.parts import holders_of, part_to_give, parts_needed
from portal.people.models import Person


def propose_change(
    by: Person,
    induction: Induction,
    *,
    kind: str,
    reason: str,
    started_on: date,
    ended_on: date | None = None,
    extends_by: int | None = None,
    fte: Decimal | None = None,
) -> InductionChange:
    """Propose a change to the other three. Whoever proposes it has agreed.

    Raises NotPossibleError where the dates cannot be, or another proposal waits already.
    """
    refuse(
        "Another change of this year waits to be agreed. Agree to it or take it back first"
        if queries.waiting_change(induction)
        else "",
        "" if reason in KINDS[kind].reasons else "Choose one of the reasons",
    )
    change = InductionChange(
        id=uuid4(),
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        induction=induction,
        kind=kind,
        reason=reason,
        started_on=started_on,
        ended_on=ended_on,
        extends_by=extends_by,
        fte=fte,
        proposed_by_id=by.id,
    )
    refuse(objection(change))
    db.session.add(change)
    audit.record(by, "induction.change_proposed", change, **_facts(change))
    _tell(by, change, lambda to: sentences.proposed(by, change, to))
    agree_to_change(by, change)
    return change


def agree_to_change(by: Person, change: InductionChange) -> None:
    """Agree by one's own hand in one part: the first that one has and has not given yet."""
    part = part_to_give(by, change.induction, _agreed(change))
    if part:
        _agree(by, change, part, by, "portal", today())
    _settle(by, change)


def write_agreement_down(
    by: Person, change: InductionChange, *, part: str, means: str, agreed_on: date
) -> None:
    """Write down that one of the four agreed elsewhere, on a day; they are told that it was.

    The coordinator's part is given by a coordinator's own hand only.
    """
    refuse(
        "This day is still to come. Write the day on which they agreed"
        if agreed_on > today()
        else "",
        "A coordinator agrees here, by their own hand" if part == "coordinator" else "",
    )
    person = holders(change.induction).get(part)
    if person is None or not _agree(by, change, part, person, means, agreed_on):
        return
    if person.id != by.id:
        link = f"/inductions/changes/{change.id}"
        said = sentences.written_down(by, change, means, person)
        notices.tell(person, said, link=link, about=change)
    _settle(by, change)


def withdraw_change(by: Person, change: InductionChange) -> None:
    """Take a change back: the calendar is exactly as it was before."""
    if change.withdrawn_at is not None:
        return
    was_in_force = change.is_in_force
    change.withdrawn_at, change.withdrawn_by_id = now(), by.id
    if was_in_force:
        _follow(change.induction)
    audit.record(by, "induction.change_withdrawn", change, was_in_force=was_in_force)
    _tell(by, change, lambda to: sentences.withdrawn(by, change, to))


def name_return(by: Person, change: InductionChange, ended_on: date) -> None:
    """Write down the last day of a pause or deferral that had none yet; all dates follow."""
    if change.ended_on == ended_on:
        return
    change.ended_on = ended_on
    refuse(objection(change))
    _follow(change.induction)
    audit.record(by, "induction.return_named", change, ended_on=iso(ended_on))
    _tell(by, change, lambda to: sentences.return_named(by, change, ended_on, to))


def bounds_of(induction: Induction, *, without: InductionChange | None = None) -> Bounds:
    """The year as a change finds it: first day, last day and the other pauses in force."""
    others = [each for each in _in_force(induction) if each is not without]
    moves = _moves(induction, others)
    return Bounds(
        induction.started_on, induction.planned_end_on, moves.stops, induction.fte, moves.hours
    )


def objection(change: InductionChange) -> str:
    """What stands against a change; empty where nothing does."""
    year, kind = bounds_of(change.induction, without=change), KINDS[change.kind]
    if kind.is_stop:
        stop = Stop(change.started_on, change.ended_on)
        return changing.objection_to_stop(stop, year, word=kind.words)
    if kind.ends_year:
        return changing.objection_to_ending(change.started_on, year, today())
    if change.fte is not None:
        return changing.objection_to_hours(change.started_on, change.fte, year)
    new_end = year.planned_end_on + timedelta(days=change.extends_by or 0)
    return changing.objection_to_extension(new_end, year)


def moves_with(change: InductionChange) -> Moves:
    """What would move the dates of the year if this change were in force beside the others."""
    others = [each for each in _in_force(change.induction) if each is not change]
    return _moves(change.induction, [*others, change])


def holders(induction: Induction) -> dict[str, Person]:
    """Who has each part that is one person's: the worker, the assessor, the manager."""
    post = induction.post
    manager = queries.person_called(post.manager_id if post else None)
    return holders_of(induction, manager)


def _agree(
    by: Person, change: InductionChange, part: str, person: Person, means: str, agreed_on: date
) -> bool:
    if (
        part in _agreed(change)
        or part not in parts_needed(change.induction)
        or not change.is_waiting
    ):
        return False
    agreement = ChangeAgreement(
        organisation_id=change.organisation_id,
        change_id=change.id,
        part=part,
        person_id=person.id,
        means=means,
        agreed_on=agreed_on,
        recorded_by_id=by.id,
    )
    db.session.add(agreement)
    db.session.flush()
    given = {"part": part, "means": means, "agreed_on": iso(agreed_on)}
    audit.record(by, "induction.change_agreed", change, person_id=str(person.id), **given)
    return True


def _settle(by: Person, change: InductionChange) -> None:
    """Let the change take effect if nobody is left to agree."""
    db.session.flush()
    db.session.expire(change, ["agreements"])
    if not change.is_waiting or not set(parts_needed(change.induction)) <= _agreed(change):
        return
    refuse(objection(change))
    change.effective_at = now()
    change.settled_on = today() if change.fte is not None else None
    db.session.flush()
    _follow(change.induction)
    audit.record(by, "induction.change_took_effect", change)
    _tell(by, change, lambda to: sentences.in_force(change, to))


def _follow(induction: Induction) -> None:
    """Let the year be what its changes in force make of it."""
    db.session.flush()
    in_force = _in_force(induction)
    induction.stops, induction.extensions, induction.hours = written(_moves(induction, in_force))
    ending = next((each for each in in_force if KINDS[each.kind].ends_year), None)
    if ending is not None or induction.ended_as in KINDS:
        induction.ended_on = ending.started_on if ending else None
        induction.ended_as = ending.kind if ending else ""
        induction.end_noted_on = today() if ending else None
    redate(induction)


def _in_force(induction: Induction) -> list[InductionChange]:
    with db.session.no_autoflush:
        return [each for each in queries.changes_of(induction) if each.is_in_force]


def _moves(induction: Induction, changes: Iterable[InductionChange]) -> Moves:
    listed = list(changes)
    shares = [(c.started_on, c.fte, c.settled_on or today()) for c in listed if c.fte is not None]
    return Moves(
        tuple(Stop(c.started_on, c.ended_on) for c in listed if KINDS[c.kind].is_stop),
        tuple(Extension(c.started_on, c.extends_by) for c in listed if c.extends_by),
        hours=hours_of(induction.fte, shares),
    )


def _agreed(change: InductionChange) -> set[str]:
    """The parts whose agreement is written down."""
    found = select(ChangeAgreement.part).where(ChangeAgreement.change_id == change.id)
    return set(db.session.scalars(found.limit(len(PARTS))))


def _tell(by: Person, change: InductionChange, said: Callable[[Person], str]) -> None:
    link = f"/inductions/changes/{change.id}"
    for person in the_four(change.induction):
        if person.id != by.id:
            notices.tell(person, said(person), link=link, about=change)


def the_four(induction: Induction) -> list[Person]:
    """The person, the assessor, the manager and every coordinator; each of them once."""
    post = induction.post
    asked = [
        induction.person,
        induction.assessor,
        queries.person_called(post.manager_id if post else None),
        *queries.coordinators(induction.organisation_id),
    ]
    return list({person.id: person for person in asked if person is not None}.values())


def _facts(change: InductionChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "started_on": iso(change.started_on),
        "ended_on": iso(change.ended_on),
        "extends_by": change.extends_by,
        "fte": str(change.fte) if change.fte is not None else None,
    }
