"""The chain shows any tampering."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from portal.audit.chain import START, Head, Link, faults, seal

pytestmark = pytest.mark.once
KEY = b"k" * 32
HERE = uuid4()


def a_chain(length: int) -> list[tuple[Link, str]]:
    links: list[tuple[Link, str]] = []
    previous = START
    for number in range(1, length + 1):
        link = Link(
            organisation_id=HERE,
            number=number,
            previous=previous,
            at=datetime(2026, 11, 26, tzinfo=UTC) + timedelta(minutes=number),
            actor_id=UUID(int=number),
            action="mentoring.session_recorded",
            subject_type="session",
            subject_id=UUID(int=number),
            particulars={"minutes": 45},
        )
        previous = seal(KEY, link)
        links.append((link, previous))
    return links


def test_a_whole_chain_has_no_faults() -> None:
    assert faults(KEY, a_chain(5)) == []


def test_a_changed_entry_is_seen() -> None:
    chain = a_chain(5)
    chain[2] = (replace(chain[2][0], particulars={"minutes": 90}), chain[2][1])
    assert faults(KEY, chain) == ["Entry 3 was changed after it was written."]


@pytest.mark.parametrize(
    "tamper",
    [
        lambda c: c[:2] + c[3:],
        lambda c: [c[1], c[0], *c[2:]],
        lambda c: [*c[:2], c[1], *c[2:]],
        lambda c: c[1:],
    ],
    ids=["removed", "reordered", "inserted", "beginning cut off"],
)
def test_entries_out_of_place_are_seen(tamper) -> None:  # type: ignore[no-untyped-def]
    assert faults(KEY, tamper(a_chain(5)))


def test_a_tail_cut_off_is_seen_beside_an_exported_head() -> None:
    chain = a_chain(5)
    head = Head(5, chain[-1][1])
    assert faults(KEY, chain[:4]) == []
    assert faults(KEY, chain[:4], head) == ["Entry 5, which was exported, is gone or was changed."]
    assert faults(KEY, a_chain(7), head) == []


def test_another_key_does_not_fit() -> None:
    assert len(faults(b"x" * 32, a_chain(3))) == 3
