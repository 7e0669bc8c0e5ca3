"""Keeping a staff list between its upload and the moment it is brought in or given up."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, or_, select

from portal import audit
from portal.clock import now
from portal.database import AT_ONCE, db, insert_many, rows_changed
from portal.people.folding import fold
from portal.people.models import Person
from portal.people.operations.sources import remember_source
from portal.people.sources import kept
from portal.people.staff_list.columns import Mapping
from portal.people.staff_list.plan import NOTED, REFUSED, Entry
from portal.people.staff_list.reading import Table
from portal.people.uploads import KEPT_FOR, Outcome, StaffListEntry, StaffListUpload, Told

LONGEST_NAME = 200
LONGEST_SAMPLE = 60


def keep_upload(
    by: Person, *, content: bytes, file_name: str, table: Table, mapping: Mapping, source_name: str
) -> StaffListUpload:
    """Keep a file that somebody chose; what was left lying for a day goes."""
    forget_left_uploads(by.organisation_id)
    upload = StaffListUpload(
        organisation_id=by.organisation_id,
        uploaded_by_id=by.id,
        file_name=file_name[:LONGEST_NAME],
        content=content,
        digest=_digest(content),
        headings=kept(table.headings),
        samples=_samples(table),
        reading_notes=list(table.notes),
        rows_read=len(table.lines),
        mapping=mapping,
        source_name=source_name,
    )
    db.session.add(upload)
    db.session.flush()
    audit.record(by, "people.staff_list_uploaded", upload, digest=upload.digest)
    return upload


def forget_left_uploads(organisation_id: UUID | None = None) -> int:
    """Delete the files that nobody brought in within a day, here or everywhere; how many.

    The refused rows of lists that were brought in more than a day ago go too.
    """
    yesterday = now() - KEPT_FOR
    waiting = StaffListUpload.applied_at.is_(None) & (StaffListUpload.uploaded_at < yesterday)
    old = select(StaffListUpload.id).where(or_(waiting, StaffListUpload.applied_at < yesterday))
    left = delete(StaffListUpload).where(waiting)
    if organisation_id is not None:
        old = old.where(StaffListUpload.organisation_id == organisation_id)
        left = left.where(StaffListUpload.organisation_id == organisation_id)
    db.session.execute(delete(StaffListEntry).where(StaffListEntry.upload_id.in_(old)))
    return rows_changed(left)


def record_file(organisation_id: UUID, content: bytes, **about: Any) -> StaffListUpload:
    """The row that stands for a file from the command line; the file itself is not kept."""
    upload = StaffListUpload(organisation_id=organisation_id, digest=_digest(content), **about)
    db.session.add(upload)
    db.session.flush()
    return upload


def plan_upload(
    upload: StaffListUpload, by: Person, *, mapping: Mapping, told: Told, outcome: Outcome
) -> None:
    """Keep what the columns mean, what was told about the list, and what bringing it in would do.

    20,000 rows are kept in a few statements. What an earlier look at the same file found goes.
    """
    upload.mapping = mapping
    upload.source_name = told.source_name
    upload.as_at = told.as_at
    upload.is_everyone, upload.is_correction = told.is_everyone, told.is_correction
    upload.plan, upload.plan_digest = outcome.packed, _digest(outcome.packed)[:32]
    upload.planned_after = outcome.after
    shown = {"shown": _shown(outcome.entries), "many_left": outcome.many_left}
    upload.counts = outcome.counts | shown
    _forget_entries(upload)
    for start in range(0, len(outcome.entries), AT_ONCE):
        some = enumerate(outcome.entries[start : start + AT_ONCE], start=start + 1)
        insert_many(StaffListEntry, [_row(upload, place, entry, outcome) for place, entry in some])
    audit.record(
        by, "people.staff_list_mapped", upload,
        columns=len(mapping), as_at=upload.as_at.isoformat(),
        everyone=upload.is_everyone, correction=upload.is_correction,
    )  # fmt: skip


def mark_applied(upload: StaffListUpload, counts: dict[str, Any]) -> None:
    """The list is in: forget what the file said, but for the rows that were refused.

    Those stay for a day, so that they can be put right and brought in. The counts stay, and what
    the headings meant, for the next list from the same source.
    """
    remember_source(upload)
    shown = upload.counts.get("shown", {})
    upload.content, upload.file_name = b"", ""
    upload.samples, upload.reading_notes = [], []
    upload.plan, upload.plan_digest = b"", ""
    upload.applied_at, upload.counts = now(), counts | {"shown": shown}
    _forget_entries(upload, but=REFUSED)
    db.session.flush()


def discard_upload(upload: StaffListUpload, by: Person) -> None:
    """Give an upload up: nothing of it stays."""
    audit.record(by, "people.staff_list_discarded", upload, digest=upload.digest)
    _forget_entries(upload)
    db.session.delete(upload)
    db.session.flush()


def _forget_entries(upload: StaffListUpload, *, but: str = "") -> None:
    gone = delete(StaffListEntry).where(StaffListEntry.upload_id == upload.id)
    db.session.execute(gone.where(StaffListEntry.kind != but) if but else gone)


def _shown(entries: Sequence[Entry]) -> dict[str, int]:
    """How many rows of each kind the preview has, so that it need not count them."""
    return dict(Counter(entry.kind for entry in entries)) | {
        "all": len(entries),
        NOTED: sum(bool(entry.notes) for entry in entries),
    }


def _row(upload: StaffListUpload, place: int, entry: Entry, outcome: Outcome) -> dict[str, Any]:
    name = fold(entry.name)
    return {
        "id": uuid4(),
        "organisation_id": upload.organisation_id,
        "upload_id": upload.id,
        "place": place,
        "number": entry.number,
        "kind": entry.kind,
        "name": entry.name,
        "folded": f" {name}" if name else "",
        "sentences": list(entry.sentences),
        "changes": [list(asdict(change).values()) for change in entry.changes],
        "notes": list(entry.notes),
        "is_noted": bool(entry.notes),
        "cells": list(outcome.cells.get(entry.number, ())) if entry.number else [],
    }


def _samples(table: Table) -> list[list[str]]:
    """The first different values of each column, to recognise it by."""
    columns = range(len(table.headings))
    return [[value[:LONGEST_SAMPLE] for value in table.samples(number)] for number in columns]


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
