"""Changing a year: propose, agree, take back; in force as soon as all four agreed."""

from collections.abc import Iterable
from datetime import date, timedelta
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
from portal.induction.moving import Extension, Moves, Stop
from portal.induction.operations.dating import redate, written
from portal.induction.operations.reckoning import iso, refuse
from portal.induction.parts import parts_needed, parts_of
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
        proposed_by_id=by.id,
    )
    refuse(objection(change))
    db.session.add(change)
    audit.record(by, "induction.change_proposed", change, **_facts(change))
    _tell(by, change, sentences.proposed(by, change))
    agree_to_change(by, change)
    return change


def agree_to_change(by: Person, change: InductionChange) -> None:
    """Agree by one's own hand, for every part one has; a second time changes nothing."""
    for part in parts_of(by, change.induction):
        _agree(by, change, part, "portal", today())
    _settle(by, change)


def write_agreement_down(
    by: Person, change: InductionChange, *, part: str, means: str, agreed_on: date
) -> None:
    """Write down that one of the four agreed elsewhere, on a day."""
    refuse("This day is still to come" if agreed_on > today() else "")
    _agree(by, change, part, means, agreed_on)
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
    _tell(by, change, sentences.withdrawn(by, change))


def name_return(by: Person, change: InductionChange, ended_on: date) -> None:
    """Write down the last day of a pause or deferral that had none yet; all dates follow."""
    if change.ended_on == ended_on:
        return
    change.ended_on = ended_on
    refuse(objection(change))
    _follow(change.induction)
    audit.record(by, "induction.return_named", change, ended_on=iso(ended_on))
    _tell(by, change, sentences.return_named(by, change, ended_on))


def bounds_of(induction: Induction, *, without: InductionChange | None = None) -> Bounds:
    """The year as a change finds it: first day, last day and the other pauses in force."""
    stops = _moves(each for each in _in_force(induction) if each is not without).stops
    return Bounds(induction.started_on, induction.planned_end_on, stops)


def objection(change: InductionChange) -> str:
    """What stands against a change; empty where nothing does."""
    year, kind = bounds_of(change.induction, without=change), KINDS[change.kind]
    if kind.is_stop:
        stop = Stop(change.started_on, change.ended_on)
        return changing.objection_to_stop(stop, year, word=kind.words)
    if kind.ends_year:
        return changing.objection_to_ending(change.started_on, year, today())
    new_end = year.planned_end_on + timedelta(days=change.extends_by or 0)
    return changing.objection_to_extension(new_end, year)


def moves_with(change: InductionChange) -> Moves:
    """What would move the dates of the year if this change were in force beside the others."""
    others = [each for each in _in_force(change.induction) if each is not change]
    return _moves([*others, change])


def _agree(by: Person, change: InductionChange, part: str, means: str, agreed_on: date) -> None:
    if (
        part in _agreed(change)
        or part not in parts_needed(change.induction)
        or not change.is_waiting
    ):
        return
    agreement = ChangeAgreement(
        organisation_id=change.organisation_id,
        change_id=change.id,
        part=part,
        means=means,
        agreed_on=agreed_on,
        recorded_by_id=by.id,
    )
    db.session.add(agreement)
    db.session.flush()
    audit.record(
        by, "induction.change_agreed", change, part=part, means=means, agreed_on=iso(agreed_on)
    )


def _settle(by: Person, change: InductionChange) -> None:
    """Let the change take effect if nobody is left to agree."""
    db.session.flush()
    db.session.expire(change, ["agreements"])
    if not change.is_waiting or not set(parts_needed(change.induction)) <= _agreed(change):
        return
    refuse(objection(change))
    change.effective_at = now()
    db.session.flush()
    _follow(change.induction)
    audit.record(by, "induction.change_took_effect", change)
    _tell(by, change, sentences.in_force(change))


def _follow(induction: Induction) -> None:
    """Let the year be what its changes in force make of it."""
    db.session.flush()
    in_force = _in_force(induction)
    induction.stops, induction.extensions = written(_moves(in_force))
    ending = next((each for each in in_force if KINDS[each.kind].ends_year), None)
    if ending is not None or induction.ended_as in KINDS:
        induction.ended_on = ending.started_on if ending else None
        induction.ended_as = ending.kind if ending else ""
        induction.end_noted_on = today() if ending else None
    redate(induction)


def _in_force(induction: Induction) -> list[InductionChange]:
    with db.session.no_autoflush:
        return [each for each in queries.changes_of(induction) if each.is_in_force]


def _moves(changes: Iterable[InductionChange]) -> Moves:
    listed = list(changes)
    return Moves(
        tuple(Stop(c.started_on, c.ended_on) for c in listed if KINDS[c.kind].is_stop),
        tuple(Extension(c.started_on, c.extends_by) for c in listed if c.extends_by),
    )


def _agreed(change: InductionChange) -> set[str]:
    """The parts whose agreement is written down."""
    found = select(ChangeAgreement.part).where(ChangeAgreement.change_id == change.id)
    return set(db.session.scalars(found.limit(len(PARTS))))


def _tell(by: Person, change: InductionChange, sentence: str) -> None:
    link = f"/inductions/changes/{change.id}"
    for person in the_four(change.induction):
        if person.id != by.id:
            notices.tell(person, sentence, link=link, about=change)


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
    }
