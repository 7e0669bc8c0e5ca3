"""What a team is made of on a day, and how far that is from its model, slot by slot. Pure.

Each post fills the slot that its job title belongs to; the rest stands beside the model. A person
with two posts in one slot counts once there. A vacant post is wanted and not held: it says that the
place is known of and nobody is in it.

Shapes: `Seat` is a post for a period, held by somebody or vacant. Units: people, posts, and
whole-time equivalent as the sum of the known shares of full time. Source: the portal's plan (2026);
team models of Hackney, Somerset and Tower Hamlets as published 2008 to 2010.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from portal.teams.modelling.entries import Model, Slot
from portal.web.numbers import counted, in_words

PERMANENT, AGENCY = "permanent", "agency"
NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Seat:
    """A post for a period, with what counts of who holds it; nobody for one that is vacant.

    `person_id` only tells people apart: an id in any form, the same for all of their posts.
    """

    person_id: UUID | str | None
    job_title: str
    started_on: date
    ended_on: date | None
    contract: str = ""
    fte: Decimal | None = None
    qualified_on: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it is there on a day."""
        return self.started_on <= day and (self.ended_on is None or day <= self.ended_on)


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot of the model, and who fills it."""

    slot: Slot
    people: int
    vacant: int
    agency: int
    wte: Decimal

    @property
    def missing(self) -> int:
        """How many more people the model asks for."""
        return max(0, self.slot.number - self.people)

    @property
    def over(self) -> int:
        """How many people there are beyond what the model asks for."""
        return max(0, self.people - self.slot.number)

    @property
    def empty(self) -> int:
        """Places of the model for which there is not even a vacant post."""
        return max(0, self.missing - self.vacant)

    @property
    def words(self) -> str:
        """How far it is from the model: "2 of 3, one post vacant"."""
        said = [f"{self.people} of {self.slot.number}"]
        if self.vacant:
            said.append(f"{in_words(self.vacant)} {'post' if self.vacant == 1 else 'posts'} vacant")
        if self.empty:
            said.append(f"no post for {in_words(self.empty)}")
        if self.over:
            said.append(f"{in_words(self.over)} more than the model asks for")
        if self.agency:
            said.append(f"{in_words(self.agency)} from an agency")
        return ", ".join(said)


@dataclass(frozen=True, slots=True)
class Beside:
    """Posts of a job title that belongs to no slot of the model."""

    job_title: str
    people: int
    vacant: int


@dataclass(frozen=True, slots=True)
class Composition:
    """A team on a day against its model."""

    slots: tuple[Filled, ...]
    beside: tuple[Beside, ...]

    @property
    def missing(self) -> int:
        """How many people the model asks for who are not there."""
        return sum(each.missing for each in self.slots)

    @property
    def is_whole(self) -> bool:
        """Whether every place of the model is filled."""
        return not self.missing

    @property
    def words(self) -> str:
        """How far the team is from its model, in a sentence without its full stop."""
        if self.is_whole:
            return "every place of the model is filled"
        short = [
            each.slot.title + (f" ({in_words(each.missing)})" if each.missing > 1 else "")
            for each in self.slots
            if each.missing
        ]
        places = counted(self.missing, "place is", "places are")
        return f"{places} not filled: {', '.join(short)}"


def compose(model: Model, seats: Iterable[Seat], day: date) -> Composition:
    """The team on a day, each post in the slot that its job title fills."""
    there = [seat for seat in seats if seat.covers(day)]
    into: dict[str, list[Seat]] = {slot.key: [] for slot in model.slots}
    beside: dict[str, list[Seat]] = {}
    for seat in there:
        slot = model.slot_of(seat.job_title)
        (into[slot.key] if slot else beside.setdefault(seat.job_title, [])).append(seat)
    return Composition(
        tuple(_filled(slot, into[slot.key]) for slot in model.slots),
        tuple(
            Beside(title, _people(seats), _vacant(seats)) for title, seats in sorted(beside.items())
        ),
    )


def _filled(slot: Slot, seats: Sequence[Seat]) -> Filled:
    agency = [seat for seat in seats if seat.contract == AGENCY]
    wte = sum((seat.fte for seat in seats if seat.person_id and seat.fte), NONE)
    return Filled(slot, _people(seats), _vacant(seats), _people(agency), wte)


def _people(seats: Iterable[Seat]) -> int:
    return len({seat.person_id for seat in seats if seat.person_id})


def _vacant(seats: Iterable[Seat]) -> int:
    return sum(seat.person_id is None for seat in seats)
