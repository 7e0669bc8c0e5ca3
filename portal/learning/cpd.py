"""The regulator's year of continuing professional development (CPD), and what it asks.

Pure. Source: Social Work England, "CPD guidance" (since 2022): the registration year runs from
1 December to 30 November; in it at least two different pieces are recorded in one's account with
the regulator, at least one of them with a peer reflection. There is no minimum of hours. That the
countdown begins 60 days before the end is the portal's own. Units: days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

PIECES = 2
NEAR = 60
OUTLINE = (
    "What I did\n{title}, {day}\n\n{words}\n\n"
    "What I learned, and how my practice changes by it\n\n\n"
    "Peer reflection: with whom I talked about it (their role, no name), and what came of it\n"
)


class Draft(Protocol):
    """A draft, as far as the count goes."""

    @property
    def has_peer_reflection(self) -> bool:
        """Whether it says what came of talking to a peer."""

    @property
    def is_recorded(self) -> bool:
        """Whether the person has put it into their account with the regulator."""


@dataclass(frozen=True)
class Standing:
    """How far somebody is in a year: what they recorded, and how long is left."""

    recorded: int
    with_peer: bool
    days_left: int

    @property
    def is_complete(self) -> bool:
        """Whether the year asks for nothing more."""
        return self.recorded >= PIECES and self.with_peer

    @property
    def is_near(self) -> bool:
        """Whether the end of the year is near and something is still to be recorded."""
        return not self.is_complete and self.days_left <= NEAR

    @property
    def missing(self) -> str:
        """What is still to be recorded, in words; empty when nothing is."""
        left = max(0, PIECES - self.recorded)
        if left:
            pieces = "1 more piece" if left == 1 and self.recorded else f"{left} pieces"
            return pieces if self.with_peer else f"{pieces}, one with a peer reflection"
        return "" if self.with_peer else "a peer reflection on one of them"


def end_of_year(day: date) -> date:
    """The last day of the regulator's year that a day is in: the next 30 November."""
    return date(day.year if day <= date(day.year, 11, 30) else day.year + 1, 11, 30)


def start_of_year(ends_on: date) -> date:
    """The first day of the year that ends on this day."""
    return date(ends_on.year - 1, 12, 1)


def standing(drafts: Iterable[Draft], today: date) -> Standing:
    """How far somebody is on a day, from the drafts of that year that they recorded."""
    recorded = [each for each in drafts if each.is_recorded]
    with_peer = any(each.has_peer_reflection for each in recorded)
    return Standing(len(recorded), with_peer, (end_of_year(today) - today).days)


def outline(title: str, day: str, words: str) -> str:
    """The words that a draft begins with, made of something that was written already."""
    return OUTLINE.format(title=title, day=day, words=words)
