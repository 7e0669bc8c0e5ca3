"""The lattice is drawn with every place once and every move once, whatever the catalogue."""

import re
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.pathways.catalogue import Catalogue, catalogue_in_force, catalogue_of
from portal.pathways.lattice import CARD_ROWS, HEIGHT, WIDTH, Lattice, draw

SHIPPED = catalogue_in_force(date(2026, 11, 26))


@st.composite
def catalogue(draw_from: st.DrawFn) -> Catalogue:
    """Any catalogue of up to four bands and three lines; places lead on from band to band."""
    bands = draw_from(st.integers(1, 4))
    lines = draw_from(st.integers(1, 3))
    places: list[dict[str, Any]] = []
    for band in range(1, bands + 1):
        for line in range(1, lines + 1):
            stacked = draw_from(st.integers(0 if places and band > 1 else 1, 3))
            places.extend(_place(band, line, nth) for nth in range(stacked))
    for place in places:
        later = [p["key"] for p in places if p["band"] > place["band"]]
        level = [p["key"] for p in places if p["band"] == place["band"] and p is not place]
        place["up"] = draw_from(st.permutations(later))[:3] if later else []
        place["across"] = draw_from(st.permutations(level))[:2] if level else []
    _make_reachable(places)
    return catalogue_of(_table(bands, lines, places), "any")


def _place(band: int, line: int, nth: int) -> dict[str, Any]:
    return {
        "key": f"p-{band}-{line}-{nth}",
        "title": f"Place {band} {line} {nth}",
        "family": f"f{line}",
        "band": f"b{band}",
        "says": "Works.",
        "asks": ["One.", "Two.", "Three."],
        "requirements": [],
        "reached": "By asking.",
        "grades": "",
        "last_reviewed": date(2026, 1, 1),
    }


def _make_reachable(places: list[dict[str, Any]]) -> None:
    for place in places:
        if place["band"] != "b1" and place["key"] not in places[0]["up"]:
            places[0]["up"] = [*places[0]["up"], place["key"]]


def _table(bands: int, lines: int, places: list[dict[str, Any]]) -> dict[str, Any]:
    used = {place["family"] for place in places}
    return {
        "key": "any",
        "title": "Any",
        "version": "1",
        "effective_from": date(2026, 1, 1),
        "families": [
            {"key": f"f{n}", "title": f"Family {n}", "line": n, "says": "Works."}
            for n in range(1, lines + 1)
            if f"f{n}" in used
        ],
        "bands": [{"key": f"b{n}", "title": f"Band {n}"} for n in range(1, bands + 1)],
        "places": places,
    }


def ends_of(path: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where an SVG path of this lattice begins and ends."""
    numbers = [int(n) for n in re.findall(r"-?\d+", path)]
    start = (numbers[0], numbers[1])
    last = path[re.search(r"[HV]\d+$", path).start()]  # type: ignore[union-attr]
    if last == "V":
        return start, (start[0], numbers[-1])
    return start, (numbers[-1], numbers[-2] if "C" in path else start[1])


def check(drawn: Lattice, of: Catalogue) -> None:
    """Every promise of the drawing, for one catalogue."""
    centre = {cell.place.key: cell.centre for cell in drawn.cells}
    assert sorted(centre) == sorted(place.key for place in of.places)
    spots = [(cell.column, row) for cell in drawn.cells for row in (cell.row, cell.row + 1)]
    assert len(set(spots)) == len(spots)
    for cell in drawn.cells:
        assert cell.column == cell.place.band.number
        assert 1 <= cell.row <= drawn.rows - CARD_ROWS + 1
        assert cell.centre[0] < drawn.columns * WIDTH
        assert cell.centre[1] < drawn.rows * HEIGHT
    moves = {frozenset({place.key, key}) for place in of.places for key in place.leads_to}
    assert {frozenset({line.start, line.end}) for line in drawn.connectors} == moves
    assert len(drawn.connectors) == len(moves)
    for line in drawn.connectors:
        assert ends_of(line.path) == (centre[line.start], centre[line.end])


@settings(max_examples=60, deadline=None)
@given(catalogue())
def test_any_catalogue_is_drawn_whole(of: Catalogue) -> None:
    check(draw(of), of)


def test_the_shipped_catalogue_is_drawn_whole() -> None:
    drawn = draw(SHIPPED)
    check(drawn, SHIPPED)
    assert drawn.columns == 6
    assert drawn.view_box == f"0 0 {6 * WIDTH} {drawn.rows * HEIGHT}"


def test_cards_are_read_in_the_order_of_the_bands() -> None:
    columns = [cell.column for cell in draw(SHIPPED).cells]
    assert columns == sorted(columns)


def test_a_short_stack_stands_midway_beside_a_tall_one() -> None:
    rows = {cell.place.key: cell.row for cell in draw(SHIPPED).cells}
    assert rows["independent-reviewing-officer"] == rows["social-worker"]
    assert rows["advanced-practitioner"] == rows["social-worker"] - CARD_ROWS
    assert rows["principal-social-worker"] == rows["social-worker"]


def test_the_regions_of_two_families_never_overlap() -> None:
    spots = [
        (column, row)
        for region in draw(SHIPPED).regions
        for column in range(region.column, region.column + region.columns)
        for row in range(region.row, region.row + region.rows)
    ]
    assert len(set(spots)) == len(spots)


def test_a_line_that_bends_does_so_in_the_gap_before_its_end() -> None:
    bent = next(line for line in draw(SHIPPED).connectors if "C" in line.path)
    along = int(re.findall(r"H(\d+)C", bent.path)[0])
    centre = {cell.place.key: cell.centre for cell in draw(SHIPPED).cells}
    assert centre[bent.start][0] < along < centre[bent.end][0]
