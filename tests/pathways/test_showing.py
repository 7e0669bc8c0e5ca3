"""What somebody shows for a role already: counted once, from the induction year onwards."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.catalogue.entries import Requirement
from portal.pathways.showing import Facts, months, reached_on, showing, to_complete

TODAY = date(2026, 11, 26)
CATALOGUE = catalogue_in_force(TODAY)
WORKER, SENIOR = CATALOGUE.by_key["social-worker"], CATALOGUE.by_key["senior-social-worker"]
A_DAY = st.dates(date(2008, 1, 1), date(2026, 11, 26))
SPANS = st.lists(st.tuples(A_DAY, st.none() | A_DAY), max_size=5)


@pytest.mark.parametrize(
    ("spans", "number"),
    [
        ([(date(2024, 11, 27), None)], 24),
        ([(date(2024, 11, 28), None)], 23),
        ([(date(2026, 11, 26), None)], 0),
        ([(date(2026, 12, 1), None)], 0),
        ([(date(2020, 1, 31), date(2020, 2, 28))], 0),
        ([(date(2020, 1, 31), date(2020, 2, 29))], 1),
        ([(date(2020, 1, 1), date(2020, 12, 31)), (date(2021, 1, 1), date(2021, 12, 31))], 24),
        ([(date(2020, 1, 1), date(2020, 12, 31)), (date(2020, 7, 1), date(2020, 12, 31))], 12),
        ([(date(2020, 1, 1), date(2020, 1, 20)), (date(2021, 1, 1), date(2021, 1, 20))], 1),
        ([], 0),
    ],
)
def test_months_are_whole_ones_and_what_overlaps_counts_once(spans, number):
    assert months(spans, TODAY) == number


@given(SPANS, A_DAY)
def test_another_day_never_takes_a_month_away(spans, day):
    assert months(spans, day) <= months(spans, day + timedelta(days=1))


@given(A_DAY, st.integers(1, 3000), st.data())
def test_a_change_of_team_or_grade_takes_no_time_away(first, length, data):
    last = first + timedelta(days=length)
    cut = first + timedelta(days=data.draw(st.integers(0, length - 1)))
    parts = [(first, cut), (cut + timedelta(days=1), last)]
    assert months(parts, last) == months([(first, last)], last)


@given(SPANS, st.integers(1, 60))
def test_the_day_that_is_promised_is_the_first_with_so_many_months(spans, amount):
    found = reached_on(spans, amount, TODAY)
    assume(found is not None)
    assert months(spans, found) >= amount
    assert found == TODAY or months(spans, found - timedelta(days=1)) < amount


def test_time_that_has_ended_is_not_promised_for_a_day():
    assert reached_on([(date(2020, 1, 1), date(2020, 12, 31))], 24, TODAY) is None


def test_a_newly_qualified_worker_sees_what_the_year_has_shown_already():
    facts = Facts(is_registered=True, year_ends_on=date(2027, 6, 28),
                  evidence={"observation": 3, "feedback": 1})  # fmt: skip
    found = {each.requirement.key: each for each in showing(WORKER, facts, TODAY)}
    assert [key for key, each in found.items() if each.is_shown] == ["registration", "observations"]
    assert found["first-year"].so_far == "Your year goes on until Monday 28 June 2027."
    assert found["first-year"].step == "Go on with My year"
    assert found["feedback"].so_far == "1 of 2 pieces among your evidence."
    assert found["observations"].step == ""
    assert to_complete(WORKER, facts, TODAY) == 3


def test_time_in_a_role_says_on_which_day_it_will_be_enough():
    facts = Facts(at={"social-worker": [(date(2025, 9, 1), None)]})
    time = showing(SENIOR, facts, TODAY)[0]
    assert time.so_far == "14 of 24 months so far; 24 on Tuesday 31 August 2027 if nothing changes."
    assert not time.is_shown
    assert showing(SENIOR, facts, date(2027, 8, 31))[0].is_shown


def test_help_for_others_counts_and_only_the_person_says_what_is_stated():
    facts = Facts(helped=[(date(2026, 3, 1), None)],
                  stated={("social-worker", "next-year"): "In my plan of May."})  # fmt: skip
    mentoring = next(
        each for each in showing(SENIOR, facts, TODAY) if each.requirement.key == "mentoring"
    )
    assert (mentoring.is_shown, mentoring.so_far) == (True, "8 months.")
    stated = showing(WORKER, facts, TODAY)[-1]
    assert (stated.is_shown, stated.so_far) == (True, "You say so yourself.")
    assert not showing(WORKER, Facts(), TODAY)[-1].is_shown


def test_a_course_counts_while_it_lasts_and_any_one_of_several_will_do():
    asked = Requirement("course", "The course.", "training", of=("supervision", "court-skills"))
    place = type(WORKER)(**{**vars(WORKER), "requirements": (asked,)})
    said = {
        None: (False, "Not among what you hold."),
        date(2026, 11, 25): (False, "It counted until Wednesday 25 November 2026."),
        TODAY: (True, "It counts until Thursday 26 November 2026."),
        date.max: (True, "You hold it."),
    }
    for until, expected in said.items():
        facts = Facts(trained={"court-skills": until, "brief-therapy": date.max} if until else {})
        found = showing(place, facts, TODAY)[0]
        assert (found.is_shown, found.so_far) == expected
        assert bool(found.step) != found.is_shown


@given(st.sampled_from(CATALOGUE.places), st.integers(0, 9), st.booleans(), st.booleans())
def test_more_that_is_known_never_shows_less(place, pieces, registered, completed):
    kinds = ("writing", "observation", "feedback", "learning")
    less = Facts(evidence=dict.fromkeys(kinds, pieces))
    more = Facts(evidence=dict.fromkeys(kinds, pieces + 1), is_registered=registered,
                 year_completed_on=TODAY if completed else None)  # fmt: skip
    assert to_complete(place, more, TODAY) <= to_complete(place, less, TODAY)


def test_what_was_qualified_long_enough_ago_counts():
    asked = Requirement("since", "Two years since you qualified.", "qualified", 24)
    place = type(WORKER)(**{**vars(WORKER), "requirements": (asked,)})
    for day, is_shown in ((date(2024, 11, 27), True), (date(2024, 11, 28), False), (None, False)):
        assert showing(place, Facts(qualified_on=day), TODAY)[0].is_shown == is_shown
