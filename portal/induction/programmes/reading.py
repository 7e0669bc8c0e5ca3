"""Reading a programme file: every fault is one sentence that names the file and the place in it."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from portal.induction.programmes.template import (
    MONTH,
    OWNERS,
    WEEK,
    WORKING_DAY,
    Entitlement,
    Item,
    Kind,
    Programme,
    Rhythm,
    Span,
    Stage,
)

HEAD = ("key", "version", "name", "short_name", "source", "standards")
_DUE = re.compile(r"(week|month) (\d+)")
_AFTER_END = re.compile(r"(\d+) working days? after the end")
_EVERY = re.compile(r"(\d+) (week|month)s?")


class FaultyProgrammeError(ValueError):
    """A programme file that does not hold together."""


def read(text: str, file: str) -> Programme:
    """The programme that a file's text describes. Raises `FaultyProgrammeError`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FaultyProgrammeError(f"{file}: this is not TOML. {error}.") from error
    whole = Place(file, "the head", data)
    stages = list(whole.rows("stages"))
    programme = Programme(
        **{word: whole.text(word) for word in HEAD},
        weeks=whole.number("weeks"),
        months=whole.number("months"),
        kinds={place.name: _kind(place) for place in whole.tables("kinds")},
        stages=tuple(_stage(place) for place in stages),
        items=tuple(
            _item(place, stage.text("key")) for stage in stages for place in stage.rows("items")
        ),
        supervision=tuple(_rhythm(place) for place in whole.rows("supervision")),
        entitlements=tuple(_entitlement(place) for place in whole.rows("entitlements")),
    )
    for fault in faults(programme):
        raise FaultyProgrammeError(f"{file}: {fault}")
    return programme


@dataclass(frozen=True)
class Place:
    """A table in the file, with the name by which a fault in it is reported."""

    file: str
    name: str
    data: dict[str, Any]

    def text(self, key: str) -> str:
        return str(self._value(key, str, "words in quotes"))

    def number(self, key: str) -> int:
        return int(self._value(key, int, "a whole number"))

    def truth(self, key: str, default: bool) -> bool:
        return bool(self._value(key, bool, "true or false")) if key in self.data else default

    def span(self, key: str, *forms: Callable[[str], Span | None], such_as: str) -> Span:
        given = self.text(key)
        for form in forms:
            span = form(given)
            if span is not None:
                return span
        raise self.fault(f"`{key}` is “{given}”; write {such_as}.")

    def rows(self, key: str) -> Iterator["Place"]:
        rows = self._value(key, list, "a list of tables")
        for number, row in enumerate(rows, start=1):
            name = row.get("code") or row.get("key") if isinstance(row, dict) else None
            yield self._place(f"{key}, {name or f'number {number}'}", row)

    def tables(self, key: str) -> Iterator["Place"]:
        for name, row in self._value(key, dict, "a table").items():
            yield self._place(name, row)

    def fault(self, sentence: str) -> FaultyProgrammeError:
        return FaultyProgrammeError(f"{self.file}, {self.name}: {sentence}")

    def _place(self, name: str, row: Any) -> "Place":
        if not isinstance(row, dict):
            raise self.fault(f"{name} must be a table.")
        return Place(self.file, name, row)

    def _value(self, key: str, kind: type, words: str) -> Any:
        value = self.data.get(key)
        if value is None:
            raise self.fault(f"`{key}` is missing; it must be {words}.")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fault(f"`{key}` must be {words}.")
        return value


def faults(programme: Programme) -> Iterator[str]:
    """What does not hold together in a programme, a sentence each."""
    yield from _stage_faults(programme)
    codes = [item.code for item in programme.items]
    if not codes:
        yield "the programme has no items."
    for code in codes:
        if codes.count(code) > 1:
            yield f"item {code}: this code is used twice."
    for item in programme.items:
        yield from _item_faults(programme, item)


def _stage_faults(programme: Programme) -> Iterator[str]:
    stages = programme.stages
    for one, other in pairwise(stages):
        if one.to_month != other.from_month:
            yield f"stage {other.key}: it must begin in month {one.to_month}, where {one.key} ends."
    if stages and (stages[0].from_month, stages[-1].to_month) != (0, programme.months):
        yield f"the stages must run from month 0 to month {programme.months}."


def _item_faults(programme: Programme, item: Item) -> Iterator[str]:
    stage = next(stage for stage in programme.stages if stage.key == item.stage)
    if item.kind not in programme.kinds:
        yield f"item {item.code}: there is no kind “{item.kind}”."
    if item.owner not in OWNERS:
        yield f"item {item.code}: whose it is must be one of {', '.join(OWNERS)}."
    month = _in_months(item.due)
    if month is not None and not stage.from_month < month <= stage.to_month:
        yield f"item {item.code}: it is due outside its stage, {stage.title.lower()}."


def _in_months(due: Span) -> float | None:
    """The month of a full-time year at whose end something is due."""
    lengths = {WEEK: 12 / 52, MONTH: 1.0}
    return due.number * lengths[due.unit] if due.unit in lengths else None


def _kind(place: Place) -> Kind:
    return Kind(
        key=place.name,
        one=place.text("one"),
        many=place.text("many"),
        done=place.text("done"),
        is_counted=place.truth("counted", False),
    )


def _stage(place: Place) -> Stage:
    return Stage(
        key=place.text("key"),
        title=place.text("title"),
        from_month=place.number("from_month"),
        to_month=place.number("to_month"),
    )


def _item(place: Place, stage: str) -> Item:
    return Item(
        code=place.text("code"),
        kind=place.text("kind"),
        title=place.text("title"),
        stage=stage,
        owner=place.text("owner"),
        due=place.span(
            "due",
            _due,
            _after_end,
            such_as="“week 9”, “month 3” or “5 working days after the end”",
        ),
        is_pro_rata=place.truth("pro_rata", True),
        is_optional=place.truth("optional", False),
        is_local=place.truth("local", False),
    )


def _rhythm(place: Place) -> Rhythm:
    return Rhythm(
        every=place.span("every", _every, such_as="“2 weeks” or “1 month”"),
        until=place.span("until", _due, such_as="“week 6” or “month 6”"),
    )


def _entitlement(place: Place) -> Entitlement:
    return Entitlement(
        key=place.text("key"), title=place.text("title"), promise=place.text("promise")
    )


def _due(given: str) -> Span | None:
    found = _DUE.fullmatch(given)
    return Span(int(found[2]), WEEK if found[1] == WEEK else MONTH) if found else None


def _after_end(given: str) -> Span | None:
    found = _AFTER_END.fullmatch(given)
    return Span(int(found[1]), WORKING_DAY) if found else None


def _every(given: str) -> Span | None:
    found = _EVERY.fullmatch(given)
    return Span(int(found[1]), found[2]) if found else None
