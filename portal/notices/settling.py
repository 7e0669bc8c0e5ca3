"""Settling: a notice that asks for something is read once that is done, whoever did it.

Deeds are watched in the audit trail, so no operation has a line for it. `settled.toml` says which
records ask for something, and which deeds end the asking for everybody; whoever does anything to
such a record has seen what they were told about it. It is done in the transaction of the deed, and
leaves alone what that transaction itself tells.
"""

import tomllib
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import event, or_, update

from portal.audit import Deed, deeds_done
from portal.clock import now
from portal.database import db
from portal.notices.models import Notice

TOLD = "notices_told"
_DATA = tomllib.loads((Path(__file__).parent / "settled.toml").read_text("utf-8"))
ASKING = frozenset(_DATA.pop("asking")["deeds"])
SETTLED_BY: dict[str, frozenset[str]] = {
    table: frozenset(actions) for table, actions in _DATA.items()
}


def remember_told(notice_id: UUID) -> None:
    """Know that this transaction tells it: what is done in the same one does not settle it."""
    told: list[UUID] = db.session.info.setdefault(TOLD, [])
    told.append(notice_id)


@event.listens_for(db.session, "before_commit")
def _settle(session: Any) -> None:
    """Mark as read what the deeds of this transaction have settled."""
    done = (each for each in deeds_done() if each.action not in ASKING)
    deeds = [each for each in done if each.subject_type in SETTLED_BY]
    told = session.info.pop(TOLD, [])
    if deeds:
        _mark(deeds, told)


def _mark(deeds: list[Deed], told: list[UUID]) -> None:
    done = {each.subject_id for each in deeds if each.action in SETTLED_BY[each.subject_type]}
    actors = {each.actor_id for each in deeds if each.actor_id}
    about = Notice.subject_id.in_({each.subject_id for each in deeds})
    whose = or_(Notice.subject_id.in_(done), Notice.person_id.in_(actors))
    asked = update(Notice).where(about, whose, Notice.read_at.is_(None), Notice.id.not_in(told))
    with_nothing_loaded = asked.execution_options(synchronize_session=False)
    db.session.execute(with_nothing_loaded.values(read_at=now()))


@event.listens_for(db.session, "after_soft_rollback")
def _forget(session: Any, *_: Any) -> None:
    """What was not kept was not told."""
    session.info.pop(TOLD, None)
