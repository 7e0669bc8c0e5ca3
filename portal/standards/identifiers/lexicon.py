"""The words that the rules know: first names, words that look like names, people of the literature.

They are data (`words.toml`), read once. Names that nobody listed are found by what stands round
them, so the list only has to hold the commonest.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Lexicon:
    """Words in lower case, by what they are."""

    first_names: frozenset[str]  # hardly ever anything else
    name_words: frozenset[str]  # first names that are ordinary words too
    month_names: frozenset[str]  # first names that are months
    authors: frozenset[str]  # surnames that stand for a theory, a model or an inquiry
    general: frozenset[str]  # written with a capital and nobody's name
    acronyms: frozenset[str]  # of two letters
    titles: frozenset[str]
    kin: frozenset[str]  # a name often follows: "her son Tyrell"
    callings: frozenset[str]  # whom one meets at work: "the health visitor, Bernie"
    met: frozenset[str]  # verbs after which a person stands
    deeds: frozenset[str]  # verbs that a person stands before
    belongings: frozenset[str]  # what belongs to a person: "Tyrell's bedroom"
    families: frozenset[str]  # "the M family"
    pseudonyms: frozenset[str]  # letters that stand for anybody: "Child A"
    named_after: frozenset[str]  # things that are called after somebody: "Kolb's cycle"
    known_cases: frozenset[str]  # cases of the law and of inquiries: "the Gillick case"
    landmarks: frozenset[str]  # what schools are called after: "Park Hill Primary"
    crowned: frozenset[str]  # "King Charles"
    common: frozenset[str]  # deeds of things as much as of people


@cache
def read() -> Lexicon:
    """The words as the file has them."""
    content = tomllib.loads((Path(__file__).parent / "words.toml").read_text())
    return Lexicon(**{name: frozenset(words.split()) for name, words in content.items()})


WORDS = read()
