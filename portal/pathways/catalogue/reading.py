"""Reads a career catalogue from its folder of data files, and says in words what is wrong with it.

Raises `CatalogueError` with every fault found, each a sentence that names the place it is about.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from portal.learning.catalogue import SHIPPED
from portal.pathways.catalogue.entries import (
    KINDS,
    Band,
    Catalogue,
    Family,
    Outside,
    Place,
    Requirement,
    SalaryPoint,
)
from portal.pathways.catalogue.faults import faults

Table = Mapping[str, Any]

CATALOGUE_FIELDS: dict[str, type] = {
    "key": str,
    "title": str,
    "version": str,
    "effective_from": date,
    "families": list,
    "bands": list,
    "places": list,
}
FAMILY_FIELDS: dict[str, type] = {"key": str, "title": str, "line": int, "says": str}
BAND_FIELDS: dict[str, type] = {"key": str, "title": str}
OUTSIDE_FIELDS: dict[str, type] = {"title": str, "reason": str, "aliases": list}
SALARY_FIELDS: dict[str, type] = {"grade": str, "number": int, "salary": int, "first": date}
REQUIREMENT_FIELDS: dict[str, type] = {"key": str, "kind": str, "words": str}
PLACE_FIELDS: dict[str, type] = {
    "key": str,
    "title": str,
    "family": str,
    "band": str,
    "says": str,
    "asks": list,
    "requirements": list,
    "reached": str,
    "grades": str,
    "up": list,
    "across": list,
    "last_reviewed": date,
}


class CatalogueError(ValueError):
    """The data is not a catalogue: the message says what to change."""


def read(folder: Path) -> Catalogue:
    """The catalogue that the files of a folder describe together, checked."""
    together: dict[str, Any] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, value in _table(path).items():
            if isinstance(value, list) and isinstance(together.get(name, []), list):
                together[name] = [*together.get(name, []), *value]
            elif name in together:
                raise CatalogueError(f"{path.name}: “{name}” is said a second time.")
            else:
                together[name] = value
    return catalogue_of(together, folder.name, courses=SHIPPED)


def _table(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{path.name} cannot be read: {error}.") from error


def catalogue_of(table: Table, name: str, courses: Collection[str] | None = None) -> Catalogue:
    """The catalogue that a table of plain values describes, with the courses it may ask for."""
    catalogue = parsed(table, name)
    found = [*_repeated(table), *faults(catalogue, courses)]
    if found:
        raise CatalogueError(f"{name}: " + " ".join(found))
    return catalogue


def parsed(table: Table, name: str) -> Catalogue:
    """The same of a table that is still being worked on: it may have faults as a whole."""
    _expect(table, CATALOGUE_FIELDS, name, also={"outside": list, "salaries": list})
    families = {row["key"]: _family(row) for row in table["families"]}
    bands = {row["key"]: _band(row, n) for n, row in enumerate(table["bands"], start=1)}
    return Catalogue(
        key=table["key"],
        title=table["title"],
        version=table["version"],
        effective_from=table["effective_from"],
        families=tuple(families.values()),
        bands=tuple(bands.values()),
        places=tuple(_place(row, families, bands) for row in table["places"]),
        outside=tuple(_outside(row) for row in table.get("outside", [])),
        salaries=tuple(_salary(row) for row in table.get("salaries", [])),
    )


def _repeated(table: Table) -> Iterable[str]:
    for kind in ("families", "bands"):
        keys = [row["key"] for row in table[kind]]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            yield f"“{key}” is in {kind} twice."


def _family(row: Table) -> Family:
    _expect(row, FAMILY_FIELDS, "A family")
    return Family(**row)


def _band(row: Table, number: int) -> Band:
    _expect(row, BAND_FIELDS, "A band")
    return Band(key=row["key"], title=row["title"], number=number)


def _outside(row: Table) -> Outside:
    _expect(row, OUTSIDE_FIELDS, "A group of titles outside")
    return Outside(title=row["title"], reason=row["reason"], aliases=_lines(row, "aliases"))


def _salary(row: Table) -> SalaryPoint:
    _expect(row, SALARY_FIELDS, "A salary point", also={"last": date})
    return SalaryPoint(**row)


def _place(row: Table, families: Mapping[str, Family], bands: Mapping[str, Band]) -> Place:
    about = f"The place “{row.get('key', '?')}”"
    _expect(row, PLACE_FIELDS, about, also={"aliases": list, "typical_months": list})
    for kind, known in (("family", families), ("band", bands)):
        if row[kind] not in known:
            raise CatalogueError(f"{about} names a {kind} that does not exist: “{row[kind]}”.")
    return Place(
        key=row["key"],
        title=row["title"],
        family=families[row["family"]],
        band=bands[row["band"]],
        says=row["says"],
        asks=_lines(row, "asks"),
        requirements=tuple(_requirement(each, about) for each in row["requirements"]),
        reached=row["reached"],
        grades=row["grades"],
        up=_lines(row, "up"),
        across=_lines(row, "across"),
        last_reviewed=row["last_reviewed"],
        aliases=_lines(row, "aliases"),
        typical_months=_months(row, about),
    )


def _requirement(row: Table, place: str) -> Requirement:
    about = f"{place}: the requirement “{row.get('key', '?')}”"
    _expect(row, REQUIREMENT_FIELDS, about, also={"amount": int, "of": list, "step": str})
    if row["kind"] not in KINDS:
        raise CatalogueError(f"{about} is of a kind that does not exist: “{row['kind']}”.")
    return Requirement(
        key=row["key"],
        words=row["words"],
        kind=row["kind"],
        amount=row.get("amount", 0),
        of=_lines(row, "of"),
        step=row.get("step", ""),
    )


def _months(row: Table, about: str) -> tuple[int, int] | None:
    match row.get("typical_months"):
        case None:
            return None
        case [int(fewest), int(most)] if 0 < fewest <= most:
            return (fewest, most)
        case other:
            raise CatalogueError(f"{about}: typical_months is two numbers, not {other}.")


def _lines(row: Table, name: str) -> tuple[str, ...]:
    lines = row.get(name, [])
    if not all(isinstance(line, str) and line.strip() for line in lines):
        raise CatalogueError(f"“{name}” holds something that is not a line of text: {lines}.")
    return tuple(lines)


def _expect(
    row: Table,
    fields: Mapping[str, type],
    about: str,
    also: Mapping[str, type] | None = None,
) -> None:
    known = {**fields, **(also or {})}
    for name in fields:
        if name not in row:
            raise CatalogueError(f"{about} has no “{name}”.")
    for name, value in row.items():
        if name not in known:
            raise CatalogueError(f"{about} has “{name}”, which means nothing here.")
        if not isinstance(value, known[name]):
            raise CatalogueError(f"{about}: “{name}” should be {known[name].__name__}.")
