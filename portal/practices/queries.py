"""What is asked about contracts with practices, from either side of the wall."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from portal.clock import today
from portal.database import db
from portal.identity.models import Account
from portal.people.models import Organisation, Person, Post, RoleHeld
from portal.period import months_after
from portal.practices import spans, standing
from portal.practices.continuity import Staffing
from portal.practices.models import (
    Assessment,
    Contract,
    PaymentDecision,
    PracticeTotals,
    TeamExchange,
)

BY_BEGINNING = [Contract.started_on, Contract.id]
MOST_TOLD = 20
MOST_BETWEEN = 50
MOST_ROWS = 200
YEAR = 12


def contracts_for(person: Person) -> Select[Contract]:
    """The contracts that somebody may open, the first one first (see `policies.see_practice`)."""
    sides: list[ColumnElement[bool]] = [false()]
    if person.has_role("commissioner", "principal"):
        sides.append(Contract.organisation_id == person.organisation_id)
    if person.has_role("admin", "principal"):
        here = Contract.practice_id == person.organisation_id
        sides.append(and_(here, Contract.answer != standing.WITHDRAWN))
    return select(Contract).where(or_(*sides)).order_by(*BY_BEGINNING)


def first_contracts(person: Person, most: int) -> list[Contract]:
    """The first few of the contracts that somebody may open."""
    return list(db.session.scalars(contracts_for(person).limit(most)))


def last_typed(contracts: Sequence[UUID]) -> dict[UUID, date]:
    """For each of these contracts the last quarter of which something was typed."""
    last = select(PracticeTotals.contract_id, func.max(PracticeTotals.quarter_on))
    of = last.where(PracticeTotals.contract_id.in_(contracts)).group_by(PracticeTotals.contract_id)
    return {row[0]: row[1] for row in db.session.execute(of)}


def practice_called(addressed_to: str, by: Person) -> UUID | None:
    """The organisation of that name, or whose administrator has that address; none of one's own.

    Only one that switched contracts on is found, and only a demo's from a demo.
    """
    said = addressed_to.strip().lower()
    administrators = (
        select(Account.organisation_id)
        .join(RoleHeld, RoleHeld.person_id == Account.person_id)
        .where(Account.email == said, RoleHeld.role == "admin", RoleHeld.covering(today()))
    )
    found = (
        select(Organisation)
        .where(
            or_(func.lower(Organisation.name) == said, Organisation.id.in_(administrators)),
            Organisation.id != by.organisation_id,
            Organisation.is_demo.is_(by.organisation.is_demo),
        )
        .order_by(Organisation.id)
        .limit(2)
    )
    practices = [each for each in db.session.scalars(found) if each.has_area("practices")]
    return practices[0].id if practices else None


def agreed_between(council_id: UUID, practice_id: UUID) -> list[Contract]:
    """The contracts that these two agreed on."""
    return _contracts(
        Contract.organisation_id == council_id,
        Contract.practice_id == practice_id,
        Contract.answer == standing.AGREED,
    )


def in_the_way(council_id: UUID, addressed_to: str, practice_id: UUID | None) -> list[Contract]:
    """What a council knows of: agreed with the same practice, or proposed in these words."""
    agreed = agreed_between(council_id, practice_id) if practice_id else []
    return agreed + _contracts(
        Contract.organisation_id == council_id,
        Contract.answer == standing.WAITING,
        func.lower(Contract.addressed_to) == addressed_to.lower(),
    )


def totals_of(contract: Contract, *, with_drafts: bool) -> list[PracticeTotals]:
    """The totals of a contract in all their versions, the last quarter and version first."""
    of = select(PracticeTotals).where(PracticeTotals.contract_id == contract.id)
    if not with_drafts:
        of = of.where(PracticeTotals.sent_on.is_not(None))
    in_order = of.order_by(PracticeTotals.quarter_on.desc(), PracticeTotals.number.desc())
    return list(db.session.scalars(in_order.limit(MOST_ROWS)))


def totals_of_quarter(contract: Contract, quarter_on: date) -> list[PracticeTotals]:
    """The totals of one quarter, the version that counts first."""
    every = totals_of(contract, with_drafts=True)
    return [each for each in every if each.quarter_on == quarter_on]


def counting(rows: Sequence[PracticeTotals]) -> list[PracticeTotals]:
    """Of totals in all their versions the sent one of each quarter that counts, oldest first."""
    last: dict[date, PracticeTotals] = {}
    for each in rows:
        if not each.is_draft:
            last.setdefault(each.quarter_on, each)
    return [last[day] for day in sorted(last)]


def staffing(practice_id: UUID, quarter: spans.Span) -> Staffing:
    """How a practice was staffed in a quarter: four numbers, which is all that crosses the wall."""
    day, first = quarter.last_on, quarter.started_on
    held = select(func.count(Post.person_id.distinct())).where(
        Post.organisation_id == practice_id, Post.person_id.is_not(None), Post.covering(day)
    )
    began = func.coalesce(Post.began_on, Post.started_on)
    for_a_year = held.where(began <= months_after(day, -YEAR))
    firsts = (
        select(func.min(began).label("began"))
        .where(Post.organisation_id == practice_id, Post.person_id.is_not(None))
        .group_by(Post.person_id)
        .subquery()
    )
    joined = select(func.count()).select_from(firsts).where(firsts.c.began.between(first, day))
    left = select(func.count(Person.id)).where(
        Person.organisation_id == practice_id, Person.left_on.between(first, day)
    )
    asked = (each.scalar_subquery() for each in (held, for_a_year, joined, left))
    return Staffing(*(int(number or 0) for number in db.session.execute(select(*asked)).one()))


def assessments_of(contract: Contract) -> list[Assessment]:
    """The ratings of a contract, the last half-year first."""
    of = select(Assessment).where(Assessment.contract_id == contract.id)
    return list(db.session.scalars(of.order_by(Assessment.half_on.desc()).limit(MOST_ROWS)))


def assessment_of(contract: Contract, half_on: date) -> Assessment | None:
    """The ratings of one half-year, if it was rated."""
    of = select(Assessment).where(Assessment.contract_id == contract.id)
    return db.session.scalar(of.where(Assessment.half_on == half_on))


def payments_of(contract: Contract) -> list[PaymentDecision]:
    """Every decision on payment, the one that counts first in each half-year."""
    of = select(PaymentDecision).where(PaymentDecision.contract_id == contract.id)
    in_order = of.order_by(PaymentDecision.half_on.desc(), PaymentDecision.number.desc())
    return list(db.session.scalars(in_order.limit(MOST_ROWS)))


def last_decision(contract: Contract, half_on: date) -> int:
    """The number of the decision that counts for a half-year; 0 before the first."""
    of = select(func.max(PaymentDecision.number)).where(
        PaymentDecision.contract_id == contract.id, PaymentDecision.half_on == half_on
    )
    return db.session.scalar(of) or 0


def exchanges_of(contract: Contract) -> list[TeamExchange]:
    """What crossed between the teams, the last quarter first."""
    of = select(TeamExchange).where(TeamExchange.contract_id == contract.id)
    return list(db.session.scalars(of.order_by(TeamExchange.quarter_on.desc()).limit(MOST_ROWS)))


def exchange_of(contract: Contract, quarter_on: date) -> TeamExchange | None:
    """What crossed between the teams in one quarter, if it was written down."""
    of = select(TeamExchange).where(TeamExchange.contract_id == contract.id)
    return db.session.scalar(of.where(TeamExchange.quarter_on == quarter_on))


def holders_of(organisation_id: UUID, *roles: str) -> list[Person]:
    """Who holds one of these roles today, by name."""
    held = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == organisation_id,
        RoleHeld.role.in_(roles),
        RoleHeld.covering(today()),
    )
    people = select(Person).where(Person.id.in_(held), Person.working_here(today()))
    return list(db.session.scalars(people.order_by(Person.sort_key, Person.id).limit(MOST_TOLD)))


def _contracts(*conditions: ColumnElement[bool]) -> list[Contract]:
    found = select(Contract).where(*conditions).order_by(*BY_BEGINNING).limit(MOST_BETWEEN)
    return list(db.session.scalars(found))
