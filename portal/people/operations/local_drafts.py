"""Whether what people write may wait on their own computers until it is saved."""

from portal import audit
from portal.database import db
from portal.people.models import Organisation, Person


def change_local_drafts(organisation: Organisation, by: Person, *, keeps: bool) -> bool:
    """Keep drafts on people's own computers, or nowhere but here; False when it is so already."""
    if organisation.keeps_local_drafts == keeps:
        return False
    organisation.keeps_local_drafts = keeps
    db.session.flush()
    audit.record(by, "people.local_drafts_changed", organisation, keeps=keeps)
    return True
