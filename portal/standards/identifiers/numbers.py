"""Numbers that belong to one person: NHS, National Insurance, phone, e-mail, date of birth."""

import re
from collections.abc import Iterator

from portal.standards.identifiers.finding import Found, at, matches

BIRTH = "a date of birth"
NHS = "an NHS number"
NINO = "a National Insurance number"
PHONE = "a phone number"
EMAIL = "an e-mail address"

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DATE = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? \d{{2,4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}})"
)
_BORN = re.compile(
    r"\b(?:born|birth ?date|birthday|date of birth|d\.o\.b\.?|dob)[^.!?\n\d]{0,30}?"
    rf"(?P<it>\b{_DATE}\b)",
    re.IGNORECASE,
)
_BIRTHDAY_AFTER = re.compile(
    rf"(?P<it>\b{_DATE}\b)[^.!?\n\d]{{0,20}}?"
    r"\b(?:birthday|is when (?:he|she|they) (?:was|were) born)",
    re.IGNORECASE,
)
_TEN_DIGITS = re.compile(r"(?<![\d+])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_NINO = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)"
    r" ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w+])(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?|\(?0(?=[1-9]))\d{2,5}\)?"
    r"(?:[ -]?\d{3,8}){1,3}(?![\w])"
)
_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}\b"
)
_PHONE_DIGITS = range(10, 15)


def found(text: str) -> Iterator[Found]:
    """Every number of a person in the text, the surest kinds first."""
    yield from matches(_EMAIL, text, EMAIL)
    yield from matches(_BORN, text, BIRTH)
    yield from matches(_BIRTHDAY_AFTER, text, BIRTH)
    for match in _TEN_DIGITS.finditer(text):
        if is_nhs_number(match[0]):
            yield at(match, NHS)
    yield from matches(_NINO, text, NINO)
    for match in _PHONE.finditer(text):
        if sum(letter.isdigit() for letter in match[0]) in _PHONE_DIGITS:
            yield at(match, PHONE)


def is_nhs_number(written: str) -> bool:
    """Whether ten digits carry the right check digit (modulus 11, NHS Data Dictionary)."""
    digits = [int(letter) for letter in written if letter.isascii() and letter.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    rest = 11 - sum(digit * (10 - n) for n, digit in enumerate(digits[:9])) % 11
    return (0 if rest == 11 else rest) == digits[9]
