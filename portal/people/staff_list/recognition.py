"""Recognition: which people of the portal the rows speak of, and what a file may not take.

A person is recognised by staff number; one whom the portal holds without a number, by e-mail
address. An address or registration number that the portal has for somebody else stays theirs.
"""

from dataclasses import replace

from portal.people.staff_list.facts import PERSON_LABELS, PersonFacts
from portal.people.staff_list.held import Held, HeldPost
from portal.people.staff_list.keeping import is_kept
from portal.people.staff_list.rows import StaffRow
from portal.people.staff_list.terms import Terms


def recognised(rows: list[StaffRow], held: Held, terms: Terms) -> tuple[list[StaffRow], Held]:
    """The rows without what they may not take, and what is held under the keys they use."""
    held = _renamed(held, _found_by_email(rows, held))
    for field in ("email", "registration_number"):
        refused = _who_may_not_take(field, rows, held, terms)
        rows = [_without_what_is_anothers(row, field, refused) for row in rows]
    taken = {person.facts.email for person in held.people.values()}
    return [_without_claims_on(row, taken) for row in rows], held


def _who_may_not_take(field: str, rows: list[StaffRow], held: Held, terms: Terms) -> set[str]:
    """The people, by key, whom the file gives what somebody else keeps.

    Whoever is refused keeps what they have, so that whom the file gives that is refused too.
    """
    has = {key: getattr(person.facts, field) for key, person in held.people.items()}
    wanted = {row.key: getattr(row.person, field) for row in rows if row.key and row.person}
    wants = {
        key: value
        for key, value in wanted.items()
        if value and value != has.get(key) and not (has.get(key) and is_kept(field, terms))
    }
    whose = {value: key for key, value in wants.items()}
    kept = [value for key, value in has.items() if value and key not in wants]
    refused: set[str] = set()
    while kept:
        key = whose.pop(kept.pop(), None)
        if key is not None:
            refused.add(key)
            kept += [has[key]] if has.get(key) else []
    return refused


def _found_by_email(rows: list[StaffRow], held: Held) -> dict[str, str]:
    """The keys of people held without a number, each with the key of the row that is theirs."""
    numberless = {
        person.facts.email: person.key
        for person in held.people.values()
        if person.facts.email and not person.facts.staff_number
    }
    return {
        numberless[row.person.email]: row.key
        for row in rows
        if row.person and row.key and row.key not in held.people and row.person.email in numberless
    }


def _renamed(held: Held, keys: dict[str, str]) -> Held:
    """The same, with people and the managers of posts under other keys."""
    if not keys:
        return held

    def post(one: HeldPost) -> HeldPost:
        manager = one.facts.manager
        return replace(one, facts=replace(one.facts, manager=keys.get(manager or "", manager)))

    people = [
        replace(each, key=keys.get(key, key), posts=tuple(map(post, each.posts)))
        for key, each in held.people.items()
    ]
    vacancies = tuple(map(post, held.vacancies))
    return replace(held, people={person.key: person for person in people}, vacancies=vacancies)


def _without_what_is_anothers(row: StaffRow, field: str, refused: set[str]) -> StaffRow:
    value = getattr(row.person, field) if row.person else None
    if row.person is None or value is None or row.key not in refused:
        return row
    note = (
        f"{PERSON_LABELS[field]}: {value} belongs to somebody else in the portal. It is left out."
    )
    return _leaving_out(row, row.person, field, note)


def _without_claims_on(row: StaffRow, taken: set[str | None]) -> StaffRow:
    """Nobody claims an address that the portal has for somebody already."""
    if row.person is None or row.person.claimed_email not in taken:
        return row
    return replace(row, person=replace(row.person, claimed_email=None))


def _leaving_out(row: StaffRow, person: PersonFacts, field: str, note: str) -> StaffRow:
    return replace(row, person=replace(person, **{field: None})).noting(note)
