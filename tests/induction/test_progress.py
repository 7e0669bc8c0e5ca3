"""Progress and its wording: what took place, what was due, what is next."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.induction import progress, wording
from portal.induction.calendar import Week

TODAY = date(2026, 11, 26)  # a Thursday
START, END = date(2026, 6, 29), date(2027, 6, 28)
DURING = Week(22, 52)


@dataclass
class Thing:
    title: str = "Second direct observation"
    kind: str = "observation"
    due_on: date = TODAY
    booked_on: date | None = None
    held_on: date | None = None
    is_optional: bool = False


def november(day: int) -> date:
    return date(2026, 11, day)


def standing(*items: Thing, week: Week = DURING, whose: str = "Your") -> str:
    return wording.standing(
        items, week=week, today=TODAY, started_on=START, ended_on=END, whose=whose
    )


OBSERVATION = Thing(due_on=november(30), booked_on=TODAY)
DOCUMENT = Thing("Second assessed written document", "document", due_on=november(13))
REVIEW = Thing("6 month review", "review", due_on=date(2026, 12, 24))
OLD = Thing("First self-assessment", "self_assessment", date(2026, 7, 17), held_on=date(2026, 7, 9))
SPARE = Thing("9 month review", "review", due_on=date(2027, 3, 25), is_optional=True)


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        (
            [OLD, OBSERVATION, DOCUMENT, REVIEW],
            "Your second direct observation is today; one thing was due on 13 November.",
        ),
        ([REVIEW, SPARE], "Your 6 month review is due by 24 December."),
        (
            [DOCUMENT, Thing("Plan", due_on=november(2)), REVIEW],
            "Your 6 month review is due by 24 December; two things were due, "
            "the first on 2 November.",
        ),
        ([DOCUMENT], "One thing was due on 13 November."),
        ([OLD, SPARE], "Everything in your induction year is recorded."),
        ([], "Everything in your induction year is recorded."),
    ],
)
def test_the_first_sentence_says_what_is_next_and_what_was_due(
    items: list[Thing], sentence: str
) -> None:
    assert standing(*items) == sentence


def test_before_the_year_the_sentence_says_when_it_starts() -> None:
    items = [Thing("Support and assessment agreement", "agreement", due_on=date(2027, 1, 15))]
    sentence = wording.standing(
        items,
        week=Week(None, 52, is_before=True),
        today=TODAY,
        started_on=date(2027, 1, 4),
        ended_on=date(2028, 1, 3),
    )
    assert sentence == (
        "Your induction year starts on Monday 4 January 2027. "
        "First comes the support and assessment agreement, due by 15 January 2027."
    )


def test_after_the_year_the_sentence_says_what_is_open() -> None:
    after = Week(None, 52)
    assert standing(OLD, week=after) == (
        "Your induction year ended on 28 June 2027, and everything in it is recorded."
    )
    assert standing(DOCUMENT, week=after, whose="The") == (
        "The induction year ended on 28 June 2027. One thing was due on 13 November."
    )


def test_other_readers_are_not_told_that_it_is_theirs() -> None:
    assert standing(REVIEW, whose="The") == "The 6 month review is due by 24 December."
    assert standing(OLD, whose="The") == "Everything in the induction year is recorded."


@pytest.mark.parametrize(
    ("due", "booked", "words"),
    [
        (TODAY, None, "is due today"),
        (november(27), None, "is due tomorrow"),
        (november(30), None, "is due by Monday"),
        (date(2026, 12, 3), None, "is due by 3 December"),
        (november(30), TODAY, "is today"),
        (november(30), november(27), "is tomorrow"),
        (november(30), date(2026, 12, 2), "is on Wednesday"),
        (november(30), date(2027, 1, 7), "is on 7 January 2027"),
    ],
)
def test_a_day_agreed_is_on_and_a_day_set_is_due_by(
    due: date, booked: date | None, words: str
) -> None:
    assert wording.expected(Thing(due_on=due, booked_on=booked), TODAY) == words


@pytest.mark.parametrize(
    ("item", "state"),
    [
        (OLD, progress.DONE),
        (DOCUMENT, progress.WAS_DUE),
        (OBSERVATION, progress.COMING_UP),
        (Thing(due_on=TODAY + progress.SOON), progress.COMING_UP),
        (Thing(due_on=TODAY + progress.SOON + timedelta(days=1)), progress.NOT_STARTED),
        (Thing(due_on=date(2027, 5, 1), booked_on=date(2027, 4, 30)), progress.COMING_UP),
        (SPARE, progress.NOT_STARTED),
        (Thing(due_on=november(2), is_optional=True), progress.NOT_STARTED),
        (Thing(due_on=november(2), booked_on=november(30)), progress.COMING_UP),
    ],
)
def test_the_state_of_an_item(item: Thing, state: str) -> None:
    assert progress.state(item, TODAY) == state


def test_counts_leave_out_an_optional_item_until_a_day_is_agreed() -> None:
    assert progress.count([OLD, OBSERVATION, SPARE]).words == "1 of 2"
    agreed = Thing("9 month review", "review", SPARE.due_on, SPARE.due_on, is_optional=True)
    assert progress.count([REVIEW, agreed], "review").words == "0 of 2"


def test_the_next_review_is_the_first_that_is_not_recorded() -> None:
    held = Thing("3 month review", "review", due_on=date(2026, 9, 28), held_on=date(2026, 9, 21))
    assert progress.next_of_kind([SPARE, REVIEW, held], "review") is REVIEW
    assert progress.next_of_kind([OLD, SPARE], "review") is None


def test_what_was_due_never_hides_all_that_is_to_come() -> None:
    past = [Thing("Plan", due_on=november(day)) for day in (2, 3, 4, 5)]
    assert progress.foremost([REVIEW, OBSERVATION, *past], TODAY) == [*past[:2], OBSERVATION]
    assert progress.foremost([REVIEW, DOCUMENT, OBSERVATION], TODAY) == [
        DOCUMENT,
        OBSERVATION,
        REVIEW,
    ]
    assert progress.foremost(past, TODAY) == past[:3]


days = st.dates(date(2026, 1, 1), date(2028, 1, 1))
things = st.lists(
    st.builds(
        Thing,
        title=st.sampled_from(["Review", "First plan"]),
        kind=st.sampled_from(["review", "plan"]),
        due_on=days,
        booked_on=st.none() | days,
        held_on=st.none() | days,
        is_optional=st.booleans(),
    ),
    max_size=12,
)


@given(things, days)
def test_every_item_is_recorded_or_waits_or_is_not_asked_for(items: list[Thing], day: date) -> None:
    recorded = sum(item.held_on is not None for item in items)
    waiting = [*progress.was_due(items, day), *progress.upcoming(items, day)]
    assert waiting == progress.whats_next(items)
    assert progress.count(items) == progress.Count(recorded, recorded + len(waiting))
    last = date(2030, 1, 1)
    first = progress.on_day(waiting[0]) if waiting else last
    assert progress.expected_on(items, otherwise=last) == first


@given(things, days)
def test_recording_what_was_due_leaves_no_less_done(items: list[Thing], day: date) -> None:
    before = progress.count(items)
    for item in progress.was_due(items, day):
        item.held_on = day
    after = progress.count(items)
    assert (after.of, after.done >= before.done) == (before.of, True)
    assert not progress.was_due(items, day)


@given(things, days, st.sampled_from([DURING, Week(None, 52), Week(None, 52, is_before=True)]))
def test_no_sentence_blames_anybody(items: list[Thing], day: date, week: Week) -> None:
    sentence = wording.standing(items, week=week, today=day, started_on=START, ended_on=END)
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    for word in ("late", "behind", "overdue", "%", "fail"):
        assert word not in sentence.lower()


@pytest.mark.parametrize(
    ("years", "past", "more", "sentence"),
    [
        (0, 0, False, "No induction year that you accompany is under way."),
        (1, 0, False, "You accompany 1 person through their year. Nothing was due before today."),
        (
            15,
            7,
            False,
            "You accompany 15 people through their year. Something was due for 7 of them.",
        ),
        (
            1000,
            0,
            True,
            "You accompany more than 1,000 people through their year. Nothing was due before today.",
        ),
    ],
)
def test_a_list_says_how_many_years_it_holds(
    years: int, past: int, more: bool, sentence: str
) -> None:
    assert wording.accompanied(years, past, more=more) == sentence
