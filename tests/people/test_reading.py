"""Bytes become a table, or a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.people.staff_list.reading import LARGEST_FILE, MOST_ROWS, UnreadableFileError, read

TEXT = "Employee No;Surname;Forename(s)\r\n001;Núñez;Zoë\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_usual_spelling_of_a_table_is_read(encoding: str, separator: str) -> None:
    table = read(TEXT.replace(";", separator).encode(encoding))
    assert table.headings == ("Employee No", "Surname", "Forename(s)")
    assert table.lines[0].cells == ("001", "Núñez", "Zoë")


def test_rows_have_the_numbers_that_a_spreadsheet_shows() -> None:
    table = read(b'Surname,Team\r\n"two\r\nlines",b\r\n\r\nc,d\r\n')
    assert [(line.number, line.is_blank) for line in table.lines] == [
        (2, False), (3, True), (4, False),
    ]  # fmt: skip


def test_title_rows_above_the_headings_are_passed_over() -> None:
    table = read(b"Riverside Council,\nAs at 1 November,\n\nSurname,Team\nOkafor,A\n")
    assert table.headings == ("Surname", "Team")
    assert table.lines[0].number == 5


def test_short_rows_have_empty_cells() -> None:
    table = read(b"Surname,Team\nOkafor\n")
    assert table.lines[0].cell(1) == ""


def test_two_values_help_to_recognise_a_column() -> None:
    table = read(b"Surname,Team\nA,x\nA,x\nB,y\nC,z\n")
    assert table.samples(0) == ("A", "B")


def test_the_size_is_counted_to_the_byte() -> None:
    head = b"Surname,Team\n"
    row = b"a" * 99 + b",b\n"
    body = row * 40_000
    exact = head + body + b" " * (LARGEST_FILE - len(head) - len(body))
    with pytest.raises(UnreadableFileError, match="larger than 20 MB"):
        read(exact + b" ")
    with pytest.raises(UnreadableFileError, match="row 40002 holds more than 100,000 letters"):
        read(exact)


def test_more_than_fifty_thousand_rows_are_refused() -> None:
    row = b"a,b\n"
    assert len(read(b"Surname,Team\n" + row * MOST_ROWS).lines) == MOST_ROWS
    with pytest.raises(UnreadableFileError, match="50,000 rows"):
        read(b"Surname,Team\n" + row * (MOST_ROWS + 1))


def test_a_quotation_mark_that_never_closes_names_its_row() -> None:
    with pytest.raises(UnreadableFileError, match="From row 3 on"):
        read(b'Surname,Team\na,b\n"c,d\ne,f\ng,h\ni,j\n')


@given(st.binary(max_size=2000))
@settings(max_examples=300)
def test_any_bytes_are_a_table_or_a_sentence(content: bytes) -> None:
    sentence = "."
    try:
        read(content)
    except UnreadableFileError as unreadable:
        sentence = str(unreadable)
    assert sentence.endswith(".")
