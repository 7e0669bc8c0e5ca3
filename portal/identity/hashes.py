"""How passwords are kept: argon2id, never the password itself.

The cost is the OWASP Password Storage Cheat Sheet's (2024): 19,456 KiB of memory, two
passes, one lane, about 35 ms. Raising a figure here re-hashes each password at its
owner's next sign-in.
"""

from functools import cache
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from portal.identity.passwords import LONGEST, normal

HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_of(password: str) -> str:
    """The string to keep for this password."""
    return HASHER.hash(_bytes(password))


def matches(stored: str | None, password: str) -> bool:
    """Whether the password is the one behind the kept string.

    Without a kept string, or for a password longer than any may be, a string that
    belongs to nobody is verified in its place, so that the answer takes as long.
    """
    is_possible = stored is not None and len(normal(password)) <= LONGEST
    kept = stored if stored is not None and is_possible else nobodys_hash()
    try:
        HASHER.verify(kept, _bytes(password) if is_possible else b"")
    except (VerificationError, InvalidHashError):
        return False
    return is_possible


def is_outdated(stored: str) -> bool:
    """Whether the kept string was made with weaker figures than today's."""
    return HASHER.check_needs_rehash(stored)


def mark(stored: str | None) -> str:
    """A fingerprint of the kept string: a one-time link dies when it changes."""
    return sha256((stored or "").encode()).hexdigest()


@cache
def nobodys_hash() -> str:
    """The string verified for an address that nobody has: same cost, never a match."""
    return HASHER.hash(b"a password that opens nothing")


def _bytes(password: str) -> bytes:
    return normal(password).encode("utf-8", "surrogatepass")
