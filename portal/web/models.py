"""Keys of forms that have been accepted once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import now
from portal.database import PERSONAL, PUBLIC, Base, Owned, belongs


class FormKey(Owned, Base):
    """A creating form that a person sent, and where its answer lives."""

    __tablename__ = "form_key"
    __table_args__ = (belongs("person", "person_id"), UniqueConstraint("person_id", "key"))

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    key: Mapped[str] = mapped_column(info=PUBLIC)
    location: Mapped[str] = mapped_column(info=PERSONAL)
    kept_at: Mapped[datetime] = mapped_column(default=now, index=True, info=PERSONAL)
