"""Forms of group sessions, who may coach a team, and relief: rules without a database."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from portal.mentoring import established, gatherings, relieved
from portal.mentoring.eligibility import Somebody
from portal.mentoring.when import Span

TODAY = date(2026, 11, 26)
GRACE = Somebody(uuid4(), "Grace Adeyemi")


def objection(**other: object) -> str | None:
    asked = {
        "has": established.ENOUGH, "is_known_here": False, "manages_it": False,
        "span": Span(TODAY), "today": TODAY, "already": (), **other,
    }  # fmt: skip
    return established.objection(GRACE, "East", **asked)  # type: ignore[arg-type]


def test_a_team_session_ticks_everybody_who_is_not_away() -> None:
    here, away = uuid4(), uuid4()
    assert gatherings.ticked(gatherings.TEAM, [here, away], [away]) == [here]
    assert gatherings.ticked(gatherings.COACHES, [here, away], [away]) == [here]
    assert gatherings.ticked(gatherings.CORRIDOR, [here, away], [away]) == []


def test_a_conversation_in_the_corridor_is_no_group_day() -> None:
    assert gatherings.GROUP_DAYS == ("group session", "peer circle")
    assert {*gatherings.OF_A_TEAM, *gatherings.OF_NO_TEAM} == set(gatherings.FORMS)


@pytest.mark.parametrize(
    ("qualified_on", "says"),
    [
        (date(2024, 11, 26), "enough"),
        (date(2024, 11, 27), "not yet"),
        (date(2026, 9, 1), "not yet"),
        (None, "unknown"),
    ],
)
def test_experience_is_counted_in_whole_years_and_unknown_stays_unknown(
    qualified_on: date | None, says: str
) -> None:
    assert established.experience(qualified_on, TODAY, years=2) == says


def test_years_out_of_reason_stop_the_start() -> None:
    assert established.read("years = 3") == 3
    for wrong in ("", "years = -1", "years = 99", 'years = "two"'):
        with pytest.raises(ValueError, match="years"):
            established.read(wrong)


def test_what_stands_against_coaching_a_team_is_said_in_a_sentence() -> None:
    assert objection() is None
    assert (
        objection(manages_it=True) == "Grace Adeyemi manages people in East: choose somebody else"
    )
    assert "less than 2 years" in str(objection(has="not yet"))
    assert "is not known. Ask" in str(objection(has="unknown"))
    assert objection(has="unknown", is_known_here=True) is None
    assert "already, since 1 June 2026" in str(objection(already=[Span(date(2026, 6, 1))]))
    assert "or earlier" in str(objection(span=Span(date(2029, 1, 1))))


def test_how_much_relief_it_is_reads_as_people_say_it() -> None:
    assert relieved.in_words("hours", 4) == "4 hours a week less of casework"
    assert relieved.in_words("hours", 1) == "1 hour a week less of casework"
    assert relieved.in_words("points", 20) == "20 points less of casework"


@given(some.dates(date(2020, 1, 1), date(2030, 1, 1)), some.integers(0, 2000))
def test_every_month_of_a_relief_stands_once_and_none_is_to_come(first: date, lasts: int) -> None:
    today = first + timedelta(days=lasts)
    months = relieved.months(first, None, today)
    assert months == sorted(set(months), reverse=True)
    assert all(month.day == 1 and month <= today for month in months)
    assert len(months) <= 24
    assert months[0] == relieved.month_of(today)


def test_a_relief_that_has_not_begun_has_no_month_yet() -> None:
    assert relieved.months(date(2027, 1, 1), None, TODAY) == []


def test_only_months_that_are_over_are_to_be_told_of() -> None:
    months = relieved.months(date(2026, 9, 10), None, TODAY)
    assert months == [date(2026, 11, 1), date(2026, 10, 1), date(2026, 9, 1)]
    assert relieved.unsaid(months, {date(2026, 9, 1): "given"}, TODAY) == [date(2026, 10, 1)]


def test_the_coach_knows_a_week_before_anybody_else_that_relief_was_not_given() -> None:
    assert relieved.is_for_others("given", TODAY, TODAY)
    assert not relieved.is_for_others("not given", TODAY, TODAY + timedelta(days=6))
    assert relieved.is_for_others("not given", TODAY, TODAY + timedelta(days=7))
