"""Days as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.web import days

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
WAYS = [
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.day} {d.month} {d.year}",
    lambda d: f"{d.day}-{d.month}-{d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.day} {days.MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {days.MONTHS[d.month - 1][:3].upper()} {d.year}",
    lambda d: f"{d.day} {days.MONTHS[d.month - 1][:3]}, {d.year}",
    days.in_words,
    days.short,
    lambda d: f"  {days.in_words(d)}  ",
    lambda d: f"{days.WEEKDAYS[d.weekday()][:3]} {d.day}/{d.month}/{d.year}",
]


SENTENCES = {
    days.ASK,
    "The year must be between 1900 and 2200",
    "That date does not exist. Check the day and the month",
}


def outcome(written):
    """The day, or the sentence that says why it is none."""
    try:
        return days.read(written)
    except ValueError as sentence:
        return str(sentence)


@pytest.mark.once
@given(DAYS, st.sampled_from(WAYS))
def test_what_is_written_in_any_of_the_ways_is_read_as_the_same_day(day, way):
    assert days.read(way(day)) == day


@pytest.mark.once
@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_year_of_two_figures_is_of_this_century(day):
    assert days.read(f"{day.day}/{day.month}/{day.year % 100:02}") == day


@pytest.mark.once
@given(st.text(max_size=60))
@example("\x00")
@example("١٢/٣/٢٠٢٦")
@example("²/1/2026")
@example("1/1/" + "9" * 5000)
@example("9" * 5000 + "/1/2026")
@example("1 \u0130 2026")
@example("e\u0301" * 5000)
@example("\ud800 1 2026")
def test_nothing_that_can_be_written_raises_anything_but_a_sentence(written):
    assert isinstance(outcome(written), date) or outcome(written) in SENTENCES


@pytest.mark.once
@given(st.from_regex(r"\A[0-9]{1,4}[/ .-]([0-9]{1,3}|[A-Za-z]{1,9})[/ .-][0-9]{1,5}\Z"))
def test_what_looks_like_a_date_is_one_or_is_refused(written):
    try:
        day = days.read(written)
    except ValueError:
        return
    assert 1900 <= day.year <= 2200


@pytest.mark.once
@pytest.mark.parametrize(
    "written",
    ["", " ", "soon", "32/1/2026", "29/2/2026", "31/4/2026", "0/1/2026", "1/13/2026", "1/1/1899",
     "1/1/2201", "1/1/202", "2026", "11/2026", "26 Nov", "26 N 2026", "26 No 2026", "26 Smarch 2026",
     "2026-11-26-1", "26/11/2026 27/11/2026", "one January 2026"],
)  # fmt: skip
def test_what_is_no_day_is_refused(written):
    with pytest.raises(ValueError, match=r"date|year"):
        days.read(written)


@pytest.mark.once
def test_a_day_is_said_with_its_weekday_or_without():
    assert days.in_words(date(2026, 11, 26)) == "Thursday 26 November 2026"
    assert days.short(date(2026, 11, 6)) == "6 November 2026"


@pytest.mark.parametrize("written", ["26/11/2026", "26 Nov 2026", "2026-11-26"])
def test_the_field_reads_what_the_page_was_sent(visitor, cast, written):
    browser = visitor(as_=cast.hr)
    browser.post("/planted/day", day=written)
    assert "2026-11-26" in browser.text


@pytest.mark.parametrize(
    ("written", "said"),
    [("", "Enter a day"), ("  ", "Enter a day"), ("soon", days.ASK),
     ("29/2/2026", "That date does not exist. Check the day and the month"),
     ("<b>1</b>", days.ASK)],
)  # fmt: skip
def test_the_field_says_what_is_wrong_once_and_keeps_what_was_written(visitor, cast, written, said):
    browser = visitor(as_=cast.hr)
    browser.post("/planted/day", day=written)
    assert browser.status == 422
    assert said in browser.text
    assert "<b>1" not in browser.html
    box = next(b for b in browser.all("input") if b.attrib.get("name") == "day")
    assert box.attrib.get("value", "").strip() == written.strip()


@pytest.mark.parametrize(
    ("away", "words"),
    [(-84, "Was due 12 weeks ago"), (-6, "Was due 6 days ago"), (-1, "Was due yesterday"),
     (0, "Today"), (1, "Tomorrow"), (4, "In 4 days"), (59, "In 59 days"), (70, "In 10 weeks")],
)  # fmt: skip
def test_how_far_off_a_day_is_reads_the_same_on_every_page(away, words):
    today = date(2026, 11, 26)
    assert days.distance(today + timedelta(days=away), today) == words


@pytest.mark.parametrize(("away", "loud"), [(-1, "late"), (0, "soon"), (7, "soon"), (8, "quiet")])
def test_a_tag_is_loud_only_for_what_was_due_or_is_near(away, loud):
    today = date(2026, 11, 26)
    assert days.tone(today + timedelta(days=away), today) == loud
