"""Who stands where: what lies ahead of one place, and how many people stand at each.

Numbers are of people and posts in one's own organisation, for those who plan them. Nothing here
says what a person lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portal.pathways.catalogue.entries import Catalogue
from portal.pathways.places import outside_of, place_of

HERE, NEXT, ACROSS, LATER, ELSEWHERE = "here", "next", "across", "later", "elsewhere"


@dataclass(frozen=True)
class Tally:
    """How many people stand at a place, and how many posts there are vacant."""

    people: int = 0
    vacant: int = 0

    def plus(self, other: Tally) -> Tally:
        """The two tallies as one."""
        return Tally(self.people + other.people, self.vacant + other.vacant)


@dataclass(frozen=True)
class OutsideTally:
    """Job titles outside the lattice, why, and how many people hold them."""

    title: str
    reason: str
    job_titles: tuple[str, ...]
    tally: Tally


@dataclass(frozen=True)
class Standing:
    """Who stands where in an organisation: at each place, and outside the lattice."""

    at: Mapping[str, Tally]
    outside: tuple[OutsideTally, ...]

    @property
    def on_the_lattice(self) -> Tally:
        """Everybody who stands at a place, and all vacant posts there."""
        return _sum(self.at.values())

    @property
    def off_the_lattice(self) -> Tally:
        """Everybody who stands outside, and all vacant posts there."""
        return _sum(each.tally for each in self.outside)


NOT_YET_PLACED = "Not placed yet"
NOT_YET_REASON = "The catalogue does not know these job titles. Whoever keeps it can add them."


def ahead_of(catalogue: Catalogue, here: str | None) -> Mapping[str, str]:
    """For each place how it lies from here: here, next, across, later or elsewhere.

    `next` is one move up, `across` one move in the same band, and `later` what those lead to by
    moves up. Without a place of one's own everything is elsewhere.
    """
    lies = {place.key: ELSEWHERE for place in catalogue.places}
    if here is None:
        return lies
    start = catalogue.by_key[here]
    ahead = list(start.leads_to)
    while ahead:
        key = ahead.pop()
        if lies[key] == ELSEWHERE:
            lies[key] = LATER
            ahead.extend(catalogue.by_key[key].up)
    lies.update(dict.fromkeys(start.across, ACROSS))
    lies.update(dict.fromkeys(start.up, NEXT))
    lies[here] = HERE
    return lies


def standing_of(catalogue: Catalogue, counted: Iterable[tuple[str, Tally]]) -> Standing:
    """Who stands where, from a tally for each place key or, outside the lattice, job title.

    A key of the catalogue is taken as that place; anything else is read as a job title.
    """
    at: dict[str, Tally] = {place.key: Tally() for place in catalogue.places}
    outside: dict[tuple[str, str], list[tuple[str, Tally]]] = {}
    for name, tally in counted:
        place = catalogue.by_key.get(name) or place_of(catalogue, name)
        if place is not None:
            at[place.key] = at[place.key].plus(tally)
        else:
            outside.setdefault(_why_outside(catalogue, name), []).append((name, tally))
    return Standing(at=at, outside=_outside_tallies(outside))


def _why_outside(catalogue: Catalogue, job_title: str) -> tuple[str, str]:
    group = outside_of(catalogue, job_title)
    return (group.title, group.reason) if group else (NOT_YET_PLACED, NOT_YET_REASON)


def _outside_tallies(
    outside: Mapping[tuple[str, str], list[tuple[str, Tally]]],
) -> tuple[OutsideTally, ...]:
    return tuple(
        OutsideTally(
            title=title,
            reason=reason,
            job_titles=tuple(sorted(name for name, _ in named)),
            tally=_sum(tally for _, tally in named),
        )
        for (title, reason), named in sorted(outside.items())
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total = total.plus(tally)
    return total
