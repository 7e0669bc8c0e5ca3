"""The sentences we send about pairings and sessions: who did it, with whom, on which day."""

from datetime import date

from portal.mentoring.models import (
    COACHING,
    MANAGER,
    ConflictApproved,
    Pairing,
    PairProposal,
    PlannedSession,
    Session,
)
from portal.people.models import Person
from portal.web import days


def session_recorded(by: Person, session: Session) -> str:
    """To the other of the two, when one has logged a session."""
    day, length = days.in_words(session.held_on), session.length
    return f"{by.name} logged a session with you on {day}, {length}."


def session_corrected(by: Person, session: Session) -> str:
    """To the other of the two, when one has put a session right."""
    day, length = days.in_words(session.held_on), session.length
    return f"{by.name} changed a session with you. It now says {day}, {length}."


def supervision_recorded(by: Person, session: Session) -> str:
    """To the other of the two, when one has logged supervision."""
    day, length = days.in_words(session.held_on), session.length
    return f"{by.name} logged supervision with you on {day}, {length}."


def supervision_planned(by: Person, session: Session) -> str:
    """To the other of the two, when one has written down the day agreed for supervision."""
    return f"{by.name} put supervision with you down for {days.in_words(session.held_on)}."


def supervision_moved(by: Person, session: Session, from_on: date) -> str:
    """To the other of the two, when one has moved supervision to another day."""
    moved = f"{by.name} moved supervision with you from {days.in_words(from_on)}"
    return f"{moved} to {days.in_words(session.held_on)}."


def paired(by: Person, pairing: Pairing, reader: Person) -> str:
    """To both, when they are paired."""
    other = pairing.other_than(reader)
    first = days.in_words(pairing.started_on)
    return f"{by.name} paired you with {other.name} for {pairing.kind}, from {first}."


def ended(by: Person, pairing: Pairing, reader: Person) -> str:
    """To whoever of the two did not end it themself."""
    assert pairing.ended_on is not None
    other = pairing.other_than(reader)
    what = f"your {pairing.kind}" if by is other else f"your {pairing.kind} with {other.name}"
    return f"{by.name} ended {what}. The last day is {days.in_words(pairing.ended_on)}."


def agreement_written(by: Person) -> str:
    """To the other of the two, when one has written and signed how they work together."""
    return f"{by.name} signed how you two work together. Read it, then sign it or change it."


def agreement_signed(by: Person) -> str:
    """To whoever wrote it, when the other of the two has signed."""
    return f"{by.name} signed how you two work together. It is agreed."


def begun(pairing: Pairing, reader: Person) -> str:
    """To each of the two, when both have said yes."""
    other, first = pairing.other_than(reader), days.in_words(pairing.started_on)
    return f"You and {other.name} have both said yes: {pairing.kind} from {first}."


def proposed(by: Person, proposal: PairProposal, reader: Person) -> str:
    """To each of the two, when a pair is proposed."""
    other, last = proposal.other_than(reader), days.in_words(proposal.lapses_on)
    return f"{by.name} proposes {_what(proposal, other, reader)}. Say yes or no by {last}."


def declined(proposal: PairProposal, reader: Person) -> str:
    """To the other of the two, when one has said no."""
    return f"The {proposal.kind} proposed with {proposal.other_than(reader).name} does not begin."


def declined_for_coordinator(proposal: PairProposal) -> str:
    """To the coordinators, when one of the two has said no: not who, and not why."""
    two = f"{proposal.coach.name} and {proposal.supported.name}"
    return f"{two} will not be paired for {proposal.kind}. Propose another pair when you are ready."


def agreed(proposal: PairProposal, pairing: Pairing) -> str:
    """To who proposed it, when both have said yes."""
    two, first = f"{proposal.coach.name} and {proposal.supported.name}", pairing.started_on
    return f"{two} have both said yes. Their {proposal.kind} begins on {days.in_words(first)}."


def withdrawn(by: Person, proposal: PairProposal, reader: Person) -> str:
    """To each of the two, when a proposal is taken back."""
    other = proposal.other_than(reader)
    return f"{by.name} took back the {proposal.kind} proposed with {other.name}."


def lapsed(proposal: PairProposal) -> str:
    """To the coordinators, when not both had answered by the last day."""
    two = f"{proposal.coach.name} and {proposal.supported.name}"
    return f"The {proposal.kind} proposed for {two} was not answered in time and has lapsed."


def _what(proposal: PairProposal, other: Person, reader: Person) -> str:
    """What is proposed, as seen by one of the two: "that Priya Nair mentors you"."""
    verb = "coach" if proposal.kind == COACHING else "mentor"
    if reader.id == proposal.supported_id:
        return f"that {other.name} {verb}{'es' if verb == 'coach' else 's'} you"
    return f"that you {verb} {other.name}"


def session_planned(by: Person, planned: PlannedSession) -> str:
    """To the other of the two, when one has put down the day of the next session."""
    return f"{by.name} put your next session down for {_day_and_time(planned)}."


def session_moved(by: Person, planned: PlannedSession, from_on: date) -> str:
    """To the other of the two, when one has moved the next session."""
    from_day = days.in_words(from_on)
    return f"{by.name} moved your session of {from_day}. It is now on {_day_and_time(planned)}."


def _day_and_time(planned: PlannedSession) -> str:
    day = days.in_words(planned.meets_on)
    return f"{day} at {planned.time_of_day}" if planned.time_of_day else day


def conflict_approved(by: Person, conflict: ConflictApproved, reader: Person) -> str:
    """To each of the two, when a conflict between them is approved; the reason is on its page."""
    verb = "manages" if conflict.conflict == MANAGER else "assesses"
    if reader.id == conflict.supported_id:
        who = conflict.coach.name
        return f"{by.name} approved that {who} may support you, though {who} {verb} you. Read why."
    who = conflict.supported.name
    mine = verb.removesuffix("s") if verb == "manages" else "assess"
    return f"{by.name} approved that you may support {who}, whom you {mine}. Read why."
