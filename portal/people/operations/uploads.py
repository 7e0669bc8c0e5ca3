"""Keeping a staff list between its upload and the moment it is brought in or given up."""

from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from portal import audit
from portal.clock import now
from portal.database import db, rows_changed
from portal.people.models import Person
from portal.people.staff_list.columns import Mapping
from portal.people.uploads import StaffListUpload

KEPT_FOR = timedelta(days=1)
LONGEST_NAME = 200


def keep_upload(by: Person, *, content: bytes, file_name: str, mapping: Mapping) -> StaffListUpload:
    """Keep a file that somebody chose; what was left lying for a day goes."""
    forget_left_uploads(by.organisation_id)
    upload = StaffListUpload(
        organisation_id=by.organisation_id,
        uploaded_by_id=by.id,
        file_name=file_name[:LONGEST_NAME],
        content=content,
        digest=_digest(content),
        mapping=mapping,
    )
    db.session.add(upload)
    db.session.flush()
    audit.record(by, "people.staff_list_uploaded", upload, digest=upload.digest)
    return upload


def forget_left_uploads(organisation_id: UUID | None = None) -> int:
    """Delete the files that nobody brought in within a day, here or everywhere; how many."""
    left = delete(StaffListUpload).where(
        StaffListUpload.applied_at.is_(None), StaffListUpload.uploaded_at < now() - KEPT_FOR
    )
    if organisation_id is not None:
        left = left.where(StaffListUpload.organisation_id == organisation_id)
    return rows_changed(left)


def record_file(organisation_id: UUID, content: bytes) -> StaffListUpload:
    """The row that stands for a file from the command line; the file itself is not kept."""
    upload = StaffListUpload(organisation_id=organisation_id, digest=_digest(content))
    db.session.add(upload)
    db.session.flush()
    return upload


def map_columns(upload: StaffListUpload, by: Person, mapping: Mapping) -> None:
    """Give the columns of the file another meaning."""
    upload.mapping = mapping
    audit.record(by, "people.staff_list_mapped", upload, columns=len(mapping))


def mark_applied(upload: StaffListUpload, counts: dict[str, Any]) -> None:
    """The list is in: forget what the file said, and keep the counts."""
    upload.content, upload.file_name = b"", ""
    upload.applied_at, upload.counts = now(), counts
    db.session.flush()


def discard_upload(upload: StaffListUpload, by: Person) -> None:
    """Give an upload up: nothing of it stays."""
    audit.record(by, "people.staff_list_discarded", upload, digest=upload.digest)
    db.session.delete(upload)
    db.session.flush()


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
