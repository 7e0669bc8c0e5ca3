"""Pairs are proposed: both are asked, and with two yeses the pairing begins.

Nobody is asked why they say no, and nobody but the two can tell who of them said it.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from portal import audit, notices
from portal.clock import now, today
from portal.database import db
from portal.mentoring import eligibility, proposing, queries
from portal.mentoring import notices as sentences
from portal.mentoring.models import (
    AGREED,
    DECLINED,
    LAPSED,
    NO,
    WITHDRAWN,
    PairAnswer,
    PairProposal,
)
from portal.mentoring.operations.pairings import (
    NOBODY,
    Assessors,
    Two,
    begin,
    objections,
    refuse,
    somebody,
    who,
)
from portal.people.models import Person


def propose_each(
    by: Person,
    pairs: Sequence[Two],
    *,
    kind: str,
    started_on: date,
    assessors: Assessors = NOBODY,
    days_to_answer: int = proposing.USUAL,
) -> list[PairProposal]:
    """Propose each of these pairs to both of its two, or none of them.

    `pairs` are (coach or mentor, person supported). `assessors` says who assesses each person.
    Raises NotEligibleError with a sentence for every pair that cannot be.
    """
    _refuse_twice(pairs, kind)
    refuse(objections(pairs, kind=kind, started_on=started_on, assessors=assessors))
    made = [
        PairProposal(
            organisation_id=by.organisation_id, coach_id=coach.id, coach=coach,
            supported_id=supported.id, supported=supported, kind=kind, started_on=started_on,
            proposed_by_id=by.id, proposed_by=by, answers=[],
            lapses_on=proposing.last_day(today(), days_to_answer),
        )
        for coach, supported in pairs
    ]  # fmt: skip
    db.session.add_all(made)
    db.session.flush()
    facts = [(each, {"kind": kind, "lapses_on": each.lapses_on.isoformat()}) for each in made]
    audit.record_many(by, "mentoring.pair_proposed", facts)
    for each in made:
        for reader in (each.coach, each.supported):
            _tell(by, reader, sentences.proposed(by, each, reader), each)
    return made


def answer_proposal(
    by: Person, proposal: PairProposal, *, says: str, assessors: Assessors = NOBODY
) -> None:
    """Say yes or no to a proposal that waits for one's answer.

    A no closes it; the second yes begins the pairing. `assessors` says who assesses the person
    supported. Raises NotEligibleError where the two can no longer be paired.
    """
    is_second = bool(proposal.answers)
    if says != NO:
        _refuse_who_left(proposal.other_than(by))
        _refuse_without_the_role(proposal.coach)
    if says != NO and is_second:
        two, first = (proposal.coach, proposal.supported), _first_day(proposal)
        refuse(objections([two], kind=proposal.kind, started_on=first, assessors=assessors))
    proposal.answers.append(
        PairAnswer(
            organisation_id=proposal.organisation_id, proposal_id=proposal.id, person_id=by.id,
            says=says,
        )
    )  # fmt: skip
    if says == NO:
        _decline(by, proposal)
    elif is_second:
        _agree(by, proposal)
    else:
        audit.record(by, "mentoring.proposal_answered", proposal)


def withdraw_proposal(by: Person, proposal: PairProposal) -> None:
    """Take a proposal back before both have answered, and tell the two."""
    _close(proposal, WITHDRAWN)
    audit.record(by, "mentoring.proposal_withdrawn", proposal)
    for reader in (proposal.coach, proposal.supported):
        _tell(by, reader, sentences.withdrawn(by, proposal, reader), proposal)


def lapse_proposals(organisation_id: UUID) -> int:
    """Close the proposals whose last day has gone by, and tell the coordinators; how many."""
    late = queries.gone_by(organisation_id, today())
    if not late:
        return 0
    readers = queries.coordinators(organisation_id, today())
    for proposal in late:
        _close(proposal, LAPSED)
        for reader in readers:
            _tell(None, reader, sentences.lapsed(proposal), proposal)
    audit.record_many(None, "mentoring.proposal_lapsed", [(each, {}) for each in late])
    return len(late)


def _decline(by: Person, proposal: PairProposal) -> None:
    _close(proposal, DECLINED)
    deeds = ("mentoring.proposal_answered", "mentoring.proposal_declined")
    audit.record_deeds(by, [(deed, proposal, {}) for deed in deeds])
    other = proposal.other_than(by)
    _tell(by, other, sentences.declined(proposal, other), proposal)
    for reader in queries.coordinators(proposal.organisation_id, today()):
        if not proposal.joins(reader):
            _tell(by, reader, sentences.declined_for_coordinator(proposal), proposal)


def _agree(by: Person, proposal: PairProposal) -> None:
    two = (proposal.coach, proposal.supported)
    pairing = begin(proposal.proposed_by, two, kind=proposal.kind, started_on=_first_day(proposal))
    proposal.pairing_id = pairing.id
    _close(proposal, AGREED)
    facts = who(pairing) | {"proposal_id": str(proposal.id)}
    audit.record_deeds(
        by,
        [("mentoring.proposal_answered", proposal, {}), ("mentoring.paired", pairing, facts)],
    )
    if not proposal.joins(proposal.proposed_by):
        _tell(by, proposal.proposed_by, sentences.agreed(proposal, pairing), proposal)


def _first_day(proposal: PairProposal) -> date:
    return proposing.first_day(proposal.started_on, today())


def _close(proposal: PairProposal, outcome: str) -> None:
    proposal.outcome, proposal.closed_at = outcome, now()
    db.session.flush()


def _refuse_who_left(other: Person) -> None:
    """Nothing begins with somebody who left after it was proposed, whatever they had answered."""
    if not other.is_active:
        refuse([f"{other.name} does not work here any more, so this cannot begin"])


def _refuse_without_the_role(coach: Person) -> None:
    """Nothing begins with a coach or mentor who has given that up since it was proposed."""
    if not coach.has_role(*queries.SUPPORTING):
        refuse([f"{coach.name} is no coach or mentor any more, so this cannot begin"])


def _refuse_twice(pairs: Sequence[Two], kind: str) -> None:
    """Refuse pairs that are asked already; one whose last day has gone by gives way."""
    waiting = queries.waiting_among({c.id for c, _ in pairs}, {s.id for _, s in pairs}, kind)
    asked = {(each.coach_id, each.supported_id) for each in waiting if each.waits}
    said = []
    for coach, supported in pairs:
        if (coach.id, supported.id) in asked:
            two = somebody(coach), somebody(supported)
            said.append(eligibility.waiting_objection(*two, kind))
        asked.add((coach.id, supported.id))
    refuse(said)
    late = [each for each in waiting if (each.coach_id, each.supported_id) in asked]
    late = [each for each in late if each.has_lapsed]
    for each in late:
        _close(each, LAPSED)
    audit.record_many(None, "mentoring.proposal_lapsed", [(each, {}) for each in late])


def _tell(by: Person | None, reader: Person, sentence: str, proposal: PairProposal) -> None:
    """Tell somebody of a proposal, unless it was their own deed."""
    if by is None or reader.id != by.id:
        link = f"/pairings/proposals/{proposal.id}"
        notices.tell(reader, sentence, link=link, about=proposal)
