"""What waits for one person: answers to read, talks, observations, first weeks of others."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, Uuid, cast, false, func, literal, not_, null, or_, select, union_all

from portal.clock import today
from portal.database import db
from portal.induction import observing
from portal.induction.models import Feedback, FirstWeeksTask, Induction, Observation, TalkAsked
from portal.induction.queries.feedback import to_read_by
from portal.induction.queries.first_weeks import first_of_mine
from portal.induction.queries.years import assessed_by
from portal.induction.waiting import AHEAD
from portal.people.asker import KEPT, asker, given
from portal.people.models import Person

MOST_TALKS = 5
MOST_OBSERVED = 20
READ, TALK, OBSERVE, START = "read", "talk", "observe", "start"
READERS = ("assessor", "coordinator")
STARTING = ("assessor", "coordinator", "manager", "consultant")


def waits_alone(person: Person) -> Sequence[Row[Any]]:
    """In one statement: answers to read, talks that a coordinator owes, what one observes, and
    what is one's own to do for people who start.

    Rows of `kind`, `day`, `subject_id` (the year of a talk, else the observation), `first_name` and
    `family_name`; an answer and a task have only their day.
    """
    asked = _asked(asker(person), today())
    return [] if asked is None else db.session.execute(asked, given(person)).all()


@lru_cache(KEPT)
def _asked(person: Any, _day: date) -> Any:
    """The statement for whoever holds these roles, on one day."""
    unnamed = (cast(null(), Uuid).label("subject_id"), literal("").label("first_name"),
               literal("").label("family_name"))  # fmt: skip
    answers = to_read_by(
        person, literal(READ).label("kind"), Feedback.read_by.label("day"), *unnamed
    )
    parts = [select(answers.subquery())] if person.has_role(*READERS) else []
    if person.has_role("coordinator"):
        parts.append(select(_talks(person).subquery()))
    if person.has_role(*observing.OBSERVING_ROLES):
        parts.append(select(_observed(person).subquery()))
    if person.has_role(*STARTING):
        day = FirstWeeksTask.due_on.label("day")
        tasks = first_of_mine(person, literal(START).label("kind"), day, *unnamed)
        parts.append(select(tasks.subquery()))
    return union_all(*parts) if parts else None


def _observed(person: Person) -> Any:
    """What somebody observes soon, or has not finished their part of.

    An assessor finds those to come among the items of the people they assess.
    """
    known = func.coalesce(func.nullif(Person.known_as, ""), Person.given_names)
    day = Observation.planned_on
    is_theirs = assessed_by(person) if person.has_role("assessor") else false()
    return (
        select(
            literal(OBSERVE).label("kind"), day.label("day"), Observation.id.label("subject_id"),
            known.label("first_name"), Person.family_name.label("family_name"),
        )
        .join(Induction, Induction.id == Observation.induction_id)
        .join(Person, Person.id == Induction.person_id)
        .where(
            Observation.organisation_id == person.organisation_id,
            Observation.observer_id == person.id,
            day <= today() + AHEAD,
            or_(day <= today(), not_(is_theirs)),
            Observation.observer_finished_on.is_(None),
            Observation.consent != observing.WITHDRAWN,
            or_(Induction.ended_on.is_(None), Induction.ended_on >= today()),
        )
        .order_by(day, Observation.id)
        .limit(MOST_OBSERVED)
    )  # fmt: skip


def _talks(person: Person) -> Any:
    known = func.coalesce(func.nullif(Person.known_as, ""), Person.given_names)
    return (
        select(
            literal(TALK).label("kind"), TalkAsked.asked_on.label("day"),
            TalkAsked.induction_id.label("subject_id"), known.label("first_name"),
            Person.family_name.label("family_name"),
        )
        .join(Induction, Induction.id == TalkAsked.induction_id)
        .join(Person, Person.id == Induction.person_id)
        .where(
            TalkAsked.organisation_id == person.organisation_id,
            TalkAsked.answered_on.is_(None),
            Induction.person_id != person.id,
            TalkAsked.asked_on <= today(),
        )
        .order_by(TalkAsked.asked_on, TalkAsked.id)
        .limit(MOST_TALKS)
    )  # fmt: skip
