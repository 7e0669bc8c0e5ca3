"""What a person was told."""

from uuid import UUID

from sqlalchemy import Select, select

from portal.notices.models import Notice
from portal.web.lists import capped_count


def told(person_id: UUID) -> Select[Notice]:
    """All notices to a person, newest first."""
    mine = select(Notice).where(Notice.person_id == person_id)
    return mine.order_by(Notice.told_at.desc(), Notice.id.desc())


def unread(person_id: UUID) -> int:
    """How many notices a person has not read, counted to 99."""
    mine = select(Notice.id).where(Notice.person_id == person_id, Notice.read_at.is_(None))
    return capped_count(mine, cap=99)[0]
