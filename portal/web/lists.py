"""Lists a page at a time, by key: as fast at the end as at the beginning."""

import base64
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, literal_column, select, tuple_

from portal.database import db

SIZE = 50
CHUNK = 2000


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the key of where the next page begins (None at the end)."""

    rows: Sequence[Any]
    next: str | None
    first: bool


def page_of(
    statement: Select[Any],
    *,
    keys: Sequence[Any],
    after: str | None = None,
    size: int = SIZE,
    descending: bool = False,
    values: Mapping[str, Any] | None = None,
) -> Page:
    """The rows that follow `after`, ordered by `keys` (which together are unique, never null).

    Rows are entities where the statement selects one thing, tuples otherwise. `values` are those
    of a statement that was built once. A key that somebody
    has tampered with begins again at the first page.
    """
    said = statement.column_descriptions
    begun, is_first = begin_after(statement, keys=keys, after=after, descending=descending)
    order = [key.desc() if descending else key.asc() for key in keys]
    asked = begun.add_columns(*keys).order_by(None).order_by(*order).limit(size + 1)
    found: Any = db.session.execute(asked, values)
    if any(each["expr"] is each["entity"] for each in said):  # it may bring a collection with it
        found = found.unique()
    return page_from(list(found), width=len(said), size=size, first=is_first)


def begin_after(
    statement: Select[Any], *, keys: Sequence[Any], after: str | None, descending: bool = False
) -> tuple[Select[Any], bool]:
    """The rows of a statement that follow `after`, and whether it is the first page."""
    start = _read(after, keys)
    if start is None:
        return statement, True
    mark = tuple_(*keys)
    return statement.where(mark < start if descending else mark > start), False


def page_from(found: Sequence[Any], *, width: int, size: int, first: bool = True) -> Page:
    """A page of rows that were found in order, one more than it holds: `width`, then the keys."""
    shown = found[:size]
    following = _write(shown[-1][width:]) if len(found) > size else None
    rows = [row[0] for row in shown] if width == 1 else [row[:width] for row in shown]
    return Page(rows=rows, next=following, first=first)


def pages_of(
    statement: Select[Any], *, keys: Sequence[Any], descending: bool = False
) -> Iterator[Page]:
    """The whole list, two thousand rows at a time: for a file."""

    def ask(after: str | None) -> Page:
        return page_of(statement, keys=keys, after=after, size=CHUNK, descending=descending)

    return each_page(ask)


def each_page(ask: Callable[[str | None], Page]) -> Iterator[Page]:
    """Every page that is asked for by the key of the one before it, to the end of the list."""
    page = ask(None)
    yield page
    while page.next is not None:
        page = ask(page.next)
        yield page


def capped_count(statement: Select[Any], cap: int = 1000) -> tuple[int, bool]:
    """How many rows there are, counting no further than `cap`; and whether there are more.

    The columns are left out, so rows that are to count once are grouped, never made distinct.
    """
    one: Any = literal_column("1")
    inside: Select[Any] = (
        statement.order_by(None).with_only_columns(one, maintain_column_froms=True).limit(cap + 1)
    )
    counted = db.session.scalar(select(func.count()).select_from(inside.subquery())) or 0
    return min(counted, cap), counted > cap


def _write(values: Sequence[Any]) -> str:
    plain = [
        v.isoformat() if isinstance(v, date | time) else v.hex if isinstance(v, UUID) else v
        for v in values
    ]
    return base64.urlsafe_b64encode(json.dumps(plain).encode()).decode().rstrip("=")


def _read(mark: str | None, keys: Sequence[Any]) -> tuple[Any, ...] | None:
    if not mark or len(mark) > 1000:
        return None
    try:
        plain = json.loads(base64.urlsafe_b64decode(mark.encode() + b"=" * (-len(mark) % 4)))
        if not isinstance(plain, list) or len(plain) != len(keys):
            return None
        return tuple(_typed(value, key) for value, key in zip(plain, keys, strict=True))
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _typed(value: Any, key: Any) -> Any:
    kind = key.type.python_type
    if kind is UUID:
        return UUID(hex=value)
    if issubclass(kind, datetime):
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError("A moment without a time zone")
        return moment.astimezone(UTC)
    if issubclass(kind, date | time):
        return kind.fromisoformat(value)
    if type(value) is not kind:
        raise ValueError("A key of another kind")
    if isinstance(value, str) and b"\x00" in value.encode():
        raise ValueError("A key that no database keeps")
    if isinstance(value, int) and abs(value) > 2**31:
        raise ValueError("A key out of range")
    return value
