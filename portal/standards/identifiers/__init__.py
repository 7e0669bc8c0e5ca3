"""Does a text say who somebody is? Names, numbers, places and references that point at a person.

`found(text)` answers what looks like an identifier, in the order of the text, none overlapping.
Pure, and linear in the length of the text: every pattern is bounded, nothing looks back further
than a few words. It warns and never decides: a person says whether somebody can be recognised.

Source: what a portfolio must never hold (names, initials that identify, dates of birth, addresses,
schools, case and court numbers) after the confidentiality guidance of the ASYE programme, 2026.
"""

from portal.standards.identifiers import names, numbers, places, references
from portal.standards.identifiers.finding import LONGEST, Found, without_overlaps

__all__ = ["LONGEST", "Found", "found"]

LOOKS = (numbers.found, references.found, places.found, names.found)


def found(text: str, *, about: str = "") -> list[Found]:
    """What looks like an identifier in this text, in order; what is surer wins an overlap.

    `about` is the name of whom the text is openly about: that name alone points at nobody else.
    """
    looked_at = text[:LONGEST]
    known = set(about.casefold().split())
    looks = without_overlaps(one for look in LOOKS for one in look(looked_at))
    return [one for one in looks if not _words(one.words) <= known]


def _words(said: str) -> set[str]:
    """The words of a finding without their possessive: Leila’s is Leila."""
    plain = said.casefold().replace("’", "'")
    return {word.removesuffix("'s") for word in plain.split()}
