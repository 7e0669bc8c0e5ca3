"""Signing: the exact text that people sign, its digest, and for whose signature it waits.

Pure. A text is sections of facts and words. Its canonical form is JSON with sorted keys, in
Unicode's composed form and with plain line ends, so that the same words have the same digest
(SHA-256) on every machine. One signature stands for one party, on one digest: where the words
change, it says nothing about the new ones.
"""

import hashlib
import json
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Protocol

NQSW, ASSESSOR, MANAGER, NEXT_ASSESSOR = "nqsw", "assessor", "manager", "next assessor"
PARTIES = (NQSW, ASSESSOR, MANAGER, NEXT_ASSESSOR)
OF_THE_YEAR = (NQSW, ASSESSOR, MANAGER)
OF_A_HAND_OVER = (ASSESSOR, NEXT_ASSESSOR, NQSW)
ROLES = {
    NQSW: "Newly qualified worker",
    ASSESSOR: "Assessor",
    MANAGER: "Manager",
    NEXT_ASSESSOR: "Next assessor",
}
CALLED = {
    NQSW: "the newly qualified worker",
    ASSESSOR: "the assessor",
    MANAGER: "the manager",
    NEXT_ASSESSOR: "the next assessor",
}
CHANGED = "The text has changed since you opened it. Read it again, and sign it if you still agree"


@dataclass(frozen=True)
class Section:
    """One part of a text: what the portal knows of it, and what somebody wrote, with a label."""

    title: str
    facts: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()


class Given(Protocol):
    """A signature as the rules look at it."""

    party: str
    digest: str
    signed_at: datetime
    voided_at: datetime | None


def canonical(sections: Iterable[Section]) -> str:
    """The text as one string, the same wherever and whenever it is made."""
    plain = [asdict(section) for section in sections]
    written = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return unicodedata.normalize("NFC", written.replace("\\r\\n", "\\n").replace("\\r", "\\n"))


def digest_of(text: str) -> str:
    """The SHA-256 of a canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(text: str) -> list[Section]:
    """The sections of a canonical text, to be shown as they were signed."""
    return [
        Section(one["title"], tuple(one["facts"]), tuple((a, b) for a, b in one["words"]))
        for one in json.loads(text)
    ]


def standing(given: Iterable[Given], digest: str) -> dict[str, Given]:
    """The signatures that stand on the text with this digest, by party."""
    return {one.party: one for one in given if one.voided_at is None and one.digest == digest}


def missing(given: Iterable[Given], digest: str, parties: Sequence[str]) -> list[str]:
    """The parties whose signature this text still waits for, in their order."""
    signed = standing(given, digest)
    return [party for party in parties if party not in signed]


def waits(parties: Collection[str], mine: Collection[str] = ()) -> str:
    """For whom it waits, the reader first: "Waits to be signed by you and the manager."."""
    if not parties:
        return "Signed by all."
    said = ["you"] if any(each in mine for each in parties) else []
    said += [CALLED[each] for each in parties if each not in mine]
    whom = ", ".join(said[:-1]) + " and " + said[-1] if len(said) > 1 else said[0]
    return f"Waits to be signed by {whom}."
