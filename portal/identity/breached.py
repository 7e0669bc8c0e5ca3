"""An operator's own list of stolen passwords, asked without reading it whole.

The file is the one that Have I Been Pwned publishes "ordered by hash": a line for each
password, its SHA-1 in hexadecimal, upper or lower case, with or without ":count". Tens of
gigabytes are searched by bisection in about 35 reads.
"""

from collections.abc import Callable
from hashlib import sha1
from pathlib import Path
from typing import BinaryIO

from portal.identity.passwords import normal

DIGITS = 40
LINE = 100  # longer than any line of such a file


def list_of(path: Path | str | None) -> Callable[[str], bool]:
    """The question "is it on the list?" for the operator's file; always no without one."""
    if not path:
        return lambda password: False
    return lambda password: is_listed(password, Path(path))


def is_listed(password: str, path: Path) -> bool:
    """Whether the SHA-1 of this password is a line of the sorted file."""
    digest = sha1(normal(password).encode("utf-8", "surrogatepass"), usedforsecurity=False)
    wanted = digest.hexdigest().upper().encode()
    with path.open("rb") as file:
        return _find(file, wanted, path.stat().st_size)


def _find(file: BinaryIO, wanted: bytes, size: int) -> bool:
    """Halve the stretch of the file that may hold the line until it is found or gone."""
    low, high = 0, size
    while low < high:
        middle = (low + high) // 2
        start, line = _line_after(file, middle)
        found = line[:DIGITS].upper()
        if found == wanted:
            return True
        if line and found < wanted:
            low = start + len(line)
        else:
            high = middle
    return False


def _line_after(file: BinaryIO, position: int) -> tuple[int, bytes]:
    """The first whole line at or after a position, and where it begins."""
    file.seek(max(0, position - 1))
    if position:
        file.readline(LINE)
    start = file.tell()
    return start, file.readline(LINE)
