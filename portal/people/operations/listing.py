"""Telling what people have where they stand in lists, after they got another name."""

from typing import Any
from uuid import UUID

from sqlalchemy import update

from portal.database import db
from portal.people.models import LISTED, stands


def list_anew(organisation_id: UUID, person_id: UUID | None = None) -> None:
    """Give posts, roles and strengths the place in lists of their person; or of everybody.

    Only rows that say another are written.
    """
    for model in LISTED:
        table: Any = model.__table__
        whose = table.c.organisation_id == organisation_id
        if person_id is not None:
            whose = table.c.person_id == person_id
        place = stands(table.c.person_id)
        known = update(table).where(whose, table.c.sort_key != place).values(sort_key=place)
        db.session.connection().execute(known)
