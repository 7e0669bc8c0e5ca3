"""How often pairs mean to meet, when they last met, and who heard that they have gone quiet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, and_, bindparam, case, func, or_, select
from sqlalchemy.orm import aliased

from portal.database import db
from portal.mentoring import rhythm
from portal.mentoring.models import (
    COACHING,
    PLANNED,
    PairAgreement,
    Pairing,
    PlannedSession,
    QuietSpell,
    SchemeRhythm,
    Session,
)
from portal.mentoring.queries.covers import covers_since
from portal.mentoring.queries.pauses import pauses_since
from portal.mentoring.when import Span
from portal.people.asker import HERE, KEPT
from portal.people.models import DaysAway, Person

MOST_PAIRS = 20_000
MOST_AWAY = 50_000
Spans = Mapping[UUID, Sequence[Span]]
FAR_BACK = timedelta(days=550)
"""Longer than the longest gap and wait that can be agreed: days away before that change nothing."""


class PairStanding(NamedTuple):
    """A pair that works together today, as the scheme knows it: facts, and no word of theirs."""

    pairing_id: UUID
    coach_id: UUID
    supported_id: UUID
    kind: str
    coach_name: str
    supported_name: str
    last_on: date | None
    quiet: rhythm.Pair


def scheme_rhythm(organisation_id: UUID) -> SchemeRhythm:
    """What the organisation agreed, or what holds until it does (a row that is not kept yet)."""
    found = db.session.scalar(
        select(SchemeRhythm).where(SchemeRhythm.organisation_id == organisation_id)
    )
    return found or SchemeRhythm(
        organisation_id=organisation_id, version=0,
        coaching_weeks=rhythm.WEEKS, coaching_more=rhythm.MORE,
        mentoring_weeks=rhythm.WEEKS, mentoring_more=rhythm.MORE,
    )  # fmt: skip


def weeks_between(organisation_id: Any = Pairing.organisation_id) -> Any:
    """How many weeks the pairing at hand leaves between sessions.

    A list of one organisation names it, so that what that agreed is looked up once for all.

    What both of the two signed last goes before what the scheme agreed, and that before the usual.
    """
    signed = (
        select(PairAgreement.weeks_between)
        .where(PairAgreement.pairing_id == Pairing.id, PairAgreement.signed_at.is_not(None))
        .order_by(PairAgreement.number.desc())
        .limit(1)
        .correlate(Pairing)
        .scalar_subquery()
    )
    agreed = _of_kind(SchemeRhythm.coaching_weeks, SchemeRhythm.mentoring_weeks, organisation_id)
    return func.coalesce(signed, agreed, rhythm.WEEKS)


def standings(organisation_id: UUID, today: date, most: int = MOST_PAIRS) -> Sequence[PairStanding]:
    """The pairs that work together today, by the name of who is supported."""
    asked = {"here": organisation_id, "most": most}
    rows = db.session.execute(_rows(today), asked).all()
    away = _days_away(organisation_id, today) if rows else {}
    paused = pauses_since(organisation_id, today - FAR_BACK) if rows else {}
    covered = covers_since(organisation_id, today - FAR_BACK) if rows else {}
    return [
        PairStanding._make(
            (*names, last_on,
             rhythm.Pair(last_on or started_on, weeks, more, _stops(names, paused, covered, away),
                         next_on, told_on, coordinator_told_on))
        )
        for *names, started_on, last_on, weeks, more, told_on, coordinator_told_on, next_on in rows
    ]  # fmt: skip


def _stops(names: Sequence[Any], paused: Spans, covered: Spans, away: Spans) -> tuple[Span, ...]:
    """The days that do not count for a pair; for most there are none."""
    pairing_id, coach_id, supported_id, *_ = names
    return (
        *paused.get(pairing_id, ()),
        *covered.get(pairing_id, ()),
        *away.get(coach_id, ()),
        *away.get(supported_id, ()),
    )


def spells_of(quiet: Sequence[PairStanding]) -> dict[UUID, QuietSpell]:
    """The quiet spell that each of these pairs is in, by the id of the pair."""
    since = {each.pairing_id: each.quiet.since_on for each in quiet}
    found = db.session.scalars(
        select(QuietSpell)
        .where(QuietSpell.pairing_id.in_(list(since)))
        .order_by(QuietSpell.pairing_id, QuietSpell.since_on)
        .limit(MOST_PAIRS)
    )
    return {each.pairing_id: each for each in found if each.since_on == since[each.pairing_id]}


def pairings_with(ids: Sequence[UUID]) -> dict[UUID, Pairing]:
    """These pairings with both of the two, by id."""
    found = select(Pairing).where(Pairing.id.in_(ids)).order_by(Pairing.id).limit(len(ids))
    return {each.id: each for each in db.session.scalars(found)}


@lru_cache(KEPT)
def _rows(today: date) -> Any:
    """The statement of one day: the columns of `PairStanding`, then those of its rhythm."""
    coach, supported = aliased(Person), aliased(Person)
    last_on = (
        select(func.max(Session.held_on))
        .where(Session.pairing_id == Pairing.id)
        .correlate(Pairing)
        .scalar_subquery()
    )
    more = _of_kind(SchemeRhythm.coaching_more, SchemeRhythm.mentoring_more, HERE)
    since_on = func.coalesce(last_on, Pairing.started_on)
    return (
        select(
            Pairing.id, Pairing.coach_id, Pairing.supported_id, Pairing.kind,
            _name(coach).label("coach_name"), _name(supported).label("supported_name"),
            Pairing.started_on, last_on.label("last_on"), weeks_between(HERE).label("weeks"),
            func.coalesce(more, rhythm.MORE).label("more"),
            QuietSpell.told_on, QuietSpell.coordinator_told_on, PlannedSession.meets_on,
        )
        .outerjoin(
            PlannedSession,
            and_(PlannedSession.pairing_id == Pairing.id, PlannedSession.state == PLANNED),
        )
        .join(coach, coach.id == Pairing.coach_id)
        .join(supported, supported.id == Pairing.supported_id)
        .outerjoin(
            QuietSpell,
            and_(QuietSpell.pairing_id == Pairing.id, QuietSpell.since_on == since_on),
        )
        .where(_goes_on(HERE, today))
        .where(coach.working_here(today), supported.working_here(today))
        .order_by(supported.sort_key, Pairing.id)
        .limit(bindparam("most", type_=Integer))
    )  # fmt: skip


def _goes_on(organisation_id: Any, today: date) -> ColumnElement[bool]:
    """The condition that two work together today and nobody has put an end to it."""
    return and_(
        Pairing.organisation_id == organisation_id,
        Pairing.started_on <= today,
        Pairing.ended_on.is_(None),
    )


def _days_away(organisation_id: UUID, today: date) -> dict[UUID, list[Span]]:
    """When those who are in a pair are or were lately away."""
    goes_on = _goes_on(organisation_id, today)
    coaches, supported = (
        select(side).where(goes_on) for side in (Pairing.coach_id, Pairing.supported_id)
    )
    found = db.session.execute(
        select(DaysAway.person_id, DaysAway.started_on, DaysAway.ended_on)
        .where(DaysAway.person_id.in_(coaches.union(supported)), DaysAway.started_on <= today)
        .where(or_(DaysAway.ended_on.is_(None), DaysAway.ended_on >= today - FAR_BACK))
        .order_by(DaysAway.started_on.desc(), DaysAway.id)
        .limit(MOST_AWAY)
    )
    away: dict[UUID, list[Span]] = defaultdict(list)
    for person_id, started_on, ended_on in found:
        away[person_id].append(Span(started_on, ended_on))
    return away


def _of_kind(coaching: Any, mentoring: Any, organisation_id: Any) -> Any:
    """What an organisation agreed for pairs of the kind of the pairing at hand."""
    of_coaching, of_mentoring = (
        select(column)
        .where(SchemeRhythm.organisation_id == organisation_id)
        .correlate(Pairing)
        .scalar_subquery()
        for column in (coaching, mentoring)
    )
    return case((Pairing.kind == COACHING, of_coaching), else_=of_mentoring)


def _name(person: Any) -> Any:
    called = func.coalesce(func.nullif(person.known_as, ""), person.given_names)
    return called + " " + person.family_name
