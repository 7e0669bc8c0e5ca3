"""Which heading is which field."""

from portal.people.staff_list.columns import COLUMNS, checked, guess, problems
from portal.people.staff_list.reading import read
from tests.factories.people import STAFF_LIST


def test_every_heading_of_the_real_list_is_recognised() -> None:
    headings = read(STAFF_LIST.read_bytes()).headings
    mapping = guess(headings)
    assert len(mapping) == len(headings) == len(COLUMNS) - 1 == 23
    assert "qualified_on" not in mapping
    assert problems(mapping, headings) == {}


def test_case_spaces_and_points_in_a_heading_do_not_matter() -> None:
    assert guess(["EMP. NO", "last  name", "E-Mail Address"]) == {
        "staff_number": 0, "family_name": 1, "email": 2,
    }  # fmt: skip


def test_the_first_of_two_alike_headings_is_taken() -> None:
    assert guess(["Surname", "Surname"]) == {"family_name": 0}


def test_what_is_needed_and_missing_is_named() -> None:
    wrong = problems({}, [])
    assert set(wrong) == {
        "staff_number",
        "family_name",
        "given_names",
        "job_title",
        "team",
        "started_on",
    }
    assert wrong["family_name"] == "Choose the column that holds: family name."


def test_a_stored_mapping_that_does_not_fit_the_file_is_ignored() -> None:
    assert checked({"family_name": 9, "team": "1", "who": 0, "base": 1}, ["a", "b"]) == {"base": 1}
    assert checked(None, ["a"]) == {}
