"""Reading a file: bytes become a table, or a sentence that says why they cannot.

A staff list is text with separators, at most 20 MiB and 50,000 rows. Accepted are UTF-8 with or
without a byte-order mark, UTF-16 with one (Excel's "Unicode text") and Windows-1252; commas,
semicolons, tabs or bars between the cells. A row has the number that a spreadsheet shows for it.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from portal.people.staff_list.columns import recognised

LARGEST_FILE = 20 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_CELL = 100_000
SEPARATORS = (",", ";", "\t", "|")
HEADINGS_WITHIN = 20
FEWEST_HEADINGS = 2
LINE_BREAKS_IN_A_CELL = 3

SAVE_AS_CSV = "In the spreadsheet choose Save as, then CSV UTF-8, and bring in that file."


class UnreadableFileError(ValueError):
    """The file cannot be read as a staff list; the message is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row as the file has it, with the number that a spreadsheet shows."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)

    def cell(self, column: int) -> str:
        """The text of a column; empty when the row is too short to have it."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The headings and the rows beneath them."""

    headings: tuple[str, ...]
    lines: tuple[Line, ...]

    def samples(self, column: int, most: int = 2) -> tuple[str, ...]:
        """The first different values of a column, to recognise it by."""
        values = (line.cell(column).strip() for line in self.lines)
        return tuple(islice(dict.fromkeys(value for value in values if value), most))


def read(content: bytes) -> Table:
    """The table in the file. Raises `UnreadableFileError` with a sentence that says what to do."""
    _refuse_what_is_not_text(content)
    text = _decoded(content)
    lines = list(_lines(text))
    start = _heading_at(lines)
    below = tuple(lines[start + 1 :])
    if len(below) > MOST_ROWS:
        raise _too_long()
    if all(line.is_blank for line in below):
        raise UnreadableFileError("There are headings but no rows. Check that the list was saved.")
    return Table(tuple(cell.strip() for cell in lines[start].cells), below)


def _refuse_what_is_not_text(content: bytes) -> None:
    if not content.strip():
        raise UnreadableFileError("The file is empty. Check that the list was saved.")
    if len(content) > LARGEST_FILE:
        raise UnreadableFileError("The file is larger than 20 MB. Bring the list in in parts.")
    if content.startswith(b"PK\x03\x04"):
        raise UnreadableFileError(f"This is an Excel workbook or a zip file. {SAVE_AS_CSV}")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFileError(f"This is an older or protected Excel workbook. {SAVE_AS_CSV}")
    if content.startswith(b"%PDF"):
        raise UnreadableFileError("This is a PDF. Ask for the list as a spreadsheet, saved as CSV.")
    if content.lstrip()[:1] == b"<":
        raise UnreadableFileError(f"This is a web page, not a list. {SAVE_AS_CSV}")
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFileError(f"This is not a text file. {SAVE_AS_CSV}")


def _decoded(content: bytes) -> str:
    """The text, by its byte-order mark, else UTF-8, else Windows-1252."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableFileError(f"The letters of this file cannot be read. {SAVE_AS_CSV}")


def _lines(text: str) -> Iterator[Line]:
    """The rows with their numbers; a cell that holds a line break stays one row."""
    records = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
    number = 0
    try:
        for number, cells in enumerate(records, start=1):
            _refuse_what_is_too_much(number, cells)
            yield Line(number, tuple(cells))
    except csv.Error:
        raise _unclosed(number + 1) from None


def _refuse_what_is_too_much(number: int, cells: list[str]) -> None:
    if number > MOST_ROWS + HEADINGS_WITHIN:
        raise _too_long()
    if len(cells) > MOST_COLUMNS:
        raise UnreadableFileError(
            f"Row {number} has more than {MOST_COLUMNS} columns. {SAVE_AS_CSV}"
        )
    if any(len(cell) > LONGEST_CELL or _breaks(cell) for cell in cells):
        raise _unclosed(number)


def _too_long() -> UnreadableFileError:
    return UnreadableFileError("The file has more than 50,000 rows. Bring the list in in parts.")


def _breaks(cell: str) -> bool:
    return "\n" in cell and cell.count("\n") >= LINE_BREAKS_IN_A_CELL


def _unclosed(number: int) -> UnreadableFileError:
    return UnreadableFileError(
        f'From row {number} on the rows cannot be told apart: a quotation mark (") is opened and'
        " never closed. Correct that row and save the list again."
    )


def _separator(text: str) -> str:
    """The separator that the first rows use most."""
    beginning = text.lstrip()[:4000]
    return max(SEPARATORS, key=beginning.count)


def _heading_at(lines: list[Line]) -> int:
    """Where the headings are: the first row with names we know, below any title rows."""
    first = lines[:HEADINGS_WITHIN]
    for index, line in enumerate(first):
        if recognised(line.cells) >= FEWEST_HEADINGS:
            return index
    for index, line in enumerate(first):
        if sum(bool(cell.strip()) for cell in line.cells) >= FEWEST_HEADINGS:
            return index
    raise UnreadableFileError(
        f"No headings were found: the first rows have a single column. {SAVE_AS_CSV}"
    )
