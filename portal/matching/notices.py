"""The sentences we send about matching rounds."""

from portal.matching.models import MatchRound
from portal.people.models import Person
from portal.web import days


def opened_for_offers(by: Person, round: MatchRound) -> str:
    """To those who coach or mentor, when a round opens."""
    until = days.in_words(round.closes_on)
    opened = f"{by.name} opened a round of {round.kind}, {round.name}."
    return f"{opened} Check what you offer by {until}."


def opened_for_needs(by: Person, round: MatchRound) -> str:
    """To those who may look for somebody, when a round opens."""
    until = days.in_words(round.closes_on)
    opened = f"{by.name} opened a round of {round.kind}, {round.name}."
    return f"{opened} Say what you look for by {until}, and whom you would choose."


def found_nobody(round: MatchRound) -> str:
    """To those for whom a round found nobody, when it is published."""
    found = f"The round {round.name} found nobody for you this time."
    return f"{found} The coordinator knows why; what you look for stays for the next one."
