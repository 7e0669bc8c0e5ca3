"""Entries of the audit trail. They hold ids and facts, never names or free text."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL, PUBLIC, Base, Owned


class AuditEntry(Owned, Base):
    """One deed in an organisation's chain; each entry is sealed over the one before it."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        UniqueConstraint("organisation_id", "number"),
        UniqueConstraint("organisation_id", "previous"),
        Index("ix_audit_entry_subject", "organisation_id", "subject_type", "subject_id"),
    )

    number: Mapped[int] = mapped_column(info=PUBLIC)
    previous: Mapped[str] = mapped_column(info=PUBLIC)
    seal: Mapped[str] = mapped_column(info=PUBLIC)
    at: Mapped[datetime] = mapped_column(info=PERSONAL)
    actor_id: Mapped[UUID | None] = mapped_column(index=True, info=PERSONAL)
    action: Mapped[str] = mapped_column(info=PUBLIC)
    subject_type: Mapped[str] = mapped_column(info=PUBLIC)
    subject_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    particulars: Mapped[dict[str, Any]] = mapped_column(JSON, info=PERSONAL)
