"""How somebody is reached: numbers as people write them, and a few words."""

import pytest

from portal.people import reaching
from portal.people.staff_list.cells import UnclearError


@pytest.mark.parametrize(
    ("written", "kept", "dialled"),
    [
        ("01632 960 001", "01632 960 001", "01632960001"),
        (" +44 (0)1632 960001 ", "+44 (0)1632 960001", "+441632960001"),
        ("01632-960001 ext. 12", "01632-960001 ext. 12", "01632960001;ext=12"),
        ("01632960001x7", "01632960001x7", "01632960001;ext=7"),
        ("4711", "4711", "4711"),
        ("０１６３２ 960001", "01632 960001", "01632960001"),
    ],
)
def test_numbers_are_kept_as_written_and_can_be_dialled(
    written: str, kept: str, dialled: str
) -> None:
    assert reaching.phone(written) == kept
    assert reaching.dialled(kept) == dialled


@pytest.mark.parametrize(
    "written", ["call me", "12", "1" * 16, "javascript:1", "01632 960001;x=1", "=1+1", "999\x00x"]
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(UnclearError, match="is not a telephone number"):
        reaching.phone(written)


def test_an_empty_number_is_unknown() -> None:
    assert reaching.phone("  ") is None


def test_words_keep_their_lines_and_lose_what_nobody_sees() -> None:
    assert (
        reaching.words("  Ring\u202e me \r\n\r\n\r\n\r\nbefore  ten\x07 ")
        == "Ring me\n\nbefore ten"
    )


def test_an_accent_is_one_letter_and_a_heap_of_them_is_cut() -> None:
    assert reaching.words("Sia\u0302n") == "Siân"
    with pytest.raises(UnclearError, match="letters long"):
        reaching.words("a" + "\u0301" * 100_000)
