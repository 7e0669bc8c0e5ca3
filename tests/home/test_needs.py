"""The rule that sorts and cuts what a home page puts first."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.home.needs import AHEAD, MOST, Need, compose

TODAY = date(2026, 11, 26)


def need(days: int, what: str = "Do it") -> Need:
    return Need(what=what, why="", due_on=TODAY + timedelta(days=days), href="/there")


needs = st.lists(st.builds(need, st.integers(-40, 40), st.sampled_from("abc")), max_size=30)


def test_the_oldest_comes_first():
    agenda = compose([need(-1), need(-9), need(0)], TODAY)
    assert [n.due_on for n in agenda.now] == sorted(n.due_on for n in agenda.now)
    assert agenda.now[0] == need(-9)


def test_what_is_due_today_needs_me_now_and_tomorrow_is_coming():
    agenda = compose([need(0), need(1)], TODAY)
    assert (agenda.now, agenda.coming) == ((need(0),), (need(1),))


def test_a_fortnight_is_looked_ahead_and_no_more():
    assert compose([need(14), need(15)], TODAY).coming == (need(14),)


def test_nothing_to_do_is_an_empty_agenda():
    assert compose([], TODAY).waiting == 0


@given(needs)
def test_never_more_than_five_and_the_rest_is_counted(them):
    agenda = compose(them, TODAY)
    assert max(len(agenda.now), len(agenda.coming)) <= MOST
    assert agenda.waiting == sum(n.due_on <= TODAY for n in them)
    assert all(n.due_on <= TODAY for n in agenda.now)
    assert all(TODAY < n.due_on <= TODAY + AHEAD for n in agenda.coming)


@given(needs)
def test_the_order_they_were_found_in_does_not_matter(them):
    assert compose(them, TODAY) == compose(reversed(them), TODAY)
