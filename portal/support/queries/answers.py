"""Shared answers: the one of a question, and the page for everybody."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from portal.database import db
from portal.people.folding import fold
from portal.support.models import Question, SharedAnswer

MOST_WORDS = 6
BY_PUBLISHED = (SharedAnswer.published_at, SharedAnswer.id)


def shared_of(question: Question) -> SharedAnswer | None:
    """The text of this question that is proposed or shared, if there is one."""
    of = SharedAnswer.question_id == question.id, SharedAnswer.withdrawn_at.is_(None)
    return db.session.scalar(select(SharedAnswer).where(*of))


def answers_here(organisation_id: UUID, q: str, kind: str) -> Select[Any]:
    """What both of its two agreed to share; with words, those in which a word begins with each."""
    shared = select(SharedAnswer).where(
        SharedAnswer.organisation_id == organisation_id,
        SharedAnswer.published_at.is_not(None),
        SharedAnswer.withdrawn_at.is_(None),
    )
    if kind:
        shared = shared.where(SharedAnswer.kind == kind)
    for word in fold(q[:200]).split()[:MOST_WORDS]:
        shared = shared.where(SharedAnswer.folded.contains(f" {word}", autoescape=True))
    return shared
