"""What became of each promise: held, moved, re-booked, missed, or nothing recorded."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.induction.promises import keeping
from portal.induction.promises.keeping import Meeting, judge, tally
from portal.induction.promises.windows import Window

TODAY = date(2026, 11, 26)
FIRST = date(2026, 10, 5)


@dataclass(frozen=True)
class Away:
    started_on: date
    ended_on: date | None


def day(n):
    return FIRST + timedelta(days=n)


WINDOWS = [Window(day(7 * n), day(7 * n + 6)) for n in range(12)]


def states(meetings, away=(), today=TODAY):
    return [each.state for each in judge(WINDOWS, meetings, today=today, away=away)]


def test_what_was_held_within_its_days_is_held():
    assert states([Meeting(day(2), "held")])[0] == "held"


def test_what_passed_without_a_word_says_that_nothing_is_recorded():
    assert states([])[:7] == ["nothing recorded"] * 7


def test_what_is_still_to_be_had_is_due_now_or_to_come():
    assert states([])[7:] == ["due now", "to come", "to come", "to come", "to come"]


def test_what_was_missed_says_why():
    judged = judge(WINDOWS, [Meeting(day(2), "missed", "no room")], today=TODAY, away=())
    assert (judged[0].state, judged[0].reason) == ("missed", "no room")


def test_what_was_moved_out_of_its_window_and_held_counts_for_that_window():
    meetings = [Meeting(day(2), "moved", moved_to_on=day(9)), Meeting(day(9), "held")]
    assert states(meetings)[:2] == ["moved", "nothing recorded"]


def test_what_was_moved_within_its_window_is_held():
    meetings = [Meeting(day(2), "moved", moved_to_on=day(4)), Meeting(day(4), "held")]
    assert states(meetings)[0] == "held"


def test_what_was_moved_twice_is_followed_to_its_end():
    meetings = [
        Meeting(day(2), "moved", moved_to_on=day(9)),
        Meeting(day(9), "moved", moved_to_on=day(16)),
        Meeting(day(16), "held"),
    ]
    assert states(meetings)[0] == "moved"


def test_what_is_moved_in_a_circle_ends():
    meetings = [
        Meeting(day(2), "moved", moved_to_on=day(9)),
        Meeting(day(9), "moved", moved_to_on=day(2)),
    ]
    assert states(meetings)[0] == "nothing recorded"


def test_what_was_missed_and_has_another_day_to_come_is_rebooked():
    meetings = [
        Meeting(day(44), "missed", "no room", moved_to_on=day(53)),
        Meeting(day(53), "planned"),
    ]
    assert states(meetings)[6] == "re-booked"


def test_a_second_one_in_a_week_is_the_late_one_of_the_week_before():
    assert states([Meeting(day(8), "held"), Meeting(day(11), "held")])[:2] == ["moved", "held"]


def test_what_falls_into_days_away_is_moved_and_never_missed():
    away = [Away(day(3), day(9))]
    assert states([], away)[:2] == ["moved", "nothing recorded"]
    assert states([Meeting(day(2), "missed", "other")], away)[0] == "moved"
    assert tally(judge(WINDOWS[:1], [], today=TODAY, away=away)).promised == 0


def test_the_month_is_said_as_so_many_of_so_many():
    meetings = [Meeting(day(30), "held"), Meeting(day(37), "held")]
    judged = judge(WINDOWS, meetings, today=TODAY, away=())
    of_month = keeping.of_month(judged, date(2026, 11, 30))
    assert tally(of_month).words == "2 of 5"


meeting = st.builds(
    Meeting,
    day=st.integers(0, 80).map(day),
    state=st.sampled_from(["planned", "held", "moved", "missed"]),
    reason=st.just("other"),
    moved_to_on=st.none() | st.integers(0, 80).map(day),
)
stay = st.tuples(st.integers(0, 80), st.integers(0, 20)).map(
    lambda two: Away(day(two[0]), day(two[0] + two[1]))
)


@given(st.lists(meeting, max_size=20), st.lists(stay, max_size=3))
def test_every_window_has_one_state_and_nothing_held_counts_twice(meetings, away):
    judged = judge(WINDOWS, meetings, today=TODAY, away=away)
    assert [each.window for each in judged] == WINDOWS
    used = [id(each.meeting) for each in judged if each.took_place and each.meeting]
    assert len(used) == len(set(used))
    held = sum(each.state == "held" for each in meetings)
    assert sum(each.took_place and each.meeting is not None for each in judged) <= held


@given(st.lists(stay, max_size=3))
def test_nothing_due_in_days_away_is_ever_missed(away):
    for each in judge(WINDOWS, [], today=TODAY, away=away):
        if any(one.started_on <= each.window.due_on <= one.ended_on for one in away):
            assert not each.is_over


def test_an_agreed_day_that_passed_without_a_word_is_not_planned_any_more():
    assert states([Meeting(day(44), "planned")])[6] == "nothing recorded"
    assert states([Meeting(day(53), "planned")])[7] == "planned"
