"""A round as the rules take it: who offers, who looks, and what the portal knows between them.

What somebody offers and looks for they said themselves; base, days and day of qualifying are those
of the directory; teams and managers those of today's posts; assessors those of induction.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import literal, select

from portal.database import db
from portal.induction.models import Induction
from portal.matching.models import MatchChoice, MatchRound, RuledOut, SupportNeed, SupportOffer
from portal.matching.queries.offers import is_supported, looking, offering
from portal.matching.values import Cohort, Need, Offer, Weights
from portal.mentoring.models import DECLINED, Pairing, PairProposal
from portal.mentoring.queries import coordinators
from portal.people.models import Person, Post
from portal.people.queries import managers_of

MOST_IN_A_ROUND = 6_000
MOST_ROWS = 50_000
Ids = dict[UUID, set[UUID]]


@dataclass(frozen=True)
class Gathered:
    """A cohort, and everybody in it by id."""

    cohort: Cohort
    people: dict[UUID, Person]


def cohort_of(round: MatchRound, today: date) -> Gathered:
    """Everybody in this round: who offers its kind, and who looks for it and has nobody."""
    offers = _offers(round.organisation_id, round.kind, today)
    needs = _needs(round.organisation_id, round.kind, today)
    choices = _choices(round, [each.person_id for each in needs])
    return _gathered(round.kind, offers, needs, today, choices=choices, weights=round.weighed)


def need_in(round: MatchRound, need: SupportNeed, today: date) -> Gathered:
    """One person who looks, with everybody who offers: for their short list."""
    offers = _offers(round.organisation_id, round.kind, today)
    return _gathered(round.kind, offers, [need], today, choices={}, weights=round.weighed)


def supported_by(
    organisation_id: UUID, kind: str, leaves: Person, today: date
) -> tuple[Gathered, dict[UUID, UUID]]:
    """A cohort of all who are paired for this kind, without whoever leaves; and who has whom.

    A place that is taken by one of these pairs counts as free: the rules fill it again.
    """
    pairs = db.session.execute(
        select(Pairing.supported_id, Pairing.coach_id)
        .where(Pairing.organisation_id == organisation_id, Pairing.kind == kind)
        .where(Pairing.started_on <= today, Pairing.ended_on.is_(None))
        .order_by(Pairing.started_on)
        .limit(MOST_IN_A_ROUND)
    ).all()
    has: dict[UUID, UUID] = {pair.supported_id: pair.coach_id for pair in pairs}
    theirs = Counter(has.values())
    people = _working({*has, *theirs}, today)
    offers = [
        (offer, supports - theirs[offer.person_id])
        for offer, supports in _offers(organisation_id, kind, today)
    ]
    said = {offer.person_id for offer, _ in offers}
    offers += [(_unsaid_offer(people[each]), 0) for each in theirs if each in people.keys() - said]
    offers = [(offer, supports) for offer, supports in offers if offer.person_id != leaves.id]
    known = _said_needs(list(has))
    needs = [known.get(each) or _unsaid(people[each]) for each in has if each in people]
    gathered = _gathered(kind, offers, needs, today, choices={}, weights=Weights())
    return gathered, has


def _working(ids: Collection[UUID], today: date) -> dict[UUID, Person]:
    found = select(Person).where(Person.id.in_(ids), Person.working_here(today))
    rows = db.session.scalars(found.order_by(Person.id).limit(2 * MOST_IN_A_ROUND))
    return {person.id: person for person in rows}


def _said_needs(people: list[UUID]) -> dict[UUID, SupportNeed]:
    """What these people said they look for, by person."""
    said = select(SupportNeed).where(SupportNeed.person_id.in_(people))
    rows = db.session.scalars(said.order_by(SupportNeed.id).limit(MOST_IN_A_ROUND))
    return {need.person_id: need for need in rows}


def _unsaid(person: Person) -> SupportNeed:
    """Somebody who never said what they look for: known by the directory alone."""
    return SupportNeed(
        person_id=person.id, person=person, kinds=[], goals=[], languages=[], practice=""
    )


def _unsaid_offer(person: Person) -> SupportOffer:
    """Somebody who supports people and never said what they offer: they take nobody new."""
    return SupportOffer(
        person_id=person.id, person=person, kinds=[], people=0, strengths=[], languages=[],
        practice="",
    )  # fmt: skip


def _offers(organisation_id: UUID, kind: str, today: date) -> list[tuple[SupportOffer, int]]:
    listed = offering(organisation_id, today).order_by(Person.sort_key, Person.id)
    found = db.session.execute(listed.limit(MOST_IN_A_ROUND))
    return [(offer, paired + asked) for offer, paired, asked in found if kind in offer.kinds]


def _needs(organisation_id: UUID, kind: str, today: date) -> list[SupportNeed]:
    listed = looking(organisation_id, today).where(~is_supported(kind, today))
    found = db.session.scalars(listed.order_by(Person.sort_key, Person.id).limit(MOST_IN_A_ROUND))
    return [need for need in found if kind in need.kinds]


def _gathered(
    kind: str, offers: Iterable[tuple[SupportOffer, int]], needs: Iterable[SupportNeed],
    today: date, *, choices: dict[UUID, tuple[UUID, ...]], weights: Weights,
) -> Gathered:  # fmt: skip
    offers, needs = list(offers), list(needs)
    looking_ids = [need.person_id for need in needs]
    offering_ids = [offer.person_id for offer, _ in offers]
    known = _Known(looking_ids, offering_ids, today)
    rows: list[SupportNeed | SupportOffer] = [*needs, *(offer for offer, _ in offers)]
    if any(row.identity for row in rows):
        known.set_apart(coordinators(rows[0].person.organisation_id, today))
    cohort = Cohort(
        kind,
        tuple(known.offer(offer, supports, today) for offer, supports in offers),
        tuple(known.need(need, choices.get(need.person_id, ())) for need in needs),
        weights,
    )
    people = {need.person_id: need.person for need in needs}
    people |= {offer.person_id: offer.person for offer, _ in offers}
    return Gathered(cohort, people)


class _Known:
    """What the portal knows between those who look and those who offer, asked in bulk."""

    def __init__(self, looking: list[UUID], offering: list[UUID], today: date) -> None:
        self.teams = _teams([*looking, *offering], today)
        self.managers = managers_of(looking, today) if looking else {}
        self.assessors = assessors_of(looking)
        self.ruled_out, self.declined = _apart(offering, looking)
        self.readers: frozenset[UUID] = frozenset()

    def set_apart(self, readers: Iterable[Person]) -> None:
        """Those who read the reasons: what they chose about themselves counts nothing.

        Otherwise whoever ticks one thing and lets pairs be proposed reads who shares it.
        """
        self.readers = frozenset(reader.id for reader in readers)

    def offer(self, offer: SupportOffer, supports: int, today: date) -> Offer:
        """An offer as the rules take it; whoever has a pause has no place."""
        person = offer.person
        return Offer(
            person.id, person.name,
            places=0 if offer.is_paused(today) else max(0, offer.people - supports),
            is_trained=offer.trained_on is not None,
            strengths=frozenset(offer.strengths), conflicts=self._of(self.ruled_out, person),
            **self._said(offer),
        )  # fmt: skip

    def need(self, need: SupportNeed, ranking: tuple[UUID, ...]) -> Need:
        """A need as the rules take it."""
        person = need.person
        return Need(
            person.id, person.name,
            managers=self._of(self.managers, person), assessors=self._of(self.assessors, person),
            conflicts=self._of(self.ruled_out, person), declined=self._of(self.declined, person),
            goals=frozenset(need.goals), ranking=ranking, **self._said(need),
        )  # fmt: skip

    def _said(self, row: SupportOffer | SupportNeed) -> dict[str, Any]:
        person = row.person
        return {
            "organisation_id": person.organisation_id,
            "teams": self._of(self.teams, person),
            "practice": row.practice,
            "base": person.base,
            "days": frozenset(person.working_days.split()),
            "qualified_on": person.qualified_on,
            "languages": frozenset(row.languages),
            "identity": frozenset(() if person.id in self.readers else row.identity),
        }

    @staticmethod
    def _of(ids: Ids, person: Person) -> frozenset[UUID]:
        return frozenset(ids.get(person.id, ()))


def _grouped(rows: Iterable[Any]) -> Ids:
    found: Ids = defaultdict(set)
    for one, *others in rows:
        found[one] |= {other for other in others if other is not None}
    return found


def _teams(people: list[UUID], today: date) -> Ids:
    """The units in which each of these people has a post."""
    posts = select(Post.person_id, Post.unit_id).where(
        Post.person_id.in_(people), Post.covering(today)
    )
    return _grouped(db.session.execute(posts.order_by(Post.id).limit(MOST_ROWS)))


def assessors_of(people: Collection[UUID]) -> Ids:
    """Who assesses each of these people, or is to take over."""
    years = select(Induction.person_id, Induction.assessor_id, Induction.next_assessor_id).where(
        Induction.person_id.in_(people), Induction.ended_on.is_(None)
    )
    return _grouped(db.session.execute(years.order_by(Induction.id).limit(MOST_ROWS)))


def _apart(offering: Collection[UUID], looking: Collection[UUID]) -> tuple[Ids, Ids]:
    """Whom each of these people ruled out, and between whom a proposal came to a no.

    One statement; whoever of the two said no is not asked.
    """
    ruled_out = select(literal(True), RuledOut.person_id, RuledOut.other_id).where(
        RuledOut.person_id.in_({*offering, *looking})
    )
    declined = select(literal(False), PairProposal.supported_id, PairProposal.coach_id).where(
        PairProposal.supported_id.in_(looking), PairProposal.outcome == DECLINED
    )
    rows = db.session.execute(ruled_out.union_all(declined).limit(MOST_ROWS)).all()
    return (
        _grouped((one, other) for is_ruled_out, one, other in rows if is_ruled_out),
        _grouped((one, other) for is_ruled_out, one, other in rows if not is_ruled_out),
    )


def asked_in(round: MatchRound) -> Ids:
    """With whom people have been proposed since this round was published, whatever they said."""
    asked = select(PairProposal.supported_id, PairProposal.coach_id).where(
        PairProposal.organisation_id == round.organisation_id,
        PairProposal.kind == round.kind,
        PairProposal.proposed_at >= (round.published_at or round.opened_at),
    )
    return _grouped(db.session.execute(asked.order_by(PairProposal.id).limit(MOST_ROWS)))


def _choices(round: MatchRound, people: list[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    """Whom each of these people would choose in this round, the first choice first."""
    found = db.session.execute(
        select(MatchChoice.person_id, MatchChoice.coach_id)
        .where(MatchChoice.round_id == round.id, MatchChoice.person_id.in_(people))
        .order_by(MatchChoice.person_id, MatchChoice.place)
        .limit(MOST_ROWS)
    )
    chosen: dict[UUID, tuple[UUID, ...]] = {}
    for person_id, coach_id in found:
        chosen[person_id] = (*chosen.get(person_id, ()), coach_id)
    return chosen
