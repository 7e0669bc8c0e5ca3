"""Telling: what becomes of each row, and of whoever is not in the file, in words."""

from dataclasses import dataclass, replace
from datetime import date

from portal.people.staff_list.absences import Absence
from portal.people.staff_list.cases import ONE_DAY, Case
from portal.people.staff_list.facts import Change, PostFacts
from portal.people.staff_list.held import HeldPerson, HeldPost
from portal.people.staff_list.pairing import is_over
from portal.people.staff_list.plan import ADDED, CHANGED, ENDED, UNCHANGED, Entry
from portal.people.staff_list.posts import PostOutcome
from portal.people.staff_list.rows import StaffRow
from portal.people.staff_list.terms import Terms
from portal.people.staff_list.wording import Wording, post_name
from portal.web import days

NO_START = "There is no start date, so the post stands vacant from the day of the list."
LOST_LETTER = "The name has a question mark where a letter was lost. Correct it on their page."
VACANT = "Vacant post"


@dataclass(frozen=True, slots=True)
class Teller:
    """Says what becomes of posts and people, on these terms."""

    terms: Terms
    wording: Wording

    def row(self, row: StaffRow, found: PostOutcome, case: Case | None) -> Entry:
        """What becomes of the post of a row, without what is said about its person."""
        held = case.held if case else None
        notes = [*row.notes, *found.notes]
        if case and held is None and "?" in row.name:
            notes.append(LOST_LETTER)
        if row.key is None and found.held is None and row.post.started_on is None:
            notes.append(NO_START)
        if case:
            notes += self._about_leaving(case)
        entry = self._post(row, found, case)
        return replace(entry, notes=tuple(notes))

    def absent_post(self, name: str, post: HeldPost) -> Entry:
        """A post that ends because the list, which names everybody, does not have it."""
        last = days.short(self.terms.as_at - ONE_DAY)
        said = f"{post_name(post.facts)} is not in the list of everybody: it ends on {last}."
        return Entry(None, ENDED, name or VACANT, (said,))

    def absence(self, absence: Absence) -> Entry:
        """Somebody who is not in the file."""
        name, posts = absence.person.facts.name, absence.person.posts
        shown = absence.ending or [post for post in posts if post.is_open(self.terms.as_at)]
        jobs = tuple(f"{post_name(post.facts)}." for post in shown)
        if absence.leaves_on is None:
            return Entry(None, UNCHANGED, name, jobs, (), (absence.note,))
        last = days.short(absence.leaves_on)
        said = f"They are not in the list of everybody: their last day was {last}."
        return Entry(None, ENDED, name, (*jobs, said))

    def leaving(self, entry: Entry, case: Case) -> Entry:
        """The row of somebody whose posts have all ended."""
        last = days.short(case.leaves_on) if case.leaves_on else ""
        said = f"None of their posts goes on: they left on {last}."
        return replace(entry, kind=ENDED, sentences=(*entry.sentences, said))

    def _about_leaving(self, case: Case) -> list[str]:
        left = case.held.left_on if case.held else None
        if left is None:
            return []
        if case.returns:
            return [f"They left on {days.short(left)} and are in this list again: they are back."]
        stays = f"The portal has {days.short(left)} as their last day; that stays."
        return [f"{stays} If they are back, say so on their page."]

    def _post(self, row: StaffRow, found: PostOutcome, case: Case | None) -> Entry:
        held = case.held if case else None
        name = row.name or VACANT
        if found.held is None and found.next is not None:
            return Entry(row.number, ADDED, name, (self._added(found.next, held),))
        assert found.held is not None
        changes = self._changes(found.held, found)
        if found.next is not None:
            said = _following(found.held.facts, found.next, found)
            return Entry(row.number, CHANGED, name, (said,), changes)
        if not found.correction:
            return Entry(row.number, UNCHANGED, name, (post_name(row.post),))
        return self._corrected(row, found, name, changes)

    def _changes(self, held: HeldPost, found: PostOutcome) -> tuple[Change, ...]:
        """Each new value beside the one before; the day a post counts from is its start."""
        values = {"started_on": found.correction["began_on"]} if _counts_anew(found) else {}
        values |= {name: new for name, new in found.differing.items() if name != "began_on"}
        counted = replace(held.facts, started_on=held.counts_from)
        return tuple(self.wording.changes(counted, values))

    def _corrected(
        self, row: StaffRow, found: PostOutcome, name: str, changes: tuple[Change, ...]
    ) -> Entry:
        ends: date | None = found.correction.get("ended_on")
        is_new = found.held is not None and found.held.facts.ended_on is None
        is_alone = set(found.correction) == {"ended_on"} or is_over(row.post, self.terms.as_at)
        if ends is not None and is_new and is_alone:
            said = f"{post_name(row.post)} ends on {days.short(ends)}, as the list has it."
            return Entry(row.number, ENDED, name, (said,), changes)
        return Entry(row.number, CHANGED, name, (post_name(row.post),), changes)

    def _added(self, post: PostFacts, held: HeldPerson | None) -> str:
        name = post_name(post)
        if is_over(post, self.terms.as_at) and post.ended_on:
            name = f"{name}, which ended on {days.short(post.ended_on)}"
        return f"A further post: {name}." if held else f"{name}."


def _counts_anew(found: PostOutcome) -> bool:
    return "began_on" in found.correction


def _following(before: PostFacts, after: PostFacts, found: PostOutcome) -> str:
    day = days.short(after.started_on) if after.started_on else ""
    if found.is_change and before.place == after.place:
        return f"{post_name(after)} changes on {day}."
    if found.is_back and before.ended_on:
        ended = days.short(before.ended_on)
        return f"{post_name(after)} had ended on {ended} and goes on from {day}."
    return f"{post_name(before)} gives way to {post_name(after)} on {day}."
