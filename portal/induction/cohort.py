"""A cohort as a list: who starts, on which day and for how many hours, row by row.

Pure: the table of a spreadsheet or of pasted cells in, rows as values out. A row names a person by
staff number or work e-mail. What is left out is taken from the post. A row that cannot be read
says why, and the other rows go on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from portal.people.staff_list import cells, dates
from portal.people.staff_list.reading import Line, Table

MOST_ROWS = 500
WHO, FIRST_DAY, SHARE, TAKEN_ON, ASSESSOR = "who", "first day", "share", "taken on", "assessor"
COLUMNS = {
    WHO: (
        "staff number", "employee no", "employee number", "staff no", "payroll number",
        "work e-mail", "work email", "e-mail", "email",
    ),
    FIRST_DAY: ("first day", "start date", "starts on", "start", "induction start"),
    SHARE: ("share of full time", "fte"),
    TAKEN_ON: ("taken on", "taken on on", "take-on date"),
    ASSESSOR: ("assessor", "asye assessor", "assessor's e-mail", "assessor e-mail"),
}  # fmt: skip
HEADINGS = ("Staff number", "First day", "FTE", "Taken on", "Assessor")
COLUMN_OF = {word: column for column, words in COLUMNS.items() for word in words}


@dataclass(frozen=True)
class Row:
    """One row as it was read: who by number or address, and what was said of them.

    `number` is the row's number in the spreadsheet. `problems` are sentences; a row with any is
    not enrolled.
    """

    number: int
    who: str
    started_on: date | None = None
    fte: Decimal | None = None
    taken_on_on: date | None = None
    assessor: str = ""
    problems: tuple[str, ...] = ()


@dataclass
class Cells:
    """The cells of one row by what they are, and what was wrong with them."""

    line: Line
    places: dict[str, int]
    problems: list[str] = field(default_factory=list)

    def text(self, column: str) -> str:
        place = self.places.get(column)
        return "" if place is None else " ".join(self.line.cell(place).split())

    def day(self, column: str, today: date) -> date | None:
        written = self.text(column)
        try:
            return dates.day(written, today) if written else None
        except dates.UndatedError as fault:
            self.problems.append(str(fault))
            return None

    def share(self) -> Decimal | None:
        try:
            return cells.fte(self.text(SHARE))
        except cells.UnclearError as fault:
            self.problems.append(str(fault))
            return None


def known(headings: Sequence[str]) -> int:
    """How many of these cells are headings of such a list."""
    return len(places(headings))


def places(headings: Sequence[str], column_of: Mapping[str, str] = COLUMN_OF) -> dict[str, int]:
    """Where each column stands; the first of two with one meaning counts."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = column_of.get(" ".join(heading.lower().replace("_", " ").split()))
        if column is not None:
            found.setdefault(column, place)
    return found


def not_read(headings: Sequence[str], column_of: Mapping[str, str] = COLUMN_OF) -> list[str]:
    """The headings under which nothing is read, in their order; nothing for empty cells."""
    read = set(places(headings, column_of).values())
    said = (" ".join(heading.split()) for at, heading in enumerate(headings) if at not in read)
    return [heading for heading in said if heading]


def column_of(text: str) -> Table | None:
    """The table in a single column of numbers or addresses, where the text is one."""
    lines = text.replace("\r", "").split("\n")
    if known(lines[:1]) != 1:
        return None
    rows = (Line(number, (cell,)) for number, cell in enumerate(lines[1:], 2))
    return Table((lines[0],), tuple(row for row in rows if not row.is_blank))


def rows_of(table: Table, today: date) -> list[Row]:
    """Every row that says something, in the order of the list."""
    found = places(table.headings)
    return [_row(Cells(line, found), today) for line in table.lines if not line.is_blank]


def _row(read: Cells, today: date) -> Row:
    who = read.text(WHO)
    if not who:
        read.problems.append("It names nobody. Give a staff number or a work e-mail.")
    started_on, taken_on_on = read.day(FIRST_DAY, today), read.day(TAKEN_ON, today)
    if started_on and taken_on_on and taken_on_on < started_on:
        read.problems.append("The day they were taken on is before the first day of the year.")
    share = read.share()
    return Row(
        read.line.number, who, started_on, share, taken_on_on, read.text(ASSESSOR),
        tuple(read.problems),
    )  # fmt: skip


def as_pasted(table: Table, column_of: Mapping[str, str] = COLUMN_OF) -> str:
    """The list as cells that can be pasted: what the page keeps between looking and saving."""
    found = sorted(places(table.headings, column_of).values())
    lines = [table.headings, *(line.cells for line in table.lines if any(line.cells))]
    return "\n".join(
        "\t".join(" ".join(line[at].split()) if at < len(line) else "" for at in found)
        for line in lines
    )
