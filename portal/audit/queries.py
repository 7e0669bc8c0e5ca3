"""Reading the audit trail."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select

from portal.audit.chain import Head, Link
from portal.audit.models import AuditEntry
from portal.database import db


def links(organisation_id: UUID) -> Iterator[tuple[Link, str]]:
    """Every entry of an organisation's chain in order, with its stored seal."""
    entries = (
        select(AuditEntry)
        .where(AuditEntry.organisation_id == organisation_id)
        .order_by(AuditEntry.number)
        .execution_options(yield_per=1000)
    )
    for entry in db.session.scalars(entries):
        yield _link(entry), entry.seal


def head(organisation_id: UUID) -> Head | None:
    """The last entry of an organisation's chain."""
    row = db.session.execute(
        select(AuditEntry.number, AuditEntry.seal)
        .where(AuditEntry.organisation_id == organisation_id)
        .order_by(AuditEntry.number.desc())
        .limit(1)
    ).first()
    return Head(*row) if row else None


def _link(entry: AuditEntry) -> Link:
    return Link(
        organisation_id=entry.organisation_id,
        number=entry.number,
        previous=entry.previous,
        at=entry.at,
        actor_id=entry.actor_id,
        action=entry.action,
        subject_type=entry.subject_type,
        subject_id=entry.subject_id,
        particulars=entry.particulars,
    )
