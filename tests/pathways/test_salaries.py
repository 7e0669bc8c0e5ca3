"""Salary points: what cannot be is always found, and what can be never is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pathways.catalogue.entries import SalaryPoint
from portal.pathways.catalogue.salaries import faults_of_salaries, paid

pytestmark = pytest.mark.once
APRIL = date(2026, 4, 1)


def point(number: int, salary: int, first: date = APRIL, last: date | None = None,
          grade: str = "G9") -> SalaryPoint:  # fmt: skip
    return SalaryPoint(grade, number, salary, first, last)


def test_a_grade_is_paid_from_its_lowest_to_its_highest_point_of_the_day() -> None:
    points = [
        point(30, 37_000, date(2025, 4, 1), date(2026, 3, 31)), point(30, 38_626),
        point(31, 39_513), point(32, 41_511), point(33, 50_000, grade="G10"),
    ]  # fmt: skip
    assert not list(faults_of_salaries(points))
    assert paid(points, "G9", date(2026, 11, 26)) == (
        "£38,626 to £41,511 a year full time, from 1 April 2026"
    )
    assert paid(points, "g9 to G10", date(2026, 11, 26)).startswith("£38,626 to £50,000")
    assert paid(points, "G9", date(2025, 12, 1)).startswith("£37,000 a year")
    assert paid(points, "G12", date(2026, 11, 26)) == ""
    named = [point(1, 20_000, grade="Band A"), point(2, 30_000, grade="Band B")]
    assert paid(named, "Band A to Band B", date(2026, 11, 26)).startswith("£20,000 to £30,000")


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([point(30, 1), point(30, 2, date(2026, 10, 1))], "two salaries on 1 October 2026"),
        ([point(30, 40_000), point(31, 40_000)], "point 31 is paid no more than point 30"),
        ([point(30, 1), point(30, 2, grade="G10")], "is also a point of grade G10"),
        ([point(30, 1, APRIL, date(2026, 3, 1))], "last day is before its first"),
        (
            [point(30, 1), point(32, 3), point(31, 2, grade="G10")],
            "Grade G10, point 31 lies between points of another grade on 1 April 2026",
        ),
        ([point(0, 1)], "a number from 1 to 200"),
        ([point(1, 0)], "write a salary in pounds"),
    ],
)  # fmt: skip
def test_points_that_overlap_or_cannot_be_are_refused_in_words(
    points: list[SalaryPoint], said: str
) -> None:
    assert any(said in fault for fault in faults_of_salaries(points))


days = st.integers(0, 400).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
points = st.builds(
    lambda grade, number, salary, first, stays: SalaryPoint(
        grade, number, salary, first, None if stays is None else first + timedelta(days=stays)
    ),
    st.sampled_from(["G9", "G10"]), st.integers(1, 3), st.integers(1, 4), days,
    st.none() | st.integers(0, 120),
)  # fmt: skip


@given(st.lists(points, max_size=4))
def test_what_is_wrong_on_any_day_is_found_and_what_is_right_on_every_day_is_not(
    rows: list[SalaryPoint],
) -> None:
    """Looked at day by day: one salary a point, higher points higher, no point in two grades, none between those of another."""

    def is_wrong(day: date) -> bool:
        there = [each for each in rows if each.covers(day)]
        return any(
            one.number == other.number
            or (one.grade == other.grade and one.number < other.number
                and one.salary >= other.salary)
            for n, one in enumerate(there) for m, other in enumerate(there) if n != m
        ) or any(
            low.grade == high.grade != one.grade and low.number < one.number < high.number
            for low in there for high in there for one in there
        )  # fmt: skip

    wrong = any(is_wrong(date(2026, 1, 1) + timedelta(days=n)) for n in range(530))
    assert bool(list(faults_of_salaries(rows))) == wrong
