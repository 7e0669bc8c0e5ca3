"""Consultants' help in totals: nothing of so few people that one of them is known."""

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from portal.support import hours
from portal.support.hours import EVERYTHING, TOGETHER, Given

DAY = date(2026, 11, 26)


def helped(number: int, kind: str, first: int = 0) -> list[Given]:
    """So many people, each helped once for half an hour."""
    return [Given(DAY, kind, 30, True, UUID(int=first + n)) for n in range(number)]


def kind(one: Given) -> str:
    return one.kind


def test_fewer_than_ten_people_have_no_totals() -> None:
    assert hours.for_others(helped(9, "a"), kind) == []
    assert hours.for_others(helped(5, "a") + helped(5, "b"), kind) == []
    ten = hours.for_others(helped(5, "a") + helped(5, "b", first=5), kind)
    assert [(each.key, each.consultations) for each in ten] == [(EVERYTHING, 10)]


def test_a_small_kind_takes_the_next_smallest_with_it() -> None:
    rows = helped(20, "a") + helped(12, "b") + helped(2, "c")
    found = hours.for_others(rows, kind)
    assert [(each.key, each.consultations) for each in found] == [("a", 20), (TOGETHER, 14)]


def test_what_somebody_gave_themselves_is_whole() -> None:
    rows = [*helped(1, "b"), Given(DAY, "a", 15, False, UUID(int=1))]
    found = hours.by(rows, kind)
    assert [(each.key, each.consultations, each.answers, each.hours) for each in found] == [
        ("a", 0, 1, "0.2"), ("b", 1, 0, "0.5"),
    ]  # fmt: skip


@given(
    some.lists(
        some.tuples(some.sampled_from("abcdef"), some.integers(0, 30), some.integers(1, 90)),
        max_size=120,
    )
)
def test_every_line_stands_for_ten_people_and_nothing_that_is_shown_is_lost(asked) -> None:
    rows = [Given(DAY, key, minutes, True, UUID(int=who)) for key, who, minutes in asked]
    found = hours.for_others(rows, kind)
    by_kind = {key: [each for each in rows if each.kind == key] for key in "abcdef"}
    shown = {each.key for each in found}
    for key in shown & set("abcdef"):
        assert len({each.helped for each in by_kind[key]}) >= hours.FEWEST
    rest = [each for each in rows if each.kind not in shown]
    if rest:
        is_enough = len({each.helped for each in rest}) >= hours.FEWEST
        assert is_enough == bool(shown & {TOGETHER, EVERYTHING})
        assert is_enough or not found
    if found:
        assert sum(each.minutes for each in found) == sum(each.minutes for each in rows)
