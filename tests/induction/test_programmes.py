"""Programme files: what ships holds together, and a fault says where it is."""

from collections import Counter

import pytest

from portal.induction import programmes
from portal.induction.programmes import FOLDER, FaultyProgrammeError, reading
from portal.induction.programmes.template import MONTH, WEEK, WORKING_DAY, Span

SMALL = """
key = "small"
version = "1"
name = "Small"
short_name = "Small"
source = "Nobody"
standards = "None"
weeks = 52
months = 12
supervision = [{ every = "2 weeks", until = "month 6" }]
entitlements = [{ key = "time", title = "Time", promise = "Some." }]
[kinds]
review = { one = "review", many = "reviews", done = "held" }
[[stages]]
key = "whole"
title = "The whole year"
from_month = 0
to_month = 12
items = [
    { code = "review-6", due = "month 6", owner = "assessor", kind = "review", title = "Review" },
]
"""


def asye() -> programmes.Programme:
    return programmes.pinned("asye-child-and-family", "2026")


def test_a_small_programme_is_read_as_it_is_written() -> None:
    small = reading.read(SMALL, "small.toml")
    assert [item.title for item in small.items] == ["Review"]
    assert small.items[0].due == Span(6, MONTH)
    assert small.items[0].stage == "whole"
    assert small.supervision[0].every == Span(2, WEEK)
    assert not small.kinds["review"].is_counted


def test_the_asye_asks_for_what_its_framework_asks_for() -> None:
    counts = Counter(item.kind for item in asye().items if not item.is_optional)
    assert counts == {
        "agreement": 1,
        "observation": 3,
        "family_feedback": 3,
        "professional_feedback": 3,
        "document": 3,
        "reflection": 2,
        "self_assessment": 3,
        "plan": 4,
        "review": 3,
        "portfolio": 1,
        "moderation": 1,
    }


def test_the_asye_has_one_observation_in_each_stage() -> None:
    stages = [item.stage for item in asye().items if item.kind == "observation"]
    assert stages == [stage.key for stage in asye().stages]


def test_only_the_9_month_review_is_optional() -> None:
    assert [item.title for item in asye().items if item.is_optional] == ["9 month review"]


def test_local_practice_is_marked_as_local() -> None:
    local = {item.code for item in asye().items if item.is_local}
    assert local == {"review-final", "portfolio", "moderation"}


def test_supervision_is_weekly_then_fortnightly_then_monthly() -> None:
    every = [(rhythm.every, rhythm.until) for rhythm in asye().supervision]
    assert every == [
        (Span(1, WEEK), Span(6, WEEK)),
        (Span(2, WEEK), Span(6, MONTH)),
        (Span(1, MONTH), Span(12, MONTH)),
    ]


def test_what_comes_after_the_year_is_counted_from_its_end() -> None:
    after = [item.code for item in asye().items if item.due.unit == WORKING_DAY]
    assert after == ["portfolio", "moderation"]


def test_every_file_in_the_folder_is_in_the_catalogue() -> None:
    assert len(programmes.every()) == len(list(FOLDER.glob("*.toml")))
    assert asye() in programmes.every()


def test_a_version_nobody_has_is_not_known() -> None:
    with pytest.raises(KeyError):
        programmes.pinned("asye-child-and-family", "of old")


@pytest.mark.parametrize(
    ("was", "becomes", "sentence"),
    [
        ('key = "small"', "", "small.toml, the head: `key` is missing; it must be words in quotes"),
        ("weeks = 52", "weeks = true", "small.toml, the head: `weeks` must be a whole number"),
        ("weeks = 52", 'weeks = "a year"', "`weeks` must be a whole number"),
        ('due = "month 6"', 'due = "soon"', "items, review-6: `due` is “soon”; write “week 9”"),
        ('due = "month 6"', 'due = "month 13"', "item review-6: it is due outside its stage"),
        ('due = "month 6"', 'due = "month 0"', "item review-6: it is due outside its stage"),
        ('kind = "review"', 'kind = "rest"', "item review-6: there is no kind “rest”"),
        ('owner = "assessor"', 'owner = "cat"', "item review-6: whose it is must be one of nqsw"),
        ("to_month = 12", "to_month = 9", "the stages must run from month 0 to month 12"),
        ('done = "held"', "done = 1", "small.toml, review: `done` must be words in quotes"),
        ('every = "2 weeks"', 'every = "often"', "supervision, number 1: `every` is “often”"),
        ("[kinds]", "[kinds", "small.toml: this is not TOML."),
        ("items = [", "items = [ 3,", "items, number 1 must be a table"),
        ("items = [", "items = []\nothers = [", "the programme has no items"),
    ],
)
def test_a_fault_names_the_file_and_the_place(was: str, becomes: str, sentence: str) -> None:
    assert was in SMALL
    with pytest.raises(FaultyProgrammeError) as refused:
        reading.read(SMALL.replace(was, becomes), "small.toml")
    assert str(refused.value).startswith("small.toml")
    assert sentence in str(refused.value)


def test_a_code_used_twice_is_a_fault() -> None:
    line = next(line for line in SMALL.splitlines() if "review-6" in line)
    with pytest.raises(FaultyProgrammeError, match="review-6: this code is used twice"):
        reading.read(SMALL.replace(line, f"{line}\n{line}"), "small.toml")


def test_a_gap_between_stages_is_a_fault() -> None:
    gap = SMALL.replace("to_month = 12", "to_month = 6") + (
        '[[stages]]\nkey = "late"\ntitle = "Late"\nfrom_month = 7\nto_month = 12\nitems = []\n'
    )
    with pytest.raises(FaultyProgrammeError, match="stage late: it must begin in month 6"):
        reading.read(gap, "small.toml")
