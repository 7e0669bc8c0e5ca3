"""The six programmes that ship: the main figures of each, as its source gives them."""

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from portal.induction import calendar, explaining, programmes
from portal.induction.programmes import Programme
from portal.induction.promises.windows import supervision_windows
from portal.standards import frameworks

CHILD = programmes.pinned("asye-child-and-family", "2026")
ADULTS = programmes.pinned("asye-adults", "2026")
CWDC = programmes.pinned("cwdc-nqsw", "2008")
EARLY_CAREER = programmes.pinned("early-career-programme", "2027-draft")
SCOTLAND = programmes.pinned("supported-year-scotland", "2024")
EPD = programmes.pinned("early-professional-development", "2026")
ALL = [CHILD, ADULTS, CWDC, EARLY_CAREER, SCOTLAND, EPD]


def asked(programme: Programme) -> Counter[str]:
    return Counter(item.kind for item in programme.items if not item.is_optional)


def supervisions(programme: Programme) -> int:
    start = date(2026, 9, 7)
    last = calendar.last_day(programme, start, Decimal(1))
    return len(
        supervision_windows(
            programme.supervision, started_on=start, share=Fraction(1), last_on=last
        )
    )


def months_of(programme: Programme, kind: str) -> list[int]:
    return [item.due.number for item in programme.items
            if item.kind == kind and item.due.unit == "month"]  # fmt: skip


def remembered(programme: Programme, *words: str) -> bool:
    """Whether the page says of these that they are not laid down, or not checked."""
    said = " ".join(programme.not_published)
    return all(word in said for word in words)


def test_these_six_ship() -> None:
    assert {(each.key, each.version) for each in programmes.every()} == {
        (each.key, each.version) for each in ALL
    }


@pytest.mark.parametrize("year", [CHILD, ADULTS], ids=["child", "adults"])
def test_an_assessed_year_has_three_of_each_evidence_and_22_supervisions(year) -> None:
    counts = asked(year)
    family = "family_feedback" if year is CHILD else "adult_feedback"
    assert [counts[k] for k in ("observation", family, "professional_feedback", "document")] == (
        [3, 3, 3, 3]
    )
    assert (counts["agreement"], counts["plan"], counts["reflection"]) == (1, 4, 2)
    assert (year.months, year.weeks, supervisions(year)) == (12, 52, 22)
    assert (year.workload.share, year.development_time) == (Decimal("0.9"), Decimal("0.1"))
    assert months_of(year, "review") == [3, 6, 9, 11]
    assert list(year.outcome_words.values())[:2] == ["Passed", "Did not pass"]


def test_the_year_for_children_starts_within_four_years_and_asks_for_self_assessment() -> None:
    assert CHILD.eligibility.within_years == 4
    assert CHILD.eligibility.is_registration_needed
    assert asked(CHILD)["self_assessment"] == 3
    assert remembered(CHILD, "work in pairs", "group days", "month by month workload")


def test_the_year_for_adults_recommends_self_assessment_and_is_moderated_from_outside() -> None:
    assert asked(ADULTS)["self_assessment"] == 0
    assert sum(item.kind == "self_assessment" for item in ADULTS.items) == 3
    assert "external_moderation" in {item.kind for item in ADULTS.items}
    assert ADULTS.standards_key != CHILD.standards_key


def test_the_nqsw_programme_has_eleven_outcome_statements_and_says_what_is_remembered() -> None:
    counts = asked(CWDC)
    assert (counts["outcome"], counts["review"], counts["record"]) == (11, 4, 1)
    assert months_of(CWDC, "review") == [3, 6, 9, 12]
    facts = dict(explaining.facts(CWDC))
    assert facts["Supervision"].startswith(
        "Every fortnight up to month 3 (local), then every month"
    )
    assert (CWDC.workload.share, CWDC.development_time) == (Decimal("0.9"), Decimal("0.1"))
    assert "£4,000" in CWDC.eligibility.funding
    assert not CWDC.is_offered
    assert remembered(CWDC, "supervision", "workload", "reviews", "outcome statements")
    assert all(item.is_local for item in CWDC.items)


def test_the_early_career_programme_is_two_years_and_nothing_in_it_passes_for_published() -> None:
    assert (EARLY_CAREER.months, EARLY_CAREER.weeks) == (24, 104)
    assert asked(EARLY_CAREER)["assessment"] == 1
    assert all(item.is_local for item in EARLY_CAREER.items)
    assert all(each.is_local for each in EARLY_CAREER.supervision)
    assert not EARLY_CAREER.is_offered
    points = ("points of assessment", "supervision", "workload", "Who pays", "final words")
    assert remembered(EARLY_CAREER, *points)
    assert EARLY_CAREER.standards_key == "ecs-child-and-family-2027"


def test_scotland_s_year_is_developmental_and_promises_all_that_employers_must_give() -> None:
    assert SCOTLAND.nation == "SCT"
    said = " ".join(SCOTLAND.outcome_words.values()).lower()
    assert "pass" not in said
    assert "fail" not in said
    assert {each.key for each in SCOTLAND.entitlements} == {
        "induction",
        "supervision",
        "development",
        "workload",
        "development-time",
        "peers",
    }
    assert all(item.is_local for item in SCOTLAND.items)


def test_early_professional_development_continues_and_its_plan_is_the_worker_s() -> None:
    assert EPD.is_later
    assert (EPD.months, asked(EPD)["plan"], supervisions(EPD)) == (18, 3, 18)
    assert [stage.title for stage in EPD.stages] == ["Beginning", "During", "End"]
    assert {item.owner for item in EPD.items if item.kind == "plan"} == {"nqsw"}
    assert remembered(EPD, "No national programme lays this down today")


@pytest.mark.parametrize("programme", ALL, ids=lambda each: each.key)
def test_the_standards_of_each_are_held_and_its_source_is_named(programme) -> None:
    assert frameworks.known(programme.standards_key)
    assert programme.source
    assert programme.not_published
    assert all(programme.length_of(item.code) == (0, 0) for item in programme.items
               if item.kind not in ("reflection", "plan", "self_assessment"))  # fmt: skip
