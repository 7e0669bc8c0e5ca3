"""Giving somebody a role from a day, perhaps until a day, changing its last day, and ending it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from portal import audit, notices, period
from portal.clock import today
from portal.database import db
from portal.people import notices as sentences
from portal.people.models import Person, RoleHeld
from portal.people.queries.administrators import ADMINISTRATOR, others_administer

HOME = "/"


class LastAdministratorError(ValueError):
    """Without this person nobody would administer the portal."""


class RoleOverlapError(ValueError):
    """The person holds this role already on some of these days."""


class CameWithError(ValueError):
    """The role came with cover or with acting up, and its last day is changed there."""


def grant_role(
    person: Person, by: Person, *, role: str, started_on: date, ended_on: date | None = None
) -> RoleHeld:
    """Give a person a role for a period, and tell them once.

    Raises `RoleOverlapError` when they hold it already on some of these days.
    """
    given = grant_each([person], by, role=role, started_on=started_on, ended_on=ended_on)
    if not given:
        raise RoleOverlapError(role)
    return given[0]


def grant_each(
    people: Sequence[Person],
    by: Person,
    *,
    role: str,
    started_on: date,
    ended_on: date | None = None,
) -> list[RoleHeld]:
    """Give each of these people a role for a period, and tell them.

    Whoever holds it already on some of these days is passed over. As many statements for many
    as for one.
    """
    made = [_held(person, by, role, started_on, ended_on) for person in people]
    taken = _taken([person.id for person in people], [role], made)
    given = [held for held in made if held.person_id not in taken]
    _keep(given, by)
    named = {person.id: person for person in people}
    for held in given:
        _tell(by, named[held.person_id], sentences.role_given(by, held), held)
    return given


def roles_to_lend(
    person: Person, by: Person, roles: Collection[str], span: period.Dated
) -> list[RoleHeld]:
    """The roles that are to go with a post or with cover, for the same days, not yet given.

    Raises `RoleOverlapError` with the first role that the person holds on some of these days.
    """
    made = [_held(person, by, role, span.started_on, span.ended_on) for role in roles]
    _refuse_overlap(person.id, made)
    return made


def lend_roles(lent: Sequence[RoleHeld], by: Person, **came_with: UUID) -> None:
    """Give roles together with what they came with; telling is for the deed that they go with."""
    for held in lent:
        for name, value in came_with.items():
            setattr(held, name, value)
    _keep(lent, by)


def move_roles(roles: Iterable[RoleHeld], by: Person, *, was: date | None, ended_on: date) -> None:
    """Let roles that ended with something end when it now ends; one ended by itself stays ended.

    Raises `RoleOverlapError` where a later holding of the same role stands in the way.
    """
    moved = [held for held in roles if held.ended_on == was]
    if moved:
        _move(moved, by, ended_on)


def let_each_hold(role: str, since: Mapping[UUID, date], by: Person) -> None:
    """Give each of these people of one's organisation a role from a day, unless they hold it then.

    As many statements for many as for one.
    """
    same = and_(RoleHeld.person_id == Person.id, RoleHeld.role == role)
    people = (
        select(Person.id, Person.sort_key, RoleHeld.id.label("held"), RoleHeld.ended_on)
        .outerjoin(RoleHeld, same)
        .where(Person.id.in_(since))
    )
    found = db.session.execute(people).all()
    stands = {row.id: row.sort_key for row in found}
    holding = {
        row.id
        for row in found
        if row.held and (row.ended_on is None or row.ended_on >= since[row.id])
    }
    given = [
        RoleHeld(
            organisation_id=by.organisation_id,
            person_id=person_id,
            role=role,
            started_on=day,
            granted_by_id=by.id,
            sort_key=stands[person_id],
        )
        for person_id, day in since.items()
        if person_id not in holding
    ]
    db.session.add_all(given)
    facts = [(held, {"role": role, "start": held.started_on.isoformat()}) for held in given]
    audit.record_many(by, "people.role_granted", facts)


def let_hold_from(person: Person, role: str, by: Person, *, was: date, becomes: date) -> None:
    """Let a role that began with something begin when that now begins; give it where it is missing.

    A role of other days stays as it is.
    """
    same = select(RoleHeld).where(RoleHeld.person_id == person.id, RoleHeld.role == role)
    held = list(db.session.scalars(same))
    begun = next((each for each in held if each.started_on == was), None)
    if begun is None:
        let_each_hold(role, {person.id: becomes}, by)
        return
    before = [each for each in held if each.ended_on is not None and each.ended_on >= becomes]
    if begun in before or any(each.started_on < was for each in before):
        return
    begun.started_on = becomes
    db.session.flush()
    facts = {"was": was.isoformat(), **_facts(begun)}
    audit.record(by, "people.role_start_changed", begun, **facts)


def change_role_end(held: RoleHeld, by: Person, *, ended_on: date | None) -> bool:
    """Let a role last until another day, or without an end; False when nothing is different.

    Raises `CameWithError`, `RoleOverlapError`, or `LastAdministratorError` when an end is set
    to the role of the last administrator.
    """
    if held.post_id or held.cover_id:
        raise CameWithError
    if held.ended_on == ended_on:
        return False
    if ended_on is not None and (held.ended_on is None or ended_on < held.ended_on):
        _refuse_last(held)
    _move([held], by, ended_on)
    person = db.session.get_one(Person, held.person_id)
    _tell(by, person, sentences.role_moved(held), held)
    return True


def end_role(held: RoleHeld, by: Person) -> None:
    """End a role from now on: the last day it covers is yesterday.

    A role that began today, or has yet to begin, is taken back altogether; one that is over stays
    as it was. Raises `LastAdministratorError` when nobody else administers the organisation
    without an end.
    """
    if held.ended_on is not None and held.ended_on < today():
        return
    _refuse_last(held)
    audit.record(by, "people.role_ended", held, role=held.role, person=str(held.person_id))
    yesterday = today() - timedelta(days=1)
    if held.started_on > yesterday:
        db.session.delete(held)
    else:
        held.ended_on = yesterday
    db.session.flush()


def _held(
    person: Person, by: Person, role: str, started_on: date, ended_on: date | None
) -> RoleHeld:
    return RoleHeld(
        organisation_id=person.organisation_id,
        person_id=person.id,
        role=role,
        started_on=started_on,
        ended_on=ended_on,
        granted_by_id=by.id,
        sort_key=person.sort_key,
    )


def _keep(given: Sequence[RoleHeld], by: Person) -> None:
    db.session.add_all(given)
    db.session.flush()
    audit.record_many(by, "people.role_granted", [(held, _facts(held)) for held in given])


def _facts(held: RoleHeld) -> dict[str, Any]:
    until = held.ended_on.isoformat() if held.ended_on else None
    return {"role": held.role, "start": held.started_on.isoformat(), "end": until}


def _move(moved: Sequence[RoleHeld], by: Person, ended_on: date | None) -> None:
    """Let these roles of one person, which ended on one day, end on another."""
    was = moved[0].ended_on
    with db.session.no_autoflush:
        for held in moved:
            held.ended_on = ended_on
        try:
            _refuse_overlap(moved[0].person_id, moved)
        except RoleOverlapError:
            for held in moved:
                held.ended_on = was
            raise
    before = was.isoformat() if was else None
    deeds = [(held, {"was": before, **_facts(held)}) for held in moved]
    audit.record_many(by, "people.role_end_changed", deeds)


def _refuse_overlap(person_id: UUID, made: Sequence[RoleHeld]) -> None:
    same = select(RoleHeld).where(
        RoleHeld.person_id == person_id, RoleHeld.role.in_([held.role for held in made])
    )
    others = list(db.session.scalars(same))
    for held in made:
        if any(_same_days(held, other) for other in others):
            raise RoleOverlapError(held.role)


def _taken(people: Collection[UUID], roles: Collection[str], made: Sequence[RoleHeld]) -> set[UUID]:
    """Whose holdings of these roles share a day with what was made."""
    same = select(RoleHeld).where(RoleHeld.person_id.in_(people), RoleHeld.role.in_(roles))
    others = list(db.session.scalars(same))
    return {
        held.person_id
        for held in made
        if any(other.person_id == held.person_id and _same_days(held, other) for other in others)
    }


def _same_days(held: RoleHeld, other: RoleHeld) -> bool:
    return held is not other and held.role == other.role and period.overlaps(held, other)


def _refuse_last(held: RoleHeld) -> None:
    is_one = held.role == ADMINISTRATOR
    if is_one and not others_administer(held.organisation_id, held.person_id):
        raise LastAdministratorError


def _tell(by: Person, person: Person, sentence: str, held: RoleHeld) -> None:
    """Tell whoever holds the role; nobody is told of their own deed."""
    if person.id != by.id:
        notices.tell(person, sentence, link=HOME, about=held)
