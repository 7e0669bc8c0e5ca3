"""What ends with people and posts that a staff list ends: their roles, and the cover they give.

What belongs to a post that goes on under other terms goes on with its new row.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, or_, select, update

from portal.database import db
from portal.people.models import Cover, Leaving, Person, RoleHeld
from portal.people.operations.endings import end_with
from portal.people.staff_list.writes import Row, Writes

AT_ONCE = 500


def end_what_came_with(writes: Writes, by: Person | None) -> None:
    """End the roles and cover of people who leave, and the roles that came with an ended post."""
    _go_on(writes.follows)
    _forget_leavings([*writes.leavers, *writes.returned])
    last_days = {row["id"]: row["ended_on"] for row in writes.leavers}
    giving_way = {row["before_id"] for row in writes.follows}
    ended = {row["id"]: row["ended_on"] for row in writes.ends if row["id"] not in giving_way}
    roles = {held: last_days[held.person_id] for held in _of(RoleHeld, "person_id", last_days)}
    came_with = _of(RoleHeld, "post_id", ended)
    roles |= {held: ended[held.post_id] for held in came_with if held not in roles}
    cover = {held: last_days[held.person_id] for held in _of(Cover, "person_id", last_days)}
    end_with(by, {**roles, **cover})


def _go_on(follows: Iterable[Row]) -> None:
    """Let what came with a row come with the one that continues it, from its first day."""
    rows = [
        {"old": row["before_id"], "new": row["id"], "since": row["started_on"]} for row in follows
    ]
    for model in (RoleHeld, Cover) if rows else ():
        table: Any = model.__table__
        lasting = or_(table.c.ended_on.is_(None), table.c.ended_on >= bindparam("since"))
        same = update(table).where(table.c.post_id == bindparam("old"), lasting)
        db.session.connection().execute(same.values(post_id=bindparam("new")), rows)


def _forget_leavings(rows: Iterable[Row]) -> None:
    """A leaving that was written down before is overtaken by the list."""
    for some in _batches(row["id"] for row in rows):
        db.session.execute(delete(Leaving).where(Leaving.person_id.in_(some)))


def _of(model: Any, column: str, last_days: Mapping[UUID, date]) -> Iterator[Any]:
    """The rows of these people or posts that go on after their last day."""
    for some in _batches(last_days):
        own = getattr(model, column)
        for row in db.session.scalars(select(model).where(own.in_(some)).order_by(model.id)):
            if row.ended_on is None or row.ended_on > last_days[getattr(row, column)]:
                yield row


def _batches(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    """A few hundred ids at a time, as many as one statement may name."""
    following = iter(ids)
    while some := list(islice(following, AT_ONCE)):
        yield some
