"""Cells: what a cell of a staff list says, as the value the portal keeps.

Every reader takes the text of a cell and gives a value, None for "unknown", or raises
`UnclearError` with a sentence. Names keep their spelling; only the space around them goes.
"""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from portal.web import days as calendar
from portal.web import formulas

LONGEST_TEXT = 120
WEEK = tuple(day[:3] for day in calendar.WEEKDAYS)
FULL_TIME = Decimal(1)
SMALLEST_SHARE = Decimal("0.001")
MOST_HOURS = Decimal(60)

# What a spreadsheet shows where a formula came to nothing.
ERRORS = frozenset({"#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#num!", "#null!"})
UNKNOWN = frozenset(
    {"?", "??", "-", "--", "n/a", "na", "none", "null", "nil"}
    | ERRORS
    | {"unknown", "not known", "tbc", "tba", "to be confirmed", "not applicable"}
    | {"applied for", "pending", "awaiting"}
)
CONTRACTS = {
    "permanent": ("permanent", "perm", "substantive", "p"),
    "fixed term": ("fixed term", "fixed-term", "ftc", "fixed term contract", "temporary", "temp"),
    "agency": ("agency", "locum", "agency worker"),
    "casual": ("casual", "bank", "sessional", "relief", "zero hours", "as and when"),
}
_CONTRACT_OF = {word: contract for contract, words in CONTRACTS.items() for word in words}
_FULL_WEEK = tuple(day.lower() for day in calendar.WEEKDAYS)
_MONDAY_TO_FRIDAY = ("mtwtf", "mtwthf", "weekdays")
_DAY_LETTERS = {"m": 0, "t": 1, "tu": 1, "w": 2, "th": 3, "f": 4, "sa": 5, "su": 6}
_FULL_TIME_WORDS = frozenset({"full time", "full-time", "fulltime", "full", "ft", "f/t"})
_FORMULA = ("=", "+", "@")
_KEPT_AS_TEXT = re.compile(r'="([^"=+@]*)"')
_ADDRESS = re.compile(r"[^@\s,;:<>()\"']{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+")
_NUMBER = re.compile(r"\d*[.,]?\d+|\d+[.,]")


class UnclearError(ValueError):
    """The cell cannot be understood; the message is a sentence for the person."""


def text(cell: str) -> str | None:
    """The cell without space around it; None when it is empty. Formulas are not text.

    What looks like a formula and is marked as text by an apostrophe, as the portal's own lists
    mark it (`web.formulas`), is the text behind the apostrophe.
    """
    kept = _KEPT_AS_TEXT.fullmatch(cell.strip())
    value = _tidied(kept[1] if kept else formulas.as_it_was(cell))
    if not value:
        return None
    if value.startswith(_FORMULA) and not formulas.is_marked(cell):
        raise UnclearError(f"“{value[:40]}” is a formula. Write the value itself.")
    if len(value) > LONGEST_TEXT:
        raise UnclearError(f"this is {len(cell.strip())} letters long. Use at most {LONGEST_TEXT}.")
    return value


def known(cell: str) -> str | None:
    """The text, unless it is one of the ways to say that nobody knows."""
    value = text(cell)
    return None if value is None or value.lower() in UNKNOWN else value


def name(cell: str) -> str | None:
    """A name as it is spelled; a question mark alone or a spreadsheet's error is no name."""
    value = text(cell)
    is_none = value is None or not value.strip("?-. ") or value.lower() in ERRORS
    return None if is_none else value


def fte(cell: str) -> Decimal | None:
    """The share of full time, at most 1, from "0.6", ".6", "60%" or "full time"."""
    value = known(cell)
    if value is None:
        return None
    if value.lower() in _FULL_TIME_WORDS:
        return FULL_TIME
    share = _number(value.removesuffix("%").strip())
    if share is None:
        raise UnclearError(f"“{value[:40]}” is not a share of full time. Write 0.6 or 60%.")
    share = share / 100 if value.endswith("%") else share
    if share > FULL_TIME:
        raise UnclearError(f"{value[:40]} is more than full time. Write 1 for full time.")
    if share < SMALLEST_SHARE:
        raise UnclearError(f"{value[:40]} is no time at all. Write 0.6 or 60%.")
    return share.quantize(SMALLEST_SHARE)


def hours(cell: str) -> Decimal | None:
    """Hours a week, from "37", "22.2" or "37 hrs"."""
    value = known(cell)
    if value is None:
        return None
    found = _number(re.sub(r"\s*(hours|hrs|h)(\s*(a|per)\s*week)?$", "", value.lower()))
    if found is None or found > MOST_HOURS:
        raise UnclearError(f"“{value[:40]}” is not a number of hours a week. Write 37 or 22.2.")
    return found.quantize(Decimal("0.01"))


def contract(cell: str) -> str | None:
    """The kind of contract, in the portal's word for it."""
    value = known(cell)
    if value is None:
        return None
    found = _CONTRACT_OF.get(value.lower().rstrip("."))
    if found is None:
        raise UnclearError(f"“{value[:40]}” is not a contract we know. Write {_either(CONTRACTS)}.")
    return found


def working_days(cell: str) -> str | None:
    """The days of the week as "Mon Tue Wed", from a list, a range or letters."""
    value = known(cell)
    if value is None:
        return None
    if value.lower() in _MONDAY_TO_FRIDAY:
        return " ".join(WEEK[:5])
    words = re.findall(r"[a-z]+|[-–]", value.lower())
    span = [word for word in words if word not in ("to", "-", "–")]
    is_range = len(span) == 2 and len(words) == 3
    days = [_weekday(word) for word in span]
    if not days or None in days:
        raise UnclearError(f"“{value[:40]}” is not a list of days. Write Mon Tue Wed or Mon-Fri.")
    numbers = [number for number in days if number is not None]
    if is_range and numbers[0] <= numbers[1]:
        numbers = list(range(numbers[0], numbers[1] + 1))
    return " ".join(WEEK[number] for number in sorted(set(numbers)))


def registration_number(cell: str) -> str | None:
    """A Social Work England number: SW and one to six digits."""
    value = known(cell)
    if value is None:
        return None
    match = re.fullmatch(r"(?:SWE?)?(\d{1,6})", re.sub(r"[\s./-]", "", value.upper()))
    if match is None:
        raise UnclearError(f"“{value[:40]}” is not a registration number. Write SW and its digits.")
    return f"SW{match[1]}"


def email(cell: str) -> str | None:
    """An e-mail address in small letters."""
    value = known(cell)
    if value is None:
        return None
    address = value.lower().removeprefix("mailto:")
    if not _ADDRESS.fullmatch(address):
        raise UnclearError(f"“{value[:40]}” is not an e-mail address.")
    return address


def staff_number(cell: str) -> str | None:
    """A staff number as it is written; Excel's ".0" at its end goes."""
    value = known(cell)
    if value is None:
        return None
    value = re.sub(r"^(\d+)\.0+$", r"\1", value)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9/_.-]{0,31}", value):
        raise UnclearError(f"“{value[:40]}” is not a staff number.")
    return value


def number_key(staff_number: str) -> str:
    """What two spellings of one staff number share: zeros lost in front do not matter."""
    return (staff_number.lstrip("0") or "0") if staff_number.isdigit() else staff_number.upper()


def _tidied(cell: str) -> str:
    """One form for each letter, no invisible marks, single spaces."""
    composed = unicodedata.normalize("NFC", cell[: 4 * LONGEST_TEXT])
    if composed.isprintable():
        return " ".join(composed.split())
    shown = (" " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in composed)
    return " ".join("".join(each for each in shown if unicodedata.category(each) != "Cf").split())


def _number(value: str) -> Decimal | None:
    if len(value) > 12 or not _NUMBER.fullmatch(value) or not value.isascii():
        return None
    try:
        return Decimal(value.replace(",", "."))
    except InvalidOperation:
        return None


def _weekday(word: str) -> int | None:
    if word in _DAY_LETTERS:
        return _DAY_LETTERS[word]
    short = "wed" if word == "weds" else word
    starts = [number for number, day in enumerate(_FULL_WEEK) if day.startswith(short)]
    return starts[0] if starts and len(short) > 2 else None


def _either(words: dict[str, tuple[str, ...]]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}"
