"""A staff list on its way in: kept from the upload until it is brought in or given up.

What the file says is kept only between these two moments, and for a day at most. Afterwards the
row holds counts and a digest, so that the result can be shown and the audit trail refer to it.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import now
from portal.database import PERSONAL, PUBLIC, Base, Owned, belongs


class StaffListUpload(Owned, Base):
    """A file that somebody brings in, with the meaning given to its columns."""

    __tablename__ = "staff_list_upload"
    __table_args__ = (belongs("person", "uploaded_by_id"),)

    uploaded_by_id: Mapped[UUID | None] = mapped_column(index=True, info=PERSONAL)
    uploaded_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    file_name: Mapped[str] = mapped_column(default="", info=PERSONAL)
    content: Mapped[bytes] = mapped_column(LargeBinary, default=b"", deferred=True, info=PERSONAL)
    digest: Mapped[str] = mapped_column(info=PUBLIC)
    mapping: Mapped[dict[str, int]] = mapped_column(JSON, default=dict, info=PUBLIC)
    applied_at: Mapped[datetime | None] = mapped_column(default=None, info=PUBLIC)
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, info=PUBLIC)

    @property
    def is_applied(self) -> bool:
        """Whether the list has been brought in."""
        return self.applied_at is not None
