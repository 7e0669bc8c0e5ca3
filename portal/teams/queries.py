"""Counts of workload: of one person, and the latest of several."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.teams.models import WorkloadCount

MOST_OF_A_PERSON = 400


def counts_of(person_id: UUID, since: date) -> Sequence[WorkloadCount]:
    """The counts of one person from a day on, latest first."""
    found = (
        select(WorkloadCount)
        .where(WorkloadCount.person_id == person_id, WorkloadCount.counted_on >= since)
        .order_by(WorkloadCount.counted_on.desc())
        .limit(MOST_OF_A_PERSON)
    )
    return db.session.scalars(found).all()


def count_on(person_id: UUID, day: date) -> WorkloadCount | None:
    """The count of a person on a day, if there is one."""
    found = select(WorkloadCount).where(
        WorkloadCount.person_id == person_id, WorkloadCount.counted_on == day
    )
    return db.session.scalar(found)


def latest_counts(person_ids: Collection[UUID], since: date) -> dict[UUID, WorkloadCount]:
    """The latest count of each of these people since a day, by person."""
    found = (
        select(WorkloadCount)
        .where(WorkloadCount.person_id.in_(person_ids), WorkloadCount.counted_on >= since)
        .order_by(WorkloadCount.counted_on)
        .limit(MOST_OF_A_PERSON * max(1, len(person_ids)))
    )
    return {each.person_id: each for each in db.session.scalars(found)}
