"""What is sought in the directory: read from an address, and said in a sentence."""

from uuid import UUID

import pytest

from portal.people.sought import Sought

TEAM = UUID(int=7)


def test_an_address_without_a_question_leaves_nobody_out() -> None:
    assert Sought.read({}) == Sought()


def test_every_filter_is_read() -> None:
    address = {
        "q": " ann  lee ", "unit": str(TEAM), "job": "Social Worker", "base": "East Hub",
        "strength": "court-skills", "day": "Wed", "role": "coach",
    }  # fmt: skip
    read = Sought.read(address)
    assert read == Sought(
        "ann lee", TEAM, "Social Worker", "East Hub", "court-skills", "Wed", "coach"
    )


@pytest.mark.parametrize(
    "address",
    [
        {"unit": "x"}, {"strength": "knitting"}, {"day": "Someday"}, {"role": "nqsw"},
        {"role": "worker"}, {"day": "wed"}, {"strength": ""}, {"other": "1"},
    ],
)  # fmt: skip
def test_what_is_no_choice_of_ours_is_left_out(address: dict[str, str]) -> None:
    assert Sought.read(address) == Sought()


def test_words_are_cut_where_they_grow_too_long() -> None:
    read = Sought.read({"q": "a" * 5000, "job": "b" * 5000})
    assert (len(read.query), len(read.job_title)) == (200, 200)


@pytest.mark.parametrize(
    ("sought", "number", "more", "unit", "sentence"),
    [
        (Sought(), 13, False, "", "13 people work here"),
        (Sought(), 1, False, "", "1 person works here"),
        (Sought(), 1000, True, "", "1,000+ people work here"),
        (Sought(query="ann"), 0, False, "", "0 people found for ann"),
        (Sought(unit_id=TEAM, strength="court-skills"), 12, False, "Family Support Pod A",
         "12 people in Family Support Pod A who can help with court skills"),
        (Sought(query="ann", base="East Hub", day="Wed", role="coach"), 1, False, "",
         "1 person found for ann based at East Hub who has the role Coach and works on Wednesdays"),
        (Sought(job_title="Social Worker", day="Fri"), 2, False, "",
         "2 people who have the job title Social Worker and work on Fridays"),
    ],
)  # fmt: skip
def test_the_sentence_says_what_is_shown(
    sought: Sought, number: int, more: bool, unit: str, sentence: str
) -> None:
    assert sought.sentence(number, more, unit) == sentence


def test_each_filter_that_is_set_can_be_taken_away() -> None:
    sought = Sought(query="ann", unit_id=TEAM, strength="neglect", day="Tue", role="hr")
    assert sought.removable("Duty") == [
        ("unit", "Duty"), ("strength", "Neglect"), ("day", "Works on Tuesdays"),
        ("role", "HR and workforce development"),
    ]  # fmt: skip
