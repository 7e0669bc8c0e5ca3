"""That somebody does not want to be told again how others moved on."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import now
from portal.database import PERSONAL, Base, Owned, belongs


class NotNow(Owned, Base):
    """Somebody said "not now" to the sentence on how others moved on; it never comes back."""

    __tablename__ = "not_now"
    __table_args__ = (belongs("person", "person_id"), UniqueConstraint("person_id"))

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    said_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
