"""Two views side by side: differences first, and nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pathways.checking_in import LEVELS, Asked, in_a_sentence, side_by_side

pytestmark = pytest.mark.once
ASKED = [Asked(key, f"Words of {key}.") for key in "abcde"]
views = st.dictionaries(st.sampled_from("abcde"), st.sampled_from(LEVELS))


def test_the_widest_difference_comes_first_and_the_rest_in_the_order_of_the_place() -> None:
    mine = {"a": "shown", "b": "on the way", "c": "not yet", "d": "shown", "e": "not yet"}
    theirs = {"a": "shown", "b": "shown", "c": "shown", "d": "on the way", "e": "not yet"}
    lines = side_by_side(ASKED, mine, theirs)
    assert [line.words[-2] for line in lines] == ["c", "b", "d", "a", "e"]
    assert in_a_sentence(lines) == "3 points of 5 are seen differently."
    assert in_a_sentence(side_by_side(ASKED, mine, mine)) == "You both see it the same way."


@given(views, views)
def test_every_requirement_stands_there_once_and_no_difference_stands_below_a_smaller_one(
    mine: dict[str, str], theirs: dict[str, str]
) -> None:
    lines = side_by_side(ASKED, mine, theirs)
    assert sorted(line.words for line in lines) == [each.words for each in ASKED]
    apart = [line.difference for line in lines]
    assert apart == sorted(apart, reverse=True)
    turned = side_by_side(ASKED, theirs, mine)
    assert [(line.words, line.theirs, line.mine) for line in turned] == [
        (line.words, line.mine, line.theirs) for line in lines
    ]
    alike = [line.words for line in lines if not line.difference]
    assert alike == sorted(alike)
