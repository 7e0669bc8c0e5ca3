"""What happens by itself once a day: deadlines are told, and what is over is deleted."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import delete

from portal import audit, notices
from portal.clock import today
from portal.court import notices as sentences
from portal.court import queries, tracking
from portal.court.models import CourtPoint, CourtSupport
from portal.court.tracking import A_WEEK
from portal.database import db
from portal.people.models import Organisation


def tell_of_deadlines(organisation_id: UUID) -> int:
    """Tell both of a deadline or a hearing a week before, and on the working day before.

    Answers of how many matters somebody was told.
    """
    nation = db.session.get_one(Organisation, organisation_id).nation
    told = 0
    for support in queries.with_days_ahead(organisation_id, A_WEEK):
        days = {day for day in (support.deadline_on, support.hearing_on) if day}
        near = sorted(day for day in days if tracking.is_told_of(day, today(), nation))
        if near and support.reminded_on != today():
            support.reminded_on = today()
            _tell(support, near)
            told += 1
    return told


def delete_over(organisation_id: UUID) -> int:
    """Delete every matter that was talked about three months ago; how many it was."""
    over = queries.past_their_time(organisation_id)
    ids = [each.id for each in over]
    audit.record_many(None, "court.deleted", [(each, {}) for each in over])
    db.session.execute(delete(CourtPoint).where(CourtPoint.support_id.in_(ids)))
    db.session.execute(delete(CourtSupport).where(CourtSupport.id.in_(ids)))
    db.session.flush()
    return len(ids)


def _tell(support: CourtSupport, near: Sequence[date]) -> None:
    for reader in (support.practitioner, support.consultant):
        for day in near:
            link = f"/court/{support.id}"
            notices.tell(reader, sentences.deadline(day), link=link, about=support)
    db.session.flush()
    audit.record(None, "court.reminded", support)
