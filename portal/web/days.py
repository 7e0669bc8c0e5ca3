"""Days as people write them, and as pages say them."""

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEAR = {-1: "Was due yesterday", 0: "Today", 1: "Tomorrow"}
SOON = 7  # days: what is due within a week is marked
MANY_DAYS = 60  # from here on a distance is said in weeks
ASK = "Write the date as day, month and year, like 26/11/2026"


def in_words(day: date) -> str:
    """The day in full: Thursday 26 November 2026."""
    return f"{WEEKDAYS[day.weekday()]} {short(day)}"


def short(day: date) -> str:
    """The day without its weekday: 26 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def distance(day: date, today: date) -> str:
    """How far off a day is, in the words of a tag: "Was due 6 days ago", "In 4 days"."""
    days = (day - today).days
    if days in NEAR:
        return NEAR[days]
    far = abs(days)
    said = f"{far} days" if far < MANY_DAYS else f"{far // 7} weeks"
    return f"In {said}" if days > 0 else f"Was due {said} ago"


def tone(day: date, today: date) -> str:
    """How loud a tag is: late before today, soon within a week, quiet after that."""
    days = (day - today).days
    if days < 0:
        return "late"
    return "soon" if days <= SOON else "quiet"


def read(written: str) -> date:
    """The day that somebody wrote, as 26/11/2026, 26 Nov 2026 or 2026-11-26.

    Raises ValueError with a sentence for the person when it is no date, or none that exists.
    """
    parts = re.findall(r"[0-9]+|[^\W\d_]+", written)
    if len(parts) == 4 and parts[0].isalpha():
        parts = parts[1:]
    if len(parts) != 3:
        raise ValueError(ASK)
    year_first = len(parts[0]) == 4
    day, month, year = (parts[2], parts[1], parts[0]) if year_first else parts
    if not (day.isascii() and day.isdigit() and year.isascii() and year.isdigit()):
        raise ValueError(ASK)
    if len(year) not in {2, 4} or len(day) > 2:
        raise ValueError(ASK)
    return _existing(int(day), _month(month), int(year) + (2000 if len(year) == 2 else 0))


def _month(written: str) -> int:
    if written.isascii() and written.isdigit() and len(written) <= 2:
        return int(written)
    for number, name in enumerate(MONTHS, 1):
        if len(written) >= 3 and name.lower().startswith(written.lower()):
            return number
    raise ValueError(ASK)


def _existing(day: int, month: int, year: int) -> date:
    if not 1900 <= year <= 2200:
        raise ValueError("The year must be between 1900 and 2200")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("That date does not exist. Check the day and the month") from None
