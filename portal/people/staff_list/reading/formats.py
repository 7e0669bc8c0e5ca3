"""Number formats: what a number in a workbook's cell is, by the way it is shown.

openpyxl knows the built-in formats and tells days and durations from other numbers.
"""

import re
from dataclasses import dataclass, field
from typing import IO

from portal.people.staff_list.reading.markup import Attributes, bare, too_large, walk

DAY, DURATION, ZEROS, NUMBER = "day", "duration", "zeros", "number"
MOST_STYLES = 100_000
LONGEST_FORMAT = 200
GENERAL = "General"


@dataclass(frozen=True)
class Styles:
    """The number format of each style of cell, by the style's number."""

    formats: tuple[str, ...] = ()
    begins_1904: bool = False
    _kinds: dict[int, tuple[str, int]] = field(default_factory=dict)

    def kind(self, style: int) -> tuple[str, int]:
        """What a number of this style is, and to how many digits it is filled with zeros."""
        if style not in self._kinds:
            shown_as = self.formats[style] if 0 <= style < len(self.formats) else GENERAL
            self._kinds[style] = _kind(shown_as)
        return self._kinds[style]


def styles_in(stream: IO[bytes], *, begins_1904: bool) -> Styles:
    """The styles of a workbook, from its part that describes them."""
    reader = _StylesReader()
    walk(stream, start=reader.start, end=reader.end)
    formats = tuple(_format(number, reader.own) for number in reader.used)
    return Styles(formats, begins_1904)


class _StylesReader:
    """Is told about elements, and notes the workbook's own formats and which style uses which."""

    def __init__(self) -> None:
        self.own: dict[str, str] = {}
        self.used: list[str] = []
        self.is_inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        name = bare(name)
        if name == "numFmt":
            shown_as = attributes.get("formatCode", "")
            self.own[attributes.get("numFmtId", "")] = shown_as[:LONGEST_FORMAT]
        elif name == "cellXfs":
            self.is_inside = True
        elif name == "xf" and self.is_inside:
            self.used.append(attributes.get("numFmtId", "0"))
        if len(self.own) + len(self.used) > MOST_STYLES:
            raise too_large()

    def end(self, name: str) -> None:
        if bare(name) == "cellXfs":
            self.is_inside = False


def _format(number: str, own: dict[str, str]) -> str:
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    usual = BUILTIN_FORMATS.get(int(number)) if number.isdigit() and len(number) < 5 else None
    return own.get(number) or usual or GENERAL


def _kind(shown_as: str) -> tuple[str, int]:
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format

    if is_timedelta_format(shown_as):
        return DURATION, 0
    if is_date_format(shown_as):
        return DAY, 0
    return (ZEROS, len(shown_as)) if re.fullmatch(r"0{2,20}", shown_as) else (NUMBER, 0)
