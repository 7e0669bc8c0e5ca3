"""References to a case: numbers of case systems, courts, police, and enquiries by section.

The law by its section ("section 17 of the Children Act 1989") is no reference to anybody; one
enquiry by its section ("the s47 enquiry", "s47 no. 4471") is.
"""

import re
from collections.abc import Iterator

from portal.standards.identifiers.finding import Found, matches

CASE = "a case reference"
SECTION = "an enquiry by its section"

_OWNER = (
    r"(?:case|file|record|client|child|person|pupil|patient|hospital|court|crime|incident|police"
    r"|custody|passport|visa|home office|referral|assessment|plan|log|lcs|ics|mosaic|liquidlogic"
    r"|eclipse|care ?first|system ?one|rio|nhs|upn|uln|urn|swift|azeus|capita|family|placement)"
)
_WORD = r"(?:no\b\.?|nos\b\.?|num\b\.?|number|ref\b\.?|reference|refs\b\.?|id\b|identifier|code)"
_CODE = r"(?=[A-Z0-9/-]{0,12}\d)[A-Z0-9](?:[A-Z0-9/-]{0,20}[A-Z0-9])?"
_LINK = r"(?:\s?(?:is|was|:|=|#)){0,2}\s?"
_NUMBERED = re.compile(
    rf"\b{_OWNER}\s(?:{_OWNER}\s)?{_WORD}{_LINK}(?P<it>{_CODE})\b", re.IGNORECASE
)
_SYSTEM = re.compile(
    r"\b(?:lcs|ics|mosaic|liquidlogic|eclipse|carefirst|upn|urn|crn)\s?(?:id)?[:#]?\s?"
    r"(?P<it>[A-Z]{0,3}[/-]?\d{3,12})\b",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\b(?:ref|reference|our ref|your ref)\.?\s?[:#]?\s?(?P<it>{_CODE})\b", re.I)
_HASH = re.compile(r"\bcase\s?#?\s?(?P<it>\d{4,12})\b", re.IGNORECASE)
_COURT = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]\d{5}\b")
_SLASHED = re.compile(r"\b(?!\d{4}/\d{2,4}\b)[A-Z]{1,4}/\d{2,8}(?:/\d{1,6})?\b")
_PUPIL = re.compile(r"\b[A-HJ-NP-RT-Z]\d{12}\b")
_WORK = (
    r"(?:enquir(?:y|ies)|inquir(?:y|ies)|investigation|assessment|visit|strategy|report"
    r"|application|accommodation|agreement|order)"
)
_SECTION_NO = r"(?:s\.? ?|sec\.? |section )(?:7|17|20|25|31|37|47)"
_SECTION_NUMBERED = re.compile(
    rf"(?P<it>\b{_SECTION_NO}(?:\s{_WORK})?,?\s(?:no\.?|number|ref\.?|reference|#)?\s?(?:is )?"
    r"[A-Z]{0,3}/?\d{2,10}\b)",
    re.IGNORECASE,
)
_ONE_ENQUIRY = re.compile(
    r"\b(?:the|this|that|my|our|her|his|their|first|second|third|last|current|recent|ongoing|open)\s"
    rf"(?P<it>{_SECTION_NO}\s{_WORK})\b"
    r"(?!\s(?:process|procedure|threshold|dut|training|guidance|pathway|template|form|work))",
    re.IGNORECASE,
)


def found(text: str) -> Iterator[Found]:
    """Every reference to a case in the text."""
    for pattern in (_COURT, _NUMBERED, _SYSTEM, _HASH, _BARE, _SLASHED, _PUPIL):
        yield from matches(pattern, text, CASE)
    for pattern in (_SECTION_NUMBERED, _ONE_ENQUIRY):
        yield from matches(pattern, text, SECTION)
