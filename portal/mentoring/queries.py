"""What pages of coaching and mentoring list, and what operations need to know first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from portal.database import db
from portal.mentoring import lengths, rhythm
from portal.mentoring.models import COACHING, Pairing, Session
from portal.people.folding import fold
from portal.people.models import Person, PersonWord, Post, RoleHeld
from portal.web.lists import Page, page_of

MOST_PEOPLE = 100
"""How many people one page or form about somebody's own pairings shows at most."""
MOST_FOUND = 30
"""How many people a search for somebody to pair shows."""
MOST_WORDS = 6
SUPPORTING = ("coach", "mentor")


@dataclass(frozen=True)
class Supported:
    """One of the people that a coach supports: the pairing, the last session, what is next."""

    pairing: Pairing
    last_on: date | None
    minutes: int | None
    step: rhythm.Step

    @property
    def person(self) -> Person:
        """The person who is supported."""
        return self.pairing.supported

    @property
    def length(self) -> str:
        """How long the last session was, in words, or nothing."""
        return lengths.in_words(self.minutes) if self.minutes else ""


@dataclass(frozen=True)
class Coach:
    """Somebody who may be chosen as coach or mentor, and how many people they support now."""

    person: Person
    roles: tuple[str, ...]
    supports: int

    @property
    def words(self) -> str:
        """How the choice reads: Grace Adeyemi, coach and mentor, supports 6."""
        load = f"supports {self.supports}" if self.supports else "supports nobody yet"
        return f"{self.person.name}, {' and '.join(self.roles)}, {load}"


def visible_pairings(person: Person) -> Select[Pairing]:
    """The pairings that this person may see: the list that `policies.see_pairing` agrees with."""
    own = select(Pairing).where(Pairing.organisation_id == person.organisation_id)
    if not person.has_role("coordinator"):
        own = own.where(_joins(person))
    return own.order_by(Pairing.started_on.desc(), Pairing.id)


def sessions_of(person: Person) -> Select[Session]:
    """The sessions of this person, on either side, last first."""
    return (
        select(Session)
        .join(Pairing, Pairing.id == Session.pairing_id)
        .where(Session.organisation_id == person.organisation_id, _joins(person))
        .order_by(Session.held_on.desc(), Session.id.desc())
    )


def sessions_page(person: Person, after: str | None) -> Page:
    """A page of this person's sessions, last first."""
    keys = [Session.held_on, Session.id]
    return page_of(sessions_of(person), keys=keys, after=after, descending=True)


def recent_sessions(person: Person, limit: int = 5) -> Sequence[Session]:
    """The last few sessions of this person, on either side."""
    return db.session.scalars(sessions_of(person).limit(limit)).all()


def pair_sessions(pairing: Pairing, after: str | None) -> Page:
    """A page of the sessions of one pair, last first."""
    held = select(Session).where(Session.pairing_id == pairing.id)
    keys = [Session.held_on, Session.id]
    return page_of(held, keys=keys, after=after, descending=True)


def session_on(pairing: Pairing, day: date) -> Session | None:
    """The session that the pair held on this day, if it has been logged."""
    held = select(Session).where(Session.pairing_id == pairing.id, Session.held_on == day)
    return db.session.scalar(held)


def open_pairings(person: Person, today: date) -> Sequence[Pairing]:
    """The pairings in which this person can log a session, the pair that met last first."""
    last_on = _last_on()
    open_now = (
        select(Pairing)
        .where(_joins(person), Pairing.covering(today))
        .order_by(func.coalesce(last_on, date(1900, 1, 1)).desc(), Pairing.started_on, Pairing.id)
        .limit(MOST_PEOPLE)
    )
    return db.session.scalars(open_now).all()


def people_i_support(person: Person, today: date) -> list[Supported]:
    """The people that this person supports now, those not met for longest first."""
    return _supported(and_(Pairing.coach_id == person.id, Pairing.covering(today)), today)


def supported_in(pairing: Pairing, today: date) -> Supported:
    """One pairing, as a row of the people that its coach supports."""
    return _supported(Pairing.id == pairing.id, today)[0]


def coach_of(person: Person, today: date, kind: str = "coaching") -> Person | None:
    """The coach (or the mentor) that this person has now; the latest where there are several."""
    found = db.session.scalar(
        select(Pairing)
        .where(Pairing.supported_id == person.id, Pairing.kind == kind, Pairing.covering(today))
        .order_by(Pairing.started_on.desc(), Pairing.id)
        .limit(1)
    )
    return found.coach if found else None


def pairings_page(organisation_id: UUID, after: str | None) -> Page:
    """A page of all pairings that have not ended, by the name of the person supported.

    Rows are the pairing and the day of its last session: never how they met, or about what.
    """
    name = aliased(Person)
    listed = (
        select(Pairing, _last_on())
        .join(name, name.id == Pairing.supported_id)
        .where(Pairing.organisation_id == organisation_id, Pairing.ended_on.is_(None))
    )
    return page_of(listed, keys=[name.sort_key, Pairing.id], after=after)


def coaches(organisation_id: UUID, today: date) -> list[Coach]:
    """Everybody who may be a coach or mentor today, by name, with the load they have."""
    load = (
        select(func.count(Pairing.id))
        .where(Pairing.coach_id == Person.id, Pairing.covering(today))
        .correlate(Person)
        .scalar_subquery()
    )
    held = (
        select(Person, RoleHeld.role, load)
        .join(RoleHeld, RoleHeld.person_id == Person.id)
        .where(Person.organisation_id == organisation_id, RoleHeld.role.in_(SUPPORTING))
        .where(RoleHeld.covering(today), _works_here(today))
        .order_by(Person.sort_key, Person.id, RoleHeld.role)
        .limit(1000)
    )
    roles: dict[Person, tuple[set[str], int]] = {}
    for person, role, supports in db.session.execute(held):
        roles.setdefault(person, (set(), supports))[0].add(role)
    return [Coach(each, tuple(sorted(held)), n) for each, (held, n) in roles.items()]


def people_to_pair(organisation_id: UUID, typed: str, today: date) -> Sequence[Person]:
    """The people a coordinator may choose: found by name, or newly qualified without a coach."""
    people = select(Person).where(Person.organisation_id == organisation_id, _works_here(today))
    begins = fold(typed).split()[:MOST_WORDS]
    for beginning in begins:
        people = people.where(Person.id.in_(_found_by(organisation_id, beginning)))
    if not begins:
        people = people.where(Person.id.in_(_newly_qualified(organisation_id, today)))
        people = people.where(Person.id.not_in(_coached(organisation_id, today)))
    return db.session.scalars(people.order_by(Person.sort_key, Person.id).limit(MOST_FOUND)).all()


def people_named(organisation_id: UUID, ids: Iterable[UUID], today: date) -> Sequence[Person]:
    """Those of these people who work here, by name."""
    named = (
        select(Person)
        .where(Person.organisation_id == organisation_id, _works_here(today))
        .where(Person.id.in_(list(ids)[:MOST_PEOPLE]))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_PEOPLE)
    )
    return db.session.scalars(named).all()


def pairings_between(coach: Person, people: Sequence[Person], kind: str) -> Sequence[Pairing]:
    """Every pairing, ended or not, of this coach with one of these people, of this kind."""
    ids = [person.id for person in people]
    between = (
        select(Pairing)
        .where(Pairing.coach_id == coach.id, Pairing.supported_id.in_(ids), Pairing.kind == kind)
        .order_by(Pairing.started_on)
        .limit(1000)
    )
    return db.session.scalars(between).all()


def managers_of(people: Sequence[Person], day: date) -> dict[UUID, set[UUID]]:
    """The line managers of each of these people on a day, by their posts."""
    ids = [person.id for person in people]
    posts = (
        select(Post.person_id, Post.manager_id)
        .where(Post.person_id.in_(ids), Post.covering(day))
        .order_by(Post.person_id)
        .limit(1000)
    )
    managers: dict[UUID, set[UUID]] = defaultdict(set)
    for person_id, manager_id in db.session.execute(posts):
        if person_id and manager_id:
            managers[person_id].add(manager_id)
    return managers


def _supported(which: ColumnElement[bool], today: date) -> list[Supported]:
    last = aliased(Session)
    rows: Iterable[Any] = db.session.execute(
        select(Pairing, last.held_on, last.minutes)
        .outerjoin(last, and_(last.pairing_id == Pairing.id, last.held_on == _last_on()))
        .where(which)
        .order_by(func.coalesce(last.held_on, date(1900, 1, 1)), Pairing.started_on, Pairing.id)
        .limit(MOST_PEOPLE)
    )
    return [
        Supported(pairing, held_on, minutes, rhythm.next_step(held_on, pairing.started_on, today))
        for pairing, held_on, minutes in rows
    ]


def _last_on() -> Any:
    """The day of the last session of the pairing at hand."""
    held = aliased(Session)
    return (
        select(func.max(held.held_on))
        .where(held.pairing_id == Pairing.id)
        .correlate(Pairing)
        .scalar_subquery()
    )


def _works_here(today: date) -> ColumnElement[bool]:
    return or_(Person.left_on.is_(None), Person.left_on >= today)


def _found_by(organisation_id: UUID, beginning: str) -> Select[UUID]:
    return select(PersonWord.person_id).where(
        PersonWord.organisation_id == organisation_id,
        PersonWord.word >= beginning,
        PersonWord.word < beginning + "\U0010ffff",
    )


def _newly_qualified(organisation_id: UUID, today: date) -> Select[UUID]:
    return select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == organisation_id,
        RoleHeld.role == "nqsw",
        RoleHeld.covering(today),
    )


def _coached(organisation_id: UUID, today: date) -> Select[UUID]:
    return select(Pairing.supported_id).where(
        Pairing.organisation_id == organisation_id,
        Pairing.kind == COACHING,
        or_(Pairing.ended_on.is_(None), Pairing.ended_on >= today),
    )


def _joins(person: Person) -> ColumnElement[bool]:
    return or_(Pairing.coach_id == person.id, Pairing.supported_id == person.id)
