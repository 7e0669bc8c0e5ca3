"""Mending what the portal holds about people: managers, addresses, and asking those who know."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import or_, select, update

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.notices import queries as told
from portal.people.models import Person, Post
from portal.people.operations.refusals import MANAGER_BY_ANOTHER, AnswerRefusedError
from portal.people.quality.words import ASKED_WITH, ASKS
from portal.people.queries.posts import those_above

MOST_NAMED = 5
MOST_SHARING = 100


class ChangedMeanwhileError(ValueError):
    """Somebody changed one of the posts since the page was opened."""


class AboveThemselvesError(ValueError):
    """Some of these people would be above themselves. The argument is their names."""


def give_manager(by: Person, manager: Person, posts: Mapping[UUID, int]) -> int:
    """Say who manages the holders of these posts, all of them or nobody; how many.

    `posts` are the versions that were looked at. The manager was not known and now is, so this
    puts right what was always so. Raises `ChangedMeanwhileError`, `AboveThemselvesError`, and
    `AnswerRefusedError` where somebody would give the people to themself.
    """
    if manager.id == by.id:
        raise AnswerRefusedError("manager", MANAGER_BY_ANOTHER)
    chosen = _without_manager(by.organisation_id, posts)
    _refuse_circle(manager, [post.person_id for post in chosen])
    audit.record_many(
        by, "people.post_corrected", [(post, {"fields": ["manager"]}) for post in chosen]
    )
    known = update(Post).where(Post.id.in_([post.id for post in chosen]))
    db.session.execute(known.values(manager_id=manager.id, version=Post.version + 1))
    return len(chosen)


def settle_address(by: Person, person: Person) -> str:
    """Say that the address two people were given is this person's; nobody else has it then.

    Answers the address, "" when this person was not given one.
    """
    address = person.claimed_email
    if not address:
        return ""
    for other in _having(address, person):
        fields = [name for name in ("email", "claimed_email") if getattr(other, name) == address]
        for name in fields:
            setattr(other, name, None)
        audit.record(by, "people.address_settled", other, fields=fields, to=str(person.id))
    person.email, person.claimed_email = address, None
    audit.record(by, "people.address_settled", person, fields=["claimed_email", "email"])
    return address


def leave_address(by: Person, person: Person) -> str:
    """Say that the address this person was given is not theirs; it stays whose it is, if anybody's.

    Answers the address, "" when this person was not given one.
    """
    address = person.claimed_email or ""
    if address:
        person.claimed_email = None
        audit.record(by, "people.address_left", person, fields=["claimed_email"])
    return address


def ask_when_qualified(by: Person, person: Person) -> bool:
    """Ask somebody, once, to say on which day they qualified; False when they were asked before."""
    if person.qualified_on is not None or told.told_about([person.id], ASKED_WITH):
        return False
    notices.tell(person, ASKS, link=ASKED_WITH, about=person)
    audit.record(by, "people.asked_when_qualified", person)
    return True


def _without_manager(organisation_id: UUID, posts: Mapping[UUID, int]) -> Sequence[Post]:
    """These posts as they were looked at; raises `ChangedMeanwhileError` when one is otherwise."""
    found = db.session.scalars(
        select(Post)
        .where(Post.id.in_(posts), Post.organisation_id == organisation_id)
        .order_by(Post.id)
        .execution_options(populate_existing=True)
    ).all()
    as_they_were = [
        post
        for post in found
        if post.version == posts[post.id]
        and post.manager_id is None
        and post.person_id is not None
        and post.covers(today())
    ]
    if len(as_they_were) < len(posts):
        raise ChangedMeanwhileError
    return as_they_were


def _refuse_circle(manager: Person, people: Sequence[UUID | None]) -> None:
    """Raise `AboveThemselvesError` when the manager is one of these people, or below one."""
    above = select(those_above(manager.id, today()).c.id)
    circular = select(Person).where(Person.id.in_(people), Person.id.in_(above))
    found = db.session.scalars(circular.order_by(Person.sort_key, Person.id).limit(MOST_NAMED))
    names = [person.name for person in found]
    if names:
        raise AboveThemselvesError(names)


def _having(address: str, but: Person) -> Sequence[Person]:
    """Who else has this address, or was given it."""
    others = select(Person).where(
        Person.organisation_id == but.organisation_id,
        or_(Person.email == address, Person.claimed_email == address),
        Person.id != but.id,
    )
    return db.session.scalars(others.order_by(Person.sort_key, Person.id).limit(MOST_SHARING)).all()
