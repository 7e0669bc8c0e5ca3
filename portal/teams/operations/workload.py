"""Writing down how much somebody carries."""

from datetime import date

from portal import audit
from portal.database import db
from portal.people.models import Person
from portal.teams import queries, workload
from portal.teams.models import WorkloadCount


class ImpossibleCountError(ValueError):
    """No such count can be right; the message says why."""


def count_workload(
    by: Person, person: Person, *, counted_on: date, points: int, today: date
) -> WorkloadCount:
    """Write down the points of a day; of one day the last count stands.

    Raises ImpossibleCountError for a day to come or a number out of reason.
    """
    if counted_on > today:
        raise ImpossibleCountError("The day must be today or in the past")
    if not workload.is_possible(points):
        raise ImpossibleCountError(f"Points are a number from 0 to {workload.MOST}")
    count = queries.count_on(person.id, counted_on)
    if count is not None and count.points == points:
        return count
    was = count.points if count else None
    if count is None:
        count = WorkloadCount(
            organisation_id=person.organisation_id,
            person_id=person.id,
            counted_on=counted_on,
            points=points,
            counted_by_id=by.id,
        )
        db.session.add(count)
    count.points, count.counted_by_id = points, by.id
    db.session.flush()
    facts = {"counted_on": counted_on.isoformat(), "points": points, "was": was}
    audit.record(by, "teams.workload_counted", count, **facts)
    return count
