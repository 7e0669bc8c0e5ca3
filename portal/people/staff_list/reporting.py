"""Reporting: the manager each row names, found among the file and the portal.

A manager whom nobody knows, oneself, or somebody who in the end reports back is left unknown: the
person still comes in, and a note says what to look at.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from portal.people.staff_list.cells import number_key
from portal.people.staff_list.held import Held
from portal.people.staff_list.managers import in_circles
from portal.people.staff_list.rows import Refused, StaffRow

LEFT = "The manager is left unknown."


def with_managers(
    rows: list[StaffRow], refused: list[Refused], held: Held, today: date
) -> list[StaffRow]:
    """Each row with the key of its manager, or a note why it has none."""
    refused_rows = {each.key: each.number for each in refused if each.key}
    people = held.people.keys() | {row.key for row in rows if row.key}
    circles = in_circles(_links(rows, held, people, today))
    return [_with_manager(row, people, refused_rows, circles) for row in rows]


def _links(rows: list[StaffRow], held: Held, people: set[str], today: date) -> dict[str, set[str]]:
    """Everybody's managers: as the file says where it knows one, else as the portal holds."""
    said: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        manager = number_key(row.manager_number) if row.manager_number else None
        if row.key and manager in people and manager:
            said[row.key].add(manager)
    links: dict[str, set[str]] = defaultdict(set)
    for person, manager in held.managers(today):
        links[person].add(manager)
    return {**links, **said}


def _with_manager(
    row: StaffRow, people: set[str], refused: dict[str, int], circles: dict[str, int]
) -> StaffRow:
    if not row.manager_number:
        return row
    manager = number_key(row.manager_number)
    if manager in people:
        why = _why_not(row, manager, circles)
    elif manager in refused:
        why = f"reports to {row.manager_number}, whose own row {refused[manager]} is refused."
    else:
        why = f"reports to {row.manager_number}, and nobody has that staff number."
    if why:
        return row.noting(f"{row.name or 'The post'} {why} {LEFT}")
    return replace(row, post=replace(row.post, manager=manager))


def _why_not(row: StaffRow, manager: str, circles: dict[str, int]) -> str:
    """Why this manager cannot be; empty when they can."""
    if manager == row.key:
        return "reports to their own staff number."
    if row.key in circles and circles[row.key] == circles.get(manager):
        return f"reports to {row.manager_number}, who in the end reports back to them."
    return ""
