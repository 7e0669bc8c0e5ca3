"""How the lattice is drawn: a grid cell for each place and a line for each move.

Columns are bands. Rows are half as tall as a card, so that one card can stand midway beside two:
a line of the lattice has twice as many rows as its tallest stack has cards, and every card spans
two rows, with shorter stacks centred. All rows are equally tall and all columns equally wide, so
that one drawing, stretched over the grid, meets the centre of every card.

Units: `WIDTH` and `HEIGHT` are one column and one row in the drawing's own units.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.pathways.catalogue.entries import Catalogue, Family, Place

WIDTH = 200
HEIGHT = 60
GAP = 18
CARD_ROWS = 2


@dataclass(frozen=True)
class Cell:
    """A place and where its card stands; columns and rows are counted from 1."""

    place: Place
    column: int
    row: int

    @property
    def centre(self) -> tuple[int, int]:
        """The middle of the card, in the units of the drawing."""
        return (self.column - 1) * WIDTH + WIDTH // 2, (self.row - 1 + CARD_ROWS // 2) * HEIGHT


@dataclass(frozen=True)
class Connector:
    """A line from one place to another that it leads to; `path` is what an SVG path draws."""

    start: str
    end: str
    is_across: bool
    path: str


@dataclass(frozen=True)
class Region:
    """The part of the grid that the places of one family take up."""

    family: Family
    column: int
    row: int
    columns: int
    rows: int


@dataclass(frozen=True)
class Lattice:
    """The whole drawing: cards in the order of the bands, lines, and a region for each family."""

    cells: tuple[Cell, ...]
    connectors: tuple[Connector, ...]
    regions: tuple[Region, ...]
    columns: int
    rows: int

    @property
    def view_box(self) -> str:
        """The drawing's own rectangle, as SVG writes it."""
        return f"0 0 {self.columns * WIDTH} {self.rows * HEIGHT}"


def draw(catalogue: Catalogue) -> Lattice:
    """Lay a catalogue out: every place once, every move once."""
    stacks = _stacks(catalogue)
    top_of = _tops(stacks)
    cells = {cell.place.key: cell for cell in _cells(stacks, top_of)}
    return Lattice(
        cells=tuple(sorted(cells.values(), key=lambda cell: (cell.column, cell.row))),
        connectors=tuple(_connectors(catalogue, cells)),
        regions=tuple(_regions(catalogue, cells, stacks, top_of)),
        columns=len(catalogue.bands),
        rows=max(top + rows - 1 for top, rows in top_of.values()),
    )


Stacks = Mapping[tuple[int, int], list[Place]]
Tops = Mapping[int, tuple[int, int]]


def _stacks(catalogue: Catalogue) -> Stacks:
    """The places of each line and band, in the order of the catalogue."""
    stacks: dict[tuple[int, int], list[Place]] = {}
    for place in catalogue.places:
        stacks.setdefault((place.family.line, place.band.number), []).append(place)
    return stacks


def _tops(stacks: Stacks) -> Tops:
    """For each line its first row and how many rows it has."""
    tops: dict[int, tuple[int, int]] = {}
    top = 1
    for line in sorted({line for line, _ in stacks}):
        rows = CARD_ROWS * max(len(stack) for at, stack in stacks.items() if at[0] == line)
        tops[line] = (top, rows)
        top += rows
    return tops


def _cells(stacks: Stacks, top_of: Tops) -> Iterator[Cell]:
    for (line, band), stack in stacks.items():
        top, rows = top_of[line]
        first = top + (rows - CARD_ROWS * len(stack)) // 2
        for nth, place in enumerate(stack):
            yield Cell(place=place, column=band, row=first + CARD_ROWS * nth)


def _connectors(catalogue: Catalogue, cells: Mapping[str, Cell]) -> Iterator[Connector]:
    drawn: set[frozenset[str]] = set()
    for place in catalogue.places:
        for key in place.leads_to:
            # A move across that goes both ways is one line.
            ends = frozenset({place.key, key})
            if ends in drawn:
                continue
            drawn.add(ends)
            path = _path(cells[place.key].centre, cells[key].centre)
            yield Connector(place.key, key, is_across=key in place.across, path=path)


def _path(start: tuple[int, int], end: tuple[int, int]) -> str:
    """Straight along a row or a column; else a curve in the gap before the column it ends in."""
    (x1, y1), (x2, y2) = start, end
    if x1 == x2:
        return f"M{x1} {y1}V{y2}"
    if y1 == y2:
        return f"M{x1} {y1}H{x2}"
    gap = x2 - WIDTH // 2
    return f"M{x1} {y1}H{gap - GAP}C{gap} {y1} {gap} {y2} {gap + GAP} {y2}H{x2}"


def _regions(
    catalogue: Catalogue, cells: Mapping[str, Cell], stacks: Stacks, top_of: Tops
) -> Iterator[Region]:
    for family in catalogue.families:
        own = [cells[place.key] for place in catalogue.places if place.family == family]
        columns = [cell.column for cell in own]
        top, rows = top_of[family.line]
        yield Region(
            family=family,
            column=min(columns),
            row=top,
            columns=max(columns) - min(columns) + 1,
            rows=rows,
        )
