"""T11 and T14: how passwords are kept."""

import unicodedata
from unittest.mock import patch

import pytest
from argon2 import PasswordHasher

from portal.identity import hashes


def test_a_kept_password_says_how_it_was_made() -> None:
    """T11: argon2id with 19,456 KiB, two passes, one lane."""
    assert hashes.hash_of("anything at all").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_weaker_hash_is_outdated() -> None:
    """T11: raised figures show at the next sign-in."""
    weak = PasswordHasher(time_cost=1, memory_cost=8_192, parallelism=1).hash("anything")
    assert hashes.is_outdated(weak)
    assert not hashes.is_outdated(hashes.hash_of("anything"))


@pytest.mark.parametrize("length", [12, 64, 128, 1000])
def test_the_last_character_matters(length: int) -> None:
    """T14: nothing is cut off."""
    password = "x" * (length - 1)
    kept = hashes.hash_of(password + "a")
    assert hashes.matches(kept, password + "a")
    assert not hashes.matches(kept, password + "b")
    assert not hashes.matches(kept, password)


def test_both_spellings_of_an_accent_match() -> None:
    """T14: NFC and NFD are the same password."""
    kept = hashes.hash_of("crème brûlée")
    assert hashes.matches(kept, unicodedata.normalize("NFD", "crème brûlée"))


@pytest.mark.parametrize("password", ["", "a" * 100_000, "nul\x00inside", "\ud800 surrogate"])
def test_odd_input_is_only_wrong(password: str) -> None:
    """T35: no error, no match."""
    assert not hashes.matches(hashes.hash_of("something else"), password)
    assert not hashes.matches(None, password)


def test_a_nul_does_not_end_a_password() -> None:
    """T35."""
    assert not hashes.matches(hashes.hash_of("before\x00after"), "before\x00other")


def test_a_broken_kept_string_never_matches() -> None:
    """T11."""
    assert not hashes.matches("not a hash", "anything")


@pytest.mark.parametrize(
    ("stored", "password"),
    [(None, "any password"), (None, ""), ("real", "wrong password"), ("real", "x" * 5_000)],
)
def test_every_answer_verifies_exactly_one_hash(stored: str | None, password: str) -> None:
    """T12: an unknown address costs as much as a wrong password."""
    kept = hashes.hash_of("right password") if stored else None
    hashes.nobodys_hash()
    with patch.object(PasswordHasher, "verify", autospec=True, return_value=True) as verify:
        hashes.matches(kept, password)
    assert verify.call_count == 1
    assert verify.call_args.args[1].startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_nobodys_hash_opens_nothing() -> None:
    """T12: not even with the words behind it."""
    assert not hashes.matches(None, "a password that opens nothing")


def test_the_mark_changes_with_the_password() -> None:
    """T17: what a one-time link is bound to."""
    first, second = hashes.hash_of("same words"), hashes.hash_of("same words")
    assert hashes.mark(first) != hashes.mark(second) != hashes.mark(None)
    assert hashes.mark(first) == hashes.mark(first)
