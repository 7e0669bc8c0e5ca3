"""Private words are sealed, bound to their place, and readable with their own key only (T52)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.sealing import Keys, UnreadableError

pytestmark = pytest.mark.once
OLD, NEW = b"o" * 32, b"n" * 32
KEYS = Keys({"2026-01": OLD, "2026-11": NEW})
PLACE = "session_note:words:1:2"


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.characters(exclude_categories=["Cs"])),
)
def test_what_was_sealed_is_read_again_at_its_place(words, place):
    assert KEYS.unseal(KEYS.seal(words, place), place) == words


def test_the_words_are_not_in_what_is_stored_and_no_two_texts_are_stored_alike():
    first, second = KEYS.seal("marmalade", PLACE), KEYS.seal("marmalade", PLACE)
    assert b"marmalade" not in first
    assert first != second


def test_words_moved_to_another_row_cannot_be_read():
    with pytest.raises(UnreadableError):
        KEYS.unseal(KEYS.seal("marmalade", PLACE), "session_note:words:2:2")


def test_words_of_before_a_key_was_replaced_are_still_read():
    sealed = Keys({"2026-01": OLD}).seal("marmalade", PLACE)
    assert KEYS.unseal(sealed, PLACE) == "marmalade"


def test_without_its_key_nobody_reads_it():
    sealed = KEYS.seal("marmalade", PLACE)
    with pytest.raises(UnreadableError, match="2026-11"):
        Keys({"2026-01": OLD}).unseal(sealed, PLACE)
    with pytest.raises(UnreadableError):
        Keys({"2026-11": OLD}).unseal(sealed, PLACE)


@given(st.binary(max_size=80))
def test_bytes_that_were_never_sealed_are_refused_with_a_sentence(spoilt):
    with pytest.raises(UnreadableError):
        KEYS.unseal(spoilt, PLACE)
