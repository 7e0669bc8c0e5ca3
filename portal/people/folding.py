"""Names as people type them: without accents, capitals or punctuation, so that a search finds them.

"Zając" is found by "zajac", "Strauß" by "strauss", "O'Neill" by "oneill".
"""

import re
import unicodedata
from functools import lru_cache

PLAIN = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
LONGEST = 60
MOST_LETTERS = 500  # of all the names of one person, in each of their rows of words


def fold(text: str) -> str:
    """The text in small letters without accents; what is not a letter or digit parts words."""
    small = text.casefold()
    # Letter by letter: to put a long run of accents in order takes its length squared.
    letters = small.translate({ord(letter): _bare(letter) for letter in set(small)})
    joined = re.sub(r"['’`]", "", letters)
    return " ".join(re.findall(r"[^\W_]+", joined))


@lru_cache(maxsize=4_000)  # a staff list asks for the same few letters 700,000 times
def _bare(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(PLAIN)


def key_of(title: str) -> str:
    """What something is known by in addresses and files: its folded name, joined by hyphens."""
    return fold(title).replace(" ", "-")


def sort_key(given_names: str, known_as: str, family_name: str) -> str:
    """What lists of people sort by: the family name, then the name that colleagues use."""
    return fold(f"{family_name} {known_as or given_names}")


def words(*texts: str | None) -> set[str]:
    """The folded words of these texts, each cut at 60 letters."""
    return {word[:LONGEST] for text in texts if text for word in fold(text).split()}


def found_by(given_names: str, known_as: str, family_name: str) -> list[dict[str, str]]:
    """Each word by which somebody is found, with where they stand in lists and all the words.

    So that a search finds people in their order, and by several words, among these rows alone.
    """
    found = sorted(words(given_names, known_as, family_name))
    alike = {
        "sort_key": sort_key(given_names, known_as, family_name),
        "names": "".join(f" {word}" for word in found)[:MOST_LETTERS],
    }
    return [{"word": word, **alike} for word in found]
