"""Dates as spreadsheets write them: day first, ISO, with a month's name, or Excel's day number.

Day and month are never guessed the American way round. A year of two digits lies within the
hundred years that end 20 years after `today`. Excel counts days from 30 December 1899.
"""

import re
from datetime import date, timedelta

from portal.web import days

MONTHS = tuple(name.lower() for name in days.MONTHS)
EXCEL_BEGINS = date(1899, 12, 30)
EARLIEST = date(1930, 1, 1)
WRITE = "Write it as day/month/year."

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ ,-]+(\d{4}|\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_CLOCK = re.compile(r"[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?z?$")
_WEEKDAY = re.compile(r"^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?,? ")


class UndatedError(ValueError):
    """The cell holds no date; the message says what is wrong and how to write one."""


def day(text: str, today: date) -> date:
    """The date in a cell. Raises `UndatedError` with a sentence."""
    plain = _CLOCK.sub("", _WEEKDAY.sub("", " ".join(text.lower().split())))
    found = _serial(plain) or _written(text, plain, today)
    if found < EARLIEST:
        raise UndatedError(f"{text} is too long ago to be right. {WRITE}")
    return found


def _serial(plain: str) -> date | None:
    match = _SERIAL.fullmatch(plain)
    return EXCEL_BEGINS + timedelta(days=int(match[1])) if match else None


def _written(text: str, plain: str, today: date) -> date:
    parts = _parts(plain)
    if parts is None:
        raise UndatedError(f"{_short(text)} is not a date. {WRITE}")
    year, month, number = parts
    try:
        return date(_full_year(year, today), month, number)
    except ValueError:
        raise UndatedError(f"{_short(text)} is not a date that exists. {WRITE}") from None


def _parts(plain: str) -> tuple[str, int, int] | None:
    """Year as written, month and day; None when the text has the form of no date."""
    if match := _ISO.fullmatch(plain):
        return match[1], int(match[2]), int(match[3])
    if match := _DAY_FIRST.fullmatch(plain):
        return match[3], int(match[2]), int(match[1])
    if (match := _NAMED.fullmatch(plain)) and (month := _month(match[2])):
        return match[3], month, int(match[1])
    return None


def _month(name: str) -> int:
    """The number of a month by its name, short or full; 0 when there is no such month."""
    if name == "sept":
        return 9
    for number, month in enumerate(MONTHS, start=1):
        if name in (month[:3], month):
            return number
    return 0


def _full_year(year: str, today: date) -> int:
    if len(year) == 4:
        return int(year)
    century = today.year - today.year % 100
    full = century + int(year)
    return full if full <= today.year + 20 else full - 100


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
