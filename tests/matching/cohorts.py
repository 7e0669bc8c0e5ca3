"""Cohorts to try the rules of matching on, small ones by chance and one of the usual size."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from portal.matching.rules.forbidding import may_be
from portal.matching.rules.wishing import points
from portal.matching.values import Cohort, Need, Offer, Weights

HOUSE, ELSEWHERE = UUID(int=1), UUID(int=2)
KEYS = ("court-skills", "neglect", "early-help")
DAYS = ("Mon", "Tue", "Wed")
TEAMS = tuple(UUID(int=n) for n in range(50, 54))
FIRST = date(2010, 1, 1)


def need_id(number: int) -> UUID:
    return UUID(int=1000 + number)


def offer_id(number: int) -> UUID:
    return UUID(int=2000 + number)


def a_need(number: int = 0, **said: Any) -> Need:
    return Need(need_id(number), f"Person {number}", **{"organisation_id": HOUSE, **said})


def an_offer(number: int = 0, places: int = 1, **said: Any) -> Offer:
    house = {"organisation_id": HOUSE, **said}
    return Offer(offer_id(number), f"Mentor {number}", places, **house)


def _few(chance: random.Random, keys: Sequence[Any], most: int) -> frozenset[Any]:
    return frozenset(chance.sample(keys, chance.randint(0, most)))


def _said(chance: random.Random) -> dict[str, Any]:
    """What both sides say, and the portal knows, about themselves."""
    known = chance.random() < 0.7
    return {
        "organisation_id": ELSEWHERE if chance.random() < 0.15 else HOUSE,
        "teams": _few(chance, TEAMS, 1), "days": _few(chance, DAYS, 3),
        "practice": chance.choice(("", "adults", "families")),
        "base": chance.choice(("", "North", "South")),
        "qualified_on": FIRST + timedelta(days=chance.randrange(5000)) if known else None,
        "languages": _few(chance, KEYS, 2), "identity": _few(chance, KEYS, 2),
    }  # fmt: skip


def _some_need(chance: random.Random, number: int) -> Need:
    people = [offer_id(n) for n in range(7)]
    return a_need(
        number, **_said(chance), goals=_few(chance, KEYS, 2), managers=_few(chance, people, 1),
        assessors=_few(chance, people, 1), conflicts=_few(chance, people, 1),
        declined=_few(chance, people, 2),
        ranking=tuple(chance.sample(people, chance.randint(0, 3))),
    )  # fmt: skip


def _some_offer(chance: random.Random, number: int) -> Offer:
    people = [need_id(n) for n in range(7)]
    return an_offer(
        number, chance.randint(0, 2), **_said(chance), strengths=_few(chance, KEYS, 2),
        is_trained=chance.random() < 0.75, conflicts=_few(chance, people, 1),
    )  # fmt: skip


def _some_cohort(offering: int, people: int, seed: int) -> Cohort:
    chance = random.Random(seed)
    weights = [chance.randint(0, 5) for _ in range(3)]
    return Cohort(
        kind=chance.choice(("coaching", "mentoring")),
        offers=tuple(_some_offer(chance, n) for n in range(offering)),
        needs=tuple(_some_need(chance, n) for n in range(people)),
        weights=Weights(goals=weights[0], base=weights[1], days=weights[2]),
    )


# What is drawn is how many there are and a seed: drawing each thing they say takes ten times as long.
SEEDS = st.integers(0, 2**32)


def cohorts(most: int = 7) -> st.SearchStrategy[Cohort]:
    """Up to seven people by up to seven who offer."""
    return st.builds(_some_cohort, st.integers(0, most), st.integers(0, most), SEEDS)


def offers(number: int) -> st.SearchStrategy[Offer]:
    """One who offers."""
    return SEEDS.map(lambda seed: _some_offer(random.Random(seed), number))


def brute_force(cohort: Cohort, kept: dict[UUID, UUID] | None = None) -> tuple[int, int, int]:
    """The most people paired, the most of these pairs kept, the most points: by trying everything."""
    kept = kept or {}

    @cache
    def most(row: int, left: tuple[int, ...]) -> tuple[int, int, int]:
        if row == len(cohort.needs):
            return 0, 0, 0
        need = cohort.needs[row]
        found = most(row + 1, left)
        for place, offer in enumerate(cohort.offers):
            if left[place] and may_be(need, offer, cohort.kind):
                rest = most(row + 1, (*left[:place], left[place] - 1, *left[place + 1 :]))
                here = (1, kept.get(need.id) == offer.id, points(need, offer, cohort.weights))
                found = max(found, tuple(a + b for a, b in zip(here, rest, strict=True)))
        return found

    return most(0, tuple(offer.places for offer in cohort.offers))


def a_large_cohort(people: int, offering: int, seed: int = 7) -> Cohort:
    """A cohort by chance, the same each time: many teams, bases and goals."""
    chance = random.Random(seed)
    keys, week = [f"key-{n}" for n in range(30)], ["Mon", "Tue", "Wed", "Thu", "Fri"]
    teams = [UUID(int=10_000 + n) for n in range(max(2, people // 8))]

    def said() -> dict[str, Any]:
        return {
            "teams": frozenset([chance.choice(teams)]), "base": f"base-{chance.randrange(12)}",
            "practice": chance.choice(("adults", "families", "health")),
            "days": frozenset(chance.sample(week, chance.choice((3, 4, 5, 5)))),
            "qualified_on": date(2026, 1, 1) - timedelta(days=chance.randrange(6000)),
        }  # fmt: skip

    return Cohort(
        kind="mentoring",
        offers=tuple(
            an_offer(n, chance.choice((1, 2, 3)), **said(), strengths=frozenset(chance.sample(keys, 5)))
            for n in range(offering)
        ),
        needs=tuple(
            a_need(n, **said(), goals=frozenset(chance.sample(keys, 3)),
                   managers=frozenset([offer_id(chance.randrange(offering))]))
            for n in range(people)
        ),
    )  # fmt: skip
