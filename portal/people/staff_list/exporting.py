"""Exporting: what the portal holds on a day, as a staff list that it reads again.

A row is a post of that day, with its person, or a vacant one, under the labels of `columns.toml`.
Whoever holds no post on that day has no row. A post counts from the day payroll would say, through
every change of terms. Cells are texts, days and decimals; brought in again as at the same day, the
list changes nothing.
"""

from collections.abc import Iterator
from datetime import date

from portal.people.folding import sort_key
from portal.people.staff_list.columns import LABELS
from portal.people.staff_list.facts import PersonFacts, UnitPath
from portal.people.staff_list.held import Held, HeldPerson, HeldPost

HEADINGS = tuple(LABELS.values())
VACANT = "Vacant"
Row = tuple[object, ...]


def rows_of(held: Held, day: date) -> Iterator[Row]:
    """The posts of this day, by the name of their holder, the vacant ones last."""
    numbers = {key: person.facts.staff_number for key, person in held.people.items()}
    for person in sorted(held.people.values(), key=_by_name):
        if person.is_here(day):
            for post in sorted(person.posts, key=lambda post: (post.first_day, repr(post.facts))):
                if post.is_current(day):
                    yield _row(person.facts, post, numbers)
    for post in sorted(held.vacancies, key=lambda post: repr(post.facts)):
        if post.is_current(day):
            yield _row(PersonFacts(family_name=VACANT), post, numbers)


def _by_name(person: HeldPerson) -> tuple[str, str]:
    facts = person.facts
    names = (facts.given_names or "", facts.known_as or "", facts.family_name or "")
    return sort_key(*names), person.key


def _row(person: PersonFacts, post: HeldPost, numbers: dict[str, str | None]) -> Row:
    values: dict[str, object] = {name: getattr(post.facts, name, None) for name in LABELS}
    values |= {name: getattr(person, name) for name in LABELS if hasattr(person, name)}
    values |= _places(post.facts.unit)
    values["started_on"] = post.counts_from
    values["manager_number"] = numbers.get(post.facts.manager or "")
    return tuple(values[name] for name in LABELS)


def _places(unit: UnitPath) -> dict[str, object]:
    return dict.fromkeys(("directorate", "service", "team")) | dict(unit)
