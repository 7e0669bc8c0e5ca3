"""What of a year is on no list of evidence yet, although it belongs there."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select

from portal.database import db
from portal.induction import giving, observing
from portal.induction.models import Feedback, Observation
from portal.standards.models import Evidence

MOST_AT_ONCE = 200


def observations_not_kept(organisation_id: UUID) -> Sequence[Observation]:
    """Observations that both have finished, with consent, and that are no evidence yet."""
    found = (
        select(Observation)
        .where(
            Observation.organisation_id == organisation_id,
            Observation.observer_finished_on.is_not(None),
            Observation.worker_finished_on.is_not(None),
            Observation.consent != observing.WITHDRAWN,
            _is_not_kept(Observation),
        )
        .order_by(Observation.id)
        .limit(MOST_AT_ONCE)
    )
    return db.session.scalars(found).all()


def feedback_not_kept(organisation_id: UUID) -> Sequence[Feedback]:
    """Feedback that was passed on and is no evidence yet."""
    found = (
        select(Feedback)
        .where(
            Feedback.organisation_id == organisation_id,
            Feedback.state == giving.PASSED_ON,
            _is_not_kept(Feedback),
        )
        .order_by(Feedback.id)
        .limit(MOST_AT_ONCE)
    )
    return db.session.scalars(found).all()


def _is_not_kept(of: type[Observation | Feedback]) -> ColumnElement[bool]:
    pointing = exists().where(
        Evidence.subject_type == of.__tablename__, Evidence.subject_id == of.id
    )
    return ~pointing
