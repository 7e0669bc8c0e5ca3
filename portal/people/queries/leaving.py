"""Who is there already under such a name, and who relies on somebody who leaves."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, union

from portal.database import db
from portal.people.folding import words
from portal.people.models import Leaving, Person, PersonWord, Post
from portal.web.lists import capped_count

MOST_DOUBLES = 5
MOST_NAMED = 10
MOST_WORDS = 6


def doubles(
    organisation_id: UUID, *, given_names: str, family_name: str, staff_number: str | None,
    email: str | None,
) -> Sequence[Person]:  # fmt: skip
    """Who may be the same person: every word of the name, or the staff number, or the address."""
    by_name: list[ColumnElement[bool]] = [
        Person.id.in_(
            select(PersonWord.person_id).where(
                PersonWord.organisation_id == organisation_id, PersonWord.word == word
            )
        )
        for word in sorted(words(given_names, family_name))[:MOST_WORDS]
    ]
    alike = [and_(*by_name)] if by_name else []
    alike += [Person.staff_number == staff_number] if staff_number else []
    alike += [Person.email == email, Person.claimed_email == email] if email else []
    if not alike:
        return []
    own = Person.organisation_id == organisation_id
    ids = union(*(select(Person.id).where(own, each) for each in alike))
    people = (
        select(Person)
        .where(Person.id.in_(ids))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_DOUBLES)
    )
    return db.session.scalars(people).all()


def managed_after(person: Person, day: date) -> tuple[Sequence[Person], int, bool]:
    """Those whose posts name this person as manager beyond a day: ten by name, and how many."""
    posts = select(Post.person_id).where(
        Post.manager_id == person.id,
        Post.person_id.is_not(None),
        or_(Post.ended_on.is_(None), Post.ended_on > day),
    )
    people = (
        select(Person)
        .where(Person.id.in_(posts), Person.working_here(day))
        .order_by(Person.sort_key, Person.id)
    )
    number, more = capped_count(people)
    return db.session.scalars(people.limit(MOST_NAMED)).all(), number, more


def leaving_of(person: Person) -> Leaving | None:
    """The leaving of a person that was written down on a page, if there is one."""
    return db.session.scalar(select(Leaving).where(Leaving.person_id == person.id))
