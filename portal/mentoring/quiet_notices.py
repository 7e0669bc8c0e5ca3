"""The sentences we send about pairs that have gone quiet: when they last met, and what is easy now.

Neutral: nobody has forgotten anything, and nothing is counted against anybody.
"""

from collections.abc import Sequence
from datetime import date

from portal.mentoring.models import Pairing
from portal.mentoring.queries import PairStanding
from portal.people.models import Person
from portal.web import days
from portal.web.numbers import counted


def gone_quiet(pairing: Pairing, reader: Person, last_on: date | None, more: int) -> str:
    """To each of the two, before anybody else; it says what the coordinator will be told."""
    other = pairing.other_than(reader).name
    if last_on is None:
        met = f"You and {other} have no {pairing.kind} session here yet."
    else:
        met = f"You and {other} last met on {days.in_words(last_on)}."
    next_step = "Plan a day that suits you both, or log the session you have had."
    wait = counted(more, "more week", "more weeks")
    hears = f"If you have not met in {wait}, the coordinator hears that, and nothing else."
    return f"{met} {next_step} {hears}"


def still_quiet(quiet: Sequence[PairStanding]) -> str:
    """To a coordinator, once the two have known it for as long as the scheme agreed."""
    if len(quiet) > 1:
        told = f"{len(quiet)} pairs have not met for longer than agreed. Each of them knows it."
        return f"{told} Ask whether they need anything."
    one = quiet[0]
    two = f"{one.coach_name} and {one.supported_name}"
    met = f"last met on {days.in_words(one.last_on)}" if one.last_on else "have not met here yet"
    return f"{two} {met}. They know it. Ask whether they need anything."
