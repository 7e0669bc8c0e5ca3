"""What somebody's home page puts first: deeds with a date, oldest first, never more than five.

A `Need` is one deed: `what` to do, `why` it is asked, the day it is due and the page to do it on.
`compose` sorts needs into what needs somebody now (due today or before) and what is coming within
14 days; what lies further off is left for its own page. Pure: dates and sentences only.
Source of the shape: `five at most, oldest first, with dates` is the portal's own rule for home
pages; no document sets it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

MOST = 5
AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class Need:
    """One deed that waits for somebody: what, why in a sentence, by when, where it is done."""

    what: str
    why: str
    due_on: date
    href: str


@dataclass(frozen=True)
class Agenda:
    """A day's needs as a home page shows them; `more` counts those that were cut from now."""

    now: tuple[Need, ...]
    coming: tuple[Need, ...]
    more: int = 0

    @property
    def waiting(self) -> int:
        """How many deeds wait in all, shown or not."""
        return len(self.now) + self.more


def compose(needs: Iterable[Need], today: date) -> Agenda:
    """The agenda of one day: due by today, then due within 14 days, each oldest first."""
    ordered = sorted(needs, key=lambda need: (need.due_on, need.what, need.href))
    now = [need for need in ordered if need.due_on <= today]
    coming = [need for need in ordered if today < need.due_on <= today + AHEAD]
    return Agenda(tuple(now[:MOST]), tuple(coming[:MOST]), max(0, len(now) - MOST))
