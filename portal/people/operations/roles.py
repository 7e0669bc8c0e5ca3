"""Giving somebody a role from a day, perhaps until a day, and ending it."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from portal import audit
from portal.clock import today
from portal.database import db
from portal.people.models import Person, RoleHeld


class LastAdministratorError(ValueError):
    """Without this person nobody would administer the portal."""


class RoleOverlapError(ValueError):
    """The person holds this role already on some of these days."""


def grant_role(
    person: Person, by: Person, *, role: str, started_on: date, ended_on: date | None = None
) -> RoleHeld:
    """Give a person a role for a period. Raises `RoleOverlapError` when they hold it already."""
    held = RoleHeld(
        organisation_id=person.organisation_id,
        person_id=person.id,
        role=role,
        started_on=started_on,
        ended_on=ended_on,
        granted_by_id=by.id,
    )
    same = select(RoleHeld).where(RoleHeld.person_id == person.id, RoleHeld.role == role)
    if any(held.overlaps(other) for other in db.session.scalars(same)):
        raise RoleOverlapError(role)
    db.session.add(held)
    db.session.flush()
    until = ended_on.isoformat() if ended_on else None
    audit.record(
        by, "people.role_granted", held, role=role, start=started_on.isoformat(), end=until
    )
    return held


def let_each_hold(role: str, since: Mapping[UUID, date], by: Person) -> None:
    """Give each of these people of one's organisation a role from a day, unless they hold it then.

    As many statements for many as for one.
    """
    same = select(RoleHeld).where(RoleHeld.person_id.in_(since), RoleHeld.role == role)
    holding = {
        held.person_id
        for held in db.session.scalars(same)
        if held.ended_on is None or held.ended_on >= since[held.person_id]
    }
    given = [
        RoleHeld(
            organisation_id=by.organisation_id,
            person_id=person_id,
            role=role,
            started_on=day,
            granted_by_id=by.id,
        )
        for person_id, day in since.items()
        if person_id not in holding
    ]
    db.session.add_all(given)
    facts = [(held, {"role": role, "start": held.started_on.isoformat()}) for held in given]
    audit.record_many(by, "people.role_granted", facts)


def end_role(held: RoleHeld, by: Person) -> None:
    """End a role from now on: the last day it covers is yesterday.

    A role that began today, or has yet to begin, is taken back altogether; one that is over stays
    as it was. Raises `LastAdministratorError` when nobody else administers the organisation
    without an end.
    """
    if held.ended_on is not None and held.ended_on < today():
        return
    if held.role == "admin" and not _others_administer(held):
        raise LastAdministratorError
    audit.record(by, "people.role_ended", held, role=held.role, person=str(held.person_id))
    yesterday = today() - timedelta(days=1)
    if held.started_on > yesterday:
        db.session.delete(held)
    else:
        held.ended_on = yesterday
    db.session.flush()


def _others_administer(held: RoleHeld) -> bool:
    """Whether somebody else who works here is an administrator today and has no end to it."""
    others = (
        select(RoleHeld.id)
        .join(Person, Person.id == RoleHeld.person_id)
        .where(
            RoleHeld.organisation_id == held.organisation_id,
            RoleHeld.role == "admin",
            RoleHeld.person_id != held.person_id,
            RoleHeld.started_on <= today(),
            RoleHeld.ended_on.is_(None),
            Person.working_here(today()),
        )
        .limit(1)
    )
    return db.session.scalar(others) is not None
