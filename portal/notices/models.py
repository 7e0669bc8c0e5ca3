"""Notices to people, and how far each got."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import now
from portal.database import PERSONAL, PUBLIC, Base, Owned, belongs, one_of

UNREAD = text("read_at IS NULL")
MAIL_STATES = ("none", "queued", "sent", "failed")


class Notice(Owned, Base):
    """A sentence to one person, with a link to what it is about."""

    __tablename__ = "notice"
    __table_args__ = (
        belongs("person", "person_id"),
        one_of("mail_state", MAIL_STATES),
        Index("ix_notice_of_person", "person_id", "told_at", "id"),
        Index("ix_notice_unread", "person_id", sqlite_where=UNREAD, postgresql_where=UNREAD),
        Index("ix_notice_asking", "subject_id", sqlite_where=UNREAD, postgresql_where=UNREAD),
        Index("ix_notice_mail", "mail_state", "next_try_at"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    text: Mapped[str] = mapped_column(info=PERSONAL)
    link: Mapped[str] = mapped_column(default="", info=PERSONAL)
    subject_type: Mapped[str] = mapped_column(default="", info=PUBLIC)
    subject_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    told_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    read_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    one_time_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    mail_to: Mapped[str] = mapped_column(default="", info=PERSONAL)
    mail_state: Mapped[str] = mapped_column(default="none", info=PUBLIC)
    tries: Mapped[int] = mapped_column(default=0, info=PUBLIC)
    next_try_at: Mapped[datetime] = mapped_column(default=now, info=PUBLIC)
