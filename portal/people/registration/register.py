"""The regulator's list: who is registered as a social worker, and until when.

The list is a table with a column for the registration number and one for the name (or two, for
given names and family name), and perhaps one for the status and one for the last day. What the
columns and the words for a status may be called stands in `register.toml`. A row that cannot be
used is told in a sentence, and nobody is judged by it.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from portal.people.folding import fold
from portal.people.registration.numbers import registered_as
from portal.people.staff_list import cells, dates
from portal.people.staff_list.columns import plain
from portal.people.staff_list.reading import Line, Table, UnreadableFileError

REGISTERED, NOT_REGISTERED = "registered", "not registered"
NO_NUMBERS = (
    "No column of registration numbers was found. Give it the heading “Registration number” and"
    " bring the list in again."
)
NO_NAMES = "No column of names was found. Give it the heading “Name” and bring the list in again."

_SAID = tomllib.loads((Path(__file__).parent / "register.toml").read_text("utf-8"))


def _by_name(said: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What each name stands for; one that stands for two things stops the start."""
    pairs = [(plain(name), meaning) for meaning, names in said.items() for name in names]
    if len(dict(pairs)) != len(pairs):
        raise ValueError("register.toml: one name stands for two things.")
    return dict(pairs)


COLUMNS = _by_name(_SAID["columns"])
STATUSES = _by_name(_SAID["statuses"])
KINDS: Mapping[str, Mapping[str, str]] = _SAID["kinds"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the list says about one number."""

    name: str
    status: str
    until: date | None


@dataclass(slots=True)
class Register:
    """The list by number (the digits alone), and what could not be used."""

    entries: dict[str, Entry] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)


def known(headings: Sequence[str]) -> int:
    """How many of these cells are headings of such a list."""
    return sum(plain(heading) in COLUMNS for heading in headings)


def read_register(table: Table, today: date) -> Register:
    """What the list says. Raises `UnreadableFileError` where it has no numbers or no names."""
    columns: dict[str, int] = {}
    for place, heading in enumerate(table.headings):
        if meaning := COLUMNS.get(plain(heading)):
            columns.setdefault(meaning, place)
    if "number" not in columns:
        raise UnreadableFileError(NO_NUMBERS)
    if not columns.keys() & {"name", "family_name"}:
        raise UnreadableFileError(NO_NAMES)
    reader = _Reader(columns, today)
    for line in table.lines:
        if not line.is_blank:
            reader.take(line)
    return reader.register


class _Reader:
    """Reads row after row, and sees when two of them contradict each other."""

    def __init__(self, columns: Mapping[str, int], today: date) -> None:
        self.columns, self.today = columns, today
        self.register = Register()
        self.rows: dict[str, int] = {}

    def take(self, line: Line) -> None:
        number = ""
        try:
            number = self._number(line)
            entry = self._entry(line)
        except (cells.UnclearError, dates.UndatedError) as unclear:
            self._give_up(number, f"Row {line.number}: {unclear}")
            return
        before = self.register.entries.setdefault(number, entry)
        first = self.rows.setdefault(number, line.number)
        if not _alike(before, entry):
            self._give_up(number, f"Rows {first} and {line.number} contradict each other.")

    def _give_up(self, number: str, problem: str) -> None:
        self.register.problems.append(problem)
        if number:
            self.register.unclear.add(number)

    def _number(self, line: Line) -> str:
        number = cells.registration_number(self._cell(line, "number"))
        if number is None:
            raise cells.UnclearError("there is no registration number.")
        return registered_as(number)

    def _entry(self, line: Line) -> Entry:
        parts = (self._cell(line, each) for each in ("name", "given_names", "family_name"))
        name = " ".join(text for text in map(cells.name, parts) if text)
        if not name:
            raise cells.UnclearError("there is no name.")
        said = cells.known(self._cell(line, "registered_until"))
        until = dates.day(said, self.today) if said else None
        return Entry(name, self._status(line, until), until)

    def _status(self, line: Line, until: date | None) -> str:
        """What the status says; a list without that column has only people who are registered."""
        said = cells.known(self._cell(line, "status"))
        if said is None:
            return NOT_REGISTERED if until and until < self.today else REGISTERED
        status = STATUSES.get(plain(said))
        if status is None:
            raise cells.UnclearError(f"“{said[:40]}” is not a status we know.")
        return status

    def _cell(self, line: Line, column: str) -> str:
        return line.cell(self.columns[column]) if column in self.columns else ""


def _alike(one: Entry, other: Entry) -> bool:
    same = (one.status, one.until) == (other.status, other.until)
    return same and fold(one.name) == fold(other.name)
