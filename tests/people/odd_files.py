"""Text and other kinds of file that people and systems send for a staff list, built in code.

Each is read rightly or refused: `says` is a part of the sentence that it gets, `first` the cells
of its first row where it is read.
"""

import gzip
from collections.abc import Callable
from dataclasses import dataclass

HEADINGS = ("Employee No", "Surname", "Forename(s)", "Team")
BEN = ("00100001", "Okafor", "Ben", "Schools Team")
ZOE = ("00100002", "Zając", "Zoë", "Schools Team")
PLAIN = "Employee No,Surname,Forename(s),Team\r\n00100001,Okafor,Ben,Schools Team\r\n"
ACCENTS = PLAIN.replace("Okafor,Ben", "Zając,Zoë")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
ACCENTED = ("00100001", "Zając", "Zoë", "Schools Team")


@dataclass(frozen=True)
class Odd:
    """A file, and what is to become of it."""

    name: str
    content: Callable[[], bytes]
    says: str = ""
    first: tuple[str, ...] | None = None
    notes: str = ""
    rows: int | None = None


def _text(name: str, text: str, encoding: str = "utf-8", **becomes: object) -> Odd:
    return Odd(name, lambda: text.encode(encoding), **becomes)  # type: ignore[arg-type]


def _bytes(name: str, content: bytes, says: str) -> Odd:
    return Odd(name, lambda: content, says=says)


def _rows(number: int) -> bytes:
    return PLAIN.encode() + b"00100002,Silva,Wren,Schools Team\r\n" * (number - 1)


def _a_bad_letter() -> bytes:
    good = ACCENTS + "00100002,Núñez,Añá,Schools Team\r\n" * 50
    return good.encode() + b"00100003,Mu\xf1oz,Ben,Schools Team\r\n"


OTHER_KINDS = (
    _bytes("nothing at all", b"", "The file is empty."),
    _bytes("only spaces", b" \r\n \t\r\n", "The file is empty."),
    _bytes("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "This is a PDF. Ask for the list as"),
    _bytes("a picture", b"\x89PNG\r\n\x1a\n" + bytes(100), "This is a picture."),
    _bytes("a photograph", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100), "This is a picture."),
    _bytes("a compressed file", gzip.compress(PLAIN.encode()), "Unpack it and bring in the list"),
    _bytes("a text document", b"{\\rtf1\\ansi Employee No}", "This is a text document."),
    _bytes("a web page called .xls", b"<html><table><tr><td>Surname</td></tr></table></html>",
           "even where its name ends in .xls"),
    _bytes("a table without a page", b"\xef\xbb\xbf\r\n<table><tr><td>Surname</td></tr></table>",
           "This is a web page"),
    _bytes("a workbook saved as XML",
           b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
           "This is a workbook saved as XML."),
    _bytes("XML of another kind", b'<?xml version="1.0"?><staff><person/></staff>', "an XML file"),
    _bytes("a workbook with a password", COMPOUND + "EncryptedPackage".encode("utf-16-le"),
           "protected by a password. Open it, take the password off"),
    _bytes("an old workbook", COMPOUND + "Workbook".encode("utf-16-le"), "older form (.xls)"),
    _bytes("an old document", COMPOUND + "WordDocument".encode("utf-16-le"), "a text document"),
    _bytes("a program", b"MZ\x90\x00\x03" + bytes(range(256)) * 20, "This is not a text file."),
    _bytes("records of another kind", b'{"staff": [{"surname": "Okafor"}]}', "No headings"),
)  # fmt: skip

LETTERS = (
    _text("UTF-8", ACCENTS, first=ACCENTED),
    _text("UTF-8 with a mark", ACCENTS, "utf-8-sig", first=ACCENTED),
    _text("UTF-16", ACCENTS, "utf-16", first=ACCENTED),
    _text("UTF-16 without a mark", ACCENTS, "utf-16-le", first=ACCENTED),
    _text("UTF-16 the other way round", ACCENTS, "utf-16-be", first=ACCENTED),
    _text("UTF-32", ACCENTS, "utf-32", first=ACCENTED),
    _text("UTF-32 without a mark", ACCENTS, "utf-32-le", first=ACCENTED),
    _text("UTF-32 the other way round", ACCENTS, "utf-32-be", first=ACCENTED),
    _text("Windows-1252", PLAIN.replace("Ben", "Zoë"), "cp1252",
          first=("00100001", "Okafor", "Zoë", "Schools Team")),
    Odd("half a letter in UTF-16", lambda: PLAIN.encode("utf-16-le") + b"\x00\xd8",
        says="The letters of this file cannot be read."),
    Odd("a letter that is not like the others", _a_bad_letter,
        says="Some letters of row 53 are not UTF-8 like the others."),
    _bytes("half a pair among good letters",
           ACCENTS.encode() + b"00100002,Nu\xcc\x81\xc3\xb1ez,\xed\xa0\x80,A\r\n",
           "Some letters of row 3 are not UTF-8"),
    _bytes("zeros in the text", PLAIN.encode() + b"00100002,Sil\x00va,Wren,A\r\n",
           "This is not a text file."),
    _bytes("zeros in UTF-16", (PLAIN + "1,\x00,b,c\r\n").encode("utf-16"), "not a text file"),
)  # fmt: skip

SHAPES = (
    _text("headings only", "Employee No,Surname,Team\r\n", says="headings but no rows"),
    _text("headings and blank rows", "Employee No,Surname,Team\r\n" + ",,\r\n" * 300,
          says="headings but no rows"),
    _text("only blank rows", ",,,\r\n" * 300, says="The file is empty."),
    _text("one column", "Okafor\r\nSilva\r\nKhan\r\n", says="No headings were found"),
    _text("two title rows", f"Riverside Council;;\r\nAs at 1 November\r\n{PLAIN}", first=BEN),
    _text("a hint at the separator", "sep=;\r\n" + PLAIN.replace(",", ";"), first=BEN),
    _text("a title with other separators",
          "Riverside, Children, Early Help, Schools, Staff, 2026\r\n" + PLAIN.replace(",", ";"),
          first=BEN),
    _text("lines that end as on an old Mac", PLAIN.replace("\r\n", "\r"), first=BEN),
    _text("tabs", PLAIN.replace(",", "\t"), first=BEN),
    _text("blank rows below the list", PLAIN + ",,,\r\n" * 200_000, first=BEN, rows=1),
    _text("a blank row within the list", f"{PLAIN},,,\r\n2,Silva,Wren,A\r\n", first=BEN, rows=3),
    Odd("a million blank rows in between", lambda: PLAIN.encode() + b"\r\n" * 1_000_000 +
        b"00100002,Silva,Wren,A\r\n", first=BEN, rows=1_002),
    _text("the same heading twice", "Surname,Surname,Team\r\nOkafor,Okafor,A\r\n",
          first=("Okafor", "Okafor", "A")),
    _text("two separators", "Employee No;Surname;Team\r\n" + "1,Okafor,A\r\n" * 3,
          says="The headings have “;” between them and the rows “,”"),
    _text("a quotation mark that never closes",
          PLAIN + '00100002,"Silva,Wren,A\r\n' + "00100003,Khan,Amira,B\r\n" * 400,
          says="From row 3 on the rows cannot be told apart"),
    _text("a quotation mark that never closes in a large file",
          PLAIN + '00100002,"Silva,Wren,A ' + "00100003 Khan Amira B " * 20_000,
          says="From row 3 on the rows cannot be told apart"),
    _text("one endless line", "Surname,Team\r\n" + "a" * 5_000_000,
          says="A cell of row 2 holds more than 100,000 letters"),
    _text("one line of 300,000 cells", "Surname,Team," + "a," * 300_000,
          says="Row 1 has more than 200 columns"),
    _text("commas beyond the last column", PLAIN.replace("\r\n", "," * 400 + "\r\n"),
          first=BEN + ("",) * 400),
    _text("100,001 accents over one letter", f"{PLAIN}1,a{chr(0x301) * 100_000},b,c\r\n",
          says="A cell of row 3 holds more than 100,000 letters"),
    _text("50,000 accents over one letter", f"{PLAIN}1,a{chr(0x301) * 50_000},b,c\r\n", first=BEN),
    _text("50,000 accents in a heading", PLAIN.replace("Team", f"Team{chr(0x301) * 50_000}", 1),
          first=BEN),
    Odd("50,001 rows", lambda: _rows(50_001), says="more than 50,000 rows"),
    Odd("50,000 rows", lambda: _rows(50_000), first=BEN, rows=50_000),
    Odd("three million cells", lambda: b"Surname,Team\r\n" + b"ab," * 100 * 30_000,
        says="more than 200 columns"),
    Odd("far too many cells", lambda: b"Surname,Team\r\n" + (b"a," * 199 + b"b\r\n") * 20_000,
        says="more than 2 million cells"),
    Odd("more than 20 MB", lambda: b"a,b\r\n" * 4_200_000, says="larger than 20 MB"),
)  # fmt: skip

FILES = (*OTHER_KINDS, *LETTERS, *SHAPES)
