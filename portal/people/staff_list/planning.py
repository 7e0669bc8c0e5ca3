"""Planning: what becomes of everybody, gathered into a plan with an entry for each row."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from portal.people.staff_list.absences import ROW_REFUSED, Absence
from portal.people.staff_list.cases import ONE_DAY, Case, is_absent
from portal.people.staff_list.facts import Change, PersonFacts, UnitPath, path_key
from portal.people.staff_list.held import Held, HeldPerson
from portal.people.staff_list.keeping import corrected
from portal.people.staff_list.plan import (
    ADDED,
    CHANGED,
    ENDED,
    PASSED_OVER,
    REFUSED,
    UNCHANGED,
    Entry,
    NewPost,
    Plan,
)
from portal.people.staff_list.posts import PostOutcome
from portal.people.staff_list.rows import Reading, StaffRow
from portal.people.staff_list.telling import Teller
from portal.people.staff_list.terms import Terms
from portal.people.staff_list.wording import Wording


class Planning:
    """Writes a plan, person by person."""

    def __init__(
        self, held: Held, terms: Terms, rows: list[StaffRow], refused: dict[UUID, int]
    ) -> None:
        self.held, self.terms, self.rows, self.refused = held, terms, rows, refused
        self.wording = Wording(rows, held)
        self.teller = Teller(terms, self.wording)
        self.plan = Plan()

    def person(self, key: str, case: Case) -> None:
        """The rows of one person, known or new."""
        said = case.rows[0].person or PersonFacts()
        changes, notes = self._about(key, case.held, said)
        if case.leaves_on:
            self._leave(key, case)
        if case.returns and case.held:
            self.plan.returners.add(case.held.id)
        for row in case.rows:
            found = case.outcomes[row.number]
            self._write(found, key, case.held)
            entry = self.teller.row(row, found, case)
            entry = replace(entry, changes=(*changes, *entry.changes), notes=(*entry.notes, *notes))
            self._remember(_with_kind(entry, found, case, bool(changes)), case)
            changes, notes = [], []
        self._absent_posts(case)

    def vacancies(self, case: Case) -> None:
        """Posts without a person; alike ones are counted, not told apart."""
        for row in case.rows:
            found = case.outcomes[row.number]
            self._write(found, None, None)
            self.plan.entries.append(self.teller.row(row, found, None))
        if self.terms.is_everyone:
            spoken_of = {post.id for post in case.pairs.values()}
            for post in self.held.vacancies:
                if post.id not in spoken_of and is_absent(post, self.terms):
                    self.plan.post_ends[post.id] = self.terms.as_at - ONE_DAY
                    self.plan.entries.append(self.teller.absent_post("", post))

    def absence(self, absence: Absence) -> None:
        """Somebody who is not in a file that names everybody."""
        last = absence.leaves_on or self.terms.as_at - ONE_DAY
        for post in absence.ending:
            self.plan.post_ends[post.id] = last
        if absence.leaves_on:
            self.plan.leavers[absence.person.id] = absence.leaves_on
        elif absence.ending:
            self.plan.changed_people.add(absence.person.id)
            for post in absence.ending:
                self.plan.entries.append(self.teller.absent_post(absence.person.facts.name, post))
        self.plan.entries.append(self.teller.absence(absence))

    def unused(self, reading: Reading) -> None:
        """The rows that are refused or passed over."""
        stay = set(self.refused.values()) if self.terms.is_everyone else set()
        for refused in reading.refused:
            notes = (ROW_REFUSED,) if refused.number in stay else ()
            entry = Entry(refused.number, REFUSED, refused.name, refused.reasons, (), notes)
            self.plan.entries.append(entry)
        for passed in reading.passed_over:
            self.plan.entries.append(Entry(passed.number, PASSED_OVER, "", (passed.reason,)))

    def finished(self) -> Plan:
        """The plan, with the units it needs, in the order of the file."""
        plan, as_at = self.plan, self.terms.as_at
        plan.recognised = {
            key: person.id
            for key, person in self.held.people.items()
            if person.facts.staff_number is None
        }
        plan.units = _new_units((new.facts.unit for new in plan.posts), plan, self.held)
        self._forget_claims()
        plan.changed_people -= plan.leavers.keys() | plan.returners
        plan.working_here = sum(person.is_here(as_at) for person in self.held.people.values())
        plan.entries.sort(key=lambda entry: (entry.number is None, entry.number or 0))
        return plan

    def _about(
        self, key: str, held: HeldPerson | None, said: PersonFacts
    ) -> tuple[list[Change], list[str]]:
        """What is said about the person themself: what changes, and what the portal keeps."""
        if held is None:
            self.plan.people[key] = said
            return [], []
        values, notes = corrected(held, said, self.terms, self.wording)
        if values:
            self.plan.person_changes[held.id] = values
        if said.claimed_email and said.claimed_email != held.claimed_email and not held.facts.email:
            self.plan.claims[held.id] = said.claimed_email
        return self.wording.changes(held.facts, values), notes

    def _leave(self, key: str, case: Case) -> None:
        assert case.leaves_on is not None
        if case.held is None:
            self.plan.people_left[key] = case.leaves_on
        elif case.held.left_on != case.leaves_on:
            self.plan.leavers[case.held.id] = case.leaves_on

    def _write(self, found: PostOutcome, key: str | None, holder: HeldPerson | None) -> None:
        """Note down what becomes of a post."""
        before = found.held
        values = dict(found.correction)
        if before and before.facts.ended_on is None and "ended_on" in values:
            self.plan.post_ends[before.id] = values.pop("ended_on")
        if before and values:
            self.plan.post_changes[before.id] = values
        if before and found.ends_on:
            self.plan.post_ends[before.id] = found.ends_on
        if found.next:
            self.plan.posts.append(
                NewPost(
                    key,
                    found.next,
                    began_on=found.began_on,
                    basis=before.basis if before and found.is_change else "",
                    before=before.id if before and found.ends_on else None,
                    is_same=_is_same(found),
                )
            )

    def _remember(self, entry: Entry, case: Case) -> None:
        if case.leaves_on and (case.held is None or case.held.left_on != case.leaves_on):
            entry = self.teller.leaving(entry, case)
        if case.held and entry.kind in (CHANGED, ENDED):
            self.plan.changed_people.add(case.held.id)
        self.plan.entries.append(entry)

    def _absent_posts(self, case: Case) -> None:
        for post in case.absent:
            assert case.held is not None
            self.plan.post_ends[post.id] = self.terms.as_at - ONE_DAY
            self.plan.changed_people.add(case.held.id)
            self.plan.entries.append(self.teller.absent_post(case.held.facts.name, post))

    def _forget_claims(self) -> None:
        """An address that has become somebody's is not claimed any more."""
        taken: set[Any] = {values.get("email") for values in self.plan.person_changes.values()}
        taken |= {person.facts.email for person in self.held.people.values()}
        taken |= {facts.email for facts in self.plan.people.values()}
        for person in self.held.people.values():
            now = self.plan.person_changes.get(person.id, {}).get("email") or person.facts.email
            claimed = person.claimed_email
            if claimed and person.id not in self.plan.claims and (now or claimed in taken):
                self.plan.claims[person.id] = None


def _with_kind(entry: Entry, found: PostOutcome, case: Case, is_corrected: bool) -> Entry:
    """The kind of a row, from what becomes of its post and its person."""
    if case.held is None:
        return entry
    if entry.kind == UNCHANGED and is_corrected:
        return replace(entry, kind=CHANGED)
    return replace(entry, kind=CHANGED) if entry.kind == ADDED else entry


def _is_same(found: PostOutcome) -> bool:
    """Whether the post that begins is the one before, under other terms."""
    before, after = found.held, found.next
    if before is None or after is None:
        return False
    return found.is_change or before.facts.place == after.place


def _new_units(paths: Iterable[UnitPath], plan: Plan, held: Held) -> list[UnitPath]:
    """The units that no place in the portal has yet, from the top down."""
    changed = [values["unit"] for values in plan.post_changes.values() if "unit" in values]
    found: dict[tuple[str, ...], UnitPath] = {}
    for path in (*paths, *changed):
        for end in range(1, len(path) + 1):
            key = path_key(path[:end])
            if key not in held.units:
                found.setdefault(key, path[:end])
    return sorted(found.values(), key=len)
