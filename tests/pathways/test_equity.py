"""Whether progression treats people alike: shown of ten and more, and never of one."""

import random
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pathways.equity import (
    FEWEST,
    HIGH,
    LOW,
    Decided,
    Shown,
    pooled_years,
    share_shown,
    tables,
)

ASKED = ("sex", "ethnic-group", "grade")
ANSWERS = {"sex": "fm", "ethnic-group": "wbaxo", "grade": "123"}


def rows(group: str, people: int, progressed: int, **said: str) -> list[Decided]:
    answers = {"ethnic-group": group, **said}
    return [Decided(answers, nth < progressed, 70) for nth in range(people)]


def test_lines_are_of_ten_and_more_and_smaller_groups_stand_together():
    found = tables(
        [*rows("w", 42, 30), *rows("b", 13, 8), *rows("a", 6, 3), *rows("x", 5, 2)], ASKED
    )
    assert found is not None
    lines = found.by["ethnic-group"]
    assert [(line.answers, line.people) for line in lines] == [
        (("w",), 40), (("b",), 10), (("a", "x"), 10)
    ]  # fmt: skip
    assert [line.share_words for line in lines] == ["about 70%", "about 60%", "about 45%"]
    assert (found.everybody.people, found.everybody.weeks) == (65, 10)


def test_a_group_alone_under_ten_takes_the_next_smallest_with_it():
    found = tables([*rows("w", 42, 30), *rows("b", 13, 8), *rows("a", 6, 3)], ASKED)
    assert found is not None
    assert [line.answers for line in found.by["ethnic-group"]] == [("w",), ("a", "b")]


def test_fewer_than_ten_decisions_are_not_shown_at_all():
    assert tables(rows("w", 9, 5), ASKED) is None
    found = tables(rows("w", 10, 5), ASKED)
    assert found is not None
    assert found.by == {}


def test_no_line_says_all_or_none():
    found = tables([*rows("w", 20, 20), *rows("b", 20, 0), *rows("a", 20, 11)], ASKED)
    assert found is not None
    words = {line.answers: line.share_words for line in found.by["ethnic-group"]}
    assert words == {("w",): "85% or more", ("b",): "15% or less", ("a",): "about 55%"}


@pytest.mark.parametrize("people", range(FEWEST, 60))
def test_an_end_may_always_be_another_number_than_all_or_none(people: int):
    assert share_shown(people, people) == share_shown(people - 1, people) == HIGH
    assert share_shown(0, people) == share_shown(1, people) == LOW


def test_three_whole_years_are_pooled_and_change_once_a_year():
    pooled = (date(2023, 4, 1), date(2026, 3, 31))
    assert {pooled_years(day) for day in (date(2026, 4, 1), date(2027, 3, 31))} == {pooled}
    assert pooled_years(date(2026, 3, 31)) == (date(2022, 4, 1), date(2025, 3, 31))


def test_what_taking_one_table_from_another_would_tell_is_put_together():
    """Ten of ten women and three of ten men are 13 of 20: another table must not give the 13 away."""
    same = [*rows("w", 10, 10, sex="f"), *rows("b", 10, 3, sex="m")]
    alone = tables(same, ["sex"])
    assert alone is not None
    assert alone.by == {}


@st.composite
def _decisions(draw: st.DrawFn) -> list[Decided]:
    chance = random.Random(draw(st.integers(0, 2**32)))
    leaning = {answer: chance.choice((0, 0.1, 0.5, 0.9, 1)) for answer in "fmwbaxo123"}
    made = []
    for _ in range(draw(st.integers(10, 70))):
        answers = {asked: chance.choice(ANSWERS[asked]) for asked in ASKED}
        likely = leaning[answers[chance.choice(ASKED)]]
        made.append(Decided(answers, chance.random() < likely, chance.randrange(400)))
    return made


def _worked_out(rows: list[Decided], shown: Shown) -> dict[tuple[str, tuple[str, ...]], set[int]]:
    """Whatever number of each group may have progressed, for who knows all sizes and all lines.

    Done by trying every way in which the lines of all tables can have one total between them.
    """
    ways: dict[str, dict[int, list[tuple[int, ...]]]] = {}
    for asked, lines in shown.by.items():
        each = []
        for line in lines:
            size = sum(row.answers[asked] in line.answers for row in rows)
            each.append([n for n in range(size + 1) if share_shown(n, size) == line.share])
        ways[asked] = {}
        for way in product(*each):
            ways[asked].setdefault(sum(way), []).append(way)
    everybody = {
        n for n in range(len(rows) + 1) if share_shown(n, len(rows)) == shown.everybody.share
    }
    totals = everybody.intersection(*(set(each) for each in ways.values()))
    return {
        (asked, line.answers): {way[place] for total in totals for way in ways[asked][total]}
        for asked, lines in shown.by.items()
        for place, line in enumerate(lines)
    }


@given(_decisions())
def test_no_table_can_be_undone_by_taking_it_from_another(decided: list[Decided]):
    shown = tables(decided, ASKED)
    assert shown is not None
    for (asked, answers), could_be in _worked_out(decided, shown).items():
        people = sum(row.answers[asked] in answers for row in decided)
        assert people >= FEWEST
        assert could_be
        assert could_be != {0}
        assert could_be != {people}


@given(_decisions(), st.randoms(use_true_random=False))
def test_the_order_of_decisions_makes_no_difference(decided, chance):
    mixed = list(decided)
    chance.shuffle(mixed)
    assert tables(mixed, ASKED) == tables(decided, ASKED)


@given(_decisions())
def test_everybody_stands_in_one_line_of_each_table(decided):
    shown = tables(decided, ASKED)
    assert shown is not None
    for asked, lines in shown.by.items():
        named = [answer for line in lines for answer in line.answers]
        assert sorted(named) == sorted({row.answers[asked] for row in decided})
