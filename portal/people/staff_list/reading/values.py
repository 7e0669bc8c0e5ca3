"""What is stored in a workbook's cell, as the text that a CSV file would hold.

A day becomes an ISO date, a number loses ".0", 60% is 0.6, a duration is in hours, and zeros in
front that a number only shows by its format stay.
"""

from datetime import datetime, time, timedelta

from portal.people.staff_list.reading.formats import DAY, DURATION, ZEROS, Styles
from portal.people.staff_list.reading.package import DAMAGED
from portal.people.staff_list.reading.table import UnreadableFileError
from portal.people.staff_list.reading.texts import plain

BEGINS = datetime(1899, 12, 30)
LATER_IN_1904 = 1462  # days by which the other calendar of workbooks begins later
MOST_DAYS = 2_958_465  # 31 December 9999
DAY_THAT_NEVER_WAS = 60  # workbooks believe in a 29 February 1900
SECONDS = 86_400


def text_of(kind: str, said: str, style: int, styles: Styles) -> str:
    """The text of a stored value: `kind` is the type that the workbook gives it."""
    if kind == "n":
        return _number(said, *styles.kind(style), styles.begins_1904)
    if kind == "b":
        return "TRUE" if said.strip() in {"1", "true"} else "FALSE"
    if kind == "d":
        return said.removesuffix("T00:00:00")
    return said if kind == "e" else plain(said)


def _number(said: str, kind: str, digits: int, begins_1904: bool) -> str:
    try:
        number = float(said)
        whole = number == int(number)
    except (ValueError, OverflowError):
        raise UnreadableFileError(DAMAGED) from None
    if kind == DAY and 0 <= number <= MOST_DAYS - LATER_IN_1904:
        return _day(number + (LATER_IN_1904 if begins_1904 else 0))
    if kind == DURATION:
        return _shortest(round(number * 24, 2))
    if not whole:
        return repr(number)
    exact = int(said) if said.removeprefix("-").isdecimal() and len(said) < 30 else int(number)
    return str(exact).zfill(digits) if kind == ZEROS else str(exact)


def _shortest(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)


def _day(days: float) -> str:
    """The day and the time, if there is one; before the first day only a time."""
    counted = days + 1 if 1 <= days < DAY_THAT_NEVER_WAS else days
    moment = BEGINS + timedelta(seconds=round(counted * SECONDS))
    if days < 1:
        return f"{moment:%H:%M}"
    day = moment.date().isoformat()
    return day if moment.time() == time() else f"{day} {moment:%H:%M}"
