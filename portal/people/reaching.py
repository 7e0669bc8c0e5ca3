"""How somebody is reached: their telephone number, and a few words of their own about it.

A number stays as it is written, with what a telephone dials beside it. Words keep their lines;
marks that nobody sees are left out.
"""

import re
import unicodedata

from portal.people.staff_list.cells import UnclearError

LONGEST_NUMBER = 40
LONGEST_WORDS = 300
MOST_LINES = 6
FEWEST_DIGITS, MOST_DIGITS = 3, 15
EXTENSION = re.compile(r"\s*(?:ext(?:ension)?|x)\.?\s*([0-9]{1,6})$", re.IGNORECASE)
NUMBER = re.compile(r"\+?[0-9 ().\-/]+")
EXAMPLE = "Write it like 01632 960 001, +44 1632 960001 or 01632 960001 ext 12."


def phone(written: str) -> str | None:
    """A telephone number as it is written, with single spaces; None when it is empty.

    Raises UnclearError when it is no number. What is internal (three digits and more) is one.
    """
    number = " ".join(unicodedata.normalize("NFKC", written).split())
    if not number:
        return None
    main = EXTENSION.sub("", number)
    digits = len(re.sub(r"[^0-9]", "", main))
    is_number = NUMBER.fullmatch(main) and FEWEST_DIGITS <= digits <= MOST_DIGITS
    if not is_number or len(number) > LONGEST_NUMBER:
        raise UnclearError(f"“{number[:40]}” is not a telephone number. {EXAMPLE}")
    return number


def dialled(number: str) -> str:
    """What a telephone dials for this number, for the address of a link (RFC 3966)."""
    extension = EXTENSION.search(number)
    main = EXTENSION.sub("", number).replace("(0)", "")
    plain = ("+" if main.startswith("+") else "") + re.sub(r"[^0-9]", "", main)
    return f"{plain};ext={extension[1]}" if extension else plain


def words(written: str) -> str:
    """A few words in a few lines, without marks that nobody sees.

    Raises UnclearError when they are more than 300 letters.
    """
    text = unicodedata.normalize("NFC", written.replace("\r\n", "\n").replace("\r", "\n")[:5_000])
    shown = "".join(each for each in text if each == "\n" or unicodedata.category(each)[0] != "C")
    lines = [" ".join(line.split()) for line in shown.split("\n")]
    tidied = re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n"))
    if len(tidied) > LONGEST_WORDS:
        raise UnclearError(f"this is {len(tidied)} letters long. Use at most {LONGEST_WORDS}.")
    if tidied.count("\n") >= MOST_LINES:
        raise UnclearError(f"this has too many lines. Use at most {MOST_LINES}.")
    return tidied
