"""Text with separators between its cells: CSV in the spellings that systems and people give it.

The letters are told by the byte-order mark, else by where the zeros stand (UTF-16 and UTF-32
without a mark), else UTF-8, else Windows-1252. The separator is the one with which the first rows
have the most headings we know, else the one they use most.
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from portal.people.staff_list.reading.table import (
    HEADINGS_WITHIN,
    LONGEST_CELL,
    MOST_COLUMNS,
    SAVE_AS_LIST,
    Known,
    Line,
    Table,
    UnreadableFileError,
    best_heading,
    table_of,
    too_much_in_a_cell,
    too_wide,
)

SEPARATORS = (",", ";", "\t", "|")
LINE_BREAKS_IN_A_CELL = 3
BEGINNING = 20_000
UTF_8 = "utf-8-sig"
MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HINT = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)


def read(content: bytes, known: Known) -> Table:
    """The table in the text. Raises `UnreadableFileError` with a sentence."""
    text = _decoded(content)
    hint = _HINT.match(text)
    separator = hint[1] if hint else _separator(text, known)
    table = table_of(_lines(text, separator), known)
    _refuse_two_separators(table, separator)
    return table


def _decoded(content: bytes) -> str:
    """The text of the file, or a sentence where its letters cannot be told."""
    encoding = _encoding(content)
    if encoding == UTF_8 and b"\x00" in content:
        raise _not_text()
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as fault:
        if encoding != UTF_8:
            raise _unknown_letters() from None
        text = _windows(content, fault.start)
    if "\x00" in text:
        raise _not_text()
    return text


def _encoding(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding
    first = content[:4000]
    zeros = [first[place::4].count(0) * 8 > len(first) for place in range(4)]
    return {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }.get((zeros[0], zeros[1], zeros[2], zeros[3]), UTF_8)


def _windows(content: bytes, fault: int) -> str:
    """The text in Windows-1252, unless it is UTF-8 that was damaged somewhere."""
    as_utf_8 = content.decode("utf-8", "replace")
    damaged = as_utf_8.count("\ufffd")
    sound = len(as_utf_8) - len(as_utf_8.encode("ascii", "ignore")) - damaged
    if sound > damaged:
        row = content.count(b"\n", 0, fault) + 1
        raise UnreadableFileError(
            f"Some letters of row {row} are not UTF-8 like the others. Correct them. {SAVE_AS_LIST}"
        )
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise _unknown_letters() from None


def _not_text() -> UnreadableFileError:
    return UnreadableFileError(f"This is not a text file. {SAVE_AS_LIST}")


def _unknown_letters() -> UnreadableFileError:
    return UnreadableFileError(f"The letters of this file cannot be read. {SAVE_AS_LIST}")


def _separator(text: str, known: Known) -> str:
    """The separator that gives the first rows the most headings, else the one used most."""
    beginning = text.lstrip()[:BEGINNING]
    first = beginning.splitlines()[:HEADINGS_WITHIN]
    usual = max(SEPARATORS, key=beginning.count)

    def headings(separator: str) -> tuple[int, bool]:
        rows = (line.replace('"', "").split(separator)[:MOST_COLUMNS] for line in first)
        return best_heading(rows, known), separator == usual

    return max(SEPARATORS, key=headings)


def _lines(text: str, separator: str) -> Iterator[Line]:
    """The rows with their numbers; a cell that holds a line break stays one row."""
    records = csv.reader(StringIO(text, newline=""), delimiter=separator)
    number = 0
    try:
        for number, cells in enumerate(records, start=1):
            _refuse_what_is_too_much(number, cells)
            yield Line(number, tuple(cells))
    except csv.Error:
        raise (_unclosed if '"' in text else too_much_in_a_cell)(number + 1) from None


def _refuse_what_is_too_much(number: int, cells: list[str]) -> None:
    if len(cells) > MOST_COLUMNS and any(cell.strip() for cell in cells[MOST_COLUMNS:]):
        raise too_wide(number)
    for cell in cells:
        if len(cell) > LONGEST_CELL:
            raise _unclosed(number) if "\n" in cell else too_much_in_a_cell(number)
        if "\n" in cell and cell.count("\n") >= LINE_BREAKS_IN_A_CELL:
            raise _unclosed(number)


def _unclosed(number: int) -> UnreadableFileError:
    return UnreadableFileError(
        f'From row {number} on the rows cannot be told apart: a quotation mark (") is opened and'
        " never closed. Correct that row and save the list again."
    )


def _refuse_two_separators(table: Table, separator: str) -> None:
    """Where the headings use one separator and most rows another, no cell stands in its column."""
    filled = [line.cells for line in table.lines if line.cells]
    for other in SEPARATORS:
        apart = sum(
            len(cells) == 1 and cells[0].count(other) >= len(table.headings) - 1 for cells in filled
        )
        if other != separator and len(table.headings) > 1 and apart * 2 > len(filled):
            raise UnreadableFileError(
                f"The headings have “{_shown(separator)}” between them and the rows"
                f" “{_shown(other)}”, so no cell stands under its heading. {SAVE_AS_LIST}"
            )


def _shown(separator: str) -> str:
    return "tab" if separator == "\t" else separator
