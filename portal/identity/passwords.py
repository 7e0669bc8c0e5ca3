"""What makes a password good enough, and what to say when it is not.

Lengths are counted in characters of the normal form NFC, which keeps every character
a person can tell apart (NFKC would fold "²" into "2"). The figures follow NIST
SP 800-63B (2024) and OWASP ASVS 5.0, section 6.2: long, any characters, no rules about
digits or capitals, and nothing that is common, known to be breached, or about oneself.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from zxcvbn import zxcvbn

SHORTEST = 12
LONGEST = 1_000
ESTIMATED = 72  # the estimator refuses to read further; nothing is ever cut from the password
GOOD_ENOUGH = 3  # of 4: "safely unguessable, moderate protection from an offline attack"
OWN_PART = 8  # characters that must be left when names are taken away
SHORTEST_WORD = 4  # shorter context words appear inside too many others
PRODUCT_WORDS = ("tandem", "portal")

TOO_SHORT = f"Use at least {SHORTEST} characters. Three or four words make a good password."
TOO_LONG = f"Use at most {LONGEST:,} characters."
TOO_COMMON = "This is too easy to guess. Use three or four words that do not belong together."
ABOUT_YOU = (
    "This is built on a name that others know: yours, your e-mail address, your organisation "
    "or this portal. Use words that have nothing to do with them."
)
BREACHED = "This password is on a list of stolen passwords. Choose one you use nowhere else."


def normal(password: str) -> str:
    """The one form in which a password is counted, stored as a hash and compared (NFC).

    What can only be too long (composing makes one letter of at most four) is looked at no
    further: to put a long run of accents in order takes its length squared.
    """
    return unicodedata.normalize("NFC", password[: 4 * LONGEST + 1])


def context_words(*sources: str | None) -> frozenset[str]:
    """The words that must not carry a password: parts of names and addresses, folded.

    `sources` are names, an e-mail address, the organisation; short parts are left out.
    """
    parts = re.split(r"[\W_\d]+", " ".join(filter(None, sources)))
    folded = (_folded(part) for part in (*parts, *PRODUCT_WORDS))
    return frozenset(word for word in folded if len(word) >= SHORTEST_WORD)


def refusal(
    password: str,
    *,
    context: Iterable[str] = (),
    is_breached: Callable[[str], bool] = lambda password: False,
) -> str | None:
    """Why this password cannot be used, as a sentence that says what to do; None when it can.

    Asks the quick questions first: length, names, how easily it is guessed, breaches.
    """
    password = normal(password)
    words = sorted({*context, *PRODUCT_WORDS}, key=len, reverse=True)
    if len(password) < SHORTEST:
        return TOO_SHORT
    if len(password) > LONGEST:
        return TOO_LONG
    if _is_about(password, words):
        return ABOUT_YOU
    if _score(password, words) < GOOD_ENOUGH:
        return TOO_COMMON
    return BREACHED if is_breached(password) else None


def _is_about(password: str, words: list[str]) -> bool:
    """Whether too little is left of the password once the context words are taken out."""
    folded = rest = _folded(password)
    for word in words:
        rest = rest.replace(word, "")
    own = re.sub(r"[\W_\d]+", "", rest)
    return rest != folded and len(own) < OWN_PART


def _score(password: str, words: list[str]) -> int:
    """How hard the first 72 characters are to guess, from 0 to 4."""
    return int(zxcvbn(password[:ESTIMATED], user_inputs=list(words))["score"])


def _folded(text: str) -> str:
    """Lower case, without accents, and with the usual swaps of digits for letters undone."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return bare.translate(_SWAPS)


_SWAPS = str.maketrans("013457@$!", "oieastasi")
