"""Cohorts to try the rules of matching on, small ones by chance and one of the usual size."""

import random
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
FEW = st.frozensets(st.sampled_from(KEYS), max_size=2)
SOME_DAYS = st.frozensets(st.sampled_from(DAYS))
TEAMS = st.frozensets(st.sampled_from([UUID(int=n) for n in range(50, 54)]), max_size=1)
DAY = st.none() | st.dates(date(2010, 1, 1), date(2026, 1, 1))
HOUSES = st.sampled_from([HOUSE, HOUSE, HOUSE, ELSEWHERE])


def need_id(number: int) -> UUID:
    return UUID(int=1000 + number)


def offer_id(number: int) -> UUID:
    return UUID(int=2000 + number)


def a_need(number: int = 0, **said: Any) -> Need:
    return Need(need_id(number), f"Person {number}", **{"organisation_id": HOUSE, **said})


def an_offer(number: int = 0, places: int = 1, **said: Any) -> Offer:
    house = {"organisation_id": HOUSE, **said}
    return Offer(offer_id(number), f"Mentor {number}", places, **house)


def _ids(make: Any, most: int) -> st.SearchStrategy[frozenset[UUID]]:
    return st.frozensets(st.sampled_from([make(n) for n in range(7)]), max_size=most)


@st.composite
def _said(draw: st.DrawFn) -> dict[str, Any]:
    """What both sides say, and the portal knows, about themselves."""
    return {
        "organisation_id": draw(HOUSES), "teams": draw(TEAMS), "days": draw(SOME_DAYS),
        "practice": draw(st.sampled_from(("", "adults", "families"))),
        "base": draw(st.sampled_from(("", "North", "South"))), "qualified_on": draw(DAY),
        "languages": draw(FEW), "identity": draw(FEW),
    }  # fmt: skip


@st.composite
def needs(draw: st.DrawFn, number: int) -> Need:
    ranked = draw(
        st.lists(st.sampled_from([offer_id(n) for n in range(7)]), max_size=3, unique=True)
    )
    return a_need(
        number, **draw(_said()), goals=draw(FEW), managers=draw(_ids(offer_id, 1)),
        assessors=draw(_ids(offer_id, 1)), conflicts=draw(_ids(offer_id, 1)),
        declined=draw(_ids(offer_id, 2)), ranking=tuple(ranked),
    )  # fmt: skip


@st.composite
def offers(draw: st.DrawFn, number: int) -> Offer:
    return an_offer(
        number, draw(st.integers(0, 2)), **draw(_said()), strengths=draw(FEW),
        is_trained=draw(st.sampled_from([True, True, True, False])), conflicts=draw(_ids(need_id, 1)),
    )  # fmt: skip


@st.composite
def cohorts(draw: st.DrawFn, most: int = 7) -> Cohort:
    """Up to seven people by up to seven who offer."""
    weigh = st.integers(0, 5)
    return Cohort(
        kind=draw(st.sampled_from(("coaching", "mentoring"))),
        offers=tuple(draw(offers(n)) for n in range(draw(st.integers(0, most)))),
        needs=tuple(draw(needs(n)) for n in range(draw(st.integers(0, most)))),
        weights=Weights(goals=draw(weigh), base=draw(weigh), days=draw(weigh)),
    )


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
