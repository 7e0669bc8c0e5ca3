"""Pairs that work together already, as a list: who supports whom, for what, and since when.

Pure: the table of a spreadsheet or of pasted cells in, rows as values out. A row that cannot be
read says why, and the other rows go on. What is left out is coaching, and since today.
"""

from dataclasses import dataclass
from datetime import date

from portal.induction.cohort import COLUMNS as COHORT
from portal.induction.cohort import WHO, Cells, places
from portal.people.staff_list.reading import Table

MOST_ROWS = 500
COACH, KIND, FIRST_DAY = "coach", "kind", "first day"
COLUMNS = {
    WHO: (*COHORT[WHO], "person", "supported", "mentee"),
    COACH: ("coach or mentor", "coach", "mentor", "coach's e-mail", "mentor's e-mail"),
    KIND: ("what for", "kind", "type"),
    FIRST_DAY: ("first day", "since", "start date", "started", "start"),
}
COLUMN_OF = {word: column for column, words in COLUMNS.items() for word in words}
KINDS = {"": "coaching", "coaching": "coaching", "mentoring": "mentoring",
         "coach": "coaching", "mentor": "mentoring"}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One row as it was read. `problems` are sentences; a row with any is not brought in."""

    number: int
    who: str
    coach: str
    kind: str
    started_on: date
    problems: tuple[str, ...] = ()


def rows_of(table: Table, today: date) -> list[Row]:
    """Every row that says something, in the order of the list."""
    found = places(table.headings, COLUMN_OF)
    return [_row(Cells(line, found), today) for line in table.lines if not line.is_blank]


def _row(read: Cells, today: date) -> Row:
    who, coach, kind = read.text(WHO), read.text(COACH), read.text(KIND).lower()
    started_on = read.day(FIRST_DAY, today) or today
    if not who:
        read.problems.append("It names nobody. Give a staff number or a work e-mail.")
    if not coach:
        read.problems.append("It names no coach or mentor. Give a staff number or a work e-mail.")
    if kind not in KINDS:
        read.problems.append("Say coaching or mentoring.")
    if started_on > today:
        read.problems.append("This day has not come yet. Only pairs that work together come in.")
    kept = KINDS.get(kind, "coaching")
    return Row(read.line.number, who, coach, kept, started_on, tuple(read.problems))
