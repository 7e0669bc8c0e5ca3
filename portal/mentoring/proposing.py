"""How long a proposed pairing waits for its answers, and when a pairing agreed to late begins.

Shapes: days are `datetime.date`. Units: days. Raises nothing. Source: this portal's plan for the
life of a pairing (2026): both are asked, nobody is hurried, and nothing waits for ever.
"""

from datetime import date, timedelta
from typing import Final

DAYS_TO_ANSWER: Final = {7: "A week", 14: "Two weeks", 28: "Four weeks"}
USUAL: Final = 14


def last_day(proposed_on: date, days: int) -> date:
    """The last day on which an answer is taken."""
    return proposed_on + timedelta(days=days)


def first_day(wanted: date, agreed_on: date) -> date:
    """The first day of a pairing: the one proposed, or the day on which both had said yes."""
    return max(wanted, agreed_on)
