"""What jobs do in every organisation that uses an area, each in a transaction of its own."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select

from portal import database
from portal.database import db
from portal.people.models import Organisation


def in_each_using(area: str, deed: Callable[[UUID], int]) -> int:
    """Do this in each organisation that uses the area, and answer what it came to together."""
    every = db.session.scalars(select(Organisation).order_by(Organisation.id))
    using = [each.id for each in every if each.has_area(area)]
    db.session.rollback()
    number = 0
    for organisation_id in using:
        database.write()
        database.lock(organisation_id)
        number += deed(organisation_id)
        database.commit()
    return number
