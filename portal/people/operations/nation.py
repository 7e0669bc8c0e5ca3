"""Whose bank holidays an organisation keeps."""

from portal import audit
from portal.database import db
from portal.people.models import Organisation, Person


def change_nation(organisation: Organisation, by: Person, *, nation: str) -> bool:
    """Take this nation's bank holidays; False when they are taken already."""
    if organisation.nation == nation:
        return False
    was, organisation.nation = organisation.nation, nation
    db.session.flush()
    audit.record(by, "people.nation_changed", organisation, nation=nation, was=was)
    return True
