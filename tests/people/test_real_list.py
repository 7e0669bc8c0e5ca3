"""What the council's own staff list says, counted and checked by hand, row by row."""

from collections import Counter
from datetime import date
from decimal import Decimal

from portal.people.staff_list import columns, reading
from portal.people.staff_list.comparison import compare
from portal.people.staff_list.held import Held
from portal.people.staff_list.plan import Plan
from portal.people.staff_list.terms import Terms
from portal.people.staff_list.wording import summary
from tests.factories.people import STAFF_LIST

TODAY = date(2026, 11, 26)


def the_plan() -> Plan:
    """What the list would do where nobody is known yet."""
    table = reading.read(STAFF_LIST.read_bytes())
    return compare(table, columns.guess(table.headings), Held(), TODAY, terms=Terms(TODAY))


def test_the_real_list_is_counted_as_its_own_total_says() -> None:
    plan = the_plan()
    kinds = Counter(entry.kind for entry in plan.entries)
    assert kinds == {"added": 404, "refused": 5, "passed over": 5}
    assert len(plan.people) == 400
    assert len(plan.people) + len(plan.showing("refused")) == 405  # "Total headcount: 405"
    assert plan.counts()["vacant"] == 3
    assert plan.counts()["units_added"] == 1 + 5 + 21
    assert summary(plan.counts()) == (
        "400 people will be added with 404 posts (3 vacant), 0 changed. "
        "5 rows are refused and 5 rows passed over (blank, repeated or a total)."
    )


def test_each_refused_row_of_the_real_list_says_why() -> None:
    assert {entry.number: " ".join(entry.sentences) for entry in the_plan().showing("refused")} == {
        182: "Cont. Service Start: 31/02/2024 is not a date that exists. Write it as day/month/year.",
        183: "FTE: 1.6 is more than full time. Write 1 for full time.",
        184: "Employee No: there is no staff number.",
        192: 'Forename(s): “=HYPERLINK("x")” is a formula. Write the value itself.',
        193: "Post Start: 01/01/2031 is more than a year ahead. Check the year.",
    }


def test_each_row_that_is_passed_over_in_the_real_list_says_why() -> None:
    passed = the_plan().showing("passed over")
    assert {entry.number: entry.sentences[0] for entry in passed} == {
        42: "The same as row 14, so it is counted once.",
        212: "The row is blank.",
        213: "The row is blank.",
        414: "The row is blank.",
        415: "A total, not a person: “Total headcount: 405”.",
    }


def test_the_notes_on_the_real_list_are_these() -> None:
    found = {e.number: " ".join(e.notes) for e in the_plan().entries if e.notes}
    assert set(found) == {93, 122, 152, 153, 162, 163, 172, 173, 185, 202, 304}
    assert "37 hours a week do not fit 0.2 of full time" in found[93]
    assert "Workforce Development stands under Practice Development in 10 other rows" in found[93]
    assert "nobody has that staff number" in found[152]
    assert "reports to their own staff number" in found[153]
    assert "who in the end reports back to them" in found[162]
    assert "who in the end reports back to them" in found[163]
    assert "Row 173 has sin.smith-jones@riverside.example too" in found[172]
    assert "Row 172 has sin.smith-jones@riverside.example too" in found[173]
    assert "29.6 hours a week do not fit 1 of full time" in found[185]


def test_people_with_a_doubtful_manager_come_in_without_one() -> None:
    plan = the_plan()
    managers = {post.holder: post.facts.manager for post in plan.posts}
    assert {managers[key] for key in ("100843", "100847", "100874", "100879")} == {None}
    assert managers["101987"] == "100253"


def test_a_person_with_two_posts_comes_in_once_with_both() -> None:
    plan = the_plan()
    both = [post.facts for post in plan.posts if post.holder == "100595"]
    assert [post.job_title for post in both] == [
        "Business Support Officer", "Practice Educator (sessional)",
    ]  # fmt: skip
    assert [post.fte for post in both] == [1, Decimal("0.2")]


def test_vacant_posts_find_their_service_and_begin_today() -> None:
    plan = the_plan()
    vacant = [post.facts for post in plan.posts if post.holder is None]
    assert {post.unit[-1][1]: post.unit[-2][1] for post in vacant} == {
        "Family Support Pod B": "Safeguarding and Family Support",
        "Assessment Unit 3": "Assessment and Intervention",
        "CLA North": "Children Looked After",
    }
    assert {post.started_on for post in vacant} == {TODAY}
