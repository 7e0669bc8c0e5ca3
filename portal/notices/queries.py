"""What a person was told."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select

from portal.database import db
from portal.notices.models import Notice

FEW = 5


def told(person_id: UUID) -> Select[Notice]:
    """All notices to a person, newest first."""
    mine = select(Notice).where(Notice.person_id == person_id)
    return mine.order_by(Notice.told_at.desc(), Notice.id.desc())


def latest_and_unread(person_id: UUID) -> tuple[Sequence[Notice], int]:
    """The few notices that a person got last, and how many are unread: in one statement."""
    found = db.session.execute(LATEST_AND_UNREAD, {"person_id": person_id}).all()
    return [row[0] for row in found], found[0][1] if found else 0


def unread(person_id: UUID) -> int:
    """How many notices a person has not read, counted to 99."""
    return db.session.scalar(UNREAD, {"person_id": person_id}) or 0


def told_about(people: Collection[UUID], link: str) -> dict[UUID, datetime]:
    """Which of these people were told something with this link, and when last."""
    told = (
        select(Notice.person_id, func.max(Notice.told_at).label("last_at"))
        .where(Notice.person_id.in_(people), Notice.link == link)
        .group_by(Notice.person_id)
    )
    return {row.person_id: row.last_at for row in db.session.execute(told)}


# Built once: every page of everybody signed in counts them, and every home page shows some.
_own = Notice.person_id == bindparam("person_id")
_unread = select(Notice.id).where(_own, Notice.read_at.is_(None)).limit(99)
LATEST = select(Notice).where(_own).order_by(Notice.told_at.desc(), Notice.id.desc()).limit(FEW)
UNREAD = select(func.count()).select_from(_unread.subquery())
LATEST_AND_UNREAD = LATEST.add_columns(UNREAD.scalar_subquery())
