"""Correcting what the directory says about somebody."""

from typing import Any

from sqlalchemy import delete, insert, inspect

from portal import audit
from portal.database import db
from portal.people.folding import found_by, sort_key
from portal.people.models import Person, PersonWord
from portal.people.operations.listing import list_anew
from portal.people.operations.registrations import look_up_again


def edit_person(person: Person, by: Person, **answers: Any) -> bool:
    """Put right what is said about a person; False when nothing is different.

    A day of qualifying that others correct is one the person has not confirmed.
    """
    changed = sorted(name for name, value in answers.items() if getattr(person, name) != value)
    if not changed:
        return False
    for name in changed:
        setattr(person, name, answers[name])
    if "qualified_on" in changed:
        person.qualified_confirmed_on = None
    look_up_again(person, changed)
    find_by_name(person)
    audit.record(by, "people.person_edited", person, fields=changed)
    return True


def find_by_name(person: Person) -> None:
    """Write down anew where the person stands in lists, and the words they are found by."""
    person.sort_key = sort_key(person.given_names, person.known_as, person.family_name)
    is_known = person in db.session and inspect(person).persistent
    db.session.flush()
    if is_known:
        list_anew(person.organisation_id, person.id)
    db.session.execute(delete(PersonWord).where(PersonWord.person_id == person.id))
    rows = [
        {"person_id": person.id, "organisation_id": person.organisation_id, **found}
        for found in found_by(person.given_names, person.known_as, person.family_name)
    ]
    if rows:
        db.session.execute(insert(PersonWord), rows)
