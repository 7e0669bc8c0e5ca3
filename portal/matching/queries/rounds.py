"""Rounds as pages list them: all of them, and what one comes to."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, lazyload

from portal.database import db
from portal.matching.models import MatchChoice, MatchPair, MatchRound, SupportNeed
from portal.matching.queries.offers import SUPPORTING, is_supported, offering
from portal.mentoring.models import DECLINED, LAPSED, PairProposal
from portal.people.asker import ANYBODY, given
from portal.people.models import Person, RoleHeld
from portal.people.queries import newly_qualified
from portal.web.lists import Page, page_of, pages_of

MOST_TOLD = 2_000
MOST_PAIRS = 6_000
FEW = 3
NEWEST = [MatchRound.opened_at, MatchRound.id]


@dataclass(frozen=True)
class Figures:
    """A round in figures: all it came to, with whom, locked, without anybody, and said yes."""

    people: int = 0
    paired: int = 0
    locked: int = 0
    agreed: int = 0
    to_ask: int = 0

    @property
    def waiting(self) -> int:
        """How many have nobody."""
        return self.people - self.paired


def rounds_page(person: Person, after: str | None) -> Page:
    """A page of the rounds of this organisation, the newest first."""
    return page_of(_rounds(person), keys=NEWEST, after=after, descending=True)


def every_round(person: Person) -> Iterator[MatchRound]:
    """All that `rounds_page` shows a page of, for a file."""
    for page in pages_of(_rounds(person), keys=NEWEST, descending=True):
        yield from page.rows


def open_rounds(person: Person) -> Sequence[MatchRound]:
    """The rounds of this organisation that are neither published nor closed, the next day first."""
    return db.session.scalars(_open_rounds(), given(person)).all()


@cache
def _open_rounds() -> Select[Any]:
    still_open = _rounds(ANYBODY).where(
        MatchRound.published_at.is_(None), MatchRound.withdrawn_at.is_(None)
    )
    return still_open.order_by(MatchRound.closes_on, MatchRound.id).limit(FEW)


def _rounds(person: Person) -> Select[Any]:
    return select(MatchRound).where(MatchRound.organisation_id == person.organisation_id)


def figures_of(round: MatchRound, today: date) -> Figures:
    """What the last proposal of this round came to, and what became of it."""
    gone_by = and_(PairProposal.outcome.is_(None), PairProposal.lapses_on < today)
    failed = or_(PairProposal.outcome.in_((DECLINED, LAPSED)), gone_by)
    row = db.session.execute(
        select(
            func.count(MatchPair.id),
            func.count(MatchPair.coach_id),
            func.count().filter(MatchPair.is_locked),
            func.count().filter(PairProposal.pairing_id.is_not(None)),
            func.count().filter(failed),
        )
        .select_from(MatchPair)
        .outerjoin(PairProposal, PairProposal.id == MatchPair.proposal_id)
        .where(MatchPair.round_id == round.id)
    ).one()
    return Figures(*row)


def in_it(round: MatchRound, today: date) -> tuple[int, int]:
    """How many look for this kind and have nobody, and how many of them have ranked somebody."""
    looking = db.session.execute(
        select(SupportNeed.kinds, SupportNeed.person_id)
        .join(Person, Person.id == SupportNeed.person_id)
        .where(SupportNeed.organisation_id == round.organisation_id, Person.working_here(today))
        .where(~is_supported(round.kind, today))
        .order_by(SupportNeed.id)
        .limit(MOST_PAIRS)
    )
    there = {person_id for kinds, person_id in looking if round.kind in kinds}
    ranked = db.session.scalars(
        select(MatchChoice.person_id)
        .where(MatchChoice.round_id == round.id, MatchChoice.place == 0)
        .order_by(MatchChoice.person_id)
        .limit(MOST_PAIRS)
    )
    return len(there), len(there & set(ranked))


def pairs_page(round: MatchRound, after: str | None, *, waiting: bool = False) -> Page:
    """A page of what a round comes to, by name: pairs, or else those who have nobody."""
    return page_of(_pairs(round, waiting), keys=[Person.sort_key, MatchPair.id], after=after)


def every_pair(round: MatchRound, *, waiting: bool = False) -> Iterator[MatchPair]:
    """All that `pairs_page` shows a page of, for a file."""
    listed = _pairs(round, waiting)
    for page in pages_of(listed, keys=[Person.sort_key, MatchPair.id]):
        yield from page.rows


def _pairs(round: MatchRound, waiting: bool) -> Select[Any]:
    which = MatchPair.coach_id.is_(None) if waiting else MatchPair.coach_id.is_not(None)
    return (
        select(MatchPair)
        .join(Person, Person.id == MatchPair.person_id)
        .where(MatchPair.round_id == round.id, which)
        .options(contains_eager(MatchPair.person), lazyload(MatchPair.round), _with_proposal())
    )


def _with_proposal() -> Any:
    """The proposal of a pair: what became of it, without its people and their answers."""
    with_it = joinedload(MatchPair.proposal)
    return with_it.options(
        lazyload(PairProposal.coach), lazyload(PairProposal.supported),
        lazyload(PairProposal.proposed_by), lazyload(PairProposal.answers),
    )  # fmt: skip


def pairs_of(round: MatchRound) -> Sequence[MatchPair]:
    """All that a round comes to, by name."""
    found = (
        select(MatchPair)
        .join(Person, Person.id == MatchPair.person_id)
        .where(MatchPair.round_id == round.id)
        .options(contains_eager(MatchPair.person), lazyload(MatchPair.round), _with_proposal())
        .order_by(Person.sort_key, MatchPair.id)
        .limit(MOST_PAIRS)
    )
    return db.session.scalars(found).all()


def named_among(ids: Collection[UUID]) -> dict[str, str]:
    """The names of these people, by their ids as pairs keep them."""
    found = select(Person).where(Person.id.in_(ids)).order_by(Person.id).limit(MOST_PAIRS)
    return {str(person.id): person.name for person in db.session.scalars(found)}


def choices_of(round: MatchRound, person: Person) -> list[UUID]:
    """Whom this person would choose in this round, the first choice first."""
    found = (
        select(MatchChoice.coach_id)
        .where(MatchChoice.round_id == round.id, MatchChoice.person_id == person.id)
        .order_by(MatchChoice.place)
        .limit(3)
    )
    return list(db.session.scalars(found))


def to_be_told(organisation_id: UUID, kind: str, today: date) -> Sequence[Person]:
    """Whom the opening of a round concerns: who supports; who looks or is new, and has nobody."""
    role = "coach" if kind == "coaching" else "mentor"
    holds = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == organisation_id, RoleHeld.role == role,
        RoleHeld.covering(today),
    )  # fmt: skip
    looks = select(SupportNeed.person_id).where(SupportNeed.organisation_id == organisation_id)
    concerned = (
        select(Person)
        .where(Person.organisation_id == organisation_id, Person.working_here(today))
        .where(or_(Person.id.in_(holds), ~is_supported(kind, today)
                   & or_(Person.id.in_(looks), newly_qualified(organisation_id, today))))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_TOLD)
    )  # fmt: skip
    return db.session.scalars(concerned).all()


def supporters(organisation_id: UUID, today: date) -> Sequence[Person]:
    """Everybody who is coach or mentor here today, by name."""
    held = aliased(RoleHeld)
    found = (
        select(Person)
        .where(Person.organisation_id == organisation_id, Person.working_here(today))
        .where(
            Person.id.in_(
                select(held.person_id).where(
                    held.organisation_id == organisation_id,
                    held.role.in_(SUPPORTING),
                    held.covering(today),
                )
            )
        )
        .order_by(Person.sort_key, Person.id)
        .limit(1000)
    )
    return db.session.scalars(found).all()


def places_in(round: MatchRound, today: date) -> tuple[int, int]:
    """How many offer this kind with the training done and no pause, and the places they have."""
    found = db.session.execute(offering(round.organisation_id, today).limit(MOST_PAIRS))
    there = [
        max(0, offer.people - paired - asked)
        for offer, paired, asked in found
        if round.kind in offer.kinds and offer.trained_on and not offer.is_paused(today)
    ]
    return len(there), sum(there)
