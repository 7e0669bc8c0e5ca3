"""Before a session: what the two agreed, when they meet, and the next milestone, if I may see it.

What I want to bring myself is asked by the page: thoughts are nobody else's, the other's included.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.home.queries import years
from portal.induction import policies as induction
from portal.induction.queries import own_induction
from portal.mentoring import queries as mentoring
from portal.mentoring.models import AgreedAction, Pairing, PlannedSession
from portal.people.models import Person
from portal.web import days
from portal.web.numbers import counted


@dataclass(frozen=True)
class Milestone:
    """What is expected next in the year of the person supported, and the page it stands on."""

    title: str
    on: date
    href: str


@dataclass(frozen=True)
class Preparation:
    """What somebody reads before they meet the other of their pair."""

    pairing: Pairing
    other: Person
    last_on: date | None
    planned: PlannedSession | None
    actions: Sequence[AgreedAction]
    milestone: Milestone | None
    today: date

    @property
    def lead(self) -> str:
        """When the two meet, and what is still to do, in two sentences."""
        to_do = len(self.actions)
        left = f"{counted(to_do, 'thing is', 'things are')} still to do from your sessions."
        return f"{self._meeting} {left if to_do else 'Nothing is left to do from your sessions.'}"

    @property
    def _meeting(self) -> str:
        if self.planned is not None:
            at = f" at {self.planned.time_of_day}" if self.planned.time_of_day else ""
            verb = "planned to meet" if self.planned.meets_on < self.today else "meet"
            return f"You {verb} on {days.in_words(self.planned.meets_on)}{at}."
        if self.last_on is not None:
            return f"You last met on {days.in_words(self.last_on)}, and no day is planned yet."
        return "You have not met here yet, and no day is planned."


def preparation(reader: Person, pairing: Pairing, today: date) -> Preparation:
    """What this reader may know before the next session of their pair."""
    return Preparation(
        pairing=pairing,
        other=pairing.other_than(reader),
        last_on=mentoring.last_met_on(pairing),
        planned=mentoring.next_planned(pairing),
        actions=[each for each in mentoring.actions_of(pairing) if not each.is_done],
        milestone=_milestone(reader, pairing.supported, today),
        today=today,
    )


def _milestone(reader: Person, supported: Person, today: date) -> Milestone | None:
    if not reader.organisation.has_area("induction"):
        return None
    year = own_induction(supported)
    if year is None or not induction.see_induction(reader, year):
        return None
    href = "/my-year" if reader.id == supported.id else f"/inductions/{year.id}"
    title = years.expected_in(year, today)
    return Milestone(title, year.next_on, href) if title else None
