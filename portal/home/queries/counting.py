"""Counting no further than a thousand."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, literal_column, select

from portal.database import db

COUNTED_TO = 1000


@dataclass(frozen=True)
class Counted:
    """How many, counted to a thousand."""

    number: int

    @property
    def words(self) -> str:
        """The number as it is printed: 1,000+ where counting stopped."""
        return f"{COUNTED_TO:,}+" if self.number > COUNTED_TO else f"{self.number:,}"


def counted(statement: Select[Any]) -> Counted:
    """How many rows a statement has, at most a thousand and one."""
    return counted_each(statement)[0]


def counted_each(*statements: Select[Any]) -> list[Counted]:
    """How many rows each of these statements has, all asked at once."""
    return asked_at_once(at_once(*statements))


def at_once(*statements: Select[Any]) -> Select[Any]:
    """The one statement that counts each of these: pages that are opened often keep it."""
    return select(*(_number_of(each) for each in statements))


def asked_at_once(kept: Select[Any], **values: Any) -> list[Counted]:
    """The numbers of a statement that was put together before, with the values it is asked with."""
    return [Counted(number) for number in db.session.execute(kept, values).one()]


def _number_of(statement: Select[Any]) -> Any:
    one: Any = literal_column("1")
    rows = statement.order_by(None).with_only_columns(one, maintain_column_froms=True)
    few = rows.limit(COUNTED_TO + 1).subquery()
    return select(func.count()).select_from(few).scalar_subquery()
