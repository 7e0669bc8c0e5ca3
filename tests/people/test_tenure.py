"""Since when somebody has been in a job, whatever rows it is told in."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.people.folding import fold
from portal.people.posts.tenure import in_job_since

TODAY = date(2026, 11, 26)
DAYS = st.dates(date(2015, 1, 1), date(2028, 12, 31))
TITLES = st.sampled_from(["Social Worker", "SOCIAL  worker", "Senior Social Worker"])
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Row:
    job_title: str
    started_on: date
    ended_on: date | None = None


@st.composite
def rows(draw: st.DrawFn) -> Row:
    first = draw(DAYS)
    last = draw(st.none() | st.integers(0, 1500).map(lambda days: first + timedelta(days=days)))
    return Row(draw(TITLES), first, last)


HISTORIES = st.lists(rows(), max_size=8)


def by_days(held: list[Row], day: date) -> date | None:
    """The slow oracle: go back a day at a time for as long as some row covers it."""
    reached = None
    while any(r.started_on <= day and (r.ended_on is None or day <= r.ended_on) for r in held):
        reached, day = day, day - ONE_DAY
    return reached


def test_a_change_of_hours_or_team_does_not_begin_the_job_again():
    before = Row("Social Worker", date(2023, 4, 3), date(2026, 1, 31))
    after = Row("Social worker", date(2026, 2, 1))
    assert in_job_since([after, before], "Social Worker", TODAY) == date(2023, 4, 3)


def test_another_title_begins_another_job():
    before = Row("Social Worker", date(2023, 4, 3), date(2026, 1, 31))
    after = Row("Senior Social Worker", date(2026, 2, 1))
    assert in_job_since([before, after], "Senior Social Worker", TODAY) == date(2026, 2, 1)


def test_one_day_between_two_rows_is_a_gap():
    before = Row("Social Worker", date(2023, 4, 3), date(2026, 1, 30))
    after = Row("Social Worker", date(2026, 2, 1))
    assert in_job_since([before, after], "Social Worker", TODAY) == date(2026, 2, 1)


def test_two_posts_at_once_are_one_time():
    one = Row("Social Worker", date(2024, 1, 1), date(2025, 6, 30))
    other = Row("Social Worker", date(2025, 3, 1))
    assert in_job_since([one, other], "Social Worker", TODAY) == date(2024, 1, 1)


def test_who_is_not_in_the_job_has_no_time_in_it():
    over = Row("Social Worker", date(2024, 1, 1), TODAY - ONE_DAY)
    coming = Row("Social Worker", TODAY + ONE_DAY)
    assert in_job_since([over], "Social Worker", TODAY) is None
    assert in_job_since([coming], "Social Worker", TODAY) is None
    assert in_job_since([], "Social Worker", TODAY) is None


@given(HISTORIES, TITLES)
def test_it_agrees_with_going_back_a_day_at_a_time(held, title):
    same = [row for row in held if fold(row.job_title) == fold(title)]
    assert in_job_since(held, title, TODAY) == by_days(same, TODAY)


@given(HISTORIES, st.integers(0, 7), DAYS)
def test_cutting_a_row_in_two_changes_nothing(held, number, cut):
    """What a change by page does to the rows: the time in a job does not notice."""
    if not held:
        return
    row = held[number % len(held)]
    if not (row.started_on < cut and (row.ended_on is None or cut <= row.ended_on)):
        return
    parts = [replace(row, ended_on=cut - ONE_DAY), replace(row, started_on=cut)]
    others = [each for each in held if each is not row]
    for title in ("Social Worker", "Senior Social Worker"):
        assert in_job_since([*parts, *others], title, TODAY) == in_job_since(held, title, TODAY)


@given(HISTORIES, TITLES, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(held, title, chance):
    shuffled = held[:]
    chance.shuffle(shuffled)
    assert in_job_since(shuffled, title, TODAY) == in_job_since(held, title, TODAY)


@given(HISTORIES, TITLES, rows())
def test_another_row_never_makes_the_time_shorter(held, title, more):
    before, after = in_job_since(held, title, TODAY), in_job_since([*held, more], title, TODAY)
    assert before is None or (after is not None and after <= before)
