"""Ending roles, cover and posts together: what ends with somebody, with a post, or with cover."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from portal import audit
from portal.database import db
from portal.people.models import Cover, Person, Post, RoleHeld

Row = Post | RoleHeld | Cover
Deed = tuple[str, Any, dict[str, Any]]


def end_with(
    by: Person | None, last_days: Mapping[RoleHeld | Cover, date], *, because: Sequence[Deed] = ()
) -> None:
    """End roles and cover on these days because of another deed, each with an audit entry.

    What would begin later is taken back. The deed itself is written down first, and with them.
    """
    roles = {row: day for row, day in last_days.items() if isinstance(row, RoleHeld)}
    cover = {row: day for row, day in last_days.items() if isinstance(row, Cover)}
    ended: list[Deed] = [("people.role_ended", row, _facts(row)) for row in roles]
    ended += [("people.cover_ended", row, _facts(row)) for row in cover]
    audit.record_deeds(by, [*because, *ended])
    end_rows(roles)  # first: a role names the cover that it came with
    end_rows(cover)


def end_rows(last_days: Mapping[Any, date]) -> None:
    """End these on their days, those that last longer; what would begin later is taken back."""
    for row, last_on in last_days.items():
        if row.started_on > last_on:
            db.session.delete(row)
        elif row.ended_on is None or row.ended_on > last_on:
            row.ended_on = last_on
    db.session.flush()


def _facts(row: RoleHeld | Cover) -> dict[str, str]:
    role = {"role": row.role} if isinstance(row, RoleHeld) else {}
    return {**role, "person": str(row.person_id)}
