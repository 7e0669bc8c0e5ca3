"""An Excel workbook: which of its sheets holds the list, and the table in it.

The sheets are read here and not by openpyxl, which takes three times as long for 20,000 rows and
does not say which cells are formulas or were merged. The tests hold this reading against
openpyxl's, cell by cell. Macros are never looked at.
"""

import posixpath
from dataclasses import dataclass

from portal.people.staff_list.reading.formats import Styles, styles_in
from portal.people.staff_list.reading.markup import Attributes, bare, walk
from portal.people.staff_list.reading.package import DAMAGED, Package, unpacked
from portal.people.staff_list.reading.sheet import Book, Sheet, sheet_in, spread
from portal.people.staff_list.reading.table import (
    HEADINGS_WITHIN,
    Known,
    Table,
    UnreadableFileError,
    best_heading,
    noting,
    table_of,
)
from portal.people.staff_list.reading.texts import texts_in
from portal.web.numbers import counted

MOST_SHEETS = 100


@dataclass(frozen=True)
class _Relation:
    """What a part of the package points at."""

    kind: str
    path: str
    id: str


@dataclass(frozen=True)
class _Part:
    """A sheet as the workbook lists it."""

    name: str
    path: str
    is_hidden: bool


def read(content: bytes, known: Known) -> Table:
    """The table in the sheet that has the most headings we know. Raises sentences."""
    with unpacked(content) as package:
        main = _main(package)
        relations = _relations(package, main)
        parts, begins_1904 = _parts(package, main, relations)
        book = _book(package, relations, begins_1904=begins_1904)
        part = _chosen(package, parts, book, known)
        with package.open(part.path) as stream:
            sheet = sheet_in(stream, book)
    table, spread_to = _table(sheet, known)
    return noting(table, _notes(sheet, part, len(parts), spread_to))


def _table(sheet: Sheet, known: Known) -> tuple[Table, int]:
    """The table, and how many of its rows say something because a merged cell spans them."""
    table = table_of(sheet.rows, known)
    spread_to = spread(sheet, table.lines[0].number - 1) if sheet.merged else 0
    return (table_of(sheet.rows, known) if spread_to else table), spread_to


def _notes(sheet: Sheet, part: _Part, sheets: int, spread_to: int) -> list[str]:
    notes = []
    if sheets > 1:
        notes.append(f"The workbook has {sheets} sheets. The list was read from “{part.name}”.")
    if sheet.hidden:
        notes.append(f"{counted(sheet.hidden, 'hidden row was', 'hidden rows were')} read too.")
    if spread_to:
        rows = counted(spread_to, "row takes", "rows take")
        notes.append(f"{rows} something from a merged cell that spans it.")
    if sheet.formulas:
        cells = counted(sheet.formulas, "cell is a formula", "cells are formulas")
        notes.append(f"{cells}, read with the result that the spreadsheet kept.")
    return notes


def _chosen(package: Package, parts: list[_Part], book: Book, known: Known) -> _Part:
    """The sheet with the most headings we know; the first of those in sight where none has any."""
    in_sight = [part for part in parts if not part.is_hidden] or parts
    if len(in_sight) == 1:
        return in_sight[0]

    def headings(part: _Part) -> int:
        with package.open(part.path) as stream:
            first = sheet_in(stream, book, most=HEADINGS_WITHIN).rows
        return best_heading((line.cells for line in first), known)

    return max(in_sight[:MOST_SHEETS], key=headings)


def _book(package: Package, relations: list[_Relation], *, begins_1904: bool) -> Book:
    texts = _of_kind(package, relations, "/sharedStrings")
    styles = _of_kind(package, relations, "/styles")
    book = Book([], Styles(begins_1904=begins_1904))
    if texts:
        with package.open(texts) as stream:
            book = Book(texts_in(stream), book.styles)
    if styles:
        with package.open(styles) as stream:
            book = Book(book.texts, styles_in(stream, begins_1904=begins_1904))
    return book


def _main(package: Package) -> str:
    """Where the workbook's own part lies."""
    main = _of_kind(package, _relations(package, ""), "/officeDocument")
    if main is None:
        raise UnreadableFileError(DAMAGED)
    return main


def _parts(package: Package, main: str, relations: list[_Relation]) -> tuple[list[_Part], bool]:
    """The sheets in their order, and whether the workbook's days begin in 1904."""
    paths = {each.id: each.path for each in relations if each.kind.endswith("/worksheet")}
    parts: list[_Part] = []
    begins_1904 = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal begins_1904
        if bare(name) == "workbookPr":
            begins_1904 = attributes.get("date1904") in {"1", "true"}
        elif bare(name) == "sheet":
            own = next((v for k, v in attributes.items() if ":" in k and bare(k) == "id"), "")
            if paths.get(own) in package.names:
                is_hidden = attributes.get("state", "visible") != "visible"
                parts.append(_Part(attributes.get("name", ""), paths[own], is_hidden))

    with package.open(main) as stream:
        walk(stream, start=start)
    if not parts:
        raise UnreadableFileError(DAMAGED)
    return parts, begins_1904


def _relations(package: Package, part: str) -> list[_Relation]:
    """What a part points at; the package itself is the part without a name."""
    folder, name = posixpath.split(part)
    found: list[_Relation] = []

    def start(name: str, attributes: Attributes) -> None:
        if bare(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.join("/", folder, attributes.get("Target", ""))
            path = posixpath.normpath(target).lstrip("/")
            found.append(_Relation(attributes.get("Type", ""), path, attributes.get("Id", "")))

    with package.open(posixpath.join(folder, "_rels", f"{name}.rels")) as stream:
        walk(stream, start=start)
    return found


def _of_kind(package: Package, relations: list[_Relation], kind: str) -> str | None:
    """The path of the first part of this kind that is there."""
    paths = (each.path for each in relations if each.kind.endswith(kind))
    return next((path for path in paths if path in package.names), None)
