"""Comparison: a staff list held against what the portal knows, as a plan.

What a cell does not say is never overwritten, and bringing the same file in again changes nothing.
Absence says something only when the list names everybody. Nobody is given a role.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from portal.people.staff_list.absences import Absence, absences, rows_refused
from portal.people.staff_list.agreement import agreed, by_person, once_each
from portal.people.staff_list.cases import Case, case_of, decide
from portal.people.staff_list.columns import Mapping
from portal.people.staff_list.held import Held
from portal.people.staff_list.pairing import paired
from portal.people.staff_list.places import placed
from portal.people.staff_list.plan import Plan
from portal.people.staff_list.planning import Planning
from portal.people.staff_list.reading import Line, Table
from portal.people.staff_list.recognition import recognised
from portal.people.staff_list.reporting import with_managers
from portal.people.staff_list.rows import Reading, StaffRow, read_rows
from portal.people.staff_list.terms import Terms

NO_LIST_ENDS = "No list ends their time here: they stay."
LAST_ADMINISTRATOR = "Nobody else would administer the portal: they stay."


def compare(
    table: Table,
    mapping: Mapping,
    held: Held,
    today: date,
    *,
    terms: Terms,
    counted: Callable[[Sequence[Line]], Iterable[Line]] = iter,
) -> Plan:
    """What bringing this table in would do today; `counted` may watch the rows go by."""
    reading = agreed(read_rows(table, mapping, today, counted(table.lines)))
    never = {held.people[key].id for key in terms.never_leave if key in held.people}
    last = {held.people[key].id for key in terms.administrators if key in held.people}
    reading = once_each(replace(reading, rows=placed(reading.rows, held.paths)))
    rows, held = recognised(reading.rows, held, terms)
    return _Comparison(rows, held, reading, terms).plan(never, last)


class _Comparison:
    """Goes from what each person's rows say to what becomes of everybody."""

    def __init__(self, rows: list[StaffRow], held: Held, reading: Reading, terms: Terms) -> None:
        self.rows, self.held, self.reading, self.terms = rows, held, reading, terms
        self.refused = rows_refused(held, reading.refused)
        self.refused_keys = {each.key for each in reading.refused if each.key}
        self.cases = {key: self._case(key, same) for key, same in by_person(rows).items()}
        self.absences: list[Absence] = []
        if terms.is_everyone:
            self.absences = absences(held, self.cases, reading.refused, terms)
        vacant = [row for row in rows if row.key is None]
        self.vacancies = Case(vacant, None, paired(vacant, held.vacancies, terms.as_at))

    def plan(self, never: Collection[UUID], administrators: Collection[UUID]) -> Plan:
        self._keep(never, NO_LIST_ENDS)
        if administrators and set(administrators) <= self._leaving():
            self._keep(administrators, LAST_ADMINISTRATOR)
        self._decide_with_managers()
        planning = Planning(self.held, self.terms, self.rows, self.refused)
        for key, case in self.cases.items():
            planning.person(key, case)
        for absence in self.absences:
            planning.absence(absence)
        planning.vacancies(self.vacancies)
        planning.unused(self.reading)
        return planning.finished()

    def _case(self, key: str, rows: list[StaffRow]) -> Case:
        held = self.held.people.get(key)
        is_whole = key not in self.refused_keys and not (held and held.id in self.refused)
        return case_of(rows, held, self.terms, is_whole=is_whole)

    def _leaving(self) -> set[UUID]:
        present = {case.held.id for case in self.cases.values() if case.held and case.leaves_on}
        return present | {each.person.id for each in self.absences if each.leaves_on}

    def _keep(self, people: Collection[UUID], why: str) -> None:
        """Let these people stay, whatever the list says, and say why."""
        for case in self.cases.values():
            if case.held and case.held.id in people and case.leaves_on:
                case.leaves_on = None
                case.rows[0] = case.rows[0].noting(why)
        for absence in self.absences:
            if absence.person.id in people and absence.leaves_on:
                absence.leaves_on, absence.ending, absence.note = None, [], why

    def _decide_with_managers(self) -> None:
        """Find the managers that the rows name, and work out again what becomes of their posts."""
        decide(self.vacancies, self.vacancies.rows, self.terms)
        cases = [*self.cases.values(), self.vacancies]
        unsaid = {
            number: found.result.manager if found.result else None
            for case in cases
            for number, found in case.outcomes.items()
        }
        people = self.held.people.keys() | self.cases.keys()
        rows = [row for case in cases for row in case.rows]
        known = with_managers(rows, self.reading.refused, people, unsaid, self._beside())
        by_number = {row.number: row for row in known}
        for case in cases:
            decide(case, [by_number[row.number] for row in case.rows], self.terms)
        self.rows = known

    def _beside(self) -> Iterator[tuple[str, str]]:
        """Who reports to whom in posts that no row speaks of, once the list is in."""
        for case in self.cases.values():
            for post in case.others():
                if case.held and post.facts.manager and post.is_open(self.terms.as_at):
                    yield case.held.key, post.facts.manager
        leaving = {each.person.id for each in self.absences if each.leaves_on}
        ending = {post.id for each in self.absences for post in each.ending}
        for key, person in self.held.people.items():
            if key in self.cases or person.id in leaving:
                continue
            for post in person.posts:
                is_going_on = post.is_open(self.terms.as_at) and post.id not in ending
                if post.facts.manager and is_going_on:
                    yield key, post.facts.manager
