"""Pairings: whom I support, who may be logged with, all of them for the coordinator."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from portal.clock import today
from portal.database import db
from portal.mentoring import lengths, rhythm
from portal.mentoring.models import (
    COACHING,
    PLANNED,
    PairAgreement,
    Pairing,
    PlannedSession,
    Session,
)
from portal.mentoring.queries.covers import covered_by, covers_for
from portal.mentoring.queries.rhythms import weeks_between
from portal.people.asker import KEPT, ME, asker, given
from portal.people.models import Person
from portal.web.lists import Page, page_of, pages_of

MOST_PEOPLE = 100
"""How many people one page or form about somebody's own pairings shows at most."""
MOST_AT_ONCE = 20_000
LONG_AGO = date(1900, 1, 1)
# A list names the two, and says no more of them.
NAMES = tuple(
    joinedload(who).load_only(Person.given_names, Person.known_as, Person.family_name)
    for who in (Pairing.coach, Pairing.supported)
)


@dataclass(frozen=True)
class Supported:
    """One of the people that a coach supports: the pairing, the last session, what is next."""

    pairing: Pairing
    last_on: date | None
    minutes: int | None
    weeks: int
    next_on: date | None
    step: rhythm.Step
    covers_for: str | None = None

    @property
    def person(self) -> Person:
        """The person who is supported."""
        return self.pairing.supported

    @property
    def length(self) -> str:
        """How long the last session was, in words, or nothing."""
        return lengths.in_words(self.minutes) if self.minutes else ""

    @property
    def due_on(self) -> date:
        """The day on which, or by which, the two mean to meet."""
        return rhythm.due_on(self.last_on, self.pairing.started_on, self.weeks, self.next_on)


def visible_pairings(person: Person) -> Select[Pairing]:
    """The pairings that this person may see: the list that `policies.see_pairing` agrees with."""
    own = select(Pairing).where(Pairing.organisation_id == person.organisation_id)
    if not person.has_role("coordinator"):
        own = own.where(joins(person))
    return own.order_by(Pairing.started_on.desc(), Pairing.id)


def open_pairings(person: Person, today: date) -> Sequence[Pairing]:
    """The pairings in which this person can log a session, the pair that met last first."""
    last_on = _last_on()
    open_now = (
        select(Pairing)
        .where(joins(person), Pairing.covering(today))
        .order_by(func.coalesce(last_on, LONG_AGO).desc(), Pairing.started_on, Pairing.id)
        .limit(MOST_PEOPLE)
    )
    return db.session.scalars(open_now).all()


def supporters_of(person: Person, today: date) -> Sequence[Any]:
    """The pairings in which somebody coaches or mentors this person: kind, id and their name.

    The pair that met last comes first, as among `open_pairings`.
    """
    return db.session.execute(_supporters_of(today), given(person)).all()


@lru_cache(KEPT)
def _supporters_of(today: date) -> Any:
    coach = aliased(Person)
    called = func.coalesce(func.nullif(coach.known_as, ""), coach.given_names)
    return (
        select(Pairing.kind, Pairing.id, (called + " " + coach.family_name).label("name"))
        .join(coach, coach.id == Pairing.coach_id)
        .where(Pairing.supported_id == ME, Pairing.covering(today))
        .order_by(func.coalesce(_last_on(), LONG_AGO).desc(), Pairing.started_on, Pairing.id)
        .limit(MOST_PEOPLE)
    )


def people_i_support(person: Person, today: date) -> list[Supported]:
    """The people that this person supports now, those whose next session is due first in front."""
    rows = db.session.execute(_whom_i_support(today), given(person))
    return sorted(_supported(rows, today), key=lambda row: row.due_on)


@lru_cache(KEPT)
def _whom_i_support(today: date) -> Any:
    return _with_sessions(and_(Pairing.coach_id == ME, Pairing.covering(today)), today)


def supported_in(pairing: Pairing, today: date) -> Supported:
    """One pairing, as a row of the people that its coach supports."""
    rows = db.session.execute(_with_sessions(Pairing.id == pairing.id, today))
    return _supported(rows, today)[0]


def coach_of(person: Person, today: date, kind: str = COACHING) -> Person | None:
    """The coach (or the mentor) that this person has now; the latest where there are several."""
    found = db.session.scalar(
        select(Pairing)
        .where(Pairing.supported_id == person.id, Pairing.kind == kind, Pairing.covering(today))
        .order_by(Pairing.started_on.desc(), Pairing.id)
        .limit(1)
    )
    return found.coach if found else None


def pairings_page(person: Person, after: str | None) -> Page:
    """A page of the pairings this person may see that have not ended, by whom they support.

    Rows are the pairing, the day of its last session, and how many of the two have signed what
    they agreed: never how they met, or about what.
    """
    listed, keys = _kept_list(asker(person), today())
    return page_of(listed, keys=keys, after=after, values=given(person))


@lru_cache(KEPT)
def _kept_list(person: Any, _day: date) -> tuple[Select[Any], list[Any]]:
    """The list for whoever holds these roles, on one day."""
    return _listed(person)


def every_pairing(person: Person) -> Iterator[Any]:
    """All that `pairings_page` shows a page of, for a file."""
    listed, keys = _listed(person)
    for page in pages_of(listed, keys=keys):
        yield from page.rows


def pairings_among(
    coaches: Collection[UUID], supported: Collection[UUID], kind: str
) -> Sequence[Pairing]:
    """Every pairing, ended or not, of this kind between any of these coaches and these people."""
    among = (
        select(Pairing)
        .where(Pairing.coach_id.in_(coaches), Pairing.supported_id.in_(supported))
        .where(Pairing.kind == kind)
        .order_by(Pairing.started_on)
        .limit(MOST_AT_ONCE)
    )
    return db.session.scalars(among).all()


def joins(person: Person) -> ColumnElement[bool]:
    """The condition that this person is one of the two."""
    return or_(Pairing.coach_id == person.id, Pairing.supported_id == person.id)


def _listed(person: Person) -> tuple[Select[Any], list[Any]]:
    """The pairings this person may see that have not ended, and the keys they are listed by."""
    name = aliased(Person)
    listed = (
        visible_pairings(person)
        .add_columns(_last_on(), signed_by())
        .join(name, name.id == Pairing.supported_id)
        .where(Pairing.ended_on.is_(None))
        .options(*NAMES)
    )
    return listed, [name.sort_key, Pairing.id]


def signed_by() -> Any:
    """How many of the two have signed the newest agreement of the pairing at hand; None: none."""
    signed = (
        select(case((PairAgreement.signed_at.is_not(None), 2), else_=1))
        .where(PairAgreement.pairing_id == Pairing.id)
        .order_by(PairAgreement.number.desc())
        .limit(1)
    )
    return signed.correlate(Pairing).scalar_subquery()


def _with_sessions(which: ColumnElement[bool], today: date) -> Any:
    """These pairings with their last session, and what is planned."""
    last = aliased(Session)
    return (
        select(
            Pairing,
            last.held_on,
            last.minutes,
            weeks_between(),
            PlannedSession.meets_on,
            covered_by(today),
            covers_for(),
        )
        .select_from(Pairing)
        .outerjoin(last, and_(last.pairing_id == Pairing.id, last.held_on == _last_on()))
        .outerjoin(
            PlannedSession,
            and_(PlannedSession.pairing_id == Pairing.id, PlannedSession.state == PLANNED),
        )
        .where(which)
        .order_by(func.coalesce(last.held_on, LONG_AGO), Pairing.started_on, Pairing.id)
        .limit(MOST_PEOPLE)
    )


def _supported(rows: Iterable[Any], today: date) -> list[Supported]:
    return [
        Supported(
            pairing, held_on, minutes, weeks, next_on,
            rhythm.covered_step(covered)
            if covered
            else rhythm.next_step(held_on, pairing.started_on, today, weeks, next_on),
            for_whom,
        )
        for pairing, held_on, minutes, weeks, next_on, covered, for_whom in rows
    ]  # fmt: skip


def _last_on() -> Any:
    """The day of the last session of the pairing at hand."""
    held = aliased(Session)
    return (
        select(func.max(held.held_on))
        .where(held.pairing_id == Pairing.id)
        .correlate(Pairing)
        .scalar_subquery()
    )
