"""Counts of workload: of one person, and the latest of several."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, Select, bindparam, select

from portal.database import db
from portal.teams.models import WorkloadCount

MOST_OF_A_PERSON = 400


def count_on(person_id: UUID, day: date) -> WorkloadCount | None:
    """The count of a person on a day, if there is one."""
    found = select(WorkloadCount).where(
        WorkloadCount.person_id == person_id, WorkloadCount.counted_on == day
    )
    return db.session.scalar(found)


def counts_since(people: Collection[UUID], since: date) -> dict[UUID, list[WorkloadCount]]:
    """The counts of each of these people from a day on, latest first."""
    most = MOST_OF_A_PERSON * max(1, len(people))
    asked = {"people": list(people), "since": since, "most": most}
    counts: dict[UUID, list[WorkloadCount]] = defaultdict(list)
    for each in db.session.scalars(_counts(), asked):
        counts[each.person_id].append(each)
    return counts


@cache
def _counts() -> Select[WorkloadCount]:
    people: Any = bindparam("people", expanding=True)
    since: Any = bindparam("since", type_=Date)
    return (
        select(WorkloadCount)
        .where(WorkloadCount.person_id.in_(people), WorkloadCount.counted_on >= since)
        .order_by(WorkloadCount.counted_on.desc(), WorkloadCount.id)
        .limit(bindparam("most", type_=Integer))
    )
