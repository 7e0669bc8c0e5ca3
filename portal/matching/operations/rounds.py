"""Rounds: opened and told of, proposed as often as wanted, published together or withdrawn."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from portal import audit, notices
from portal.clock import now, today
from portal.database import db
from portal.matching import notices as sentences
from portal.matching import queries
from portal.matching.models import MatchChoice, MatchPair, MatchRound
from portal.matching.operations import finding
from portal.mentoring.models import PairProposal
from portal.mentoring.operations import propose_each
from portal.people.models import Person


def open_round(by: Person, **said: Any) -> tuple[MatchRound, int]:
    """Open a round and tell everybody it concerns; the round, and how many were told."""
    round = MatchRound(organisation_id=by.organisation_id, opened_by_id=by.id, **said)
    db.session.add(round)
    db.session.flush()
    audit.record(by, "matching.round_opened", round, **_facts(round))
    readers = [
        reader
        for reader in queries.to_be_told(by.organisation_id, round.kind, today())
        if reader.id != by.id
    ]
    offering = {each.id for each in queries.supporters(by.organisation_id, today())}
    for reader in readers:
        offers = reader.id in offering
        write = sentences.opened_for_offers if offers else sentences.opened_for_needs
        link = "/my-offer" if offers else f"/rounds/{round.id}/my-choices"
        notices.tell(reader, write(by, round), link=link, about=round)
    return round, len(readers)


def edit_round(by: Person, round: MatchRound, **said: Any) -> bool:
    """Change the name, the days or the weights of a round; False when nothing is different."""
    changed = [name for name, value in said.items() if getattr(round, name) != value]
    if not changed:
        return False
    for name in changed:
        setattr(round, name, said[name])
    db.session.flush()
    audit.record(by, "matching.round_edited", round, fields=sorted(changed))
    return True


def choose(by: Person, round: MatchRound, coaches: Sequence[UUID]) -> None:
    """Say whom one would choose, the first choice first; what was said before is replaced."""
    own = db.session.query(MatchChoice).filter_by(round_id=round.id, person_id=by.id)
    own.delete()
    db.session.add_all(
        MatchChoice(
            organisation_id=by.organisation_id, round_id=round.id, person_id=by.id,
            coach_id=coach_id, place=place,
        )
        for place, coach_id in enumerate(coaches)
    )  # fmt: skip
    db.session.flush()
    audit.record(by, "matching.choices_kept", round, choices=len(coaches))


def propose_pairs(by: Person, round: MatchRound) -> None:
    """Let the best pairs be found anew; those that are locked stay.

    Raises ImpossibleError when locked pairs can no longer all be.
    """
    before = queries.pairs_of(round)
    _propose(round, before, {pair.person_id: pair.coach_id for pair in before if pair.is_locked})
    audit.record(by, "matching.pairs_proposed", round, **_counted(round))


def change_pair(by: Person, pair: MatchPair, coach_id: UUID | None) -> None:
    """Keep this coach for this person, or (None) let the portal choose; all others follow.

    Raises ImpossibleError when the two may not be, or no place is left beside those locked.
    """
    round, person_id, before = pair.round, pair.person_id, queries.pairs_of(pair.round)
    locked = {each.person_id: each.coach_id for each in before if each.is_locked}
    locked[person_id] = coach_id
    _propose(round, before, locked)
    said = "matching.pair_locked" if coach_id else "matching.pair_unlocked"
    facts = {"person_id": str(person_id)} | ({"coach_id": str(coach_id)} if coach_id else {})
    audit.record(by, said, round, **facts)


def publish_round(by: Person, round: MatchRound, *, started_on: date) -> Sequence[PairProposal]:
    """Propose every pair of the round to both of its two, all together or none.

    Raises OutdatedError when one of them may not be any more, and NotEligibleError with the
    sentences of coaching when that area refuses one.
    """
    pairs = queries.pairs_of(round)
    paired = [pair for pair in pairs if pair.coach is not None]
    finding.refuse_outdated(round, paired)
    made = _ask(by, round, paired, started_on)
    round.published_at, round.published_by_id = now(), by.id
    db.session.flush()
    audit.record(by, "matching.round_published", round, pairs=len(made), **_facts(round))
    for pair in pairs:
        if pair.coach_id is None:
            sentence = sentences.found_nobody(round)
            notices.tell(pair.person, sentence, link="/my-goals", about=round)
    return made


def ask_next(by: Person, round: MatchRound, *, started_on: date) -> tuple[int, int]:
    """Propose the next best to everybody who has nobody: how many, and who still waits.

    Whoever said no, or did not answer, is not proposed to the same person again.
    """
    failed = [pair for pair in queries.pairs_of(round) if _has_nobody(pair)]
    tried = finding.find_next(round, failed)
    paired = [pair for pair in tried if pair.coach is not None]
    if paired:
        _ask(by, round, paired, started_on)
    waiting = len(tried) - len(paired)
    audit.record(by, "matching.next_asked", round, pairs=len(paired), waiting=waiting)
    return len(paired), waiting


def withdraw_round(by: Person, round: MatchRound) -> None:
    """Close a round without publishing it; what people offer and look for stays."""
    round.withdrawn_at, round.withdrawn_by_id = now(), by.id
    db.session.flush()
    audit.record(by, "matching.round_withdrawn", round)


def _propose(
    round: MatchRound, before: Sequence[MatchPair], locked: Mapping[UUID, UUID | None]
) -> None:
    kept = {person_id: coach_id for person_id, coach_id in locked.items() if coach_id}
    made, round.summary = finding.found(round, kept, before)
    for pair in set(before) - set(made):
        db.session.delete(pair)
    db.session.add_all(made)
    round.proposed_at = now()
    db.session.flush()


def _ask(
    by: Person, round: MatchRound, pairs: Sequence[MatchPair], started_on: date
) -> Sequence[PairProposal]:
    """Propose these pairs to both of their two, and remember which proposal is whose."""
    two = [(pair.coach, pair.person) for pair in pairs if pair.coach is not None]
    made = propose_each(
        by, two, kind=round.kind, started_on=started_on, days_to_answer=round.days_to_answer,
        assessors=finding.assessors_of([pair.person_id for pair in pairs]),
    )  # fmt: skip
    for pair, proposal in zip(pairs, made, strict=True):
        pair.proposal_id = proposal.id
    db.session.flush()
    return made


def _has_nobody(pair: MatchPair) -> bool:
    """Whether nobody was found, or the two were asked and it came to nothing."""
    proposal = pair.proposal
    return proposal is None or (proposal.pairing_id is None and not proposal.waits)


def _facts(round: MatchRound) -> dict[str, Any]:
    return {"kind": round.kind, "closes_on": round.closes_on.isoformat()}


def _counted(round: MatchRound) -> dict[str, int]:
    figures = queries.figures_of(round, today())
    return {"people": figures.people, "paired": figures.paired, "locked": figures.locked}
