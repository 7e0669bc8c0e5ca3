"""The XML inside a workbook, read as it streams by; a document may declare nothing.

Excel writes no document type and no entities, so whatever has them was made to do harm (entities
that multiply, files fetched from elsewhere) and is refused before anything is resolved. Names come
without their prefix: producers choose those freely.
"""

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from portal.people.staff_list.reading.package import DAMAGED, PIECE, TOO_LARGE
from portal.people.staff_list.reading.table import SAVE_AS_LIST, UnreadableFileError

MOST_ELEMENTS = 10_000_000  # 50,000 rows of 40 cells have 6 million

Attributes = dict[str, str]


class EnoughError(Exception):
    """What was looked for has been found; the rest of the document is not read."""


def walk(
    stream: IO[bytes],
    *,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Read a document, telling these about each element's beginning and end and about the text."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.EntityDeclHandler = _refuse_declarations
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        while piece := stream.read(PIECE):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except EnoughError:
        return
    except (expat.ExpatError, LookupError):
        raise UnreadableFileError(DAMAGED) from None


def bare(name: str) -> str:
    """A name without its prefix."""
    return name[name.index(":") + 1 :] if ":" in name else name


def too_large() -> UnreadableFileError:
    """The refusal of what is larger unpacked than any list."""
    return UnreadableFileError(TOO_LARGE)


def _refuse_declarations(*_: object) -> None:
    raise UnreadableFileError(
        f"This workbook declares things that no spreadsheet writes, and is not read. {SAVE_AS_LIST}"
    )
