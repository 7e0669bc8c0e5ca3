"""Circles among managers."""

from hypothesis import given
from hypothesis import strategies as st

from portal.people.staff_list.managers import in_circles


def test_a_chain_is_no_circle() -> None:
    assert in_circles({"a": ["b"], "b": ["c"]}) == {}


def test_two_who_report_to_each_other_are_in_one_circle() -> None:
    found = in_circles({"a": ["b"], "b": ["a"], "c": ["a"]})
    assert found["a"] == found["b"]
    assert "c" not in found


def test_whoever_reports_to_themself_is_in_a_circle() -> None:
    assert set(in_circles({"a": ["a"], "b": ["a"]})) == {"a"}


def test_a_chain_of_fifty_thousand_does_not_exhaust_anything() -> None:
    assert in_circles({str(n): [str(n + 1)] for n in range(50_000)}) == {}


@given(
    st.dictionaries(st.integers(0, 9).map(str), st.lists(st.integers(0, 9).map(str), max_size=3))
)
def test_without_the_links_inside_circles_nobody_is_above_themself(
    links: dict[str, list[str]],
) -> None:
    circle = in_circles(links)
    left = {
        one: [up for up in ups if circle.get(one, -1) != circle.get(up, -2)]
        for one, ups in links.items()
    }
    assert in_circles(left) == {}
