"""Reading a file: bytes become a table, or a sentence that says what to do.

A list is an Excel workbook (.xlsx or .xlsm) or text with separators, at most 20 MiB and 50,000
rows. What a file is shows in its first bytes (`kinds`), never in its name. Text (`delimited`) is
UTF-8, UTF-16, UTF-32 or Windows-1252, with commas, semicolons, tabs or bars between the cells. A
workbook (`workbook`) is unpacked with a count of what really comes out (`package`), its XML may
declare nothing (`markup`), and its cells become the texts that a CSV would hold (`values`).
"""

from portal.people.staff_list.columns import recognised
from portal.people.staff_list.reading.delimited import read as read_text
from portal.people.staff_list.reading.kinds import is_package, refuse_other_kinds
from portal.people.staff_list.reading.table import (
    HEADINGS_WITHIN,
    LARGEST_FILE,
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Known,
    Line,
    Table,
    TooManyRowsError,
    UnreadableFileError,
    too_long,
)
from portal.people.staff_list.reading.workbook import read as read_workbook

__all__ = [
    "HEADINGS_WITHIN",
    "LARGEST_FILE",
    "LONGEST_CELL",
    "MOST_COLUMNS",
    "MOST_ROWS",
    "Line",
    "Table",
    "TooManyRowsError",
    "UnreadableFileError",
    "read",
]


def read(content: bytes, known: Known = recognised) -> Table:
    """The table in the file. Raises `UnreadableFileError` with a sentence that says what to do.

    `known` counts the headings that we know among the cells of a row: by them the headings are
    told from title rows, and the right sheet of a workbook from the others.
    """
    refuse_other_kinds(content)
    table = (read_workbook if is_package(content) else read_text)(content, known)
    if len(table.lines) > MOST_ROWS:
        raise too_long()
    return table
