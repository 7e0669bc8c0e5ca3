"""Switching the areas of an organisation on and off."""

from collections.abc import Collection

from portal import audit
from portal.database import db
from portal.people.areas import TITLES
from portal.people.models import Organisation, Person


def switch_areas(organisation: Organisation, by: Person, *, areas: Collection[str]) -> bool:
    """Let these areas be on and all others off; False when nothing is different.

    What was written in an area stays, and is there again when the area comes back.
    """
    wanted = [area for area in TITLES if area in areas]
    on = [area for area in wanted if area not in organisation.areas]
    off = [area for area in TITLES if area in organisation.areas and area not in wanted]
    if not (on or off):
        return False
    organisation.areas = wanted
    db.session.flush()
    audit.record(by, "people.areas_switched", organisation, on=on, off=off)
    return True
