"""Registration with the regulator: what a list of it says about each person, and in what words.

A person is found by their number; zeros in front and letters round it do not matter. The name
must be theirs too, or the number was mistyped: all of the family name, in any place and order, and
one of the names they are called by, or its first letter. Accents, capitals, hyphens and
apostrophes do not matter, and further names on either side do not either.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from portal.people.folding import fold
from portal.people.registration.numbers import registered_as
from portal.people.registration.register import REGISTERED, Entry, Register
from portal.web import days
from portal.web.numbers import counted

NOT_FOUND, ANOTHER_NAME = "not found", "another name"
SOON = timedelta(days=60)
LONGEST_FAMILY_NAME = 5  # words that a family name is written in
PROBLEMS_TOLD = 5


class Registered(Protocol):
    """A person with a registration number, as the portal has them."""

    @property
    def id(self) -> UUID: ...
    @property
    def registration_number(self) -> str: ...
    @property
    def given_names(self) -> str: ...
    @property
    def known_as(self) -> str: ...
    @property
    def family_name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the list says about one person."""

    person_id: UUID
    status: str
    until: date | None = None


def compared(
    people: Iterable[Registered], register: Register, *, is_everyone: bool
) -> Iterator[Verdict]:
    """A verdict for each person about whom the list says something.

    Whoever is not in it was not found if everybody was asked about (`is_everyone`); otherwise,
    and where the list contradicts itself, nothing is said about them.
    """
    for person in people:
        number = registered_as(person.registration_number)
        if number in register.unclear:
            continue
        entry = register.entries.get(number)
        if entry is not None:
            yield _verdict(person, entry)
        elif is_everyone:
            yield Verdict(person.id, NOT_FOUND)


def _verdict(person: Registered, entry: Entry) -> Verdict:
    called = f"{person.given_names} {person.known_as}"
    if not is_same_name(called, person.family_name, entry.name):
        return Verdict(person.id, ANOTHER_NAME)
    return Verdict(person.id, entry.status, entry.until)


def is_same_name(called: str, family_name: str, said: str) -> bool:
    """Whether the name that a list says can be theirs."""
    there = fold(said).split()
    family = fold(family_name).split()
    others = list(there)
    for word in family:
        if word in others:
            others.remove(word)  # once: somebody may be called Li Li
    return _has_family_name(family, there) and _has_a_given_name(fold(called).split(), others)


def _has_family_name(family: list[str], there: list[str]) -> bool:
    """Whether all of it is there: word by word, or written together or apart."""
    if set(family) <= set(there):
        return True
    whole = "".join(family)
    return any(
        "".join(there[start : start + number]) == whole
        for number in range(1, LONGEST_FAMILY_NAME + 1)
        for start in range(len(there))
    )


def _has_a_given_name(called: list[str], there: list[str]) -> bool:
    if not called or set(called) & set(there):
        return True
    letters = {word for word in there if len(word) == 1}
    return bool(letters & {word[0] for word in called})


@dataclass(frozen=True, slots=True)
class Standing:
    """How many social workers there are of each kind, and until when most are registered."""

    numbers: Mapping[str, int]
    registered: int
    most_until: date | None
    until_then: int
    checked_on: date | None
    is_capped: bool

    @property
    def everybody(self) -> int:
        """All of them. Whoever is registered until soon is to be looked at, and counts once."""
        return self.registered + sum(self.numbers.values()) - self.numbers.get("soon", 0)


def lead(standing: Standing) -> str:
    """Where we stand, in a sentence."""
    least = "at least " if standing.is_capped else ""
    all_of_them = f"{least}{counted(standing.everybody, 'social worker', 'social workers')}"
    if not standing.everybody:
        return "Nobody here is in a job that asks for registration."
    if standing.checked_on is None:
        return f"No registration of {all_of_them} has been checked yet."
    are = "is" if standing.registered == 1 else "are"
    said = f"{standing.registered:,} of {all_of_them} {are} registered"
    if standing.most_until is None:
        return f"{said}."
    day = days.short(standing.most_until)
    if standing.until_then == standing.registered:
        return f"{said} until {day}."
    return f"{said}, {standing.until_then:,} of them until {day}."


def told(verdicts: Iterable[Verdict], problems: list[str]) -> str:
    """What came of a list, in sentences: how many of each, and which rows were not used."""
    statuses = [verdict.status for verdict in verdicts]
    looked_at = counted(len(statuses), "person was", "people were")
    parts = [f"{statuses.count(REGISTERED):,} registered"]
    for status in ("not registered", NOT_FOUND, ANOTHER_NAME):
        if number := statuses.count(status):
            said = "under another name" if status == ANOTHER_NAME else status
            parts.append(f"{number:,} {said}")
    sentences = [f"{looked_at} looked up: {', '.join(parts)}."]
    if problems:
        sentences.append(f"{counted(len(problems), 'row was', 'rows were')} not used.")
        sentences += problems[:PROBLEMS_TOLD]
    return " ".join(sentences)


def seen(kind: str, number: str, until: date | None, checked_on: date | None) -> str:
    """What is to be seen about somebody's registration, in a sentence."""
    day = days.short(until) if until else ""
    looked = f" when it was looked up on {days.short(checked_on)}" if checked_on else ""
    return {
        "missing": "Their job asks for registration, and no number is known.",
        "not-found": f"{number} was not found{looked}.",
        "another-name": f"{number} stood under another name{looked}.",
        "not-registered": f"{number} was not registered{looked}. Ask them first.",
        "over": f"{number} was registered until {day}. Ask them first.",
        "soon": f"{number} is registered until {day}.",
        "unchecked": f"{number} was never looked up.",
    }[kind]
