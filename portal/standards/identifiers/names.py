"""Names of people: listed ones, and unlisted ones by what stands round them; initials; families.

One walk over the words of the text. A word knows only its neighbours, so the walk is linear.
Names of authors and inquiries ("Gibbs", "Munro 2011") are part of the literature and no finding,
and neither are the letters that stand for anybody ("Child A").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.standards.identifiers.finding import Found
from portal.standards.identifiers.lexicon import WORDS

NAME = "a name"
INITIALS = "initials"
FAMILY = "the name of a family"

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,4}")
_ENDS = frozenset('.!?:;\n"“”•*')
_APART = re.compile(r"[ \t]{1,2}|-|\.[ \t]?")
_YEAR = re.compile(r"\s?(?:et al\.?)?,?\s?\(?(?:18|19|20)\d\d\b")
_DOTTED = re.compile(
    r"(?<![\w.])(?!U\.K|U\.S|N\.I|P\.E|A\.M|P\.M|D\.I|E\.G|I\.E|D\.O|P\.S|N\.B)"
    r"[A-Z]\. ?[A-Z]\b(?:\. ?[A-Z]\b)?\.?(?!\w)"
)


@dataclass(frozen=True)
class Word:
    """A word of the text, and what can be said of it alone."""

    start: int
    end: int
    text: str  # without a possessive
    is_owner: bool  # it had one: "Keira's"
    is_first: bool  # it begins a sentence, so its capital says nothing
    joined: bool  # it follows the word before it directly

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower().replace("’", "'")

    @property
    def is_capital(self) -> bool:
        """Whether it is written like a name."""
        return len(self.text) > 1 and self.text[0].isupper() and not self.text.isupper()

    @property
    def could_be(self) -> bool:
        """Whether it could be a name that nobody has listed."""
        return self.is_capital and not (self.low in WORDS.general or self.low in WORDS.authors)

    @property
    def is_listed(self) -> bool:
        """Whether it is a first name however it is written (and shouted names count)."""
        listed = self.low in WORDS.first_names and len(self.low) > 2
        return listed and (self.is_capital or self.text.isupper() or len(self.low) > 4)


NOBODY = Word(0, 0, "", False, True, False)


def found(text: str) -> Iterator[Found]:
    """Every name in the text, and every one that is cut down to initials."""
    for match in _DOTTED.finditer(text):
        yield Found(match.start(), match.end(), INITIALS, match[0])
    words = list(_words(text))
    done = 0
    for place, word in enumerate(words):
        if place < done:
            continue
        paired = place > 1 and done == place - 1 and words[done].low in {"and", "or"}
        kind, first, after = _judge(text, words, place, word)
        if not kind and paired and word.could_be and not _followed_by_a_thing(words, place):
            kind, first, after = NAME, place, _to_the_end(words, place + 1)
        if not kind and paired and _is_one_letter(word) and _is_one_letter(words[place - 2]):
            kind, first, after = INITIALS, place, place + 1
        if kind:
            done = after
            begin, end = words[first].start, words[after - 1].end
            yield Found(begin, end, kind, text[begin:end])


def _is_one_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isupper() and word.low != "i"


def _words(text: str) -> Iterator[Word]:
    end, before = 0, ""
    for match in _TOKEN.finditer(text):
        written = match[0]
        gap = text[end : match.start()][-12:]
        is_owner = written[-2:] in {"'s", "’s"} or text[match.end() : match.end() + 1] in {"'", "’"}
        plain = written[:-2] if written[-2:] in {"'s", "’s"} else written
        is_first = not end or (
            any(letter in _ENDS for letter in gap) and before not in WORDS.titles
        )
        joined = bool(end) and bool(_APART.fullmatch(gap))
        yield Word(match.start(), match.start() + len(plain), plain, is_owner, is_first, joined)
        end, before = match.end(), plain.lower()


Verdict = tuple[str, int, int]  # the kind (none: ""), the first word of it and the one after it
NOTHING: Verdict = ("", 0, 0)


def _judge(text: str, words: Sequence[Word], place: int, word: Word) -> Verdict:
    """What this word and those after it are."""
    before = words[place - 1] if place else NOBODY
    after = words[place + 1] if place + 1 < len(words) else NOBODY
    if word.low in WORDS.titles and (word.is_capital or len(word.low) < 3):
        return _titled(words, place, after)
    if word.text.isupper() and len(word.text) <= 2:
        return _lettered(words, place, word, before, after)
    if not word.text[0].isupper() and not word.is_listed:
        return NOTHING
    if before.low == "the" and after.low in WORDS.families and not after.text[0].isupper():
        return (FAMILY, place, place + 2) if _calls_a_family(word, after) else NOTHING
    if _is_of_a_book(text, word, before, after) or before.low in WORDS.crowned:
        return NOTHING
    if _is_named(word, before, after) or _is_introduced(words, place):
        return NAME, place, _to_the_end(words, place + 1)
    return NOTHING


def _calls_a_family(word: Word, after: Word) -> bool:
    """Whether a family is called so: "the Whitlock girls", and not "the Gillick case"."""
    if after.low == "case" and (word.low in WORDS.known_cases or not word.is_capital):
        return False
    return word.low not in WORDS.general and word.low.removesuffix("s") not in WORDS.general


def _followed_by_a_thing(words: Sequence[Word], place: int) -> bool:
    """Whether the word is the first of a title: "Mellow Parenting", "Marlowe House"."""
    after = words[place + 1] if place + 1 < len(words) else NOBODY
    return after.joined and after.text[0].isupper() and not after.could_be


def _titled(words: Sequence[Word], place: int, after: Word) -> Verdict:
    learned = words[place].low in {"dr", "prof", "lord", "sir", "lady", "dame"}
    if not after.joined or not after.text[:1].isupper():
        return NOTHING
    if after.low in WORDS.general or (learned and after.low in WORDS.authors):
        return NOTHING
    return NAME, place, _to_the_end(words, place + 2)


def _lettered(words: Sequence[Word], place: int, word: Word, before: Word, after: Word) -> Verdict:
    """One or two capitals: initials where somebody stands, and mostly an abbreviation."""
    if len(word.text) == 1 and after.could_be and after.joined and word.low not in {"a", "i"}:
        return NAME, place, place + 2
    if word.low in WORDS.acronyms or word.low == "i" or (word.low == "a" and not word.is_owner):
        return NOTHING
    if before.low == "the" and after.low in WORDS.families:
        return FAMILY, place, place + 2
    if before.low == "family" and word.low not in WORDS.pseudonyms:
        return FAMILY, place - 1, place + 1
    is_anybody = word.low in WORDS.pseudonyms and before.low in WORDS.kin | {"worker", "parent"}
    stands = before.low in WORDS.kin or before.low in WORDS.met
    acts = after.low in WORDS.deeds or (word.is_owner and after.low in WORDS.belongings)
    beside = after.low == "and" and [w.low for w in words[place + 2 : place + 3]] in ONES
    if (
        (stands or acts or beside)
        and not is_anybody
        and before.low not in {"year", "plan", "team", "part"}
    ):
        return INITIALS, place, place + 1
    return NOTHING


ONES = (["his"], ["her"], ["their"])  # "P and his sister"


def _is_of_a_book(text: str, word: Word, before: Word, after: Word) -> bool:
    """Whether an author is meant, or a house or a thing that is called after somebody."""
    cited = _YEAR.match(text, word.end) is not None
    if word.low in WORDS.authors:
        return cited or after.low not in WORDS.deeds - {"said", "says", "thinks", "is", "was"}
    behind = after.joined and (after.low in WORDS.authors or after.low in WORDS.named_after)
    return (
        cited
        or (behind and not word.is_owner)
        or (word.is_owner and after.low in WORDS.named_after)
    )


def _is_named(word: Word, before: Word, after: Word) -> bool:
    """Whether this word is somebody's name, by the lists or by its neighbours."""
    if word.is_listed:
        return True
    acts = after.low in WORDS.deeds
    owns = word.is_owner and after.low in WORDS.belongings
    surname = after.could_be and after.joined and not word.is_owner
    stands = before.low in WORDS.met or before.low in WORDS.kin
    if word.low in WORDS.month_names:
        if stands and not word.is_first and word.low != "may" and before.low != "with":
            return True
        tells = acts and after.low not in {
            "is",
            "was",
            "will",
            "can",
            "had",
            "has",
            "would",
            "could",
        }
        full = surname and before.low not in {"in", "early", "late", "since"}
        return (tells and word.low != "may") or ((owns or full) and not word.is_first)
    if before.low == "the" and word.could_be and word.low.endswith("s"):
        return after.low in {"were", "are", "have"} or acts
    if word.low in WORDS.name_words and word.is_capital:
        if before.low in WORDS.general and before.text[0].isupper() and not before.is_first:
            return False  # "the Youth Justice Board"
        return surname or owns or (not word.is_first) or (acts and word.low not in {"will", "may"})
    if not word.could_be:
        return False
    if word.is_first:
        return owns or (acts and after.low not in WORDS.common and _is_no_plain_word(word.low))
    return stands or owns or (acts and after.low not in WORDS.common) or surname


def _is_introduced(words: Sequence[Word], place: int) -> bool:
    """Whether the words further back bring a person in: "the visitor, Bernie, had", "known as"."""
    word = words[place]
    if place < 2 or word.is_first or not word.could_be:
        return False
    before, further = words[place - 1], [each.low for each in words[max(place - 8, 0) : place - 1]]
    if before.low == "the":
        return word.low.endswith("s") and further[-1] in WORDS.met
    if before.low == "as":
        return "known" in further or "called" in further
    return before.low in WORDS.callings and before.text[0].islower()


_PLAIN_ENDINGS = ("s", "ing", "tion", "ment", "ness", "ity", "ance", "ence", "ly", "ed", "ist")


def _is_no_plain_word(low: str) -> bool:
    """Whether a word at the beginning of a sentence does not look like any other noun."""
    return not low.endswith(_PLAIN_ENDINGS)


def _to_the_end(words: Sequence[Word], place: int) -> int:
    """Where the name ends that began before `place`: surnames and an initial belong to it."""
    last = min(place + 3, len(words))
    while place < last and words[place].joined and not words[place - 1].is_owner:
        word = words[place]
        is_more = word.could_be or word.low in WORDS.name_words or word.is_listed
        initial = len(word.text) == 1 and word.text.isupper() and word.low != "i"
        if not word.text[0].isupper() or not (is_more or initial):
            break
        place += 1
    return place
