"""What consultant support does by itself once a day: offer, close, delete."""

from uuid import UUID

from sqlalchemy import delete

from portal import audit
from portal.database import db, rows_changed
from portal.support import queries
from portal.support.models import QuestionWords, SharedAnswer
from portal.support.operations.questions import close_question, offer


def offer_questions(organisation_id: UUID) -> int:
    """Let others take what is open with a consultant who is away or none any more.

    A question by name that was not taken by its target is offered too. Answers how many it was.
    """
    found = queries.to_offer(organisation_id)
    for question in found:
        offer(None, question)
    return len(found)


def close_rested(organisation_id: UUID) -> int:
    """Close what was answered and rests for four weeks; how many it was."""
    found = queries.rested(organisation_id)
    for question in found:
        close_question(None, question)
    return len(found)


def delete_words(organisation_id: UUID) -> int:
    """Delete the words of questions whose day has gone by; how many texts it was.

    What both agreed to share stays, and for the totals that something of a kind was asked.
    """
    deeds = []
    for question in queries.with_words_over(organisation_id):
        gone = delete(QuestionWords).where(QuestionWords.question_id == question.id)
        proposed = delete(SharedAnswer).where(
            SharedAnswer.question_id == question.id, SharedAnswer.published_at.is_(None)
        )
        texts = {"texts": rows_changed(gone), "proposals": rows_changed(proposed)}
        deeds.append((question, texts))
    audit.record_many(None, "support.words_deleted", deeds)
    db.session.flush()
    return sum(facts["texts"] for _, facts in deeds)
