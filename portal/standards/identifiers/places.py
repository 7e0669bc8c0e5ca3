"""Where somebody can be found: postcodes, addresses, schools, surgeries."""

import re
from collections.abc import Iterator
from functools import partial

from portal.standards.identifiers.finding import Found, at, matches
from portal.standards.identifiers.lexicon import WORDS

POSTCODE = "a postcode"
ADDRESS = "an address"
SCHOOL = "a school"
SURGERY = "a surgery or hospital"

_POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY])"
    r" ?\d[ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
_CAP = r"[A-ZÀ-Þ][a-zà-ÿ'’]{1,20}"
_ALWAYS = r"(?:Road|Street|Lane|Avenue|Crescent|Terrace|Drive|Rd|Ave)"
_NUMBERED = (
    r"(?:Road|Street|Lane|Avenue|Crescent|Terrace|Drive|Rd|St|Ave|Close|Court|Way|Gardens|Place"
    r"|Grove|Hill|Row|Square|Mews|Walk|Park|Rise|Green|House|Cottages|Towers|View|Parade)"
)
_ADDRESS = re.compile(rf"\b\d{{1,4}}[a-zA-Z]?,? (?:{_CAP} ){{1,3}}{_NUMBERED}\b")
_SMALL_ADDRESS = re.compile(
    r"\b\d{1,4}[a-z]? [a-z]{3,20} (?:road|street|avenue|crescent|terrace|drive|gardens)\b"
)
_STREET = re.compile(rf"\b(?P<first>{_CAP}) (?:{_CAP} )?{_ALWAYS}\b")
_FLAT = re.compile(
    rf"\b(?:Flat|Apartment|Room|Unit) \d{{1,4}}[A-Za-z]?,? (?:{_CAP} ){{1,3}}{_NUMBERED}\b"
    r"|\b[Ff]lat \d{1,4}[A-Za-z]?\b"
)
_SAINT = r"(?:St\.? |Saint )?"
_LAST = (
    r"(?:(?:C of E |CofE |RC |Catholic |Church of England |Community |Free )?"
    r"(?:Primary|Secondary|Infant|Infants|Junior|High|Grammar|Special|Nursery|Middle|Upper|Lower)?"
    r" ?(?:School|Academy|Nursery|Pre-?[Ss]chool|Primary|Infants|Juniors|College|Playgroup)"
    r"|(?:primary|secondary|infant|junior|high|grammar|nursery|special) school"
    r"|school|nursery|college|academy|primary|infants|pre-school)"
)
_SCHOOL = re.compile(rf"\b{_SAINT}(?P<first>{_CAP}) (?:(?:{_CAP}|of|the|and) ){{0,3}}{_LAST}\b")
_SURGERY = re.compile(
    rf"\b{_SAINT}(?P<first>{_CAP}) (?:{_CAP} ){{0,2}}"
    r"(?:Surgery|Medical Centre|Medical Practice|Hospital|Infirmary|Hospice|Health Centre)\b"
)
_SAINT_ALONE = re.compile(
    r"\b(?:at|to|attends|attended|from|of)\s(?P<it>St\.? [A-Z][a-z]{2,12}['’]?s?)\b"
)


def found(text: str) -> Iterator[Found]:
    """Every place in the text at which one family could be found."""
    yield from matches(_POSTCODE, text, POSTCODE)
    for pattern in (_FLAT, _ADDRESS, _SMALL_ADDRESS):
        yield from matches(pattern, text, ADDRESS)
    for pattern, kind in ((_SCHOOL, SCHOOL), (_SURGERY, SURGERY), (_STREET, ADDRESS)):
        yield from filter(None, map(partial(_named, kind=kind), pattern.finditer(text)))
    yield from matches(_SAINT_ALONE, text, SCHOOL)


def _named(match: re.Match[str], kind: str) -> Found | None:
    """The finding, where what stands in front of the kind of place is a name of its own."""
    words = re.findall(r"[A-Za-zÀ-ÿ'’]+", match[0])
    first = match["first"].lower()
    is_saint = words[0] in {"St", "Saint"}
    if is_saint:
        return at(match, kind)
    own = [w for w in words if w[0].isupper() and w.lower() not in WORDS.general]
    if kind == SCHOOL:
        own = [w for w in words if w in own or (w[0].isupper() and w.lower() in WORDS.landmarks)]
    if not own:
        return None
    if (
        first in WORDS.general and first not in WORDS.landmarks
    ):  # "At Oakfield School": the finding begins with the name
        begin = match[0].index(own[0])
        return Found(match.start() + begin, match.end(), kind, match[0][begin:])
    return at(match, kind)
