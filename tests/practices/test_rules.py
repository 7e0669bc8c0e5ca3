"""Totals that add up, quarters, continuity of few posts, the words of terms, and days in the way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.practices import continuity, spans, standing, terms, totals
from portal.practices.continuity import Staffing
from tests.factories.practices import COUNTS


def test_totals_that_add_up_have_no_fault() -> None:
    assert totals.faults(COUNTS) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"one_lead": 31}, "one_lead"),
        ({"same_12": 41}, "same_12"),
        ({"same_24": 26}, "same_24"),
        ({"leaving_care": 41}, "leaving_care"),
        ({"lasting": 39}, "lasting"),
        ({"children": -1}, "children"),
        ({"children": 10**9}, "children"),
        ({"after_care": None}, "after_care"),
    ],
)
def test_what_does_not_add_up_is_said_of_its_field(changed: dict, field: str) -> None:
    assert field in [key for key, _ in totals.faults({**COUNTS, **changed})]


@given(st.fixed_dictionaries({key: st.none() | st.integers(-5, 12_000) for key in totals.KEYS}))
def test_whatever_is_typed_is_judged_and_what_passes_adds_up(counts: dict) -> None:
    found = totals.faults(counts)
    assert all(key in totals.KEYS and said for key, said in found)
    if not found:
        assert sum(counts[key] for key in totals.LEADS) == counts["children"]
        assert counts["same_24"] <= counts["same_12"] <= counts["children"]
        assert sum(counts[key] for key in totals.PLACEMENTS) <= counts["children"]
    assert set(totals.impossible(counts)) <= set(found)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_every_day_lies_in_one_quarter_of_one_half_year(day: date) -> None:
    for of, months in ((spans.quarter_of, 3), (spans.half_of, 6)):
        span = of(day)
        assert span.started_on <= day <= span.last_on
        assert of(span.last_on).started_on == span.started_on
        assert of(span.last_on + timedelta(days=1)).started_on == span.last_on + timedelta(days=1)
        assert 28 * months <= (span.last_on - span.started_on).days <= 31 * months


def test_only_quarters_that_are_over_and_of_the_contract_can_be_typed() -> None:
    contract = spans.Span(date(2025, 11, 15), 12)
    found = [each.words for each in spans.over(contract, date(2026, 9, 30))]
    assert found == ["April to June 2026", "January to March 2026", "October to December 2025"]
    halves = [each.words for each in spans.over(contract, date(2026, 10, 1), spans.HALF)]
    assert halves == ["April to September 2026", "October 2025 to March 2026"]
    assert spans.named("2026-05", spans.over(contract, date(2026, 9, 30))) is None


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_of_fewer_than_ten_no_figure_is_said(
    people: int, held: int, joined: int, left: int
) -> None:
    said = " ".join(continuity.sentences(Staffing(people, min(held, people), joined, left)))
    figures = {word.strip(".,") for word in said.split() if word.strip(".,").isdigit()}
    assert figures <= {"5", "10", "12"}  # the floors, and months
    assert ("half" in said) == (people >= 5)


def test_terms_hold_six_outcomes_and_three_models_and_refuse_repeats() -> None:
    assert (len(terms.OUTCOMES), len(terms.OWNERSHIPS)) == (6, 3)
    with pytest.raises(ValueError, match="twice"):
        terms.read({"rating": [{"key": "a", "title": "A"}, {"key": "a", "title": "B"}]}, "rating")


def test_a_contract_does_not_cover_days_of_another() -> None:
    other = spans.Span(date(2026, 4, 1), 6)
    assert standing.objection(date(2026, 10, 1), date(2027, 3, 31), [other]) is None
    assert standing.objection(date(2026, 9, 30), date(2027, 3, 31), [other])
    assert standing.objection(date(2026, 9, 30), date(2026, 9, 29), [])
