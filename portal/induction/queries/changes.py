"""Changes of a year: those of one year, those that wait, and the people who are to agree."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Row, Select, bindparam, exists, func, select
from sqlalchemy.orm import lazyload

from portal.clock import today
from portal.database import db
from portal.induction.models import ChangeAgreement, Induction, InductionChange
from portal.induction.moving import Stop
from portal.people.asker import HERE
from portal.people.models import DaysAway, Person, RoleHeld
from portal.web.lists import Page, page_of, pages_of

MOST_CHANGES = 100
MOST_AWAY = 200
MOST_COORDINATORS = 20
BY_PROPOSED = [InductionChange.proposed_at, InductionChange.id]


def changes_of(induction: Induction) -> Sequence[InductionChange]:
    """Every change of one year that was proposed, first day first."""
    found = (
        select(InductionChange)
        .where(InductionChange.induction_id == induction.id)
        .options(lazyload(InductionChange.induction))
        .order_by(InductionChange.started_on, InductionChange.id)
        .limit(MOST_CHANGES)
    )
    return db.session.scalars(found).all()


def waiting_change(induction: Induction) -> InductionChange | None:
    """The change of this year that waits for somebody to agree; there is one at most.

    That it waits is all that is asked of it: who agreed stands on its own page.
    """
    found = _waiting().where(InductionChange.induction_id == induction.id)
    bare = (lazyload(InductionChange.induction), lazyload(InductionChange.agreements))
    return db.session.scalar(found.options(*bare).limit(1))


def changes_page(organisation_id: UUID, after: str | None) -> Page:
    """The proposals that wait, longest waiting first, a page at a time."""
    return page_of(_listed(organisation_id), keys=BY_PROPOSED, after=after)


def changes_for_coordinator(organisation_id: UUID, most: int) -> Sequence[Row[Any]]:
    """The few changes longest without the coordinator's agreement: id, kind, moment, whose year."""
    asked = {"here": organisation_id, "most": most}
    return db.session.execute(_for_coordinator(), asked).all()


@cache
def _for_coordinator() -> Any:
    agreed = exists().where(
        ChangeAgreement.change_id == InductionChange.id, ChangeAgreement.part == "coordinator"
    )
    return (
        select(
            InductionChange.id, InductionChange.kind, InductionChange.proposed_at,
            func.coalesce(func.nullif(Person.known_as, ""), Person.given_names)
            .label("first_name"), Person.family_name,
        )
        .join(Induction, Induction.id == InductionChange.induction_id)
        .join(Person, Person.id == Induction.person_id)
        .where(
            InductionChange.organisation_id == HERE,
            InductionChange.effective_at.is_(None),
            InductionChange.withdrawn_at.is_(None),
            ~agreed,
        )
        .order_by(*BY_PROPOSED)
        .limit(bindparam("most", type_=Integer))
    )  # fmt: skip


def every_change(organisation_id: UUID) -> Iterator[Page]:
    """All that `changes_page` shows a page of, for a file."""
    return pages_of(_listed(organisation_id), keys=BY_PROPOSED)


def away_in(induction: Induction) -> tuple[Stop, ...]:
    """The days away of the person whose year it is, as plain periods."""
    return away_of([induction.person_id])[induction.person_id]


def away_of(person_ids: Collection[UUID]) -> dict[UUID, tuple[Stop, ...]]:
    """The days away of each of these people, as plain periods."""
    asked = {"people": list(person_ids), "most": MOST_AWAY * max(len(person_ids), 1)}
    away: dict[UUID, tuple[Stop, ...]] = defaultdict(tuple)
    for person_id, first, last in db.session.execute(_away(), asked):
        away[person_id] += (Stop(first, last),)
    return away


@cache
def _away() -> Any:
    return (
        select(DaysAway.person_id, DaysAway.started_on, DaysAway.ended_on)
        .where(DaysAway.person_id.in_(bindparam("people", expanding=True)))
        .order_by(DaysAway.started_on.desc(), DaysAway.id)
        .limit(bindparam("most", type_=Integer))
    )


def coordinators(organisation_id: UUID) -> Sequence[Person]:
    """Everybody who is a coordinator today, by name."""
    found = (
        select(Person)
        .join(RoleHeld, RoleHeld.person_id == Person.id)
        .where(
            RoleHeld.organisation_id == organisation_id,
            RoleHeld.role == "coordinator",
            RoleHeld.covering(today()),
            Person.working_here(today()),
        )
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_COORDINATORS)
    )
    return db.session.scalars(found).unique().all()


def _waiting() -> Select[InductionChange]:
    return select(InductionChange).where(
        InductionChange.effective_at.is_(None), InductionChange.withdrawn_at.is_(None)
    )


def _listed(organisation_id: UUID) -> Select[InductionChange]:
    return _waiting().where(InductionChange.organisation_id == organisation_id)
