"""Workbooks and other packages that people and systems send for a staff list, built in code."""

import io
import random
import stat
import struct
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook

from tests.people.odd_files import BEN, HEADINGS, PLAIN, ZOE, Odd

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = f'<Types xmlns="{PACKAGE}/content-types"/>'
DAMAGED = "This workbook is damaged or was not sent whole."
TOO_LARGE = "becomes too large when it is unpacked"
DECLARES = "declares things that no spreadsheet writes"


def saved(fill: Callable[[Workbook], Any]) -> bytes:
    """A workbook as openpyxl saves it, with what `fill` puts in."""
    book = Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_rows(*rows: tuple[Any, ...], headings: tuple[str, ...] = HEADINGS) -> bytes:
    """A workbook with one sheet."""
    return saved(lambda book: [book.active.append(row) for row in (headings, *rows)])


def zipped(entries: dict[str, str | bytes], packing: int = ZIP_DEFLATED) -> bytes:
    """These entries as a zip file."""
    out = io.BytesIO()
    with ZipFile(out, "w", packing) as archive:
        for name, content in entries.items():
            archive.writestr(ZipInfo(name), content, packing)
    return out.getvalue()


def _relations(*relations: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(relations, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def entries(sheet: str, strings: str = "", **more: str) -> dict[str, str | bytes]:
    """The entries of the smallest workbook with this sheet and these shared texts."""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return made | ({"xl/sharedStrings.xml": strings} if strings else {}) | more


def a_sheet(rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def a_row(number: int, *cells: str, kind: str = "inlineStr") -> str:
    """A row with texts of its own."""
    inside = "".join(
        f'<c r="{chr(65 + n)}{number}" t="{kind}"><is><t>{cell}</t></is></c>'
        for n, cell in enumerate(cells)
    )
    return f'<row r="{number}">{inside}</row>'


ROWS = a_row(1, *HEADINGS) + a_row(2, *BEN)
NUMBERED = (
    "".join(f'<c r="{chr(65 + n)}1" t="s"><v>{n}</v></c>' for n in range(4)).join(
        ('<row r="1">', "</row>")
    )
    + "".join(f'<c r="{chr(65 + n)}2" t="s"><v>{n + 4}</v></c>' for n in range(4)).join(
        ('<row r="2">', "</row>")
    )
)  # fmt: skip


def strings(*texts: str, before: str = "") -> str:
    each = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'{before}<sst xmlns="{MAIN}">{each}</sst>'


def _laughs() -> str:
    kinds = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "ha">{kinds}]>'


def _lying() -> bytes:
    """A file of 60 MiB whose header says that it has 10 bytes."""
    content = bytearray(zipped(entries(a_sheet(ROWS)) | {"media.bin": bytes(60 * 1024 * 1024)}))
    real = struct.pack("<I", 60 * 1024 * 1024)
    while (place := content.find(real)) >= 0:
        content[place : place + 4] = struct.pack("<I", 10)
    return bytes(content)


def _with_entry(name: str, mode: int = 0, flags: int = 0) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for own, text in entries(a_sheet(ROWS)).items():
            archive.writestr(own, text)
        entry = ZipInfo(name)
        entry.external_attr = mode << 16
        archive.writestr(entry, "/etc/passwd")
    content = bytearray(out.getvalue())
    if flags:
        content[content.rfind(b"PK\x01\x02") + 8] |= flags
    return bytes(content)


def _coloured_rows(number: int, width: int = 1) -> str:
    cells = [f'<c r="{_letters(n)}{{0}}" s="1"/>' for n in range(width)]
    row = f'<row r="{{0}}">{"".join(cells)}</row>'
    return "".join(row.format(n) for n in range(3, number + 3))


def _letters(number: int) -> str:
    text, number = "", number + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def _noise(size: int) -> str:
    return "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=size))


def _two_sheets(book: Workbook) -> None:
    book.active.append(("Guidance", "How to read this"))
    hidden, staff = book.create_sheet("Old"), book.create_sheet("Staff")
    for sheet in (hidden, staff):
        for row in (HEADINGS, BEN if sheet is staff else ZOE):
            sheet.append(row)
    hidden.sheet_state = "hidden"


def _hidden_row(book: Workbook) -> None:
    for row in (HEADINGS, BEN, ZOE):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True


def _merged(book: Workbook) -> None:
    book.active.append(("Riverside Council, staff at 1 November", None, None, None))
    for row in (HEADINGS, BEN, (*ZOE[:3], None)):
        book.active.append(row)
    book.active.merge_cells("A1:D1")
    book.active.merge_cells("D3:D4")


def _1904(book: Workbook) -> None:
    from openpyxl.utils.datetime import MAC_EPOCH

    book.epoch = MAC_EPOCH
    book.active.append(("Surname", "Post Start"))
    book.active.append(("Okafor", date(2020, 9, 1)))


def _formats(book: Workbook) -> None:
    book.active.append(("Surname", "FTE", "Employee No", "Hours", "Post Start"))
    book.active.append(("Okafor", 0.6, 100001, 37.0, datetime(2020, 9, 1, 9, 30)))
    book.active["B2"].number_format = "0%"
    book.active["C2"].number_format = "00000000"


BOMBS = (
    Odd("64 KiB that unpack to a cell of 60 MiB",
        lambda: zipped(entries(a_sheet(NUMBERED), strings("a" * 60 * 1024 * 1024))),
        says=TOO_LARGE),
    Odd("a cell of 3 million letters", lambda: zipped(entries(a_sheet(NUMBERED),
        strings(_noise(3_000_000)))), says="more than 100,000 letters"),
    Odd("a cell of its own of 3 million letters", lambda: zipped(entries(a_sheet(
        a_row(1, *HEADINGS) + a_row(2, _noise(3_000_000))))), says="A cell of row 2 holds more"),
    Odd("a header that lies", _lying, says=DAMAGED),
    Odd("120 MiB", lambda: zipped({"[Content_Types].xml": TYPES, "noise": _noise(2_000_000),
        **{f"media{n}": bytes(40 * 1024 * 1024) for n in range(3)}}), says=TOO_LARGE),
    Odd("a billion laughs", lambda: zipped(entries(a_sheet(NUMBERED),
        strings("&l9;", before=_laughs()))), says=DECLARES),
    Odd("a billion laughs in the sheet", lambda: zipped(entries(_laughs().replace("sst",
        "worksheet") + a_sheet(a_row(1, "&l9;")))), says=DECLARES),
    Odd("a file from elsewhere", lambda: zipped(entries(a_sheet(NUMBERED), strings("&x;",
        before='<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))), says=DECLARES),
    Odd("a document type from elsewhere", lambda: zipped(entries(
        '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1/x.dtd">' + a_sheet(ROWS))), says=DECLARES),
    Odd("1,001 entries", lambda: zipped({f"x{n}": "" for n in range(1_001)}), says="more than 1,000"),
    Odd("a million and one texts", lambda: zipped(entries(a_sheet(NUMBERED),
        strings(*(f"{n:x}" for n in range(1_000_001)))), ZIP_STORED), says=TOO_LARGE),
    Odd("a path that begins at the root", lambda: _with_entry("/etc/cron.d/x"), says="points at"),
    Odd("a path that climbs", lambda: _with_entry("xl/../../x"), says="points at"),
    Odd("a path of another system", lambda: _with_entry("..\\x"), says="points at other files"),
    Odd("a link", lambda: _with_entry("xl/link", mode=stat.S_IFLNK | 0o777), says="points at"),
    Odd("an entry with a password", lambda: _with_entry("xl/secret", flags=1), says="a password"),
)  # fmt: skip

PACKAGES = (
    Odd("a zip file with a list in it", lambda: zipped({"staff.csv": PLAIN}), says="Unpack it"),
    Odd("a zip file in a zip file", lambda: zipped({"a.zip": zipped({"b.zip": b""})}),
        says="This is a zip file, not a workbook."),
    Odd("an empty zip file", lambda: zipped({}), says="an empty zip file"),
    Odd("an OpenDocument sheet", lambda: zipped({"mimetype":
        "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
        says="This is an OpenDocument file."),
    Odd("a Numbers sheet", lambda: zipped({"Index/Document.iwa": b"\x00"}), says="In Numbers choose"),
    Odd("a document called .xlsx", lambda: zipped({"[Content_Types].xml": TYPES,
        "word/document.xml": "<x/>"}), says="This is a text document."),
    Odd("slides called .xlsx", lambda: zipped({"[Content_Types].xml": TYPES,
        "ppt/presentation.xml": "<x/>"}), says="These are slides."),
    Odd("a binary workbook", lambda: zipped({"[Content_Types].xml": TYPES,
        "xl/workbook.bin": b"\x00"}), says="binary workbook (.xlsb)"),
    Odd("half a workbook", lambda: with_rows(BEN)[:3_000], says=DAMAGED),
    Odd("half a sheet", lambda: zipped(entries(a_sheet(ROWS)[:-40])), says=DAMAGED),
    Odd("no shared texts", lambda: zipped(entries(a_sheet(NUMBERED))), says=DAMAGED),
    Odd("no sheet", lambda: zipped({name: text for name, text in entries("").items()
        if "sheet1" not in name}), says=DAMAGED),
    Odd("no relations", lambda: zipped({"[Content_Types].xml": TYPES, "xl/a": ""}), says=DAMAGED),
    Odd("a text that is not there", lambda: zipped(entries(a_sheet(NUMBERED), strings("a"))),
        says=DAMAGED),
    Odd("a number that is none", lambda: zipped(entries(a_sheet(
        '<row r="1"><c r="A1"><v>seven</v></c></row>'))), says=DAMAGED),
    Odd("rows that go backwards", lambda: zipped(entries(a_sheet(a_row(5, "a") + a_row(2, "b")))),
        says=DAMAGED),
    Odd("a column that does not exist", lambda: zipped(entries(a_sheet(
        '<row r="1"><c r="Ä1"><v>1</v></c></row>'))), says=DAMAGED),
)  # fmt: skip

LISTS = (
    Odd("a plain workbook", lambda: with_rows(BEN, ZOE), first=BEN, rows=2),
    Odd("shared texts", lambda: zipped(entries(a_sheet(NUMBERED), strings(*HEADINGS, *BEN))),
        first=BEN),
    Odd("names with a prefix", lambda: zipped(entries(a_sheet(ROWS).replace("<", "<x:").replace(
        "<x:/", "</x:").replace("xmlns=", "xmlns:x="))), first=BEN),
    Odd("a sheet in UTF-16", lambda: zipped(entries("") | {"xl/worksheets/sheet1.xml":
        ('<?xml version="1.0" encoding="UTF-16"?>' + a_sheet(ROWS)).encode("utf-16")}), first=BEN),
    Odd("glosses and formatting in a text", lambda: zipped(entries(a_sheet(ROWS.replace("<t>Ben",
        "<r><t>Be</t></r><r><t>n</t></r><rPh><t>no</t></rPh><t>")))), first=BEN),
    Odd("an empty workbook", lambda: saved(lambda book: None), says="The file is empty."),
    Odd("a workbook of headings", with_rows, says="There are headings but no rows."),
    Odd("two title rows in a workbook", lambda: with_rows(("As at 1 November",), (), HEADINGS, BEN,
        headings=("Riverside Council",)), first=BEN),
    Odd("several sheets", lambda: saved(_two_sheets), first=BEN,
        notes="The workbook has 3 sheets. The list was read from “Staff”."),
    Odd("a hidden row", lambda: saved(_hidden_row), first=BEN, rows=2, notes="1 hidden row was"),
    Odd("merged cells", lambda: saved(_merged), first=BEN, rows=2, notes="1 row takes something"),
    Odd("formulas with results", lambda: zipped(entries(a_sheet(ROWS.replace(
        '<c r="C2" t="inlineStr"><is><t>Ben</t></is></c>',
        '<c r="C2" t="str"><f>UPPER("ben")</f><v>Ben</v></c>')))), first=BEN,
        notes="1 cell is a formula"),
    Odd("formulas without results", lambda: with_rows((*BEN[:2], "=A1&B1", "A")),
        first=(*BEN[:2], "=A1&B1", "A")),
    Odd("a text that looks like a formula", lambda: zipped(entries(a_sheet(ROWS.replace("Ben",
        "=cmd|' /C calc'!A0")))), first=(*BEN[:2], "'=cmd|' /C calc'!A0", BEN[3])),
    Odd("macros", lambda: zipped(entries(a_sheet(ROWS)) | {"xl/vbaProject.bin": COMPOUND_MACRO}),
        first=BEN),
    Odd("days of Excel", lambda: with_rows(("Okafor", date(2020, 9, 1)),
        headings=("Surname", "Post Start")), first=("Okafor", "2020-09-01")),
    Odd("days of a Mac", lambda: saved(_1904), first=("Okafor", "2020-09-01")),
    Odd("percentages, zeros in front and times", lambda: saved(_formats),
        first=("Okafor", "0.6", "00100001", "37", "2020-09-01 09:30")),
    Odd("truth and errors", lambda: zipped(entries(a_sheet(a_row(1, *HEADINGS) +
        '<row r="2"><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><v>22.199999999999999</v></c>'
        '<c t="d"><v>2020-09-01T00:00:00</v></c></row>'))),
        first=("TRUE", "#REF!", "22.2", "2020-09-01")),
    Odd("a million coloured rows", lambda: zipped(entries(a_sheet(ROWS + _coloured_rows(1_000_000)))),
        first=BEN, rows=1),
    Odd("a row a million rows below", lambda: zipped(entries(a_sheet(ROWS + a_row(1_048_576, *ZOE)))),
        first=BEN, rows=2),
    Odd("16,384 coloured columns", lambda: zipped(entries(a_sheet(ROWS + _coloured_rows(60, 16_384)))),
        first=BEN, rows=1),
    Odd("16,384 columns", lambda: with_rows(tuple(range(16_384))), says="more than 200 columns"),
    Odd("50,001 rows of a workbook", lambda: zipped(entries(a_sheet(ROWS + "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(3, 50_003))))),
        says="more than 50,000 rows"),
)  # fmt: skip

COMPOUND_MACRO = b"\xd0\xcf\x11\xe0 Attribute VB_Name"
FILES = (*BOMBS, *PACKAGES, *LISTS)
