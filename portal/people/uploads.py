"""A staff list on its way in: kept from the upload until it is brought in or given up.

What the file says, and what bringing it in would do, is kept only between these two moments, and
for a day at most. Afterwards the upload holds counts and a digest, so that the result can be shown
and the audit trail refer to it; the rows that were refused can be fetched for a day more. What
stays is the meaning of the columns, for the next list from the same source.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import now, today
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs
from portal.people.staff_list.plan import Entry

KEPT_FOR = timedelta(days=1)


class StaffListSource(Owned, Versioned, Base):
    """A system that staff lists come from, with the meaning that somebody gave its headings."""

    __tablename__ = "staff_list_source"
    __table_args__ = (UniqueConstraint("organisation_id", "name"),)

    name: Mapped[str] = mapped_column(info=PUBLIC)
    # The folded heading of each field's column: {"staff_number": "employeeno", ...}.
    headings: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, info=PUBLIC)
    # Every heading that its last list had, folded: what is new is guessed, the rest was decided.
    seen: Mapped[list[str]] = mapped_column(JSON, default=list, info=PUBLIC)
    used_at: Mapped[datetime | None] = mapped_column(default=None, info=PUBLIC)


class StaffListUpload(Owned, Base):
    """A file that somebody brings in, with the meaning given to its columns."""

    __tablename__ = "staff_list_upload"
    __table_args__ = (belongs("person", "uploaded_by_id"),)

    uploaded_by_id: Mapped[UUID | None] = mapped_column(index=True, info=PERSONAL)
    uploaded_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    file_name: Mapped[str] = mapped_column(default="", info=PERSONAL)
    content: Mapped[bytes] = mapped_column(LargeBinary, default=b"", deferred=True, info=PERSONAL)
    digest: Mapped[str] = mapped_column(info=PUBLIC)
    # What the page of columns shows of it, so that it need not read the file again.
    headings: Mapped[list[str]] = mapped_column(JSON, default=list, info=PUBLIC)
    samples: Mapped[list[list[str]]] = mapped_column(JSON, default=list, info=PERSONAL)
    reading_notes: Mapped[list[str]] = mapped_column(JSON, default=list, info=PERSONAL)
    rows_read: Mapped[int] = mapped_column(default=0, info=PUBLIC)
    mapping: Mapped[dict[str, int]] = mapped_column(JSON, default=dict, info=PUBLIC)
    # What its source is to be called; the row of the source, once the list is in.
    source_name: Mapped[str] = mapped_column(default="", info=PUBLIC)
    # The day whose staff the list shows; whether it names everybody; whether what it says
    # otherwise was never as the portal has it (else it has changed, on that day).
    as_at: Mapped[date] = mapped_column(default=today, info=PUBLIC)
    is_everyone: Mapped[bool] = mapped_column(default=False, info=PUBLIC)
    is_correction: Mapped[bool] = mapped_column(default=False, info=PUBLIC)
    # What bringing it in would write (packed), its mark, and the audit entry it was based on.
    plan: Mapped[bytes] = mapped_column(LargeBinary, default=b"", deferred=True, info=PERSONAL)
    plan_digest: Mapped[str] = mapped_column(default="", info=PUBLIC)
    planned_after: Mapped[int] = mapped_column(default=0, info=PUBLIC)
    applied_at: Mapped[datetime | None] = mapped_column(default=None, info=PUBLIC)
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, info=PUBLIC)

    @property
    def is_applied(self) -> bool:
        """Whether the list has been brought in."""
        return self.applied_at is not None

    @property
    def is_planned(self) -> bool:
        """Whether it has been said what bringing it in would do."""
        return bool(self.plan_digest)


class StaffListEntry(Owned, Base):
    """What would become of one row of a file, as its preview shows it.

    `place` is its position in the preview. `number` is the row of the file; there is none for
    somebody who is not in the file.
    """

    __tablename__ = "staff_list_entry"
    __table_args__ = (
        belongs("staff_list_upload", "upload_id"),
        UniqueConstraint("upload_id", "place"),
        Index(None, "upload_id", "kind", "place"),
    )

    upload_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    place: Mapped[int] = mapped_column(info=PUBLIC)
    number: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    name: Mapped[str] = mapped_column(default="", info=PERSONAL)
    # The words of the name without accents and capitals, each after a space, to search by.
    folded: Mapped[str] = mapped_column(default="", info=PERSONAL)
    sentences: Mapped[list[str]] = mapped_column(JSON, default=list, info=PERSONAL)
    changes: Mapped[list[list[str]]] = mapped_column(JSON, default=list, info=PERSONAL)
    notes: Mapped[list[str]] = mapped_column(JSON, default=list, info=PERSONAL)
    is_noted: Mapped[bool] = mapped_column(default=False, info=PUBLIC)
    # The cells of a refused row, so that it can be put right and brought in again.
    cells: Mapped[list[str]] = mapped_column(JSON, default=list, info=PERSONAL)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says about a list beside its columns."""

    source_name: str
    as_at: date
    is_everyone: bool = False
    is_correction: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What bringing a list in would do, worked out after one entry of the audit trail.

    `cells` are those of the refused rows, by their numbers; `many_left` is the share of people
    who would leave, where it is so large that it is better to ask again.
    """

    entries: Sequence[Entry]
    cells: Mapping[int, Sequence[str]]
    counts: dict[str, Any]
    packed: bytes
    after: int
    many_left: float = 0.0
