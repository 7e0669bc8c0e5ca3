"""One invented organisation while it is being filled: what the later steps need of the earlier."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from uuid import UUID

from portal.demo.careers import Career
from portal.demo.data import Cast, Establishment, Place, Seat
from portal.people.models import Organisation, Person, Unit


class Chance(Random):
    """Where the demo's inventions come from: the same for the same seed, and never a secret."""


@dataclass(frozen=True)
class Employee:
    """Somebody in their seat: the person, where they sit, their dates, and their part if any."""

    person: Person
    place: Place
    seat: Seat
    career: Career
    member: Cast | None = None

    @property
    def job(self) -> str:
        """The job title."""
        return self.seat.job


@dataclass
class Scene:
    """An organisation as it stands so far; `chance` is the only source of what is invented."""

    today: date
    chance: Chance
    establishment: Establishment
    organisation: Organisation
    units: dict[str, Unit] = field(default_factory=dict)
    staff: list[Employee] = field(default_factory=list)

    def new_id(self) -> UUID:
        """An id that is the same whenever the demo is loaded with the same seed."""
        return UUID(int=self.chance.getrandbits(128), version=4)

    def doing(self, *jobs: str) -> list[Employee]:
        """Those who do one of these jobs, in the order of their places."""
        return [one for one in self.staff if one.job in jobs]

    def with_role(self, role: str) -> Iterator[Employee]:
        """Those of the cast who were given this role."""
        return (one for one in self.staff if one.member and role in one.member.roles)

    def leader_of(self, place: Place) -> Person | None:
        """Who leads a place: the holder of its first seat, or of the one above it."""
        for one in self.staff:
            if one.place == place and one.seat == place.seats[0]:
                return one.person
        above = next((p for p in self.establishment.places if p.name == place.parent), None)
        return self.leader_of(above) if above else None

    def manager_of(self, one: Employee) -> Person | None:
        """Whom somebody reports to: the leader of their place, or of the place above.

        A pod's leader shares its work out; everybody in it reports to the manager of the team.
        """
        leader = self.leader_of(one.place)
        if leader is not one.person and not one.place.is_pod:
            return leader
        above = next((p for p in self.establishment.places if p.name == one.place.parent), None)
        return self.leader_of(above) if above else None
