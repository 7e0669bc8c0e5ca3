"""Frameworks are data: each file holds together, and a fault is said in one sentence."""

from datetime import date

import pytest

from portal.standards import frameworks
from portal.standards.frameworks import FaultyFrameworkError, read, read_move

GOOD = """
key = "small"
version = "1"
name = "A small framework"
short_name = "Small"
also_called = []
source = "A page"
from = 2026-01-01
checked = true
ratings = [{ key = "not-yet", words = "Not yet" }, { key = "alone", words = "On my own" }]
standards = [{ key = "one", title = "One", line = "The only one." }]
"""
SIZES = {
    "pqs-child-and-family-2018": 10,
    "kss-adults-2015": 9,
    "cwdc-outcomes-2008": 11,
    "ecs-child-and-family-2027": 6,
    "pcf-2018": 9,
    "sssc-nqsw-core-2024": 8,
}


def test_the_frameworks_that_come_with_the_portal_hold_together():
    assert {each.key: len(each.standards) for each in frameworks.every()} == SIZES


def test_titles_from_memory_say_that_they_are_to_be_checked():
    for each in frameworks.every():
        assert "to be checked against the official text" in each.caution
    assert frameworks.known("ecs-child-and-family-2027").caution.startswith("Draft titles.")


def test_what_was_looked_up_is_said_beside_what_was_not(cast, browser):
    page = browser(as_=cast.nqsw).visit("/standards")
    for each in (frameworks.known(key) for key in ("kss-adults-2015", "sssc-nqsw-core-2024")):
        assert each.looked_up.startswith("Checked: ")
        assert each.looked_up in page.text
        assert f"the official text at {each.source}" in page.text


def test_the_old_standards_end_on_the_day_before_the_new_ones_begin():
    assert frameworks.usual(date(2027, 3, 31)).key == "pqs-child-and-family-2018"
    assert frameworks.usual(date(2027, 4, 1)).key == "ecs-child-and-family-2027"


def test_a_programme_finds_its_framework_by_any_of_its_names():
    named = "Post-qualifying standard for child and family practitioners"
    assert frameworks.called(named) == frameworks.known("pqs-child-and-family-2018")
    assert frameworks.called("ECS") == frameworks.known("ecs-child-and-family-2027")
    assert frameworks.called("something else") is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('key = "small"', "", "`key` must be words in quotes"),
        ("from = 2026-01-01", 'from = "soon"', "`from` must be a day"),
        ("checked = true", 'checked = "yes"', "`checked` must be true or false"),
        ("standards = [", "standards = 3 #", "`standards` must be a list of tables"),
        ('key = "one"', 'key = "One!"', "small letters, figures and hyphens"),
        ('key = "alone"', 'key = "not-yet"', "is used twice"),
        ("checked = true", "checked = true\nto = 2025-01-01", "before its first"),
        ("version", "version = ", "not TOML"),
        ("The only one.", "x" * 200, "a line 120"),
    ],
)
def test_a_faulty_file_is_refused_with_its_name_and_the_place(old, new, said):
    with pytest.raises(FaultyFrameworkError, match="small") as fault:
        read(GOOD.replace(old, new, 1), "small.toml")
    assert said in str(fault.value)


def test_a_mapping_names_every_old_standard_once_and_only_new_ones_that_exist():
    small = read(GOOD, "small.toml")
    other = read(GOOD.replace('"small"', '"other"'), "other.toml")
    known = {"small": small, "other": other}
    head = 'from = "small"\nto = "other"\n[carries]\n'
    assert read_move(head + 'one = ["one"]', "m.toml", known).carries == {"one": ("one",)}
    for wrong in ("", 'one = ["two"]', 'one = []\ntwo = ["one"]', 'one = "one"'):
        with pytest.raises(FaultyFrameworkError, match="m"):
            read_move(head + wrong, "m.toml", known)
    with pytest.raises(FaultyFrameworkError, match="no framework"):
        read_move(head.replace("small", "strange"), "m.toml", known)
