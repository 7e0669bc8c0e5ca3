"""What carries where its person stands in lists: a filter reads one index in their order."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, String, Uuid, column, event, func, inspect, select, table
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from portal.database import PERSONAL

# Folded text sorts and is searched by its letters' codes, the same on both databases.
FOLDED = String().with_variant(String(collation="C"), "postgresql")
PEOPLE: Any = table("person", column("id", Uuid()), column("sort_key", FOLDED))


class Listed:
    """A row of a person's: `sort_key` is always the person's own, and "" where it is nobody's.

    The database is asked for it as a row is written, so that nothing read before can be out of
    date. Rows written many at once bring it, and a new name reaches them by `operations.listing`.
    """

    person_id: Mapped[Any]
    sort_key: Mapped[str] = mapped_column(FOLDED, server_default="", info=PERSONAL)


def stands(person_id: Any) -> Any:
    """Where a person stands in lists, as the database looks it up."""
    key = select(PEOPLE.c.sort_key).where(PEOPLE.c.id == person_id).scalar_subquery()
    return func.coalesce(key, "")


@event.listens_for(Listed, "before_insert", propagate=True)
def _placed(mapper: Mapper[Any], connection: Connection, row: Any) -> None:
    if row.sort_key is None:
        row.sort_key = stands(row.person_id) if row.person_id else ""


@event.listens_for(Listed, "before_update", propagate=True)
def _placed_anew(mapper: Mapper[Any], connection: Connection, row: Any) -> None:
    whose: UUID | None = row.person_id
    if inspect(row).attrs.person_id.history.has_changes():
        row.sort_key = stands(whose) if whose else ""
