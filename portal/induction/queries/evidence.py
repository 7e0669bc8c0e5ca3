"""What of a year is on no list of evidence yet, although it belongs there."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select, union_all

from portal.database import db
from portal.induction import giving, observing
from portal.induction.models import Feedback, Observation
from portal.induction.models.verifications import Verification
from portal.standards.models import Evidence

MOST_AT_ONCE = 200
IN_A_YEAR = ("feedback", "verification")


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


def years_of_pieces(pieces: Iterable[Evidence]) -> dict[UUID, UUID]:
    """By feedback and by document seen, the year in which its words are read; one statement."""
    made_of = [each.subject_id for each in pieces if each.subject_type in IN_A_YEAR]
    if not made_of:
        return {}
    of_each = [
        select(of.id, of.induction_id).where(of.id.in_(made_of)) for of in (Feedback, Verification)
    ]
    return {row.id: row.induction_id for row in db.session.execute(union_all(*of_each))}


def _is_not_kept(of: type[Observation | Feedback]) -> ColumnElement[bool]:
    pointing = exists().where(
        Evidence.subject_type == of.__tablename__, Evidence.subject_id == of.id
    )
    return ~pointing
