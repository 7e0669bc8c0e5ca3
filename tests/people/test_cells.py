"""Cells of a staff list as values."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.people.staff_list import cells
from portal.people.staff_list.cells import UnclearError
from portal.web import formulas

READERS = [
    cells.text, cells.known, cells.name, cells.fte, cells.hours, cells.contract,
    cells.working_days, cells.registration_number, cells.email, cells.staff_number,
]  # fmt: skip


def told(read: Callable[[str], Any], cell: str) -> str:
    """What the reader says about a cell that it cannot read; a full stop where it can."""
    try:
        read(cell)
    except UnclearError as unclear:
        return str(unclear)
    return "."


@pytest.mark.parametrize("read", READERS)
@given(cell=st.text(max_size=300))
def test_any_cell_is_a_value_unknown_or_a_sentence(read: Callable[[str], Any], cell: str) -> None:
    assert told(read, cell).endswith(".")


@given(st.integers(1, 1000))
def test_a_share_is_the_same_as_number_and_as_percentage(thousandths: int) -> None:
    share = Decimal(thousandths) / 1000
    percent = f"{(share * 100).normalize():f}%"
    spellings = [str(share), str(share).lstrip("0"), str(share).replace(".", ","), percent]
    assert {cells.fte(spelling) for spelling in spellings if spelling} == {share}


@pytest.mark.parametrize(
    ("cell", "share"),
    [("0.6", "0.6"), (".6", "0.6"), ("60%", "0.6"), ("60 %", "0.6"), ("1", "1"), ("1.0", "1"),
     ("full time", "1"), ("Full-Time", "1"), ("FT", "1"), ("0.80", "0.8")],
)  # fmt: skip
def test_shares_of_full_time_are_read(cell: str, share: str) -> None:
    assert cells.fte(cell) == Decimal(share)


@pytest.mark.parametrize(
    "cell", ["1.6", "160%", "0", "part time", "a half", "-0.5", "１", "1e9", "60"]
)
def test_what_cannot_be_a_share_is_told(cell: str) -> None:
    with pytest.raises(UnclearError):
        cells.fte(cell)


@pytest.mark.parametrize("cell", ["", "  ", "?", "n/a", "N/A", "applied for", "-", "#N/A", "TBC"])
def test_nobody_knows_is_unknown_everywhere(cell: str) -> None:
    assert cells.registration_number(cell) is cells.fte(cell) is cells.email(cell) is None


@pytest.mark.parametrize(
    ("cell", "number"),
    [("SW123456", "SW123456"), (" SW134709", "SW134709"), ("SW 76026", "SW76026"),
     ("sw32579", "SW32579"), ("SW5023", "SW5023"), ("123456", "SW123456"), ("SW-1", "SW1")],
)  # fmt: skip
def test_registration_numbers_are_brought_to_one_form(cell: str, number: str) -> None:
    assert cells.registration_number(cell) == number


@pytest.mark.parametrize("cell", ["SW1234567", "SW", "RN12", "SW12a"])
def test_what_is_no_registration_number_is_told(cell: str) -> None:
    with pytest.raises(UnclearError, match="not a registration number"):
        cells.registration_number(cell)


@pytest.mark.parametrize(
    ("cell", "days"),
    [("Mon, Tue, Wed", "Mon Tue Wed"), ("Mon-Fri", "Mon Tue Wed Thu Fri"),
     ("M T W Th F", "Mon Tue Wed Thu Fri"), ("Monday to Wednesday", "Mon Tue Wed"),
     ("MTWTF", "Mon Tue Wed Thu Fri"), ("Thurs & Tues", "Tue Thu"), ("Fri", "Fri"),
     ("Fri, Mon", "Mon Fri")],
)  # fmt: skip
def test_working_days_are_read(cell: str, days: str) -> None:
    assert cells.working_days(cell) == days


@pytest.mark.parametrize("cell", ["Money", "every day", "9 to 5", "Mo"])
def test_what_are_no_working_days_is_told(cell: str) -> None:
    with pytest.raises(UnclearError, match="not a list of days"):
        cells.working_days(cell)


@pytest.mark.parametrize(
    ("cell", "contract"),
    [("Permanent", "permanent"), ("Fixed Term", "fixed term"), ("FTC", "fixed term"),
     ("Agency", "agency"), ("bank", "casual"), ("", None)],
)  # fmt: skip
def test_contracts_are_brought_to_our_words(cell: str, contract: str | None) -> None:
    assert cells.contract(cell) == contract


def test_an_unknown_contract_names_the_ones_there_are() -> None:
    with pytest.raises(UnclearError, match="permanent, fixed term, agency or casual"):
        cells.contract("Forever")


@pytest.mark.parametrize(
    ("cell", "name"),
    [(" van den Berg ", "van den Berg"), ("d'Souza", "d'Souza"), ("Nu\u0301ñez", "Núñez"),
     ("St.\u00a0 John", "St. John"), ("Zoe\u200b", "Zoe"), ("?", None), ("Na", "Na")],
)  # fmt: skip
def test_names_keep_their_spelling_and_lose_what_cannot_be_seen(
    cell: str, name: str | None
) -> None:
    assert cells.name(cell) == name


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1", "@SUM(A1)", " =1+1"])
def test_a_formula_is_no_text(cell: str) -> None:
    with pytest.raises(UnclearError, match="is a formula"):
        cells.text(cell)


@pytest.mark.parametrize("text", ["=Moon", "+44 20 7946 0018", "@Home", "-A", "|", "O'Neill"])
def test_what_our_own_list_marks_as_text_comes_back_as_it_was(text: str) -> None:
    assert cells.text(formulas.as_text(text)) == text


def test_what_a_spreadsheet_could_not_work_out_is_no_name() -> None:
    assert cells.name("#NAME?") is cells.known("#DIV/0!") is None


def test_a_number_that_a_spreadsheet_kept_as_text_is_no_formula() -> None:
    assert cells.staff_number('="00100204"') == "00100204"


def test_zeros_in_front_of_a_staff_number_do_not_matter() -> None:
    assert cells.number_key("00100204") == cells.number_key("100204") == "100204"
    assert cells.number_key("ab-7") == "AB-7"


@pytest.mark.parametrize("cell", ["no-at-sign", "a@b", "a b@c.d", "a@b.c,d@e.f", "<a@b.c>"])
def test_what_is_no_address_is_told(cell: str) -> None:
    with pytest.raises(UnclearError, match="not an e-mail address"):
        cells.email(cell)


def test_a_hundred_thousand_marks_over_one_letter_are_told_at_once() -> None:
    with pytest.raises(UnclearError, match="letters long"):
        cells.text("a" + "\u0301" * 100_000)
