"""The regulator's list, row by row, and what it says about each person."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.people.registration import comparing, register
from portal.people.registration.comparing import Standing, Verdict, compared, is_same_name, lead
from portal.people.registration.register import Entry, Register, read_register
from portal.people.staff_list.reading import UnreadableFileError, read

TODAY = date(2026, 11, 26)
END = date(2026, 11, 30)
HEADINGS = "Registration Number,Name,Status,Registered Until"
WHO = UUID(int=1)
NAMES = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzéłß", min_size=2, max_size=8), min_size=1, max_size=3
)


@dataclass(frozen=True)
class Somebody:
    registration_number: str
    given_names: str = "Benjamin"
    known_as: str = "Ben"
    family_name: str = "Okafor"
    id: UUID = WHO


def listed(*rows: str, headings: str = HEADINGS) -> Register:
    content = "\n".join((headings, *rows)).encode()
    return read_register(read(content, register.known), TODAY)


def said(person: Somebody, *rows: str, is_everyone: bool = True) -> list[Verdict]:
    return list(compared([person], listed(*rows), is_everyone=is_everyone))


@pytest.mark.parametrize("number", ["SW123", "SW000123", "123", "SWE 123"])
def test_whoever_is_on_the_list_is_registered_however_the_number_is_written(number: str) -> None:
    found = said(Somebody(number), "SW123,Benjamin Okafor,Registered,30/11/2026")
    assert found == [Verdict(WHO, "registered", END)]


def test_whoever_is_not_on_a_list_of_everybody_was_not_found() -> None:
    row = "SW9,Amira Khan,Registered,30/11/2026"
    assert said(Somebody("SW123"), row) == [Verdict(WHO, "not found")]
    assert said(Somebody("SW123"), row, is_everyone=False) == []


def test_a_number_that_is_somebody_elses_name_says_nothing_of_a_day() -> None:
    found = said(Somebody("SW123"), "SW123,Amira Khan,Registered,30/11/2026")
    assert found == [Verdict(WHO, "another name")]


@pytest.mark.parametrize(
    ("word", "status"),
    [("Registered", "registered"), ("registered with conditions", "registered"),
     ("REMOVED", "not registered"), ("Suspended", "not registered"), ("", "registered")],
)  # fmt: skip
def test_words_for_a_status_are_understood(word: str, status: str) -> None:
    (found,) = said(Somebody("SW123"), f"SW123,Ben Okafor,{word},30/11/2026")
    assert found.status == status


def test_without_a_status_a_day_that_is_past_says_that_it_is_over() -> None:
    (found,) = said(Somebody("SW123"), "SW123,Ben Okafor,,30/11/2025")
    assert (found.status, found.until) == ("not registered", date(2025, 11, 30))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("SW123,Ben Okafor,Pending review,", "Row 2: “Pending review” is not a status we know."),
        ("SW123,Ben Okafor,Registered,31/02/2026", "Row 2: 31/02/2026 is not a date that exists."),
        ("SW123,,Registered,", "Row 2: there is no name."),
        (",Ben Okafor,Registered,", "Row 2: there is no registration number."),
        ("RN7,Ben Okafor,Registered,", "Row 2: “RN7” is not a registration number."),
        ("SW123,=HYPERLINK(1),Registered,", "is a formula"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_judges_nobody(row: str, problem: str) -> None:
    found = listed(row)
    assert problem in found.problems[0]
    assert found.entries == {}
    if "SW123" in row:
        assert list(compared([Somebody("SW123")], found, is_everyone=True)) == []


def test_rows_that_contradict_each_other_judge_nobody() -> None:
    found = listed("SW1,Ben Okafor,Registered,", "SW1,Ben Okafor,Removed,")
    assert found.problems == ["Rows 2 and 3 contradict each other."]
    assert list(compared([Somebody("SW1")], found, is_everyone=True)) == []


def test_a_row_that_stands_twice_counts_once() -> None:
    found = listed("SW1,Ben Okafor,Registered,", "SW01,BEN OKAFOR,Registered,")
    assert (len(found.entries), found.problems) == (1, [])


def test_names_may_stand_in_two_columns() -> None:
    found = listed("SW1,Okafor,Ben", headings="SWE number,Surname,Forenames")
    assert found.entries == {"1": Entry("Ben Okafor", "registered", None)}


@pytest.mark.parametrize(
    ("headings", "column"),
    [("Name,Status", "registration numbers"), ("Registration number,Status", "names")],
)
def test_a_list_without_numbers_or_names_is_no_such_list(headings: str, column: str) -> None:
    with pytest.raises(UnreadableFileError, match=f"No column of {column} was found"):
        listed("a,b", headings=headings)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("Ben", "Okafor"), "OKAFOR, Benjamin Ben"),
        (("Zoë Anne", "Zając"), "Zoe Zajac"),
        (("Siân", "Hughes-Jones"), "Sian Hughes Jones"),
        (("Maria", "O'Neill"), "Maria O Neill"),
        (("Jan", "van den Berg"), "Vandenberg, J"),
        (("Jan", "Vandenberg"), "J. van den Berg"),
        (("Amira", "Khan"), "Mrs Amira Begum Khan"),
        (("Keira", "Strauß"), "Keira Strauss"),
    ],
)
def test_the_same_name_is_known_in_other_spellings(ours: tuple[str, str], theirs: str) -> None:
    assert is_same_name(*ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("Ben", "Okafor"), "Ben Okoro"),
        (("Ben", "Okafor"), "Amira Okafor"),
        (("Li", "Wei"), "Alice Weiss"),
        (("Ben", "Okafor Smith"), "Ben Okafor"),
        (("Ben", "Okafor"), "Okafor"),
        (("Ben", "Okafor"), "A Okafor"),
        (("Ben", "Okafor"), "?"),
    ],
)
def test_another_name_is_another_name(ours: tuple[str, str], theirs: str) -> None:
    assert not is_same_name(*ours, theirs)


@given(NAMES, NAMES, NAMES, st.randoms(use_true_random=False))
def test_a_name_is_itself_in_any_order_with_others_and_in_capitals(
    given_names: list[str], family: list[str], others: list[str], chance: object
) -> None:
    called, family_name = " ".join(given_names), " ".join(family)
    words = [*given_names, *family, *others]
    chance.shuffle(words)  # type: ignore[attr-defined]
    assert is_same_name(called, family_name, " ".join(words))
    assert is_same_name(called, family_name, f"{family_name.upper()}, {called}")


@given(
    st.lists(st.integers(1, 30), max_size=10),
    st.dictionaries(st.integers(1, 30).map(str), st.sampled_from(["registered", "not registered"])),
    st.sets(st.integers(1, 30).map(str)),
    st.booleans(),
)
def test_everybody_gets_at_most_one_verdict_and_never_one_from_an_unclear_row(
    numbers: list[int], statuses: dict[str, str], unclear: set[str], is_everyone: bool
) -> None:
    entries = {number: Entry("Ben Okafor", status, None) for number, status in statuses.items()}
    people = [Somebody(f"SW{number}", id=uuid4()) for number in numbers]
    verdicts = list(compared(people, Register(entries, unclear), is_everyone=is_everyone))
    by_person = {verdict.person_id: verdict.status for verdict in verdicts}
    assert len(by_person) == len(verdicts)
    for person, number in zip(people, map(str, numbers), strict=True):
        expected = statuses.get(number, "not found" if is_everyone else None)
        assert by_person.get(person.id) == (None if number in unclear else expected)


def standing(registered: int, until_then: int, **numbers: int) -> Standing:
    return Standing(numbers, registered, END, until_then, TODAY, is_capped=False)


def test_the_first_sentence_says_where_we_stand() -> None:
    assert lead(standing(212, 212, missing=76, soon=12)) == (
        "212 of 288 social workers are registered until 30 November 2026."
    )
    assert lead(standing(3, 2)) == (
        "3 of 3 social workers are registered, 2 of them until 30 November 2026."
    )
    never = Standing({"unchecked": 5}, 0, None, 0, None, is_capped=False)
    assert lead(never) == "No registration of 5 social workers has been checked yet."
    assert "Nobody here" in lead(Standing({}, 0, None, 0, None, is_capped=False))


def test_what_came_of_a_list_is_told_with_the_rows_that_were_not_used() -> None:
    verdicts = [Verdict(UUID(int=n), "registered") for n in range(3)]
    verdicts += [Verdict(UUID(int=9), "not found"), Verdict(UUID(int=8), "another name")]
    assert comparing.told(verdicts, [f"Row {n}: there is no name." for n in range(7)]) == (
        "5 people were looked up: 3 registered, 1 not found, 1 under another name. 7 rows were not"
        " used. Row 0: there is no name. Row 1: there is no name. Row 2: there is no name. Row 3:"
        " there is no name. Row 4: there is no name."
    )
