"""What a session was about: words from a list, for the two of the pair."""

from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PRIVATE, PUBLIC, Base, Owned, belongs


class SessionTopic(Owned, Base):
    """One thing that a session of a pair was about, by its key in `topics.toml`.

    The two see it. Others see totals of the scheme alone, and only from ten people.
    """

    __tablename__ = "session_topic"
    __table_args__ = (
        belongs("mentoring_session", "session_id"),
        UniqueConstraint("session_id", "topic"),
    )

    session_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    topic: Mapped[str] = mapped_column(info=PRIVATE)
