"""A place in a programme's file or record: what is read from it, and how a fault in it is said."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from portal.induction.programmes.template import MONTH, WEEK, WORKING_DAY, Span

_DUE = re.compile(r"(week|month) (\d{1,3})")
_AFTER_END = re.compile(r"(\d{1,3}) working days? after the end")
_EVERY = re.compile(r"(\d{1,3}) (week|month)s?")
_FROM_DAY_ONE = re.compile(r"(\d{1,3}) working days? (before|after) day one")
DUE_SUCH_AS = "“week 9”, “month 3” or “5 working days after the end”"


class FaultyProgrammeError(ValueError):
    """A programme that does not hold together.

    `key` names the field where one is to blame, `what` is what is said beside it.
    """

    def __init__(self, sentence: str, key: str = "", what: str = "") -> None:
        super().__init__(sentence)
        self.key, self.what = key, what


@dataclass(frozen=True)
class Place:
    """A table in the file, with the name by which a fault in it is reported."""

    file: str
    name: str
    data: dict[str, Any]

    def text(self, key: str, default: str | None = None) -> str:
        if default is not None and key not in self.data:
            return default
        return str(self._value(key, str, "words in quotes"))

    def number(self, key: str) -> int:
        return int(self._value(key, int, "a whole number"))

    def number_or_none(self, key: str) -> int | None:
        return self.number(key) if key in self.data else None

    def share(self, key: str) -> Decimal:
        given = self._value(key, float, "a share such as 0.9")
        if not 0 < given <= 1:
            raise self.fault(f"`{key}` must be more than 0 and at most 1.", key)
        return Decimal(str(given))

    def numbers(self, key: str) -> tuple[int, ...]:
        given = self._value(key, list, "a list of whole numbers")
        if not all(isinstance(one, int) and not isinstance(one, bool) for one in given):
            raise self.fault(f"`{key}` must be a list of whole numbers.", key)
        return tuple(given)

    def texts(self, key: str) -> tuple[str, ...]:
        given = self._value(key, list, "a list of sentences") if key in self.data else []
        if not all(isinstance(one, str) for one in given):
            raise self.fault(f"`{key}` must be a list of sentences.", key)
        return tuple(given)

    def truth(self, key: str, default: bool) -> bool:
        return bool(self._value(key, bool, "true or false")) if key in self.data else default

    def span(self, key: str, *forms: Callable[[str], Span | None], such_as: str) -> Span:
        given = self.text(key)
        for form in forms:
            span = form(given)
            if span is not None:
                return span
        raise self.fault(f"`{key}` is “{given}”; write {such_as}.", key)

    def rows(self, key: str, *, is_needed: bool = True) -> Iterator["Place"]:
        if not is_needed and key not in self.data:
            return
        for number, row in enumerate(self._value(key, list, "a list of tables"), start=1):
            name = row.get("code") or row.get("key") if isinstance(row, dict) else None
            yield self._place(f"{key}, {name or f'number {number}'}", row)

    def tables(self, key: str) -> Iterator["Place"]:
        for name, row in self._value(key, dict, "a table").items():
            yield self._place(name, row)

    def table(self, key: str) -> "Place | None":
        return self._place(key, self.data[key]) if key in self.data else None

    def fault(self, sentence: str, key: str = "") -> FaultyProgrammeError:
        return FaultyProgrammeError(f"{self.file}, {self.name}: {sentence}", key)

    def _place(self, name: str, row: Any) -> "Place":
        if not isinstance(row, dict):
            raise self.fault(f"{name} must be a table.")
        return Place(self.file, name, row)

    def _value(self, key: str, kind: type, words: str) -> Any:
        value = self.data.get(key)
        if value is None:
            raise self.fault(f"`{key}` is missing; it must be {words}.", key)
        kinds = (int, float) if kind is float else (kind,)
        if not isinstance(value, kinds) or (kind in (int, float) and isinstance(value, bool)):
            raise self.fault(f"`{key}` must be {words}.", key)
        return value


def due(given: str) -> Span | None:
    """The end of a week or a month, counted from the first day: "week 9"."""
    found = _DUE.fullmatch(given)
    return Span(int(found[2]), WEEK if found[1] == WEEK else MONTH) if found else None


def after_end(given: str) -> Span | None:
    """Working days counted from the last day: "5 working days after the end"."""
    found = _AFTER_END.fullmatch(given)
    return Span(int(found[1]), WORKING_DAY) if found else None


def every(given: str) -> Span | None:
    """How often: "2 weeks"."""
    found = _EVERY.fullmatch(given)
    return Span(int(found[1]), found[2]) if found else None


def from_day_one(given: str) -> Span | None:
    """Working days from day one: "5 working days before day one", "day one"."""
    found = _FROM_DAY_ONE.fullmatch(given)
    if found is None:
        return Span(0, WORKING_DAY) if given == "day one" else None
    number = int(found[1])
    return Span(-number if found[2] == "before" else number, WORKING_DAY)
