"""Rows: each row of the table as a person and a post, or the reasons why it is refused.

A row is refused as a whole when what it says about who somebody is, or when and how much they
work, cannot be right. What is merely unclear beside that (an e-mail address, a registration
number, hours, days) is left unknown, and a note on the row says so. Blank rows, repeated rows
and the total at the foot are passed over, and counted.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from portal.people.staff_list import cells, dates
from portal.people.staff_list.columns import LABELS, Mapping
from portal.people.staff_list.facts import PersonFacts, PostFacts
from portal.people.staff_list.reading import Line, Table

VACANT = frozenset({"vacant", "vacancy", "vacant post", "unfilled", "to be appointed", "tba"})
TOTAL = re.compile(r"\s*(grand |sub)?(total|count|headcount|number of)\b", re.IGNORECASE)
FURTHEST_AHEAD = timedelta(days=366)
MOST_CELLS_OF_A_TOTAL = 3
Value = TypeVar("Value")
Units = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A row that can be used. `person` is None for a vacant post; `units` is not yet a place."""

    number: int
    person: PersonFacts | None
    post: PostFacts
    units: Units
    manager_number: str | None
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> str | None:
        """Who the row is about: the staff number, without zeros in front."""
        said = self.person.staff_number if self.person else None
        return cells.number_key(said) if said else None

    @property
    def name(self) -> str:
        return self.person.name if self.person else ""

    def noting(self, *notes: str) -> "StaffRow":
        return replace(self, notes=(*self.notes, *notes))

    def refused(self, reasons: tuple[str, ...]) -> "Refused":
        """The row as one that cannot be used."""
        email = self.person.email if self.person else None
        return Refused(self.number, self.name, reasons, self.key, email)


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be used, with every reason, as sentences."""

    number: int
    name: str
    reasons: tuple[str, ...]
    key: str | None = None
    email: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A row that says nothing new: blank, a repetition, or the total at the foot."""

    number: int
    reason: str


@dataclass(slots=True)
class Reading:
    """What the rows of a table say."""

    rows: list[StaffRow] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)

    def without(self, reasons: dict[int, tuple[str, ...]]) -> "Reading":
        """The same reading with these rows, by number, moved to the refused ones."""
        usable = [row for row in self.rows if row.number not in reasons]
        gone = [row.refused(reasons[row.number]) for row in self.rows if row.number in reasons]
        return replace(self, rows=usable, refused=[*self.refused, *gone])


def read_rows(table: Table, mapping: Mapping, today: date, lines: Iterable[Line]) -> Reading:
    """Read these rows of the table by the meaning of its columns."""
    reading = Reading()
    seen: dict[tuple[str, ...], int] = {}
    for line in lines:
        reason = _nothing_new(line, seen)
        if reason:
            reading.passed_over.append(PassedOver(line.number, reason))
            continue
        row = _RowReader(table, line, mapping, today).row()
        if isinstance(row, Refused):
            reading.refused.append(row)
        else:
            reading.rows.append(row)
            if row.person:
                seen.setdefault(line.cells, line.number)
    return reading


def _nothing_new(line: Line, seen: dict[tuple[str, ...], int]) -> str:
    """Why a row is passed over; empty when it is to be read."""
    if line.is_blank:
        return "The row is blank."
    if line.cells in seen:
        return f"The same as row {seen[line.cells]}, so it is counted once."
    said = [cell.strip() for cell in line.cells if cell.strip()]
    if len(said) <= MOST_CELLS_OF_A_TOTAL and TOTAL.match(said[0]):
        return f"A total, not a person: “{said[0][:60]}”."
    return ""


class _RowReader:
    """Reads the cells of one row, and gathers what is wrong with them."""

    def __init__(self, table: Table, line: Line, mapping: Mapping, today: date) -> None:
        self.table, self.line, self.mapping, self.today = table, line, mapping, today
        self.reasons: list[str] = []
        self.notes: list[str] = []

    def row(self) -> StaffRow | Refused:
        vacant = self._cell("family_name").strip().lower() in VACANT
        person = None if vacant else self._person()
        units = self._units()
        post = self._post(vacant)
        manager = self._gently("manager_number", cells.staff_number)
        row = StaffRow(self.line.number, person, post, units, manager, tuple(self.notes))
        if self.reasons:
            return row.refused(tuple(self.reasons))
        return row

    def _person(self) -> PersonFacts:
        return PersonFacts(
            staff_number=self._required("staff_number", cells.staff_number),
            title=self._gently("title", cells.known),
            given_names=self._required("given_names", cells.name),
            family_name=self._required("family_name", cells.name),
            known_as=self._gently("known_as", cells.name),
            email=self._gently("email", cells.email),
            registration_number=self._gently("registration_number", cells.registration_number),
            qualified_on=self._gently("qualified_on", self._past_day),
            service_started_on=self._strictly("service_started_on", self._day),
            base=self._gently("base", cells.known),
            working_days=self._gently("working_days", cells.working_days),
        )

    def _post(self, vacant: bool) -> PostFacts:
        started = self._strictly("started_on", self._day)
        if started is None and not vacant and not self.reasons:
            self._wrong("started_on", "there is no date. Write it as day/month/year.")
        ended = self._strictly("ended_on", self._later_day)
        begins = started or (self.today if vacant else None)
        if begins and ended and ended < begins:
            self._wrong("ended_on", "the post ends before it begins.")
        return PostFacts(
            unit=(),
            job_title=self._required("job_title", cells.known),
            grade=self._gently("grade", cells.known),
            scp=self._gently("scp", cells.known),
            fte=self._strictly("fte", cells.fte),
            hours=self._gently("hours", cells.hours),
            contract=self._strictly("contract", cells.contract),
            cost_code=self._gently("cost_code", cells.known),
            started_on=started,
            ended_on=ended,
        )

    def _units(self) -> Units:
        directorate, service, team = (
            self._strictly(name, cells.known) for name in ("directorate", "service", "team")
        )
        if not (directorate or service or team):
            self._wrong("team", "there is no team, service or directorate.")
        return directorate, service, team

    def _day(self, cell: str) -> date | None:
        """A day on which something began: not more than a year ahead."""
        day = self._later_day(cell)
        if day and day > self.today + FURTHEST_AHEAD:
            raise cells.UnclearError(f"{cell.strip()} is more than a year ahead. Check the year.")
        return day

    def _past_day(self, cell: str) -> date | None:
        day = self._later_day(cell)
        if day and day > self.today:
            raise cells.UnclearError(f"{cell.strip()} is still to come.")
        return day

    def _later_day(self, cell: str) -> date | None:
        said = cells.known(cell)
        return dates.day(said, self.today) if said else None

    def _required(self, name: str, read: Callable[[str], Value | None]) -> Value | None:
        before = len(self.reasons)
        value = self._strictly(name, read)
        if value is None and len(self.reasons) == before:
            self._wrong(name, f"there is no {LABELS[name].lower()}.")
        return value

    def _strictly(self, name: str, read: Callable[[str], Value | None]) -> Value | None:
        """The value; what cannot be understood refuses the row."""
        try:
            return read(self._cell(name))
        except (cells.UnclearError, dates.UndatedError) as unclear:
            self._wrong(name, str(unclear))
            return None

    def _gently(self, name: str, read: Callable[[str], Any]) -> Any:
        """The value; what cannot be understood is left unknown, and noted."""
        try:
            return read(self._cell(name))
        except (cells.UnclearError, dates.UndatedError) as unclear:
            self.notes.append(f"{self._heading(name)}: {unclear} It is left unknown.")
            return None

    def _cell(self, name: str) -> str:
        return self.line.cell(self.mapping[name]) if name in self.mapping else ""

    def _heading(self, name: str) -> str:
        column = self.mapping.get(name)
        return (self.table.headings[column] if column is not None else "") or LABELS[name]

    def _wrong(self, name: str, sentence: str) -> None:
        self.reasons.append(f"{self._heading(name)}: {sentence}")
