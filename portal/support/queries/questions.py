"""Questions: mine, those that wait for a consultant, and what the two of one wrote."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import lazyload

from portal.clock import time_of_day, today
from portal.database import db
from portal.people.models import DaysAway, Person, RoleHeld
from portal.support.kinds import DAY_ENDS
from portal.support.models import Question, QuestionWords, SharedAnswer
from portal.support.queries.consultants import are_consultants
from portal.support.targets import RESTS

MOST_WITH_ONE = 50
MOST_CONSULTANTS = 200
MOST_WORDS = 200
MOST_AT_ONCE = 500
IN_ORDER = (Question.due_on, Question.id)
LATEST = (Question.asked_at, Question.id)


def asked_by(person: Person) -> Select[Any]:
    """What somebody asked."""
    return select(Question).where(Question.asker_id == person.id)


def waiting_here(organisation_id: UUID, but: UUID) -> Select[Any]:
    """The open questions that any consultant may take, but for one's own."""
    return select(Question).where(*_waits(organisation_id), Question.asker_id != but)


def with_me(person: Person) -> list[Question]:
    """The open questions that this consultant has, those that wait for an answer first."""
    own = (
        select(Question)
        .where(Question.consultant_id == person.id, Question.closed_at.is_(None))
        .order_by(Question.awaits_answer.desc(), *IN_ORDER)
        .limit(MOST_WITH_ONE)
    )
    return list(db.session.scalars(own))


def open_for(person: Person) -> list[tuple[Question, SharedAnswer | None]]:
    """The open questions of somebody, asked by them or as a consultant with them.

    Each with the text of it that is proposed; a closed one too, where one is.
    """
    mine = or_(Question.asker_id == person.id, Question.consultant_id == person.id)
    proposed = and_(
        SharedAnswer.question_id == Question.id,
        SharedAnswer.published_at.is_(None),
        SharedAnswer.withdrawn_at.is_(None),
    )
    own: Any = (
        select(Question, SharedAnswer)
        .outerjoin(SharedAnswer, proposed)
        .where(mine, or_(Question.closed_at.is_(None), SharedAnswer.id.is_not(None)))
        .options(lazyload(SharedAnswer.asker), lazyload(SharedAnswer.consultant))
        .order_by(*IN_ORDER)
        .limit(MOST_WITH_ONE)
    )
    return [tuple(row) for row in db.session.execute(own)]


def words_of(question: Question) -> list[QuestionWords]:
    """What the two wrote, in order."""
    written = select(QuestionWords).where(QuestionWords.question_id == question.id)
    return list(db.session.scalars(written.order_by(QuestionWords.number).limit(MOST_WORDS)))


def last_number(question: Question) -> int:
    """The number of what was written last; 0 before anything was."""
    of = QuestionWords.question_id == question.id
    return db.session.scalar(select(func.max(QuestionWords.number)).where(of)) or 0


def is_away_today(person: Person) -> bool:
    """Whether somebody has marked today as a day away."""
    away = select(DaysAway.id).where(DaysAway.person_id == person.id, DaysAway.covering(today()))
    return db.session.scalar(away.limit(1)) is not None


def who_may_answer(organisation_id: UUID) -> list[Person]:
    """The consultants who are not away today, by name."""
    people = (
        select(Person)
        .where(*are_consultants(organisation_id), ~_away(Person.id))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_CONSULTANTS)
    )
    return list(db.session.scalars(people))


def to_offer(organisation_id: UUID) -> list[Question]:
    """What is with a consultant who is away or none any more, or did not take it in time."""
    day = today()
    held = exists().where(
        RoleHeld.person_id == Question.consultant_id,
        RoleHeld.role == "consultant",
        RoleHeld.covering(day),
    )
    last = day if time_of_day() >= DAY_ENDS else None
    by_now = Question.due_on <= last if last else Question.due_on < day
    untaken = and_(Question.taken_at.is_(None), by_now)
    return _at_once(
        Question.organisation_id == organisation_id,
        Question.closed_at.is_(None),
        Question.awaits_answer,
        Question.consultant_id.is_not(None),
        or_(_away(Question.consultant_id), ~held, untaken),
    )


def rested(organisation_id: UUID) -> list[Question]:
    """What was answered and has rested for four weeks."""
    return _at_once(
        Question.organisation_id == organisation_id,
        Question.closed_at.is_(None),
        Question.awaits_answer.is_(False),
        Question.last_written_on < today() - RESTS,
    )


def with_words_over(organisation_id: UUID) -> list[Question]:
    """Closed questions whose words are kept no longer."""
    written = exists().where(QuestionWords.question_id == Question.id)
    own = Question.organisation_id == organisation_id
    return _at_once(own, Question.words_until < today(), written)


def _at_once(*conditions: Any) -> list[Question]:
    found = select(Question).where(*conditions).order_by(*IN_ORDER).limit(MOST_AT_ONCE)
    return list(db.session.scalars(found))


def _waits(organisation_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return (
        Question.organisation_id == organisation_id,
        Question.closed_at.is_(None),
        Question.consultant_id.is_(None),
    )


def _away(person_id: Any) -> ColumnElement[bool]:
    return exists().where(DaysAway.person_id == person_id, DaysAway.covering(today()))
