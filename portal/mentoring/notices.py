"""The sentences we send about pairings and sessions: who did it, with whom, on which day."""

from datetime import date

from portal.mentoring.models import Pairing, Session
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
