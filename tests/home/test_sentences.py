"""The first sentence of a home page."""

from datetime import date, timedelta

from portal.home.needs import Need, compose
from portal.home.sentences import lead

TODAY = date(2026, 11, 26)


def agenda(*days: int):
    return compose(
        [Need("Second observation", "", TODAY + timedelta(days=d), "/there") for d in days], TODAY
    )


def test_nothing_to_do_is_good_news():
    assert lead(agenda(), TODAY) == "Nothing needs you today."


def test_nothing_today_says_what_is_next():
    assert lead(agenda(4), TODAY) == (
        "Nothing needs you today. Next is Monday 30 November 2026: Second observation."
    )


def test_what_was_due_with_others_is_not_passed_over():
    said = "Nothing needs you today; what was due with {} waits for somebody else."
    assert lead(agenda(), TODAY, late=1) == said.format("one person")
    assert lead(agenda(), TODAY, late=2) == said.format("two people")
    assert lead(agenda(0), TODAY, late=2) == "One thing needs you now."


def test_one_thing_says_since_when():
    assert lead(agenda(-6), TODAY) == "One thing needs you now, since Friday 20 November 2026."


def test_one_thing_and_what_is_next():
    said = lead(agenda(0, 4), TODAY)
    assert said == "One thing needs you now. Next is Monday 30 November 2026: Second observation."


def test_many_things_say_the_oldest():
    said = lead(agenda(-6, 0, -2), TODAY)
    assert said == "Three things need you now, the oldest since Friday 20 November 2026."


def test_what_is_due_today_has_no_since():
    assert lead(agenda(0, 0), TODAY) == "Two things need you now."


def test_those_beyond_five_are_counted_too():
    assert lead(agenda(*range(-12, 0)), TODAY).startswith("12 things need you now")


def test_where_i_stand_comes_first():
    said = lead(agenda(0), TODAY, standing="You are in week 22 of 52.")
    assert said == "You are in week 22 of 52. One thing needs you now."
