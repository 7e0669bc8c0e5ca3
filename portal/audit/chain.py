"""The arithmetic of the chain: each entry is sealed with a key over its words and the last seal.

An entry that is changed, removed, put in or moved breaks the seals after it. Entries cut off at
the end are seen only beside a head that was exported earlier. (HMAC-SHA256, FIPS 198-1.)
"""

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

START = "0" * 64


@dataclass(frozen=True)
class Link:
    """An entry as the chain sees it."""

    organisation_id: UUID
    number: int
    previous: str
    at: datetime
    actor_id: UUID | None
    action: str
    subject_type: str
    subject_id: UUID
    particulars: dict[str, Any]


@dataclass(frozen=True)
class Head:
    """The last entry of a chain: how long it is, and its seal."""

    number: int
    seal: str


def seal(key: bytes, link: Link) -> str:
    """The seal of an entry: 64 hex digits."""
    words = [
        link.organisation_id.hex,
        link.number,
        link.previous,
        link.at.astimezone(UTC).isoformat(timespec="microseconds"),
        link.actor_id.hex if link.actor_id else None,
        link.action,
        link.subject_type,
        link.subject_id.hex,
        link.particulars,
    ]
    text = json.dumps(words, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hmac.new(key, text.encode(), sha256).hexdigest()


def faults(
    key: bytes, links: Iterable[tuple[Link, str]], exported: Head | None = None
) -> list[str]:
    """What is wrong with a chain, in words; an empty list when it is whole.

    `links` are the entries in order with the seals that are stored, `exported` a head that was
    kept elsewhere: its entry must still be there, unchanged.
    """
    found: list[str] = []
    number, last = 0, START
    seen = exported is None or exported.number == 0
    for link, stored in links:
        if link.number != number + 1:
            found.append(f"Entry {number + 1} is missing, or entries are out of order.")
        if link.previous != last:
            found.append(f"Entry {link.number} does not follow the entry before it.")
        if not hmac.compare_digest(stored, seal(key, link)):
            found.append(f"Entry {link.number} was changed after it was written.")
        if exported and (link.number, stored) == (exported.number, exported.seal):
            seen = True
        number, last = link.number, stored
    if not seen and exported is not None:
        found.append(f"Entry {exported.number}, which was exported, is gone or was changed.")
    return found
