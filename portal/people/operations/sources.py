"""Remembering what the headings of a source's lists mean."""

from sqlalchemy import func, or_, select

from portal.clock import now
from portal.database import db
from portal.people.sources import meaning
from portal.people.uploads import StaffListSource, StaffListUpload


def remember_source(upload: StaffListUpload) -> None:
    """Keep the meaning of this list's headings under the name of its source, for the next time.

    Belongs to bringing the list in, whose entry in the audit trail names it.
    """
    if not upload.source_name or not upload.headings:
        return
    source = _called(upload)
    known = meaning(upload.mapping, upload.headings)
    source.headings, source.seen, source.used_at = known.headings, known.seen, now()
    db.session.add(source)
    db.session.flush()


def _called(upload: StaffListUpload) -> StaffListSource:
    """The source of this name, known or new."""
    name, own = upload.source_name, {"organisation_id": upload.organisation_id}
    same = or_(StaffListSource.name == name, func.lower(StaffListSource.name) == name.lower())
    found = select(StaffListSource).filter_by(**own).where(same).order_by(StaffListSource.name)
    return db.session.scalar(found.limit(1)) or StaffListSource(name=name, **own)
