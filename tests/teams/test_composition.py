"""What a team is made of, against its model: worked by hand, and what is true of every team."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.teams.composition import Seat, compose
from portal.teams.modelling import shipped
from portal.teams.standing import continuity

pytestmark = pytest.mark.once
DAY = date(2026, 11, 26)
POD = shipped()["pod"]
TITLES = ("Social Worker", "Senior Social Worker", "Business support officer", "Gardener")


def seat(number: int | None, title: str, contract: str = "permanent") -> Seat:
    who = None if number is None else UUID(int=number)
    return Seat(who, title, date(2026, 1, 1), None, contract, Decimal("0.5"))


def test_a_pod_says_slot_by_slot_how_far_it_is_from_its_model() -> None:
    found = compose(POD, [
        seat(1, "SENIOR SOCIAL WORKER"), seat(2, "Social Worker"), seat(3, "Social worker", "agency"),
        seat(None, "Social Worker"), seat(4, "Business Support Officer"), seat(5, "Gardener"),
    ], DAY)  # fmt: skip
    assert [each.words for each in found.slots] == [
        "1 of 1", "2 of 3, one post vacant, one from an agency", "0 of 2, no post for two",
        "1 of 2, no post for one",
    ]  # fmt: skip
    assert found.words == (
        "4 places are not filled: Social worker, Social work assistant (two), Administrator"
    )
    assert [(each.job_title, each.people) for each in found.beside] == [("Gardener", 1)]
    assert found.slots[1].wte == Decimal("1.0")


def test_somebody_with_two_posts_in_one_role_fills_one_place() -> None:
    found = compose(POD, [seat(1, "Social Worker"), seat(1, "Advanced practitioner")], DAY)
    assert found.slots[1].people == 1


def test_who_was_here_a_year_ago_and_still_is_and_who_came_and_went() -> None:
    def stay(number: int, first: date, last: date | None) -> Seat:
        return Seat(UUID(int=number), "Social Worker", first, last)

    found = continuity([
        stay(1, date(2020, 1, 1), None), stay(2, date(2020, 1, 1), date(2026, 3, 31)),
        stay(3, date(2026, 2, 1), None), stay(4, date(2026, 2, 1), date(2026, 6, 30)),
        stay(5, date(2027, 1, 1), None), stay(6, date(2019, 1, 1), date(2020, 1, 1)),
    ], DAY)  # fmt: skip
    assert (found.then, found.still, found.joined, found.left) == (2, 1, 2, 2)
    assert found.words == (
        "Of the 2 people who were here a year ago one still is. Since then two joined and two left."
    )


days = st.integers(0, 900).map(lambda n: date(2025, 1, 1) + timedelta(days=n))
seats = st.builds(
    lambda number, title, first, stays, contract: Seat(
        None if number is None else UUID(int=number), title, first,
        None if stays is None else first + timedelta(days=stays), contract,
    ),
    st.none() | st.integers(1, 8), st.sampled_from(TITLES), days,
    st.none() | st.integers(0, 600), st.sampled_from(["permanent", "agency", ""]),
)  # fmt: skip


@given(st.lists(seats, max_size=14), days)
def test_nobody_is_lost_and_every_place_is_filled_vacant_or_named_as_missing(
    rows: list[Seat], day: date
) -> None:
    found = compose(POD, rows, day)
    there = {each.person_id for each in rows if each.person_id and each.covers(day)}
    counted = sum(each.people for each in (*found.slots, *found.beside))
    titles = {(each.person_id, each.job_title) for each in rows if each.person_id}
    assert len(there) <= counted <= len(titles)
    for each in found.slots:
        assert each.people - each.over + each.missing == each.slot.number
        assert each.missing - each.empty <= each.vacant
        assert not (each.missing and each.over)
        assert each.agency <= each.people
    vacant = sum(each.vacant for each in (*found.slots, *found.beside))
    assert vacant == sum(each.person_id is None and each.covers(day) for each in rows)
    assert found.is_whole == (not any(each.missing for each in found.slots))
