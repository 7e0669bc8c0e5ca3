"""Who is told that a promise was missed, and when: the worker always first."""

from datetime import date

from portal.induction.promises import telling
from portal.induction.promises.keeping import Kept
from portal.induction.promises.telling import Half
from portal.induction.promises.windows import Window

TODAY = date(2026, 11, 26)
PASSED = Window(date(2026, 11, 9), date(2026, 11, 22))


def test_others_are_told_five_working_days_after_the_worker():
    assert telling.tell_on(PASSED.due_on, date(2026, 11, 23), TODAY) == date(2026, 11, 30)
    assert telling.tell_on(PASSED.due_on, None, TODAY) == date(2026, 12, 3)


def test_a_supervision_that_was_not_held_is_spoken_of():
    found = telling.missed([Kept(PASSED, "nothing recorded")], [], TODAY)
    assert [(m.promise, m.missed_on) for m in found] == [("supervision", date(2026, 11, 22))]


def test_what_is_held_moved_or_rebooked_is_not():
    kept = [Kept(PASSED, state) for state in ("held", "moved", "re-booked", "planned", "due now")]
    assert telling.missed(kept, [], TODAY) == []


def test_what_lies_long_back_is_not_brought_up():
    old = Window(date(2026, 9, 1), date(2026, 9, 14))
    assert telling.missed([Kept(old, "missed")], [], TODAY) == []


def test_development_time_is_spoken_of_after_two_and_not_after_one():
    one, two = Half(date(2026, 11, 10), False), Half(date(2026, 11, 17), False)
    assert telling.missed([], [one], TODAY) == []
    assert [m.missed_on for m in telling.missed([], [one, two], TODAY)] == [date(2026, 11, 17)]
    assert telling.missed([], [one, Half(date(2026, 11, 17), True)], TODAY) == []
