"""What the pages about direct observations show: a year's, one row of the planner, one section."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.induction import observing
from portal.induction.models import Induction, InductionItem, Observation, ObservationSection
from portal.induction.wording import calendar_day
from portal.people.models import Person
from portal.web import days
from portal.web.numbers import counted


@dataclass(frozen=True)
class Observed:
    """The observations of one year, with the programme's that are not planned yet."""

    induction: Induction
    observations: Sequence[Observation]
    items: Sequence[InductionItem]
    today: date

    @property
    def unplanned(self) -> list[InductionItem]:
        """What the programme asks for and nobody has planned, in the order of their days."""
        taken = {each.item_id for each in self.observations}
        return [item for item in self.items if item.held_on is None and item.id not in taken]

    @property
    def elsewhere(self) -> list[InductionItem]:
        """What was recorded as held, and is written nowhere here."""
        taken = {each.item_id for each in self.observations}
        return [item for item in self.items if item.held_on and item.id not in taken]

    @property
    def advice(self) -> list[str]:
        """What would spread them better."""
        year = self.induction
        return observing.advice(
            self.observations,
            wanted=len(self.items),
            started_on=year.started_on,
            ends=year.planned_end_on,
        )

    @property
    def lead(self) -> str:
        """How many took place, and what is next."""
        held = sum(each.is_finished for each in self.observations) + len(self.elsewhere)
        asked = len(self.items)
        said = f"{held} of {asked} held."
        if held > asked:
            said = f"{held} held; the programme asks for {asked}."
        coming = [each for each in self.observations if not each.is_finished]
        if coming:
            first = min(coming, key=lambda each: each.planned_on)
            word = "is planned for" if first.planned_on >= self.today else "was planned for"
            day = days.in_words(first.planned_on)
            return f"{said} {first.title} {word} {day}, by {first.observer.name}."
        if self.unplanned:
            return f"{said} The next one is due by {days.in_words(self.unplanned[0].due_on)}."
        return f"{said} Nothing is left to plan."

    def standing(self, observation: Observation, reader: Person) -> str:
        """Where one observation stands, in a few words for whoever reads them."""
        return standing(observation, self.today, reader)


def standing(observation: Observation, today: date, reader: Person | None = None) -> str:
    """Where one observation stands, in a few words; a reader for whom it waits is called you."""
    if observation.is_withdrawn:
        return "Consent taken back"
    if observation.is_finished:
        return "Held"
    if observation.planned_on > today:
        return "Planned"
    worker = observation.induction.person
    waiting = [
        "you" if reader is not None and reader.id == person.id else person.name
        for person, finished in (
            (observation.observer, observation.observer_finished_on),
            (worker, observation.worker_finished_on),
        )
        if finished is None
    ]
    waiting.sort(key=lambda name: name != "you")
    return f"Waits for {' and '.join(waiting)}"


@dataclass(frozen=True)
class Needed:
    """One row of the planner: an observation that somebody still needs."""

    item: InductionItem
    planned: Observation | None
    today: date

    @property
    def by(self) -> str:
        """The day by which it is due."""
        return calendar_day(self.item.due_on, self.today)

    @property
    def when(self) -> str:
        """The day that was agreed, if any."""
        day = self.planned.planned_on if self.planned else self.item.booked_on
        return calendar_day(day, self.today) if day else "Not planned yet"

    @property
    def was_due(self) -> bool:
        """Whether its day has passed."""
        return self.item.on_day < self.today

    @property
    def observer(self) -> str:
        """Who observes, if that is known."""
        return self.planned.observer.name if self.planned else "Nobody yet"

    @property
    def consent(self) -> str:
        """What the family answered."""
        if self.planned is None or self.planned.consent == "":
            return "Not asked yet"
        return observing.CONSENTS[self.planned.consent]


def needed_sentence(rows: Sequence[Needed], *, more: bool) -> str:
    """Where the planner stands: how many are to come, how many were due, how many have no day."""
    if not rows:
        return "Nobody whom you accompany or observe needs an observation now."
    number = counted(len(rows), "observation is", "observations are")
    past = sum(row.was_due for row in rows)
    open_ = sum(row.planned is None and row.item.booked_on is None for row in rows)
    said = [f"{'More than ' if more else ''}{number} still to come, soonest first."]
    if past:
        said.append(f"{counted(past, 'was', 'were')} due before today.")
    if open_ and not more:
        said.append(f"{counted(open_, 'has', 'have')} no day yet.")
    return " ".join(said)


@dataclass(frozen=True)
class Part:
    """A section as one reader sees it: its words, or only whose it is."""

    section: ObservationSection
    is_read: bool
