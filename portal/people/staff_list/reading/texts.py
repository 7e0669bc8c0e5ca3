"""The texts of a workbook: those that cells share by their number, and what a text becomes.

A text that looks like a formula is marked as text (`web.formulas`), so that it is told from a
formula whose result was never worked out, which comes as "=..." and is refused in words.
"""

import re
from typing import IO

from portal.people.staff_list.reading.markup import (
    MOST_ELEMENTS,
    Attributes,
    bare,
    too_large,
    walk,
)
from portal.people.staff_list.reading.table import LONGEST_CELL, UnreadableFileError
from portal.web import formulas

MOST_TEXTS = 1_000_000
LOOKS_LIKE_A_FORMULA = ("=", "+", "@")
LONGEST_FORMULA_SHOWN = 40
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def texts_in(stream: IO[bytes]) -> list[str]:
    """The shared texts, in the order of their numbers. Glosses on how to say them are left out."""
    reader = _TextsReader()
    walk(stream, start=reader.start, end=reader.end, text=reader.text)
    return reader.texts


def plain(said: str) -> str:
    """A text as it is read on; one that looks like a formula is marked as the text it is."""
    text = _ESCAPED.sub(lambda found: _letter(found[1]), said) if "_x" in said else said
    if text.lstrip().startswith(LOOKS_LIKE_A_FORMULA):
        return f"{formulas.MARK}{text}"
    return text


def unworked(formula: str) -> str:
    """A formula whose result is not in the file, as a CSV file would hold it."""
    return f"={formula[:LONGEST_FORMULA_SHOWN]}"


def _letter(code: str) -> str:
    letter = chr(int(code, 16))
    return letter if letter.isprintable() or letter in "\n\t" else ""


class _TextsReader:
    """Is told about elements and texts, and puts the pieces of each text together."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.pieces: list[str] = []
        self.is_listening = self.is_gloss = False
        self.elements = self.length = 0

    def start(self, name: str, _: Attributes) -> None:
        self.elements += 1
        name = bare(name)
        if name == "t":
            self.is_listening = not self.is_gloss
        elif name == "rPh":
            self.is_gloss = True

    def text(self, piece: str) -> None:
        if self.is_listening:
            self.pieces.append(piece)
            self.length += len(piece)
            if self.length > LONGEST_CELL:
                raise UnreadableFileError(
                    "A cell of this workbook holds more than 100,000 letters. Shorten it, save the"
                    " workbook and bring it in again."
                )

    def end(self, name: str) -> None:
        name = bare(name)
        if name == "t":
            self.is_listening = False
        elif name == "rPh":
            self.is_gloss = False
        elif name == "si":
            self.texts.append(plain("".join(self.pieces)))
            self.pieces, self.length = [], 0
            if len(self.texts) > MOST_TEXTS or self.elements > MOST_ELEMENTS:
                raise too_large()
