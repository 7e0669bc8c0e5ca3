"""Counting no further than a thousand."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select

from portal.web.lists import capped_count

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
    number, more = capped_count(statement, COUNTED_TO)
    return Counted(number + more)
