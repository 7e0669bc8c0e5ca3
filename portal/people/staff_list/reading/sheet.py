"""One sheet of a workbook, row by row, as it streams by.

A formula counts with the result that the spreadsheet kept, as it does when somebody saves the
sheet as CSV; one without a result comes as "=..." and its row is refused in words. Hidden rows
are rows. What a merged cell says, it says for every row it spans. Cells that are only coloured
or framed are blank, a million of them too.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import IO

from portal.people.staff_list.reading.formats import Styles
from portal.people.staff_list.reading.markup import (
    MOST_ELEMENTS,
    Attributes,
    EnoughError,
    bare,
    too_large,
    walk,
)
from portal.people.staff_list.reading.package import DAMAGED
from portal.people.staff_list.reading.table import (
    HEADINGS_WITHIN,
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Line,
    UnreadableFileError,
    too_long,
    too_much_in_a_cell,
    too_wide,
)
from portal.people.staff_list.reading.texts import unworked
from portal.people.staff_list.reading.values import text_of

MOST_MERGED = 100_000
LAST_ROW = 1_048_576
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True)
class Book:
    """What the sheets of a workbook share."""

    texts: list[str]
    styles: Styles


@dataclass
class Sheet:
    """What a sheet holds: rows that say something, and what was found on the way."""

    rows: list[Line] = field(default_factory=list)
    formulas: int = 0
    hidden: int = 0
    merged: list[tuple[int, int, int]] = field(default_factory=list)  # column, first and last row


def sheet_in(stream: IO[bytes], book: Book, *, most: int | None = None) -> Sheet:
    """The rows of a sheet that say something, or only the first `most` of them."""
    reader = _SheetReader(book, most)
    walk(stream, start=reader.start, end=reader.end, text=reader.text)
    return reader.sheet


def spread(sheet: Sheet, headings_at: int) -> int:
    """Say what merged cells say in each row they span below the headings; how many rows changed."""
    numbers = [line.number for line in sheet.rows]
    changed, steps = set(), 0
    for column, first, last in sheet.merged:
        top = bisect_left(numbers, first)
        if first <= headings_at or top == len(numbers) or numbers[top] != first:
            continue
        said = sheet.rows[top].cell(column)
        below = range(top + 1, bisect_right(numbers, last))
        steps += len(below)
        if steps > MOST_CELLS:
            raise too_large()
        for place in below if said else ():
            line = sheet.rows[place]
            if not line.cell(column):
                cells = [*line.cells, *[""] * (column + 1 - len(line.cells))]
                cells[column] = said
                sheet.rows[place] = Line(line.number, tuple(cells))
                changed.add(place)
    return len(changed)


class _SheetReader:
    """Is told about elements and texts, and puts rows together."""

    def __init__(self, book: Book, most: int | None) -> None:
        self.book, self.most, self.sheet = book, most, Sheet()
        self.elements = self.number = self.cells_read = 0
        self.columns: dict[str, int] = {}
        self.is_hidden = self.is_gloss = False
        self.row: list[str] = []
        self.column = -1
        self.kind, self.style = "n", "0"
        self.said: str | None = None
        self.formula: str | None = None
        self.pieces: list[str] | None = None
        self.length = 0

    def start(self, name: str, attributes: Attributes) -> None:
        self.elements += 1
        if ":" in name:
            name = bare(name)
        if name == "c":
            self._start_cell(attributes)
        elif name in {"v", "t", "f"}:
            self.pieces, self.length = [], 0
        elif name == "row":
            self._start_row(attributes)
        elif name == "rPh":
            self.is_gloss = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def text(self, piece: str) -> None:
        if self.pieces is not None:
            self.length += len(piece)
            if self.length > LONGEST_CELL:
                raise too_much_in_a_cell(self.number)
            self.pieces.append(piece)

    def end(self, name: str) -> None:
        if ":" in name:
            name = bare(name)
        if name == "c":
            if self.said is not None or self.formula is not None:
                self._end_cell()
        elif name in {"v", "t", "f"} and self.pieces is not None:
            self._take(name, "".join(self.pieces))
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self.is_gloss = False

    def _take(self, name: str, said: str) -> None:
        self.pieces = None
        if name == "f":
            self.formula = said
        elif name == "v":
            self.said = said or None
        elif not self.is_gloss:
            self.said = (self.said or "") + said

    def _start_row(self, attributes: Attributes) -> None:
        if self.elements > MOST_ELEMENTS:
            raise too_large()
        before, said = self.number, attributes.get("r", "")
        self.number = int(said) if said.isdigit() and len(said) < 9 else before + 1
        if not before < self.number <= LAST_ROW:
            raise UnreadableFileError(DAMAGED)
        self.is_hidden = attributes.get("hidden") in {"1", "true"}
        self.row, self.column = [], -1

    def _end_row(self) -> None:
        if not self.row:
            return
        self.sheet.rows.append(Line(self.number, tuple(self.row)))
        self.sheet.hidden += self.is_hidden
        self.cells_read += len(self.row)
        self.row = []
        if len(self.sheet.rows) == self.most:
            raise EnoughError
        if len(self.sheet.rows) > MOST_ROWS + HEADINGS_WITHIN:
            raise too_long()
        if self.cells_read > MOST_CELLS:
            raise too_large()

    def _start_cell(self, attributes: Attributes) -> None:
        if "r" in attributes:
            self.column = self._column(attributes["r"].rstrip("0123456789"))
        else:
            self.column += 1
        self.kind = attributes.get("t", "n")
        self.style = attributes.get("s", "0")
        self.said = self.formula = None

    def _column(self, letters: str) -> int:
        number = self.columns.get(letters)
        if number is None:
            number = self.columns[letters] = column_number(letters)
        return number

    def _end_cell(self) -> None:
        text = self._cell()
        if not text or text.isspace():
            return
        if self.column >= MOST_COLUMNS:
            raise too_wide(self.number)
        missing = self.column - len(self.row)
        if missing < 0:
            raise UnreadableFileError(DAMAGED)
        self.row += [""] * missing
        self.row.append(text)

    def _cell(self) -> str:
        if self.formula is not None:
            if self.said is None:
                return unworked(self.formula)
            self.sheet.formulas += 1
        said = self.said or ""
        if self.kind == "s":
            return self._shared(said)
        style = int(self.style) if self.style.isdigit() and len(self.style) < 9 else 0
        return text_of(self.kind, said, style, self.book.styles)

    def _shared(self, said: str) -> str:
        number = int(said) if said.isdigit() and len(said) < 9 else -1
        if not 0 <= number < len(self.book.texts):
            raise UnreadableFileError(DAMAGED)
        return self.book.texts[number]

    def _merge(self, said: str) -> None:
        found = _RANGE.fullmatch(said)
        if found and len(self.sheet.merged) < MOST_MERGED and found[2] != found[4]:
            span = (column_number(found[1]), int(found[2]), int(found[4]))
            self.sheet.merged.append(span)


def column_number(letters: str) -> int:
    """The number of a column by its letters, counted from 0."""
    number = 0
    for letter in letters[:4].upper():
        if not "A" <= letter <= "Z":
            raise UnreadableFileError(DAMAGED)
        number = number * 26 + ord(letter) - 64
    return number - 1
