"""A workbook becomes the table that the same list as CSV would be."""

import csv
import io
import tracemalloc
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from portal.people.staff_list import cells
from portal.people.staff_list.reading import UnreadableFileError, read
from portal.people.staff_list.reading.formats import Styles
from portal.people.staff_list.reading.values import text_of
from portal.web.downloads import download
from tests.factories.people import STAFF_LIST
from tests.people.odd_files import BEN, HEADINGS
from tests.people.odd_workbooks import NUMBERED, a_sheet, entries, strings, with_rows, zipped

LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
DAYS = st.dates(date(1901, 1, 1), date(2199, 12, 31))
VALUES = st.one_of(
    st.none(), LETTERS, DAYS, st.booleans(), st.integers(-(10**12), 10**12),
    st.decimals(-1000, 1000, places=3), st.sampled_from(["=", "=1+1", "#REF!", "'=x", "_x0041_"]),
)  # fmt: skip


def known(row: Any) -> int:
    """Only the row of headings counts here."""
    return 2 * (tuple(row[:2]) == ("Name", "Since"))


def as_openpyxl_has_it(content: bytes) -> list[list[Any]]:
    sheet = load_workbook(io.BytesIO(content), data_only=True).active
    return [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]


def spelled(value: Any) -> str:
    """A value as a CSV file would hold it."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    return "" if value is None else str(value)


@given(st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=4))
@settings(max_examples=100)
def test_every_cell_says_what_openpyxl_reads(rows: list[list[Any]]) -> None:
    book = Workbook()
    book.active.append(("Name", "Since"))
    for row in rows:
        for column, value in enumerate((*row, "end"), start=1):
            cell = book.active.cell(book.active.max_row + (column == 1), column)
            cell.value = value
            if cell.data_type == "f":
                cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    table = read(out.getvalue(), known)
    theirs = [["" if spelled(each).isspace() else spelled(each) for each in row]
              for row in as_openpyxl_has_it(out.getvalue())]  # fmt: skip
    width = max(map(len, theirs))
    ours = [[_unmarked(line.cell(n)) for n in range(width)] for line in table.lines]
    assert ours == [[text.replace("_x0041_", "A") for text in row] for row in theirs]


def _unmarked(cell: str) -> str:
    """Texts that look like formulas are marked; one that came with its mark keeps the one."""
    is_own_mark = cell.startswith("'") and cell[1:].lstrip().startswith(("=", "+", "@"))
    return cell[1:] if is_own_mark and cell != "'=x" else cell


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_list_that_the_portal_wrote_is_read_as_it_was(kind: str, app: Any) -> None:
    row = ("-A", "+44 20 7946 0018", "'tis", "=Moon", "@Home", "O'Neill", " spaced ", "|")
    days = (date(2020, 9, 1), Decimal("0.6"), 7, None)
    with app.test_request_context():
        content = download("People", [f"H{n}" for n in range(12)], [(*row, *days)], kind).data
    line = read(content, lambda headings: sum(text.startswith("H") for text in headings)).lines[0]
    texts = [cells.text(line.cell(number)) for number in range(12)]
    assert texts == [*(text.strip() for text in row), "2020-09-01", "0.6", "7", None]


def test_the_real_list_says_the_same_as_a_workbook() -> None:
    as_text = read(STAFF_LIST.read_bytes())
    rows = list(csv.reader(io.StringIO(STAFF_LIST.read_text("utf-8-sig"), newline="")))
    book = Workbook()
    for number, row in enumerate(rows, start=1):
        for column, said in enumerate(row, start=1):
            cell = book.active.cell(number, column, said)
            cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    as_workbook = read(out.getvalue())
    assert as_workbook.headings == as_text.headings
    filled = {line.number: line for line in as_text.lines if not line.is_blank}
    width = range(len(as_text.headings))
    for line in as_workbook.lines:
        same = filled.pop(line.number)
        assert [line.cell(n).lstrip("'") for n in width] == [same.cell(n) for n in width]
    assert not filled


@pytest.mark.parametrize(
    ("said", "shown_as", "text"),
    [
        ("44075", "General", "44075"),
        ("44075", "dd/mm/yyyy", "2020-09-01"),
        ("44075.5", "d mmm yyyy hh:mm", "2020-09-01 12:00"),
        ("44074.999999999", "yyyy-mm-dd", "2020-09-01"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("0.375", "hh:mm", "09:00"),
        ("-5", "dd/mm/yyyy", "-5"),
        ("9999999", "dd/mm/yyyy", "9999999"),
        ("1.5416666666666667", "[h]:mm", "37"),
        ("0.6", "0%", "0.6"),
        ("4.4E-2", "General", "0.044"),
        ("1E+2", "General", "100"),
        ("123", "00000000", "00000123"),
        ("12345678901234567", "0", "12345678901234567"),
    ],
)
def test_a_number_is_read_by_the_way_it_is_shown(said: str, shown_as: str, text: str) -> None:
    assert text_of("n", said, 0, Styles((shown_as,))) == text


def test_days_of_the_other_calendar_are_the_same_days() -> None:
    styles = Styles(("dd/mm/yyyy",), begins_1904=True)
    first = date(1904, 1, 1)
    for days in (0, 1, 1461, 42_613):
        expected = (first + timedelta(days=days)).isoformat()
        assert text_of("n", str(days), 0, styles) == expected


def test_twenty_thousand_rows_take_little_memory() -> None:
    rows = [tuple(f"{name} {n}" for name in "abcdefghijklmnopqrstuvw") for n in range(2_000)]
    content = with_rows(*rows, headings=tuple(f"H{n}" for n in range(23)))
    tracemalloc.start()
    table = read(content, lambda headings: sum(text.startswith("H") for text in headings))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(table.lines) == 2_000
    assert most < 15 * 1024 * 1024, "ten times as many would take more than 150 MB"


@given(st.data())
@settings(max_examples=200)
def test_a_workbook_damaged_anywhere_is_a_table_or_a_sentence(data: st.DataObject) -> None:
    parts = entries(a_sheet(NUMBERED), strings(*HEADINGS, *BEN))
    name = data.draw(st.sampled_from(sorted(parts)))
    text = str(parts[name])
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, min(start + 40, len(text))))
    other = data.draw(st.text('<>&/="0123456789abcrstxml: ', max_size=12))
    content = zipped(parts | {name: text[:start] + other + text[end:]})
    sentence = "."
    try:
        read(content)
    except UnreadableFileError as unreadable:
        sentence = str(unreadable)
    assert sentence.endswith(".")
