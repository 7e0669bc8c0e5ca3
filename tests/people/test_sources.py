"""Where a staff list comes from, and what its headings meant last time."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.people.sources import (
    folded,
    kept,
    known_again,
    known_to,
    mapping_by,
    meaning,
    recognised,
)
from portal.people.staff_list.columns import LABELS

PAYROLL = ("Employee No", "Surname", "Forename(s)", "Start", "Start", "Where")
MAPPING = {"staff_number": 0, "family_name": 1, "given_names": 2, "started_on": 4, "base": 5}


@dataclass
class Remembered:
    """A source, as its table holds it."""

    name: str = "Payroll"
    headings: dict[str, str] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)


def remembered(name="Payroll", mapping=None, headings=PAYROLL):
    known = meaning(MAPPING if mapping is None else mapping, headings)
    return Remembered(name, known.headings, known.seen)


def test_a_heading_is_remembered_without_case_accents_spaces_and_punctuation():
    assert folded(["Post  Start", "post-start", "Prénom", "", ""]) == [
        "poststart", "poststart#2", "prenom", "#1", "#2",
    ]  # fmt: skip


def test_the_same_headings_mean_the_same_again():
    assert mapping_by(remembered(), PAYROLL) == MAPPING


def test_a_column_that_moved_keeps_its_meaning():
    moved = ("Where", "FORENAME(S)", "Start", "Start", "surname", "employee no")
    assert mapping_by(remembered(), moved) == {
        "staff_number": 5, "family_name": 4, "given_names": 1, "started_on": 3, "base": 0,
    }  # fmt: skip


def test_a_column_that_is_new_is_guessed_by_its_name():
    assert mapping_by(remembered(), (*PAYROLL, "Job Title"))["job_title"] == 6


def test_what_was_decided_not_to_be_in_the_file_is_not_guessed_again():
    without = {name: number for name, number in MAPPING.items() if name != "family_name"}
    assert "family_name" not in mapping_by(remembered(mapping=without), PAYROLL)


def test_a_column_that_is_gone_is_not_in_the_file():
    assert mapping_by(remembered(), PAYROLL[:3]) == {
        "staff_number": 0, "family_name": 1, "given_names": 2,
    }  # fmt: skip


def test_the_source_with_the_most_alike_headings_is_recognised():
    agency = remembered("Agency", headings=("Worker", *PAYROLL[1:3], "Rate", "Where"), mapping={})
    assert recognised([agency, remembered()], PAYROLL).name == "Payroll"
    assert recognised([remembered(), agency], ("Worker", *PAYROLL[1:3], "Rate")).name == "Agency"


def test_of_two_sources_with_the_same_headings_the_first_is_taken():
    """They come with the one that was used last in front."""
    assert recognised([remembered("HR"), remembered("Payroll")], PAYROLL).name == "HR"


@pytest.mark.parametrize("headings", [(), ("A", "B"), ("Employee No", "A", "B", "C")])
def test_other_headings_are_nobodys(headings):
    assert recognised([remembered()], headings) is None


@given(st.lists(st.sampled_from(["A", "a", "Start", "", "Surname", "Ä"]), max_size=8), st.data())
def test_any_meaning_is_found_again(headings, data):
    fields = st.sampled_from(sorted(LABELS))
    numbers = st.integers(0, max(0, len(headings) - 1))
    mapping = data.draw(st.dictionaries(fields, numbers, max_size=5)) if headings else {}
    assert mapping_by(remembered(mapping=mapping, headings=headings), headings) == mapping


def test_headings_that_only_a_source_knows_are_told_from_a_title():
    known = known_to([remembered(headings=("Zuname", "Rufname"), mapping={})])
    assert known(("Zuname", "", "rufname")) == 2
    assert known(("Staff list of the council", "")) == 0
    assert known(("Surname", "Forename")) == 2


def test_the_same_row_of_headings_is_found_again_and_no_other():
    again = known_again(kept(("Zuname ", "R" * 300)))
    assert again(("Zuname", "R" * 300)) == 2
    assert again(("Surname", "Forename")) == 0
