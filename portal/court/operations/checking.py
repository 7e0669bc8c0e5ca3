"""Going through the checklist of a statement: the writer ticks, the consultant looks."""

from collections.abc import Collection, Mapping
from uuid import uuid4

from portal import audit
from portal.court import queries
from portal.court.checklist import AGAIN, POINTS
from portal.court.models import CourtPoint, CourtSupport
from portal.database import db
from portal.people.models import Person


def tick_points(by: Person, support: CourtSupport, done: Collection[str]) -> bool:
    """Keep which points the writer has done; False where nothing is different."""
    known = queries.points_of(support)
    before = {key for key, point in known.items() if point.is_done}
    after = {key for key in POINTS if key in done}
    if before == after:
        return False
    for key in before ^ after:
        point = known.get(key) or _added(support, key)
        point.is_done = key in after
    db.session.flush()
    audit.record(by, "court.points_ticked", support, done=len(after))
    return True


def look_through(
    by: Person, support: CourtSupport, views: Mapping[str, str], words: Mapping[str, str]
) -> bool:
    """Keep what the consultant says of each point; False where nothing is different."""
    known, changed = queries.points_of(support), 0
    for key in POINTS:
        view = views.get(key, "")
        said = words.get(key, "") if view == AGAIN else ""
        point = known.get(key)
        if (point.view, point.words) == (view, said) if point else not view:
            continue
        point = point or _added(support, key)
        point.view = view
        point.seal(said)
        changed += 1
    db.session.flush()
    if changed:
        audit.record(by, "court.points_looked_at", support, points=changed)
    return bool(changed)


def _added(support: CourtSupport, key: str) -> CourtPoint:
    point = CourtPoint(
        id=uuid4(), organisation_id=support.organisation_id, support_id=support.id, key=key,
        is_done=False, view="",
    )  # fmt: skip
    db.session.add(point)
    return point
