"""Private words as they lie in the database: sealed, and bound to the row that they belong to.

    sealed = sealing.seal("We talked about ...", bound_to=row.place)
    words = sealing.unseal(sealed, bound_to=row.place)

AES-256-GCM with a fresh nonce for each text (T52). The place is bound in: a text that was moved to
another row, column or organisation cannot be read there. The name of its key stands in front of
it, so that keys can be replaced one after the other; the keys live in the file that
`PORTAL_KEYS` names, never in the database and never in its backups.

Shapes: a sealed text is bytes: 1 byte with the length of the key's name, the name, 12 bytes of
nonce, then the text with its seal of 16 bytes. Raises `UnreadableError`.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app

NONCE = 12
KEY_BYTES = 32
LONGEST_NAME = 40


class UnreadableError(ValueError):
    """The words cannot be read: their key is not here, or they are not what was sealed there."""


@dataclass(frozen=True)
class Keys:
    """The keys of private words by name, oldest first; the last one seals what is new."""

    by_name: Mapping[str, bytes]

    @property
    def newest(self) -> str:
        """The name of the key that seals what is new."""
        return list(self.by_name)[-1]

    def seal(self, words: str, bound_to: str) -> bytes:
        """These words, readable only with the newest key and at this place."""
        name, nonce = self.newest.encode(), os.urandom(NONCE)
        locked = AESGCM(self.by_name[self.newest]).encrypt(nonce, words.encode(), bound_to.encode())
        return bytes([len(name)]) + name + nonce + locked

    def unseal(self, sealed: bytes, bound_to: str) -> str:
        """The words again. Raises `UnreadableError`."""
        name, rest = _name(sealed), sealed[1 + sealed[0] :] if sealed else b""
        key = self.by_name.get(name)
        if key is None:
            raise UnreadableError(f"The key {name!r} is not in the file of keys.")
        try:
            return AESGCM(key).decrypt(rest[:NONCE], rest[NONCE:], bound_to.encode()).decode()
        except (InvalidTag, ValueError) as fault:
            raise UnreadableError("The words are not what was sealed at this place.") from fault


def seal(words: str, *, bound_to: str) -> bytes:
    """Seal these words with the newest key of this installation."""
    keys: Keys = current_app.config["NOTE_KEYS"]
    return keys.seal(words, bound_to)


def unseal(sealed: bytes, *, bound_to: str) -> str:
    """Read what was sealed at this place. Raises `UnreadableError`."""
    keys: Keys = current_app.config["NOTE_KEYS"]
    return keys.unseal(sealed, bound_to)


def _name(sealed: bytes) -> str:
    return sealed[1 : 1 + sealed[0]].decode(errors="replace") if sealed else ""
