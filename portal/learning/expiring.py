"""When what somebody holds expires, in which of the lists of 30, 60 and 90 days it stands, and
when they hear of it.

Pure. Units: days, and calendar months for how long something is valid. Somebody hears of what
expires once 90 and once 30 days before its last day, and once when that has passed; whoever
manages them hears of the last two. These days are the portal's own; no document sets them.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

PASSED: Final = "passed"
MOST_MONTHS = 120
WITHIN: dict[str, int] = {"30": 30, "60": 60, "90": 90}
WHEN = (PASSED, *WITHIN)
IN_WORDS = {
    PASSED: "Has passed",
    "30": "Within 30 days",
    "60": "31 to 60 days",
    "90": "61 to 90 days",
}
TOLD_BEFORE = (90, 30)
HEARD_BY_MANAGERS = ("30", PASSED)
# What passed longer ago than this was known before the portal: nobody hears of it anew.
STILL_NEWS = timedelta(days=30)


def valid_until(since: date, months: int | None) -> date | None:
    """The last day of something that lasts so many calendar months; None where it never ends.

    From 31 August for six months: until 28 February, or the 29th in a leap year.
    """
    if months is None:
        return None
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    return date(year, month + 1, min(since.day, monthrange(year, month + 1)[1]))


def within(expires_on: date | None, today: date) -> str:
    """The list in which it stands: "passed", "30", "60" or "90"; "" where it is not due."""
    if expires_on is None:
        return ""
    left = (expires_on - today).days
    if left < 0:
        return PASSED
    return next((name for name, days in WITHIN.items() if left <= days), "")


def span(when: str, today: date) -> tuple[date, date]:
    """The first and the last day of expiry of those in one of the lists."""
    if when == PASSED:
        return date(1900, 1, 1), today - timedelta(days=1)
    last = WITHIN[when]
    first = max((days for days in WITHIN.values() if days < last), default=-1) + 1
    return today + timedelta(days=first), today + timedelta(days=last)


def heard_of(expires_on: date, today: date) -> str:
    """What somebody should have heard by today: "90", "30", "passed", or "" for nothing yet."""
    left = (expires_on - today).days
    if left < 0:
        return PASSED if -left <= STILL_NEWS.days else ""
    return next((str(days) for days in sorted(TOLD_BEFORE) if left <= days), "")


def in_words(expires_on: date | None, today: date) -> str:
    """How long it still counts, in the words of a tag."""
    if expires_on is None:
        return "Does not expire"
    left = (expires_on - today).days
    if left < 0:
        return "Passed"
    return "Ends today" if left == 0 else f"{left} days left" if left != 1 else "1 day left"


def tone(expires_on: date | None, today: date) -> str:
    """How loud the tag is: late once it has passed, soon within 30 days, quiet otherwise."""
    return {PASSED: "late", "30": "soon"}.get(within(expires_on, today), "quiet")
