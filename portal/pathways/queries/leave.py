"""How leave counts here, and the absences that a published rule looks at."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import aliased

from portal.database import db
from portal.pathways.models import PublishedLeaveRule
from portal.pathways.progression.leave import LeaveRule, Span, counted_time
from portal.people.models import DaysAway, Person

MOST_ABSENCES = 20_000
MOST_RULES = 50


def leave_rules(organisation_id: UUID) -> list[PublishedLeaveRule]:
    """What was published about leave, the rule in force first."""
    published = (
        select(PublishedLeaveRule)
        .where(PublishedLeaveRule.organisation_id == organisation_id)
        .order_by(PublishedLeaveRule.number.desc())
        .limit(MOST_RULES)
    )
    return list(db.session.scalars(published))


def leave_rule(organisation_id: UUID) -> LeaveRule | None:
    """The rule in force; None where all leave counts."""
    latest = (
        select(PublishedLeaveRule)
        .where(PublishedLeaveRule.organisation_id == organisation_id)
        .order_by(PublishedLeaveRule.number.desc())
        .limit(1)
    )
    published = db.session.scalar(latest)
    return published.rule if published else None


def in_force(organisation_id: Any) -> ColumnElement[bool]:
    """The condition that picks, of what was published by an organisation, the rule in force."""
    later = aliased(PublishedLeaveRule)
    latest = (
        select(func.max(later.number))
        .where(later.organisation_id == organisation_id)
        .scalar_subquery()
    )
    return and_(
        PublishedLeaveRule.organisation_id == organisation_id, PublishedLeaveRule.number == latest
    )


def counted_at(
    person: Person, at: Mapping[str, Sequence[Span]], rule: LeaveRule | None
) -> Mapping[str, Sequence[Span]]:
    """What counts of the time somebody stood at each place; absences are asked for by need."""
    if rule is None:
        return at
    away = absences(person.organisation_id, rule, person).get(person.id, [])
    return {key: counted_time(spans, away, rule) for key, spans in at.items()}


def absences(
    organisation_id: UUID, rule: LeaveRule, person: Person | None = None
) -> dict[UUID, list[Span]]:
    """The absences of everybody, or of one, that reach into the days of a rule."""
    ended: Any = DaysAway.ended_on
    found = (
        select(DaysAway.person_id, DaysAway.started_on, DaysAway.ended_on)
        .where(DaysAway.organisation_id == organisation_id)
        .where(or_(ended.is_(None), ended >= rule.since))
        .order_by(DaysAway.person_id, DaysAway.started_on, DaysAway.id)
        .limit(MOST_ABSENCES)
    )
    if person is not None:
        found = found.where(DaysAway.person_id == person.id)
    away: dict[UUID, list[Span]] = defaultdict(list)
    for who, first, last in db.session.execute(found):
        away[who].append((first, last))
    return away
