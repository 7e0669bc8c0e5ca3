"""A workbook's zip file, unpacked with care (T48).

At most 1,000 entries, 100 MiB in all, and 100 times the packed size. What comes out is counted
while it comes out: the sizes that the file itself announces decide nothing. Links, paths that
lead elsewhere and encrypted entries are refused. Nothing is written to disk.
"""

import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from portal.people.staff_list.reading.kinds import AS_A_SPREADSHEET
from portal.people.staff_list.reading.table import SAVE_AS_LIST, UnreadableFileError

MOST_ENTRIES = 1_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_RATIO = 100
PIECE = 64 * 1024
ENCRYPTED = 0x1
CONTENTS = "[Content_Types].xml"
DAMAGED = f"This workbook is damaged or was not sent whole. {SAVE_AS_LIST}"
TOO_LARGE = (
    "This file becomes too large when it is unpacked. Copy the rows into a new workbook, save it"
    " and bring in that file."
)
FAULTS = (BadZipFile, zlib.error, EOFError, KeyError, OSError, RuntimeError, ValueError)
# An entry by which a zip file that is no workbook of ours shows what it is.
OTHERS = {
    "xl/workbook.bin": f"This is a binary workbook (.xlsb). {SAVE_AS_LIST}",
    "word/document.xml": f"This is a text document. {AS_A_SPREADSHEET}",
    "ppt/presentation.xml": f"These are slides. {AS_A_SPREADSHEET}",
    "content.xml": f"This is an OpenDocument file. {SAVE_AS_LIST}",
    "Index/Document.iwa": (
        "This is a Numbers spreadsheet. In Numbers choose File, Export to, Excel or CSV, and bring"
        " in that file."
    ),
}


class Package:
    """The entries of a zip file that was looked through."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.names = frozenset(archive.namelist())

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """An entry to read from. Raises `UnreadableFileError` where it is missing or damaged."""
        try:
            with self._archive.open(name) as entry:
                yield entry
        except UnreadableFileError:
            raise
        except FAULTS:
            raise UnreadableFileError(DAMAGED) from None


@contextmanager
def unpacked(content: bytes) -> Iterator[Package]:
    """The package in these bytes, once all of it has been found safe to unpack."""
    try:
        archive = ZipFile(BytesIO(content))
    except FAULTS:
        raise UnreadableFileError(DAMAGED) from None
    with archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES:
            raise UnreadableFileError(
                f"This file holds more than 1,000 others and is no list. {AS_A_SPREADSHEET}"
            )
        for entry in entries:
            _refuse_odd(entry)
        _refuse_other_packages(archive)
        _count(archive, entries, len(content))
        yield Package(archive)


def _refuse_odd(entry: ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    leads_elsewhere = name.startswith("/") or ".." in name.split("/") or ":" in name
    if leads_elsewhere or stat.S_ISLNK(entry.external_attr >> 16):
        raise UnreadableFileError(
            f"This file points at other files and is not read. {SAVE_AS_LIST}"
        )
    if entry.flag_bits & ENCRYPTED:
        raise UnreadableFileError(
            "This file is protected by a password. Save it without one and bring in that file."
        )


def _refuse_other_packages(archive: ZipFile) -> None:
    names = set(archive.namelist())
    for name, sentence in OTHERS.items():
        if name in names:
            raise UnreadableFileError(sentence)
    if CONTENTS not in names:
        raise UnreadableFileError(
            "This is a zip file, not a workbook. Unpack it and bring in the list inside."
        )


def _count(archive: ZipFile, entries: list[ZipInfo], packed: int) -> None:
    """Unpack everything once, piece by piece, and stop where it becomes too much."""
    most = min(MOST_UNPACKED, packed * MOST_RATIO)
    unpacked = 0
    try:
        for entry in entries:
            with archive.open(entry) as stream:
                while piece := stream.read(PIECE):
                    unpacked += len(piece)
                    if unpacked > most:
                        raise UnreadableFileError(TOO_LARGE)
    except UnreadableFileError:
        raise
    except FAULTS:
        raise UnreadableFileError(DAMAGED) from None
