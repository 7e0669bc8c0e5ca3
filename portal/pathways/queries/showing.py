"""What the portal knows of one person that counts for a role: six statements, and no more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select

from portal.database import db
from portal.induction.models import Induction
from portal.learning.queries.qualifications import current, held_by
from portal.mentoring.models import Pairing
from portal.pathways.catalogue import Catalogue, Place
from portal.pathways.catalogue.entries import (
    EVIDENCE,
    INDUCTION,
    MENTORING,
    STATED,
    TIME,
    TRAINING,
)
from portal.pathways.models import PublishedLeaveRule, RequirementStatement
from portal.pathways.places import place_of
from portal.pathways.queries.leave import counted_at, in_force
from portal.pathways.showing import Facts, Span
from portal.people.models import Person, Post
from portal.standards.models import Evidence

MOST_ROWS = 200
REGISTERED, COMPLETED = "registered", "completed"


def facts_of(
    person: Person, catalogue: Catalogue, today: date, places: Iterable[Place] | None = None
) -> Facts:
    """Everything that counts, for the person themself: nobody else is shown it.

    For some places alone only what they ask is looked up; what nobody asks for stays empty.
    """
    of = catalogue.places if places is None else places
    asked = {each.kind for place in of for each in place.requirements}
    years = _years(person) if INDUCTION in asked else []
    held = current(held_by(person)) if TRAINING in asked else []
    completed = [each.ended_on for each in years if each.ended_as == COMPLETED]
    going_on = [each.planned_end_on for each in years if each.ended_on is None]
    return Facts(
        at=_at(person, catalogue, today) if TIME in asked else {},
        is_registered=person.registration_status == REGISTERED,
        qualified_on=person.qualified_on,
        year_completed_on=min(completed, default=None),
        year_ends_on=min(going_on, default=None),
        evidence=_evidence(person) if EVIDENCE in asked else {},
        helped=_helped(person, today) if MENTORING in asked else (),
        trained={each.key: each.expires_on or date.max for each in held},
        stated=_stated(person) if STATED in asked else {},
    )


def statement_of(person: Person, place: str, requirement: str) -> RequirementStatement | None:
    """What somebody said of one requirement, if they said anything."""
    return db.session.scalar(
        select(RequirementStatement).where(
            RequirementStatement.person_id == person.id,
            RequirementStatement.place_key == place,
            RequirementStatement.requirement_key == requirement,
        )
    )


def _at(person: Person, catalogue: Catalogue, today: date) -> Mapping[str, Sequence[Span]]:
    """Since when, and until when, somebody stood at each place, as it counts here."""
    held: Any = (
        select(
            Post.job_title,
            func.coalesce(Post.began_on, Post.started_on),
            Post.ended_on,
            PublishedLeaveRule,
        )
        .outerjoin(PublishedLeaveRule, in_force(Post.organisation_id))
        .where(Post.person_id == person.id, Post.begun_by(today))
        .order_by(Post.started_on, Post.id)
        .limit(MOST_ROWS)
    )
    at: dict[str, list[Span]] = defaultdict(list)
    rule = None
    for job_title, first, last, published in db.session.execute(held):
        rule = published.rule if published else None
        place = place_of(catalogue, job_title)
        if place is not None:
            at[place.key].append((first, last))
    return counted_at(person, at, rule)


def _years(person: Person) -> list[Any]:
    found = (
        select(Induction.ended_on, Induction.ended_as, Induction.planned_end_on)
        .where(Induction.person_id == person.id)
        .order_by(Induction.started_on, Induction.id)
        .limit(MOST_ROWS)
    )
    return list(db.session.execute(found))


def _evidence(person: Person) -> dict[str, int]:
    """Pieces of evidence by kind, counted once each."""
    listed = (
        select(Evidence.kind, func.count().label("number"))
        .where(Evidence.person_id == person.id, Evidence.removed_at.is_(None))
        .group_by(Evidence.kind)
        .order_by(Evidence.kind)
    )
    return {row.kind: row.number for row in db.session.execute(listed)}


def _helped(person: Person, today: date) -> list[Span]:
    found = (
        select(Pairing.started_on, Pairing.ended_on)
        .where(Pairing.coach_id == person.id, Pairing.started_on <= today)
        .where(or_(Pairing.ended_on.is_(None), Pairing.ended_on >= Pairing.started_on))
        .order_by(Pairing.started_on, Pairing.id)
        .limit(MOST_ROWS)
    )
    return [(first, last) for first, last in db.session.execute(found)]


def _stated(person: Person) -> dict[tuple[str, str], str]:
    said = (
        select(RequirementStatement)
        .where(RequirementStatement.person_id == person.id)
        .order_by(RequirementStatement.place_key, RequirementStatement.requirement_key)
        .limit(MOST_ROWS)
    )
    return {(each.place_key, each.requirement_key): each.words for each in db.session.scalars(said)}
