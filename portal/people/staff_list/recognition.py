"""Recognition: which people of the portal the rows speak of, and what a file may not take.

A person is recognised by staff number; one whom the portal holds without a number, by e-mail
address. An address or registration number that the portal has for somebody else stays theirs,
and an address that it already has for this person stays as it is: people sign in with it.
"""

from dataclasses import replace

from portal.people.staff_list.facts import PERSON_LABELS, PersonFacts
from portal.people.staff_list.held import Held, HeldPost
from portal.people.staff_list.rows import StaffRow


def recognised(rows: list[StaffRow], held: Held) -> tuple[list[StaffRow], Held]:
    """The rows without what they may not take, and what is held under the keys they use."""
    held = _renamed(held, _found_by_email(rows, held))
    owners = {
        field: {
            value: person.key
            for person in held.people.values()
            if (value := getattr(person.facts, field))
        }
        for field in ("email", "registration_number")
    }
    for field, owner in owners.items():
        rows = [_without_what_is_anothers(row, field, owner) for row in rows]
    return [_keeping_own_email(row, held) for row in rows], held


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
    return replace(held, people={person.key: person for person in people})


def _without_what_is_anothers(row: StaffRow, field: str, owner: dict[str, str]) -> StaffRow:
    value = getattr(row.person, field) if row.person else None
    if row.person is None or value is None or owner.get(value, row.key) == row.key:
        return row
    note = (
        f"{PERSON_LABELS[field]}: {value} belongs to somebody else in the portal. It is left out."
    )
    return _leaving_out(row, row.person, field, note)


def _keeping_own_email(row: StaffRow, held: Held) -> StaffRow:
    own = held.people.get(row.key or "")
    kept = own.facts.email if own else None
    if row.person is None or not row.person.email or kept in (None, row.person.email):
        return row
    note = f"Work e-mail: the file has {row.person.email}; the portal keeps {kept}."
    return _leaving_out(row, row.person, "email", note)


def _leaving_out(row: StaffRow, person: PersonFacts, field: str, note: str) -> StaffRow:
    return replace(row, person=replace(person, **{field: None})).noting(note)
