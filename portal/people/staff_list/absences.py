"""Absences: who is not in a file that names everybody, and what that says about them.

They left on the day before the list, or with their last post when that ended earlier. Whoever is
to begin later stays, and so do people whose row could not be used, people whom the portal knows
without a staff number, and whoever no list may end.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from portal.people.folding import fold
from portal.people.staff_list.cases import ONE_DAY, is_absent
from portal.people.staff_list.held import Held, HeldPerson, HeldPost
from portal.people.staff_list.rows import Refused
from portal.people.staff_list.terms import Terms

NO_NUMBER = "They are not in the list. The portal knows them without a staff number: they stay."
TO_COME = "They are not in the list. Their post begins later: they stay."
ROW_REFUSED = "They stay as the portal has them, because their row cannot be used."


@dataclass(slots=True)
class Absence:
    """Somebody who is not in the file: the last day they leave on, or a note why they stay."""

    person: HeldPerson
    leaves_on: date | None = None
    ending: list[HeldPost] = field(default_factory=list)
    note: str = ""


def absences(
    held: Held, present: Collection[str], refused: Iterable[Refused], terms: Terms
) -> list[Absence]:
    """Everybody who works here and is not among those present, in the order of their names."""
    excused = set(rows_refused(held, refused))
    missing = [
        person
        for key, person in held.people.items()
        if key not in present and person.id not in excused and person.is_here(terms.as_at)
    ]
    missing.sort(key=lambda person: (fold(person.facts.family_name or ""), person.facts.name))
    return [_absence(person, terms) for person in missing]


def rows_refused(held: Held, refused: Iterable[Refused]) -> dict[UUID, int]:
    """The people of the portal whom refused rows may speak of, each with the number of such a row.

    By number, name and address alike: whoever might be meant stays.
    """
    by_email = {person.facts.email: person for person in held.people.values()}
    by_name: dict[str, list[HeldPerson]] = defaultdict(list)
    for person in held.people.values():
        for name in _names(person):
            by_name[name].append(person)
    found: dict[UUID, int] = {}
    for row in refused:
        meant = [*by_name.get(_called(row.name), [])] if row.name else []
        meant += [held.people[row.key]] if row.key in held.people else []
        meant += [by_email[row.email]] if row.email and row.email in by_email else []
        found |= {person.id: row.number for person in meant}
    return found


def _names(person: HeldPerson) -> set[str]:
    """What a row may call the person, also where a system lost the letters it does not know."""
    facts = person.facts
    names = {facts.name, f"{facts.given_names or ''} {facts.family_name or ''}"}
    lossy = {
        name.encode(code, "replace").decode(code) for name in names for code in ("cp1252", "ascii")
    }
    return {_called(name) for name in names | lossy}


def _called(name: str) -> str:
    return name.casefold() if "?" in name else fold(name)


def _absence(person: HeldPerson, terms: Terms) -> Absence:
    if person.facts.staff_number is None:
        return Absence(person, note=NO_NUMBER)
    ending = [post for post in person.posts if is_absent(post, terms)]
    if any(post.is_open(terms.as_at) and post not in ending for post in person.posts):
        return Absence(person, ending=[each for each in ending if not each.basis], note=TO_COME)
    last = terms.as_at - ONE_DAY
    ends = [post.facts.ended_on for post in person.posts if post.facts.ended_on]
    is_over = bool(person.posts) and not ending
    return Absence(person, max(ends) if is_over else last, ending)
