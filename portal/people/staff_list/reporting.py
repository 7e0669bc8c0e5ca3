"""Reporting: the manager each row names, found among the file and the portal.

A manager whom nobody knows, oneself, or somebody who in the end reports back is left unknown: the
person still comes in, and a note says what to look at.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from portal.people.staff_list.cells import number_key
from portal.people.staff_list.managers import in_circles
from portal.people.staff_list.rows import Refused, StaffRow

LEFT = "The manager is left unknown."
Links = dict[str, set[str]]


def with_managers(
    rows: list[StaffRow],
    refused: Iterable[Refused],
    people: Collection[str],
    unsaid: dict[int, str | None],
    beside: Iterable[tuple[str, str]],
) -> list[StaffRow]:
    """Each row with the key of its manager, or a note why it has none.

    `unsaid` is the manager that the post of each row has where the row names none, `beside` who
    else reports to whom once the list is in. What is refused leaves the manager of before, who may
    close another circle: so it is looked at until there is none that the file brings.
    """
    refused_rows = {each.key: each.number for each in refused if each.key}
    said = {row.number: number_key(row.manager_number) for row in rows if row.manager_number}
    beside = list(beside)
    circled: set[int] = set()
    while True:
        named = {
            number: key for number, key in said.items() if key in people and number not in circled
        }
        circles = in_circles(_links(rows, named, unsaid, beside))
        found = {row.number for row in rows if _is_circled(row, named.get(row.number), circles)}
        if not found:
            return [_with_manager(row, people, refused_rows, circled) for row in rows]
        circled |= found


def _links(
    rows: Iterable[StaffRow],
    named: dict[int, str],
    unsaid: dict[int, str | None],
    beside: Iterable[tuple[str, str]],
) -> Links:
    """Everybody's managers as they would be: as the file says, else as the portal holds them."""
    links: Links = defaultdict(set)
    for row in rows:
        manager = named.get(row.number) or unsaid.get(row.number)
        if row.key and manager and manager != row.key:
            links[row.key].add(manager)
    for person, manager in beside:
        links[person].add(manager)
    return links


def _is_circled(row: StaffRow, manager: str | None, circles: dict[str, int]) -> bool:
    if not row.key or not manager or manager == row.key:
        return False
    return row.key in circles and circles[row.key] == circles.get(manager)


def _with_manager(
    row: StaffRow, people: Collection[str], refused: dict[str, int], circled: set[int]
) -> StaffRow:
    if not row.manager_number:
        return row
    manager = number_key(row.manager_number)
    why = _why_not(row, manager, people, refused, circled)
    if why:
        return row.noting(f"{row.name or 'The post'} {why} {LEFT}")
    return replace(row, post=replace(row.post, manager=manager))


def _why_not(
    row: StaffRow,
    manager: str,
    people: Collection[str],
    refused: dict[str, int],
    circled: set[int],
) -> str:
    """Why this manager cannot be; empty when they can."""
    if manager == row.key:
        return "reports to their own staff number."
    if manager in people:
        back = f"reports to {row.manager_number}, who in the end reports back to them."
        return back if row.number in circled else ""
    if manager in refused:
        return f"reports to {row.manager_number}, whose own row {refused[manager]} is refused."
    return f"reports to {row.manager_number}, and nobody has that staff number."
