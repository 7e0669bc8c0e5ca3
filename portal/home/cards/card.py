"""What one card brings to a home page."""

from dataclasses import dataclass
from typing import Any

from portal.home.needs import Need

SHOWN = 6


@dataclass(frozen=True)
class Card:
    """A fragment and what it says; for the top of the page a sentence, figures, and deeds.

    `late` is with how many people of the card something was due that may wait for somebody else.
    """

    template: str
    facts: Any
    standing: str = ""
    needs: tuple[Need, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    late: int = 0
