"""Hostile and odd files: each is read rightly, or gets a sentence that says what to do, in 5 s."""

import time

import pytest

from portal.people.staff_list.reading import UnreadableFileError, read
from tests.people import odd_files, odd_workbooks
from tests.people.odd_files import Odd

FILES = (*odd_files.FILES, *odd_workbooks.FILES)
LONGEST = 5.0  # seconds
DOES = ("Ask", "Bring", "bring", "Check", "Correct", "Copy", "Leave", "Save", "Unpack", "save",
        "In the spreadsheet", "In Numbers", "take the password off")  # fmt: skip


def test_there_are_more_than_fifty_and_each_has_its_own_name() -> None:
    assert len({odd.name for odd in FILES}) == len(FILES) > 50


@pytest.mark.parametrize("odd", FILES, ids=lambda odd: odd.name)
def test_each_is_answered_in_time(odd: Odd) -> None:
    content = odd.content()
    begun = time.process_time()
    try:
        table = read(content)
    except UnreadableFileError as refused:
        said = str(refused)
        assert odd.first is None, said
        assert odd.says in said
        assert said.endswith("."), said
        assert any(word in said for word in DOES), said
    else:
        assert table.lines[0].cells == odd.first
        assert odd.rows in (None, len(table.lines))
        assert odd.notes in " ".join(table.notes)
    assert time.process_time() - begun < LONGEST
