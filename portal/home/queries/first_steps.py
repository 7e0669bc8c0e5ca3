"""What of an organisation's first steps is done: one statement, however large it is."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, exists, select

from portal.database import db
from portal.home.first_steps import Facts
from portal.identity.models import Account
from portal.induction import programmes
from portal.induction.models import Induction
from portal.mentoring.models import Pairing
from portal.people.areas import TITLES
from portal.people.models import Organisation, Person, Post, RoleHeld

ASKED_FOR = ("hr", "coordinator", "assessor", "coach", "mentor")
KEEPERS = ("hr", "coordinator")


def facts(reader: Person, today: date) -> Facts:
    """What is so in the reader's organisation."""
    own, organisation = reader.organisation_id, reader.organisation
    row = db.session.execute(
        select(
            exists().where(Post.organisation_id == own).label("has_list"),
            exists().where(Induction.organisation_id == own).label("has_year"),
            exists().where(Pairing.organisation_id == own).label("has_pairing"),
            _somebody_else_is_invited(reader).label("others_invited"),
            _waits(own, today).label("keeper_waits"),
            *(_is_given(own, role, today).label(role) for role in ASKED_FOR),
        )
    ).one()
    return Facts(
        name=organisation.name,
        areas=_areas(organisation),
        has_list=row.has_list,
        given=frozenset(role for role in ASKED_FOR if getattr(row, role)),
        others_invited=row.others_invited,
        keeper_waits=row.keeper_waits,
        programmes=tuple(each.name for each in programmes.every()),
        has_year=row.has_year,
        has_pairing=row.has_pairing,
    )


def _areas(organisation: Organisation) -> frozenset[str]:
    return frozenset(area for area in TITLES if organisation.has_area(area))


def _is_given(organisation_id: Any, role: str, today: date) -> ColumnElement[bool]:
    """Whether somebody who works here holds this role."""
    return (
        select(RoleHeld.id)
        .join(Person, Person.id == RoleHeld.person_id)
        .where(
            RoleHeld.organisation_id == organisation_id,
            RoleHeld.role == role,
            RoleHeld.covering(today),
            Person.working_here(today),
        )
        .exists()
    )


def _waits(organisation_id: Any, today: date) -> ColumnElement[bool]:
    """Whether somebody who is to keep things going has no account yet."""
    return (
        select(RoleHeld.id)
        .join(Person, Person.id == RoleHeld.person_id)
        .outerjoin(Account, Account.person_id == RoleHeld.person_id)
        .where(
            RoleHeld.organisation_id == organisation_id,
            RoleHeld.role.in_(KEEPERS),
            RoleHeld.covering(today),
            Person.working_here(today),
            Account.id.is_(None),
        )
        .exists()
    )


def _somebody_else_is_invited(reader: Person) -> ColumnElement[bool]:
    """Whether there is an account besides the reader's own."""
    return exists().where(
        Account.organisation_id == reader.organisation_id, Account.person_id != reader.id
    )
