"""The sentences we send when a pair pauses and goes on."""

from portal.mentoring.models import PairPause
from portal.people.models import Person
from portal.web import days


def paused(by: Person, pause: PairPause) -> str:
    """To the other of the two: from when until when, and never why."""
    first = days.in_words(pause.started_on)
    until = f" until {days.in_words(pause.ended_on)}" if pause.ended_on else ""
    return f"{by.name} paused your {pause.pairing.kind} from {first}{until}. Nothing is expected."


def resumed(by: Person, pause: PairPause) -> str:
    """To the other of the two, when one lets it go on."""
    return f"{by.name} says that your {pause.pairing.kind} goes on."
