"""A list as a table: its headings, its rows, and where in the file they stand.

Rows have the numbers that a spreadsheet shows for them. Blank rows cost nothing: those below the
list are left out, those within it are kept while they are few, so that they can be counted.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

LARGEST_FILE = 20 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 200
MOST_CELLS = 2_000_000
LONGEST_CELL = 100_000
HEADINGS_WITHIN = 20
FEWEST_HEADINGS = 2
MOST_BLANK_ROWS_KEPT = 1_000

SAVE_AS = "In the spreadsheet choose Save as, then Excel workbook (.xlsx) or CSV UTF-8"
SAVE_AS_LIST = f"{SAVE_AS}, and bring in that file."
Known = Callable[[Sequence[str]], int]


class UnreadableFileError(ValueError):
    """The file cannot be read as a list; the message is a sentence for the person."""


class TooManyRowsError(UnreadableFileError):
    """The file has more rows than any list may have."""


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
    """The headings and the rows beneath them; `notes` are sentences about how they were read."""

    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()

    def samples(self, column: int, most: int = 2) -> tuple[str, ...]:
        """The first different values of a column, to recognise it by."""
        values = (line.cell(column).strip() for line in self.lines)
        return tuple(islice(dict.fromkeys(value for value in values if value), most))


def table_of(rows: Iterable[Line], known: Known) -> Table:
    """The table in these rows; `known` counts how many cells of a row are headings we know.

    Raises `UnreadableFileError` where there are no headings, no rows, or too many of them.
    """
    lines = list(_kept(rows))
    start = _heading_at(lines, known)
    below = tuple(lines[start + 1 :])
    if not below:
        raise UnreadableFileError(
            "There are headings but no rows. Check that the list was saved, and bring it in again."
        )
    return Table(tuple(cell.strip() for cell in lines[start].cells), below)


def noting(table: Table, notes: Iterable[str]) -> Table:
    """The same table with sentences about how it was read."""
    return replace(table, notes=(*table.notes, *notes))


def best_heading(rows: Iterable[Sequence[str]], known: Known) -> int:
    """The most headings we know in one of the first rows."""
    return max((known(cells) for cells in islice(rows, HEADINGS_WITHIN)), default=0)


def _kept(rows: Iterable[Line]) -> Iterator[Line]:
    """The rows without the blank ones below them; equal texts are kept once."""
    texts: dict[str, str] = {}
    blank: list[Line] = []
    filled = cells = 0
    for row in rows:
        if row.is_blank:
            if len(blank) < MOST_BLANK_ROWS_KEPT:
                blank.append(Line(row.number, ()))
            continue
        filled += 1
        cells += len(row.cells)
        _refuse_too_many(filled, cells)
        yield from blank
        blank = []
        yield Line(row.number, tuple([texts.setdefault(cell, cell) for cell in row.cells]))


def _refuse_too_many(rows: int, cells: int) -> None:
    if rows > MOST_ROWS + HEADINGS_WITHIN:
        raise too_long()
    if cells > MOST_CELLS:
        raise UnreadableFileError(
            "The list has more than 2 million cells. Leave out the columns that are not needed, or"
            " bring the list in in parts."
        )


def too_long() -> TooManyRowsError:
    """The refusal of more rows than a list may have."""
    return TooManyRowsError("The file has more than 50,000 rows. Bring the list in in parts.")


def too_wide(number: int) -> UnreadableFileError:
    """The refusal of a row with more columns than a list may have."""
    return UnreadableFileError(
        f"Row {number} has more than {MOST_COLUMNS} columns. Leave out the columns that are not"
        " needed, save the list and bring it in again."
    )


def too_much_in_a_cell(number: int) -> UnreadableFileError:
    """The refusal of a row in which a cell holds more than anybody writes."""
    return UnreadableFileError(
        f"A cell of row {number} holds more than 100,000 letters. Correct that row and save the"
        " list again."
    )


def _heading_at(lines: list[Line], known: Known) -> int:
    """Where the headings are: the first row with names we know, below any title rows."""
    first = lines[:HEADINGS_WITHIN]
    for index, line in enumerate(first):
        if known(line.cells) >= FEWEST_HEADINGS:
            return index
    for index, line in enumerate(first):
        if sum(bool(cell.strip()) for cell in line.cells) >= FEWEST_HEADINGS:
            return index
    if not first:
        raise UnreadableFileError("The file is empty. Check that the list was saved.")
    raise UnreadableFileError(
        f"No headings were found: the first rows have a single column. {SAVE_AS_LIST}"
    )
