"""The versions of the career catalogue that an organisation keeps itself."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import today
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs

A_DRAFT = text("published_on IS NULL")


class CatalogueVersion(Owned, Versioned, Base):
    """A version of the catalogue: a draft until it is published, then never changed.

    It counts from `effective_from` until a later one does.
    """

    __tablename__ = "catalogue_version"
    __table_args__ = (
        belongs("person", "published_by_id"),
        UniqueConstraint("organisation_id", "number"),
        CheckConstraint(
            "published_on IS NULL OR effective_from IS NOT NULL", name="published_from_a_day"
        ),
        Index(
            "uq_catalogue_version_draft", "organisation_id",
            unique=True, sqlite_where=A_DRAFT, postgresql_where=A_DRAFT,
        ),
        Index(None, "organisation_id", "effective_from"),
    )  # fmt: skip

    number: Mapped[int] = mapped_column(info=PUBLIC)
    # Plain values, as `catalogue.keeping` writes them.
    content: Mapped[dict[str, Any]] = mapped_column(JSON, info=PUBLIC)
    begun_on: Mapped[date] = mapped_column(default=today, info=PUBLIC)
    effective_from: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)
    published_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)
    published_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
