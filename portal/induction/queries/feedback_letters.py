"""Which links wait for a reminder, and whose address is not needed any more."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager

from portal.clock import now, today
from portal.database import db
from portal.induction.models import FeedbackLetter, FeedbackRequest, Induction
from portal.induction.models.feedback_letters import QUEUED

MOST_AT_ONCE = 200
NEAR = timedelta(days=14)  # no reminder is earlier: five working days, with any holidays between


def due_letters(most: int) -> list[UUID]:
    """The letters that are to go out now, oldest first, by their ids."""
    found = (
        select(FeedbackLetter.id)
        .where(FeedbackLetter.mail_state == QUEUED, FeedbackLetter.next_try_at <= now())
        .order_by(FeedbackLetter.next_try_at, FeedbackLetter.id)
        .limit(most)
    )
    return list(db.session.scalars(found))


def letters_by_request(organisation_id: UUID) -> dict[UUID, FeedbackLetter]:
    """Every letter of an organisation whose address is still kept, by its link."""
    found = select(FeedbackLetter).where(FeedbackLetter.organisation_id == organisation_id)
    kept = db.session.scalars(found.order_by(FeedbackLetter.id).limit(5 * MOST_AT_ONCE))
    return {each.request_id: each for each in kept}


def unanswered(organisation_id: UUID) -> Sequence[FeedbackRequest]:
    """Links that may be due for the one reminder that goes by itself, soonest over first."""
    found = (
        select(FeedbackRequest)
        .join(Induction, Induction.id == FeedbackRequest.induction_id)
        .where(
            FeedbackRequest.organisation_id == organisation_id,
            FeedbackRequest.used_on.is_(None),
            FeedbackRequest.nudged_on.is_(None),
            FeedbackRequest.reminded_on.is_(None),
            FeedbackRequest.last_on >= today(),
            FeedbackRequest.last_on <= today() + NEAR,
            or_(Induction.ended_on.is_(None), Induction.ended_on >= today()),
        )
        .options(contains_eager(FeedbackRequest.induction))
        .order_by(FeedbackRequest.last_on, FeedbackRequest.induction_id, FeedbackRequest.id)
        .limit(MOST_AT_ONCE)
    )
    return db.session.scalars(found).unique().all()


def letters_not_needed(organisation_id: UUID) -> Sequence[FeedbackLetter]:
    """Letters whose link was used, or takes no answer any more."""
    found = (
        select(FeedbackLetter)
        .join(FeedbackRequest, FeedbackRequest.id == FeedbackLetter.request_id)
        .where(
            FeedbackLetter.organisation_id == organisation_id,
            or_(FeedbackRequest.used_on.is_not(None), FeedbackRequest.last_on < today()),
        )
        .order_by(FeedbackLetter.id)
        .limit(MOST_AT_ONCE)
    )
    return db.session.scalars(found).all()
