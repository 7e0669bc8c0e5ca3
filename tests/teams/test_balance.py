"""Rules of a team's model: worked by hand, and held against every way the unknown could be."""

import os
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.teams.balance import BROKEN, HANGS, HOLDS, LOOK_AHEAD, Count, balances, turn
from portal.teams.composition import Seat
from portal.teams.modelling import Model, Rule, Slot

DAY = date(2026, 11, 26)
# So many generated teams; `make reliability` takes ten thousand.
TEAMS = int(os.environ.get("TEAMS", "150"))
EXPERIENCED = Rule("experienced", "Five of eight", people=8, experienced=5)
NEW = Rule("newly-qualified", "One each", people=1)
SLOTS = (
    Slot("worker", "Social worker", 8, ("Senior social worker",), is_qualified=True),
    Slot("assistant", "Social work assistant", 2, (), directed_by="worker"),
)
MODEL = Model("balanced", "Balanced", "Says.", "Source.", SLOTS, (EXPERIENCED, NEW))


def who(number: int) -> UUID:
    return UUID(int=number)


def seat(number: int, qualified_on: date | None = date(2020, 1, 1), **other: object) -> Seat:
    facts = {"started_on": date(2024, 1, 1), "ended_on": None, "contract": "permanent"}
    return Seat(who(number), "Social worker", qualified_on=qualified_on, **(facts | other))  # type: ignore[arg-type]


def eight(experienced: int) -> list[Seat]:
    young = date(2026, 2, 1)
    return [seat(n, None if n < 0 else date(2020, 1, 1) if n < experienced else young)
            for n in range(8)]  # fmt: skip


def test_five_of_eight_permanent_staff_with_more_than_two_years_are_balanced() -> None:
    first, _ = balances(MODEL, eight(5), DAY)
    assert (first.state, first.permanent, first.experienced) == (HOLDS, Count(8), Count(5))
    assert balances(MODEL, eight(4), DAY)[0].state == BROKEN


def test_two_years_to_the_day_are_not_yet_more_than_two_years() -> None:
    rows = [*eight(4)[:7], seat(7, date(2024, 11, 26))]
    assert balances(MODEL, rows, DAY)[0].state == BROKEN
    assert balances(MODEL, rows, DAY + timedelta(days=1))[0].state == HOLDS
    found = turn(EXPERIENCED, MODEL, rows, DAY)
    assert found is not None
    assert (found.day, found.state) == (date(2026, 11, 27), HOLDS)


def test_whoever_qualified_on_a_leap_day_has_two_years_after_the_last_of_february() -> None:
    rows = [*eight(4)[:7], seat(7, date(2024, 2, 29))]
    found = turn(EXPERIENCED, MODEL, rows, date(2026, 2, 1))
    assert found is not None
    assert (found.day, found.state) == (date(2026, 3, 1), HOLDS)


def test_an_unknown_day_of_qualifying_counts_as_unknown_and_not_as_new() -> None:
    rows = [*eight(4)[:7], seat(7, None)]
    found = balances(MODEL, rows, DAY)[0]
    assert (found.state, found.experienced) == (HANGS, Count(4, 1))
    assert found.experienced.words == "4, and one not known"


def test_agency_and_vacant_posts_are_no_permanent_staff() -> None:
    rows = [*eight(5)[:7], seat(7, contract="agency")]
    assert balances(MODEL, rows, DAY)[0].state == BROKEN
    vacant = replace(seat(7), person_id=None)
    assert balances(MODEL, [*eight(5)[:7], vacant], DAY)[0].permanent == Count(7)


def test_somebody_with_two_posts_counts_once() -> None:
    rows = [*eight(5)[:7], replace(seat(6), job_title="Senior social worker")]
    assert balances(MODEL, rows, DAY)[0].permanent == Count(7)


def test_the_day_on_which_a_known_leaver_breaks_the_balance_is_said() -> None:
    rows = [*eight(5)[1:], seat(0, ended_on=date(2027, 1, 31))]
    found = turn(EXPERIENCED, MODEL, rows, DAY)
    assert found is not None
    assert (found.day, found.state) == (date(2027, 2, 1), BROKEN)
    assert found.because == "1 person leaves the team"


def test_the_day_on_which_somebody_reaches_two_years_is_said_without_a_name() -> None:
    rows = [*eight(4)[:7], seat(7, date(2025, 1, 15))]
    found = turn(EXPERIENCED, MODEL, rows, DAY)
    assert found is not None
    assert (found.day, found.because) == (
        date(2027, 1, 16), "1 person has been qualified for longer"
    )  # fmt: skip


def test_more_newly_qualified_than_experienced_people_break_the_rule() -> None:
    rows = [seat(1), seat(2, date(2026, 7, 1))]
    assert balances(MODEL, rows, DAY)[1].state == HOLDS
    assert balances(MODEL, [*rows, seat(3, date(2026, 8, 1))], DAY)[1].state == BROKEN
    assert balances(MODEL, [*rows, seat(3, None)], DAY)[1].state == HANGS


days = st.integers(0, 1_600).map(lambda n: date(2024, 1, 1) + timedelta(days=n))


@st.composite
def seats(draw: st.DrawFn) -> Seat:
    first = draw(days)
    stays = draw(st.none() | st.integers(0, 1_200))
    return Seat(
        draw(st.none() | st.integers(1, 5).map(who)),
        draw(st.sampled_from(["Social worker", "Senior social worker", "Clerk"])),
        first,
        None if stays is None else first + timedelta(days=stays),
        draw(st.sampled_from(["permanent", "permanent", "agency", ""])),
        None,
        draw(st.none() | days),
    )


def one_person_one_day(rows: list[Seat]) -> list[Seat]:
    """A person qualified once: the same day in each of their posts."""
    known = {row.person_id: row.qualified_on for row in rows}
    return [replace(row, qualified_on=known[row.person_id]) for row in rows]


small = st.builds(
    Rule, st.sampled_from(["experienced", "newly-qualified"]), st.just("A rule"),
    people=st.integers(1, 4), experienced=st.integers(0, 3), months=st.integers(1, 30),
)  # fmt: skip


@settings(max_examples=TEAMS)
@given(st.lists(seats(), max_size=6).map(one_person_one_day), small, days)
def test_the_forecast_is_what_looking_at_every_day_would_find(
    rows: list[Seat], rule: Rule, day: date
) -> None:
    model = replace(MODEL, rules=(rule,))
    now = balances(model, rows, day)[0].state
    ahead = (day + timedelta(days=n) for n in range(1, LOOK_AHEAD.days + 1))
    first = next(((d, s) for d in ahead if (s := balances(model, rows, d)[0].state) != now), None)
    found = turn(rule, model, rows, day)
    assert (found and (found.day, found.state)) == first


@settings(max_examples=TEAMS)
@given(st.lists(seats(), max_size=6).map(one_person_one_day), small, days)
def test_a_rule_hangs_exactly_where_the_unknown_decides_it(
    rows: list[Seat], rule: Rule, day: date
) -> None:
    model = replace(MODEL, rules=(rule,))
    state = balances(model, rows, day)[0].state
    people = sorted({row.person_id for row in rows if row.person_id and not row.qualified_on})
    open_contracts = [n for n, row in enumerate(rows) if not row.contract]
    old, new = date(1990, 1, 1), day
    outcomes = set()
    for dates in product((old, new), repeat=len(people)):
        for contracts in product(("permanent", "agency"), repeat=len(open_contracts)):
            told = dict(zip(people, dates, strict=True))
            signed = dict(zip(open_contracts, contracts, strict=True))
            outcomes.add(balances(model, [
                replace(row, qualified_on=told.get(row.person_id, row.qualified_on),
                        contract=signed.get(n, row.contract))
                for n, row in enumerate(rows)
            ], day)[0].state)  # fmt: skip
    assert outcomes <= {HOLDS, BROKEN}
    assert state == (HANGS if len(outcomes) == 2 else outcomes.pop())


@pytest.mark.parametrize("number", [0, 1])
def test_a_team_of_nobody_breaks_what_asks_for_people_and_no_other_rule(number: int) -> None:
    assert balances(MODEL, [], DAY)[number].state == (BROKEN, HOLDS)[number]
