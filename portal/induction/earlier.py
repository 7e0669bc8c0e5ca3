"""Earlier records: what a list says of agreements, observations and reviews before the portal.

Pure: the table of a spreadsheet or of pasted cells in, a finding for each row out. Only facts are
taken in: who, what kind, on which day, by whom. What anybody wrote stays where it is. A row that
cannot be brought in says why, and the other rows go on. The same row twice is one record.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.induction import cohort
from portal.induction.cohort import Cells, places
from portal.induction.programmes.template import Programme
from portal.induction.progress import HAPPENED
from portal.people.staff_list.reading import Table
from portal.web import days

MOST_ROWS = 1_000
LONGEST_NAME = 120
WHO = cohort.WHO
KIND, DAY, BY, WHICH = "kind", "day", "by", "which"
COLUMNS = {
    WHO: cohort.COLUMNS[WHO],
    KIND: ("kind", "record", "type", "what"),
    DAY: ("date", "day", "held on", "signed on", "on"),
    BY: ("by whom", "by", "signed by", "observer", "observed by", "who"),
    WHICH: ("which one", "which", "title", "item"),
}
HEADINGS = ("Staff number", "Kind", "Date", "By whom", "Which one")
COLUMN_OF = {word: column for column, words in COLUMNS.items() for word in words}
HAND_OVER = "hand_over"
OTHERS = {HAND_OVER: "hand-over"}
ALSO_CALLED = {
    "support and assessment agreement": "agreement",
    "learning agreement": "agreement",
    "observation": "observation",
    "progress review": "review",
    "handover": HAND_OVER,
}
ADDED, UNCHANGED, REFUSED = STATES = ("added", "unchanged", "refused")


@dataclass(frozen=True)
class Row:
    """One row as it was read. `problems` are sentences; a row with any is not brought in."""

    number: int
    who: str
    kind: str
    day: date | None
    by: str
    which: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Year:
    """What is known of one year: its days, its programme, its items, the records it has.

    `items` are those that nothing here is written about; `written` are days and kinds of others.
    """

    started_on: date
    ended_on: date | None
    programme: Programme
    items: Collection[Any]
    records: Collection[tuple[str, date]]
    written: Collection[tuple[str, date]] = ()


@dataclass(frozen=True)
class Finding:
    """What becomes of a row: a word, a sentence, and what it is about."""

    row: Row
    state: str
    sentence: str
    kind: str = ""
    item: Any = None


def where(headings: Sequence[str]) -> dict[str, int]:
    """Where each column stands."""
    return places(headings, COLUMN_OF)


def rows_of(table: Table, today: date) -> list[Row]:
    """Every row that says something, in the order of the list."""
    found = where(table.headings)
    return [_row(Cells(line, found), today) for line in table.lines if not line.is_blank]


def _row(read: Cells, today: date) -> Row:
    day = read.day(DAY, today)
    by, kind = read.text(BY), read.text(KIND)
    said = [
        "" if read.text(WHO) else "It names nobody. Give a staff number or a work e-mail.",
        "" if kind else "It says no kind, for example review.",
        "" if day or read.problems else "It says no date. Give the day on which it was.",
        "By whom is too long. Give names only; what was written stays where it is."
        if len(by) > LONGEST_NAME
        else "",
    ]
    problems = (*read.problems, *filter(None, said))
    return Row(
        read.line.number, read.text(WHO), kind, day, by[:LONGEST_NAME], read.text(WHICH), problems
    )


def kinds_of(programme: Programme) -> dict[str, str]:
    """What a kind may be called in a list, for people on this programme."""
    called: dict[str, str] = {}
    for kind in programme.kinds.values():
        called |= dict.fromkeys((kind.key.replace("_", " "), kind.one, kind.many), kind.key)
    also = {word: key for word, key in ALSO_CALLED.items() if key in {*called.values(), *OTHERS}}
    return {word.lower(): key for word, key in (also | _others() | called).items()}


def _others() -> dict[str, str]:
    return {word: key for key, word in OTHERS.items()}


def title(kind: str, programme: Programme) -> str:
    """What a kind is called on pages."""
    known = programme.kinds.get(kind)
    said = known.one if known else OTHERS.get(kind, kind.replace("_", " "))
    return said[:1].upper() + said[1:]


def find(rows: Sequence[Row], year: Year, today: date) -> list[Finding]:
    """What becomes of the rows about one year; earlier days choose their items first."""
    free, kept = list(year.items), dict.fromkeys(year.records, 0)
    found = []
    for row in sorted(rows, key=lambda each: (each.day or today, each.number)):
        one = _find(row, year, today, free, kept)
        if one.state == ADDED and row.day:
            kept[one.kind, row.day] = row.number
            free = [item for item in free if item is not one.item]
        found.append(one)
    return found


def _find(
    row: Row, year: Year, today: date, free: Sequence[Any], kept: Mapping[tuple[str, date], int]
) -> Finding:
    called = kinds_of(year.programme)
    kind = called.get(row.kind.lower(), "")
    why = [*row.problems] or _objections(row, kind, year, today)
    if why or row.day is None:
        return Finding(row, REFUSED, " ".join(why))
    if (kind, row.day) in kept:
        number = kept[kind, row.day]
        said = f"The same as row {number}." if number else "The portal has this record already."
        return Finding(row, UNCHANGED, said, kind)
    if (kind, row.day) in year.written:
        return Finding(row, UNCHANGED, "This is written in the portal already.", kind)
    item = _item_for(row, kind, row.day, free)
    if row.which and item is None:
        return Finding(row, REFUSED, _no_such(row, year))
    said = (
        f"Held as: {item.title}."
        if item
        else "Kept as a record; the programme asks for none of this kind that is still open."
    )
    return Finding(row, ADDED, said, kind, item)


def _objections(row: Row, kind: str, year: Year, today: date) -> list[str]:
    if not kind:
        known = sorted({title(key, year.programme) for key in kinds_of(year.programme).values()})
        return [f"{row.kind} is no kind that the programme knows. Write: {', '.join(known)}."]
    first = days.short(year.started_on)
    if row.day is None or row.day < year.started_on:
        return [f"The year began on {first}. Correct the date, or the first day of the year."]
    if row.day > today:
        return ["This day has not come yet. Only what has happened is brought in."]
    if year.ended_on and row.day > year.ended_on:
        return [f"The year ended on {days.short(year.ended_on)}. Correct the date."]
    return []


def _item_for(row: Row, kind: str, day: date, free: Sequence[Any]) -> Any:
    """The item that a record is about: the one it names, else the one that fits its day.

    Observations are numbered by the order in which they were held, so the first free one counts.
    """
    fits = [item for item in free if item.kind == kind and _is_free(item, day)]
    if row.which:
        wanted = row.which.lower()
        return next((each for each in fits if wanted in (each.title.lower(), each.code)), None)
    dated = [item for item in fits if item.held_on == day]
    if dated or kind == "observation":
        return next(iter([*dated, *fits]), None)
    return min(fits, key=lambda item: abs((item.due_on - day).days), default=None)


def _is_free(item: Any, day: date) -> bool:
    """Whether it is not recorded yet, or was ticked as having happened before the portal."""
    return item.held_on is None or (item.held_on == day and item.earlier == HAPPENED)


def _no_such(row: Row, year: Year) -> str:
    free = [item.title for item in year.items if item.held_on is None]
    said = f"Nothing called {row.which} of this kind is open in the year."
    return f"{said} Leave the column empty, or write one of its titles." if free else said
