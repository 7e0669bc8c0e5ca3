"""Rows: what a programme holds several of, each changed for itself.

Pure: each change takes a table and gives a new one. Some lists are tables of keys in the file, the
kinds of items and the words of outcomes; they are shown as rows all the same, in their order.
"""

from copy import deepcopy
from dataclasses import dataclass

from portal.induction.programmes.writing import Table, free_key


@dataclass(frozen=True)
class Listed:
    """One list of a programme: its key in the table, how it is called, and one of its rows.

    `names` is the field that a fault without a field of its own is said beside.
    """

    part: str
    title: str
    one: str
    about: str
    names: str = "title"


# The lists that are changed row by row, by their word in an address.
LISTS = {
    "not-alone": Listed(
        "not_alone",
        "Not alone yet",
        "rule",
        "Work that nobody does without a named colleague up to a month.",
    ),
    "review-parts": Listed(
        "reviews",
        "Parts of a review",
        "part",
        "What the record of each review holds, and who writes which part.",
    ),
    "promises": Listed(
        "entitlements",
        "What everybody is promised",
        "promise",
        "Sentences for the people on it. Dates follow from supervision, workload and time above.",
    ),
    "kinds": Listed(
        "kinds",
        "Kinds of items",
        "kind",
        "The words by which items are counted, and the word for one that took place.",
        names="one",
    ),
    "outcome-words": Listed(
        "outcome_words",
        "How it can end",
        "way to end",
        "The words for the ways in which the programme ends. None, where nothing is decided.",
        names="words",
    ),
}


def rows_of(table: Table, part: str) -> list[Table]:
    """The rows of a list, each with its key."""
    given = table.get(part) or []
    if isinstance(given, dict):
        return [_with_key(key, each) for key, each in given.items()]
    return [dict(each) for each in given]


def with_row(table: Table, part: str, key: str, answers: Table) -> Table:
    """With these answers in the row of that key; a new row at the end where none has it."""
    rows = rows_of(table, part)
    found = next((row for row in rows if row["key"] == key), None)
    if found is None:
        rows.append({"key": key, **answers})
    else:
        found.update(answers)
    return _with_rows(table, part, rows)


def without_row(table: Table, part: str, key: str) -> Table:
    """Without the row of that key."""
    return _with_rows(table, part, [row for row in rows_of(table, part) if row["key"] != key])


def row_moved(table: Table, part: str, key: str, *, up: bool) -> Table:
    """The row one place earlier or later, where there is such a place."""
    rows = rows_of(table, part)
    place = next(number for number, row in enumerate(rows) if row["key"] == key)
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    return _with_rows(table, part, rows)


def new_key(table: Table, part: str) -> str:
    """A key that no row of the list has."""
    return free_key([row["key"] for row in rows_of(table, part)], "own")


def in_use(table: Table, part: str, key: str) -> int:
    """How many items would have no kind without this row."""
    if part != "kinds":
        return 0
    return sum(item["kind"] == key for stage in table["stages"] for item in stage["items"])


def _with_key(key: str, given: Table | str) -> Table:
    return {"key": key, "words": given} if isinstance(given, str) else {"key": key, **given}


def _with_rows(table: Table, part: str, rows: list[Table]) -> Table:
    new = deepcopy(table)
    if part == "outcome_words":
        new[part] = {row["key"]: row["words"] for row in rows}
    elif part == "kinds":
        new[part] = {row.pop("key"): row for row in rows}
    else:
        new[part] = rows
    return new
