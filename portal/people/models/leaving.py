"""Somebody leaves on a day: who decided it, and what ended by it, so that it can be undone."""

from datetime import date
from uuid import UUID

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL, Base, Owned, belongs


class Leaving(Owned, Base):
    """A leaving that was written down on a page; `ended` holds the last days that were before.

    `ended` is, by table, the ids of the rows that end with the leaving and the last day that each
    had before (null: none). `vacancies` are the ids of the posts that stand vacant because of it.
    """

    __tablename__ = "leaving"
    __table_args__ = (belongs("person", "person_id"), belongs("person", "decided_by_id"))

    person_id: Mapped[UUID] = mapped_column(unique=True, info=PERSONAL)
    last_on: Mapped[date] = mapped_column(info=PERSONAL)
    decided_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    ended: Mapped[dict[str, dict[str, str | None]]] = mapped_column(JSON, info=PERSONAL)
    vacancies: Mapped[list[str]] = mapped_column(JSON, info=PERSONAL)
