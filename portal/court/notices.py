"""The sentences we send about a first time in court: a letter and a day, nothing of a matter."""

from datetime import date

from portal.people.models import Person
from portal.web import days


def offered(consultant: Person) -> str:
    """To a practitioner, when a consultant offers to go with them."""
    return f"{consultant.name} offers to go with you the first time in court. Say yes or no."


def started(practitioner: Person) -> str:
    """To a consultant, when somebody asks them to come along."""
    return f"{practitioner.name} has asked you to go with them the first time in court."


def answered(practitioner: Person, says_yes: bool) -> str:
    """To a consultant, when somebody has answered."""
    said = "takes you along the first time in court" if says_yes else "does not need you in court"
    return f"{practitioner.name} {said}."


def moved_on(by: Person, letter: str) -> str:
    """To the other of the two, when a step took place or was looked at."""
    return f"{by.name} has gone on with matter {letter}."


def handed_over(consultant: Person, letter: str) -> str:
    """To the practitioner, when another consultant goes with them from now on."""
    return f"{consultant.name} goes with you in matter {letter} from now on."


def taken_over(practitioner: Person, letter: str) -> str:
    """To the consultant who goes with somebody from now on."""
    return f"You go with {practitioner.name} in matter {letter} from now on."


def ready(consultant: Person) -> str:
    """To the practitioner, when they were found ready to lead."""
    return f"{consultant.name} has found you ready to lead in court."


def not_yet(consultant: Person, letter: str) -> str:
    """To the practitioner, when something is still to come."""
    return f"{consultant.name} has written what comes next in matter {letter}."


def deadline(day: date) -> str:
    """To both, before a deadline or a hearing: no calendar says more."""
    return f"Deadline on {days.in_words(day)}."
