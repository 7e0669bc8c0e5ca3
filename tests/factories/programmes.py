"""Programmes of an organisation's own for tests, begun as the coordinator would."""

from portal.database import db
from portal.induction import operations, programmes
from portal.induction.models import OwnProgramme
from portal.people.models import Person


def a_draft(by: Person) -> OwnProgramme:
    """A copy of the assessed year that is still being written, flushed."""
    base = programmes.pinned("asye-child-and-family", "2026")
    own = operations.copy_programme(by, base)
    db.session.flush()
    return own


def a_published(by: Person) -> OwnProgramme:
    """A copy of the assessed year that is published, flushed."""
    own = a_draft(by)
    operations.publish_programme(by, own)
    db.session.flush()
    return own
