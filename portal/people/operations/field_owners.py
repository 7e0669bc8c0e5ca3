"""Saying which fields of a person the portal keeps, and which the staff list does."""

from collections.abc import Collection

from portal import audit
from portal.database import db
from portal.people.models import Organisation, Person
from portal.people.ownership import ALWAYS_THE_PORTALS, OWNABLE

CHANGED = "people.field_owners_changed"


def change_field_owners(
    organisation: Organisation, by: Person, *, portal_owns: Collection[str]
) -> bool:
    """Let the portal keep these fields and staff lists the others; False when nothing differs.

    Nothing that is known about anybody changes by it; it counts from the next list on.
    """
    wanted = {*portal_owns, *ALWAYS_THE_PORTALS}
    before = set(organisation.portal_owns)
    owned = [field for field in OWNABLE if field in wanted]
    if set(owned) == before:
        return False
    organisation.portal_owns = owned
    db.session.flush()
    audit.record(
        by, CHANGED, organisation,
        to_portal=[field for field in owned if field not in before],
        to_staff_list=[field for field in OWNABLE if field in before - set(owned)],
    )  # fmt: skip
    return True
