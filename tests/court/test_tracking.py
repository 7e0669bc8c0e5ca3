"""The steps of a first time in court: where somebody stands, what is said, when it is deleted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.court import tracking
from portal.court.checklist import AGAIN, GROUPS, POINTS, SEEN, in_words, read
from portal.court.tracking import BY_KEY, STEPS
from portal.working_days import is_working_day

pytestmark = pytest.mark.once
days = st.dates(date(2026, 1, 1), date(2030, 12, 31))


@given(st.dictionaries(st.sampled_from(list(BY_KEY)), days))
def test_the_next_step_is_the_first_that_has_not_taken_place(done):
    ahead = tracking.next_step(done)
    assert (ahead is None) == (len(done) == len(STEPS))
    if ahead:
        assert ahead.key not in done
        assert all(each.key in done for each in STEPS[: STEPS.index(ahead)])


def test_where_a_matter_stands_names_a_letter_and_a_step_and_nothing_else():
    done = {"shadowed": date(2026, 11, 2)}
    said = tracking.in_words("B", done)
    assert said == "Matter B: 1 of 5 steps have taken place. Next: Draft the statement."


def test_a_step_out_of_order_gets_a_sentence_and_is_in_nobodys_way():
    said = tracking.out_of_order(BY_KEY["heard"], {"shadowed": date(2026, 11, 2)})
    assert said == ("Not recorded before it: Draft the statement, The consultant checks the draft.")
    assert tracking.out_of_order(BY_KEY["shadowed"], {}) == ""


def test_ready_to_lead_needs_the_talk_afterwards_and_nothing_else():
    assert tracking.may_decide({"debriefed": date(2026, 11, 2)}) == ""
    assert tracking.may_decide({"heard": date(2026, 11, 2)})


@given(days)
def test_everything_is_deleted_three_months_after_the_talk(day):
    last = tracking.deleted_on({"debriefed": day})
    assert last is not None
    assert timedelta(days=88) <= last - day <= timedelta(days=92)


@given(days)
def test_a_deadline_is_told_a_week_before_and_on_the_working_day_before(day):
    told = [n for n in range(1, 20) if tracking.is_told_of(day, day - timedelta(days=n), "ENG")]
    assert 7 in told
    assert 1 <= len(told) <= 2
    last = day - timedelta(days=min(told))
    assert is_working_day(last) or min(told) == 7


def test_letters_follow_the_alphabet_and_end_with_it():
    assert tracking.next_letter(frozenset()) == "A"
    assert tracking.next_letter(frozenset("AC")) == "B"
    assert tracking.next_letter(frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) is None


def test_the_checklist_has_each_point_once_and_says_how_far_a_draft_is():
    assert len(POINTS) == sum(len(group.points) for group in GROUPS) == 12
    assert in_words(["asked"], []) == "1 of 12 points are ticked by the writer."
    assert in_words([], [SEEN, ""]) == "The consultant has seen 1 of 12 points."
    assert in_words([], [SEEN, AGAIN]) == "1 of 12 points are to be done again."
    assert in_words([], [SEEN] * 12) == "The consultant has seen every point."
    point = '[[group.point]]\nkey="a"\nwords="W"\n'
    with pytest.raises(ValueError, match="stands there twice"):
        read(f'[[group]]\ntitle="G"\n{point}{point}')
