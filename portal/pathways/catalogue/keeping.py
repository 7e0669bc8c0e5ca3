"""A catalogue as plain values that can be kept as JSON, and back. Days are written 2026-11-26."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from portal.pathways.catalogue.entries import Catalogue, Place

DAYS_OF_A_PLACE = ("last_reviewed",)
DAYS_OF_A_SALARY = ("first", "last")
Table = dict[str, Any]


def to_keep(catalogue: Catalogue) -> Table:
    """The plain values of a catalogue."""
    return {
        "key": catalogue.key,
        "title": catalogue.title,
        "version": catalogue.version,
        "effective_from": catalogue.effective_from.isoformat(),
        "families": [asdict(each) for each in catalogue.families],
        "bands": [{"key": each.key, "title": each.title} for each in catalogue.bands],
        "places": [place_to_keep(each) for each in catalogue.places],
        "outside": [asdict(each) | {"aliases": list(each.aliases)} for each in catalogue.outside],
        "salaries": [
            {name: _plain(value) for name, value in asdict(each).items() if value is not None}
            for each in catalogue.salaries
        ],
    }


def place_to_keep(place: Place) -> Table:
    """The plain values of one place."""
    row = {name: _plain(value) for name, value in asdict(place).items() if value is not None}
    row |= {"family": place.family.key, "band": place.band.key}
    row["requirements"] = [
        {name: _plain(value) for name, value in asdict(each).items()} for each in place.requirements
    ]
    return row


def as_kept(content: Mapping[str, Any]) -> Table:
    """The table that `reading` reads, from what was kept."""
    table = dict(content)
    table["effective_from"] = date.fromisoformat(table["effective_from"])
    table["places"] = [_dated(row, DAYS_OF_A_PLACE) for row in table["places"]]
    table["salaries"] = [_dated(row, DAYS_OF_A_SALARY) for row in table.get("salaries", [])]
    return table


def _dated(row: Mapping[str, Any], names: tuple[str, ...]) -> Table:
    return {
        name: date.fromisoformat(value) if name in names else value for name, value in row.items()
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
