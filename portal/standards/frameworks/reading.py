"""Reading a framework file: every fault is one sentence that names the file and the place in it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from portal.standards.frameworks.template import Framework, Move, Rating, Standard

WORDS = ("key", "version", "name", "short_name", "source")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_TITLE, LONGEST_LINE = 60, 120


class FaultyFrameworkError(ValueError):
    """A framework file, or a mapping between two, that does not hold together."""


def read(text: str, file: str) -> Framework:
    """The framework that a file's text describes. Raises `FaultyFrameworkError`."""
    data = _parsed(text, file)
    framework = Framework(
        **{word: _text(data, word, file) for word in WORDS},
        started_on=_day(data, "from", file),
        ended_on=_day(data, "to", file) if "to" in data else None,
        is_checked=_truth(data, "checked", file),
        is_draft=_truth(data, "draft", file) if "draft" in data else False,
        also_called=_texts(data, "also_called", file),
        looked_up=_text(data, "looked_up", file) if "looked_up" in data else "",
        levels=_texts(data, "levels", file) if "levels" in data else (),
        standards=tuple(
            Standard(_text(row, "key", file), _text(row, "title", file), _text(row, "line", file))
            for row in _rows(data, "standards", file)
        ),
        ratings=tuple(
            Rating(_text(row, "key", file), _text(row, "words", file))
            for row in _rows(data, "ratings", file)
        ),
    )
    for fault in faults(framework):
        raise FaultyFrameworkError(f"{file}: {fault}")
    return framework


def faults(framework: Framework) -> Iterator[str]:
    """What does not hold together in a framework, a sentence each."""
    if framework.ended_on and framework.ended_on < framework.started_on:
        yield "its last day lies before its first."
    if not framework.standards or len(framework.ratings) < 2:
        yield "it needs standards, and at least two words to rate oneself by."
    for rows in (framework.standards, framework.ratings):
        keys = [each.key for each in rows]
        for key in keys:
            if keys.count(key) > 1:
                yield f"the key “{key}” is used twice."
            if not KEY.fullmatch(key):
                yield f"the key “{key}” must be small letters, figures and hyphens."
    for each in framework.standards:
        if len(each.title) > LONGEST_TITLE or len(each.line) > LONGEST_LINE:
            yield f"{each.key}: a title has {LONGEST_TITLE} letters at most, a line {LONGEST_LINE}."


def read_move(text: str, file: str, known: Mapping[str, Framework]) -> Move:
    """The mapping that a file's text describes, between two frameworks that are known."""
    data = _parsed(text, file)
    old, new = (_known(_text(data, end, file), known, file) for end in ("from", "to"))
    carries = data.get("carries")
    if not isinstance(carries, dict):
        raise FaultyFrameworkError(f"{file}: `carries` is missing; it must be a table.")
    move = Move(old.key, new.key, {key: _texts(carries, key, file) for key in carries})
    missing = [each.key for each in old.standards if each.key not in move.carries]
    strange = [key for key in move.carries if key not in old.title_of]
    strange += [key for to in move.carries.values() for key in to if key not in new.title_of]
    if missing or strange:
        said = ", ".join(
            [f"{key} is missing" for key in missing] + [f"{k} is none" for k in strange]
        )
        raise FaultyFrameworkError(f"{file}: every standard is named once, and no other. {said}.")
    return move


def _parsed(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FaultyFrameworkError(f"{file}: this is not TOML. {error}.") from error


def _known(key: str, known: Mapping[str, Framework], file: str) -> Framework:
    if key not in known:
        raise FaultyFrameworkError(f"{file}: there is no framework “{key}”.")
    return known[key]


def _value(data: dict[str, Any], key: str, kind: type, words: str, file: str) -> Any:
    value = data.get(key)
    if type(value) is not kind or value == "":
        raise FaultyFrameworkError(f"{file}: `{key}` must be {words}.")
    return value


def _text(data: dict[str, Any], key: str, file: str) -> str:
    return str(_value(data, key, str, "words in quotes", file))


def _truth(data: dict[str, Any], key: str, file: str) -> bool:
    return bool(_value(data, key, bool, "true or false", file))


def _day(data: dict[str, Any], key: str, file: str) -> date:
    day: date = _value(data, key, date, "a day, like 2027-04-01", file)
    return day


def _texts(data: dict[str, Any], key: str, file: str) -> tuple[str, ...]:
    rows = _value(data, key, list, "a list of words in quotes", file)
    if not all(isinstance(row, str) for row in rows):
        raise FaultyFrameworkError(f"{file}: `{key}` must be a list of words in quotes.")
    return tuple(rows)


def _rows(data: dict[str, Any], key: str, file: str) -> list[dict[str, Any]]:
    rows = _value(data, key, list, "a list of tables", file)
    if not all(isinstance(row, dict) for row in rows):
        raise FaultyFrameworkError(f"{file}: `{key}` must be a list of tables.")
    return list(rows)
