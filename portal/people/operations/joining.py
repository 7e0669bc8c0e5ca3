"""Somebody starts: their name and first post, all of it or nothing."""

from typing import Any

from portal import audit
from portal.database import db
from portal.people.models import Person, Post
from portal.people.operations.persons import find_by_name
from portal.people.operations.posts import write_down
from portal.people.operations.refusals import refuse


def add_person(
    by: Person,
    *,
    given_names: str,
    family_name: str,
    known_as: str,
    staff_number: str | None,
    email: str | None,
    **post: Any,
) -> Person:
    """Write down somebody who starts, with their first post. Nobody gets an account by it.

    Raises `AnswerRefusedError` when the post cannot be, before anything is written.
    """
    first = Post(organisation_id=by.organisation_id, began_on=post["started_on"], **post)
    refuse(first, None, by)
    person = Person(
        organisation_id=by.organisation_id,
        given_names=given_names,
        family_name=family_name,
        known_as=known_as,
        staff_number=staff_number,
        email=email,
    )
    db.session.add(person)
    find_by_name(person)
    audit.record(by, "people.person_added", person)
    first.person_id = person.id
    write_down(first, by, "people.post_added")
    return person
