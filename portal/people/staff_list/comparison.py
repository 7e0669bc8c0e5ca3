"""Comparison: a staff list held against what the portal knows, as a plan.

What a cell does not say is never overwritten, absence says nothing, and bringing the same file in
again changes nothing. Nobody is given a role.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from portal.people.staff_list.agreement import agreed, by_person
from portal.people.staff_list.columns import Mapping
from portal.people.staff_list.facts import (
    PERSON_LABELS,
    Change,
    PersonFacts,
    PostFacts,
    UnitPath,
    path_key,
    said_otherwise,
)
from portal.people.staff_list.held import Held, HeldPerson, HeldPost
from portal.people.staff_list.places import placed
from portal.people.staff_list.plan import (
    ADDED,
    CHANGED,
    PASSED_OVER,
    REFUSED,
    UNCHANGED,
    Entry,
    NewPost,
    Plan,
)
from portal.people.staff_list.posts import PostOutcome, outcomes
from portal.people.staff_list.reading import Line, Table
from portal.people.staff_list.recognition import recognised
from portal.people.staff_list.reporting import with_managers
from portal.people.staff_list.rows import Reading, StaffRow, read_rows
from portal.people.staff_list.terms import Terms
from portal.people.staff_list.wording import Wording, post_name
from portal.web import days

NO_START = "There is no start date, so the post stands vacant from today."
LOST_LETTER = "The name has a question mark where a letter was lost. Correct it on their page."


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
    rows, held = recognised(placed(reading.rows, held.paths), held)
    rows = with_managers(rows, reading.refused, held, today)
    comparison = _Comparison(held, Wording(rows, held), today)
    for key, same in by_person(rows).items():
        comparison.person(key, same)
    comparison.vacancies([row for row in rows if row.key is None])
    comparison.unused(reading)
    comparison.plan.units = _new_units(rows, held)
    comparison.plan.entries.sort(key=lambda entry: entry.number or 0)
    return comparison.plan


class _Comparison:
    """Goes through the people of a file and gathers what follows in a plan."""

    def __init__(self, held: Held, wording: Wording, today: date) -> None:
        self.held, self.wording, self.today = held, wording, today
        self.plan = Plan()

    def person(self, key: str, rows: list[StaffRow]) -> None:
        """The rows of one person, known or new."""
        said = rows[0].person or PersonFacts()
        held = self.held.people.get(key)
        changes: list[Change] = []
        if held is None:
            self.plan.people[key] = said
        else:
            changes = self._corrected(held, said)
        found = outcomes(rows, held.posts if held else (), self.today)
        for row in rows:
            entry = self._post(row, found[row.number], held)
            self._remember(row, entry, held, changes)
            changes = []

    def vacancies(self, rows: list[StaffRow]) -> None:
        """Posts without a person; alike ones are counted, not told apart."""
        found = outcomes(rows, self.held.vacancies, self.today)
        for row in rows:
            dated = row
            if found[row.number].is_new and row.post.started_on is None:
                dated = replace(row, post=replace(row.post, started_on=self.today))
                dated = dated.noting(NO_START)
            self._remember(dated, self._post(dated, found[row.number], None), None, [])

    def unused(self, reading: Reading) -> None:
        """The rows that are refused or passed over."""
        for refused in reading.refused:
            entry = Entry(refused.number, REFUSED, refused.name, refused.reasons)
            self.plan.entries.append(entry)
        for passed in reading.passed_over:
            self.plan.entries.append(Entry(passed.number, PASSED_OVER, "", (passed.reason,)))

    def _corrected(self, held: HeldPerson, said: PersonFacts) -> list[Change]:
        labels = {name: PERSON_LABELS[name] for name in PERSON_LABELS if name != "staff_number"}
        labels |= {} if held.facts.staff_number else {"staff_number": "Staff number"}
        values = said_otherwise(held.facts, said, labels)
        if values:
            self.plan.person_changes[held.id] = values
        return self.wording.changes(held.facts, values)

    def _post(self, row: StaffRow, outcome: PostOutcome, held: HeldPerson | None) -> Entry:
        """Write down what becomes of a post, and say it."""
        post, changes = outcome.held, []
        name = row.name or "Vacant post"
        if post and outcome.correction:
            self.plan.post_changes[post.id] = outcome.correction
            changes = self.wording.changes(post.facts, outcome.correction)
        if outcome.is_new:
            facts = _carried_on(row, post)
            self.plan.posts.append(NewPost(row.key, facts))
            if post and outcome.ends_on:
                self.plan.post_ends[post.id] = outcome.ends_on
            return Entry(row.number, ADDED, name, (_said_of_new(row, outcome, held),))
        kind = CHANGED if changes else UNCHANGED
        return Entry(row.number, kind, name, (post_name(row.post),), tuple(changes), outcome.notes)

    def _remember(
        self, row: StaffRow, entry: Entry, held: HeldPerson | None, changes: list[Change]
    ) -> None:
        notes = [*row.notes, *entry.notes]
        if held is None and "?" in row.name:
            notes.append(LOST_LETTER)
        if held and held.left_on and held.left_on < self.today:
            notes.append(
                f"The portal has them as having left on {days.short(held.left_on)}; that stays."
            )
        moved = held is not None and entry.kind == ADDED
        kind = CHANGED if changes or moved else entry.kind
        if held and kind == CHANGED:
            self.plan.changed_people.add(held.id)
        every = (*changes, *entry.changes)
        self.plan.entries.append(replace(entry, kind=kind, changes=every, notes=tuple(notes)))


def _carried_on(row: StaffRow, before: HeldPost | None) -> PostFacts:
    """The facts of a new post; what the row leaves unknown goes on as it was before a move."""
    if before is None:
        return row.post
    kept = {
        name: getattr(before.facts, name)
        for name in ("grade", "scp", "fte", "hours", "contract", "cost_code")
        if getattr(row.post, name) is None
    }
    return replace(row.post, **kept)


def _said_of_new(row: StaffRow, outcome: PostOutcome, held: HeldPerson | None) -> str:
    starts = row.post.started_on
    if outcome.held and starts:
        before = post_name(outcome.held.facts)
        return f"{before} gives way to {post_name(row.post)} on {days.short(starts)}."
    if held:
        return f"A further post: {post_name(row.post)}."
    return f"{post_name(row.post)}."


def _new_units(rows: list[StaffRow], held: Held) -> list[UnitPath]:
    """The units that no place in the portal has yet, from the top down."""
    found: dict[tuple[str, ...], UnitPath] = {}
    for row in rows:
        path = row.post.unit
        for end in range(1, len(path) + 1):
            key = path_key(path[:end])
            if key not in held.units:
                found.setdefault(key, path[:end])
    return sorted(found.values(), key=len)
