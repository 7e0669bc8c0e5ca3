"""What a list says otherwise: a change on its day, a correction, or what the portal keeps."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from portal.people.staff_list.held import Held
from tests.factories.people import a_list, a_row
from tests.people.test_comparison import BEN, POST, TODAY, holding, notes, the_plan

KNOWN = replace(POST, grade="G9", fte=Decimal("1.000"), scp="30")


def with_claim(held: Held, address: str) -> Held:
    person = held.people["100001"]
    return replace(held, people={"100001": replace(person, claimed_email=address)})


def test_a_known_grade_that_gives_way_begins_a_new_row_on_the_day_of_the_list() -> None:
    plan = the_plan(a_list(a_row(Grade="G10", FTE="1")), holding(BEN, KNOWN))
    assert plan.post_ends == {UUID(int=10): date(2026, 11, 25)}
    (post,) = plan.posts
    assert (post.facts.grade, post.facts.started_on, post.began_on) == (
        "G10", TODAY, date(2020, 9, 1),
    )  # fmt: skip
    assert (post.is_same, post.facts.scp) == (True, None)  # the point belonged to the grade
    assert "changes on 26 November 2026" in str(plan.entries)


def test_what_becomes_known_or_is_spelled_otherwise_is_put_right_in_place() -> None:
    row = a_row(Job_Title="social-worker", Contract="Permanent", SCP="31", Cost_Code="C1")
    plan = the_plan(a_list(row), holding(BEN, KNOWN))
    assert not plan.posts
    assert plan.post_changes == {
        UUID(int=10): {
            "job_title": "social-worker", "contract": "permanent", "scp": "31", "cost_code": "C1",
        }
    }  # fmt: skip


def test_a_correction_is_made_in_place_whatever_it_is() -> None:
    row = a_row(Grade="G10", Team="Duty", Post_Start="01/10/2020")
    plan = the_plan(a_list(row), holding(BEN, KNOWN), is_correction=True)
    assert not plan.posts
    (values,) = plan.post_changes.values()
    assert (values["grade"], values["started_on"], values["began_on"]) == (
        "G10", date(2020, 10, 1), date(2020, 10, 1),
    )  # fmt: skip


def test_a_list_older_than_the_row_held_changes_nothing_and_says_so() -> None:
    later = replace(KNOWN, started_on=date(2026, 11, 20))
    plan = the_plan(a_list(a_row(Grade="G8")), holding(BEN, later), as_at=date(2026, 11, 1))
    assert plan.is_empty
    assert "knows of a later change" in notes(plan)[2]


def test_what_the_portal_owns_stays_and_what_it_does_not_know_is_filled() -> None:
    kept = the_plan(a_list(a_row(Base="West")), holding(replace(BEN, base="East")))
    assert kept.is_empty
    assert notes(kept)[2] == "Base: the file has West; the portal keeps East."
    filled = the_plan(a_list(a_row(Base="West")), holding())
    assert filled.person_changes == {UUID(int=1): {"base": "West"}}


def test_a_day_of_qualifying_that_was_confirmed_is_the_workers() -> None:
    held = holding(replace(BEN, qualified_on=date(2019, 7, 1)))
    row = a_list(a_row(Qualified_on="01/08/2019"))
    assert the_plan(row, held).person_changes[UUID(int=1)] == {"qualified_on": date(2019, 8, 1)}
    confirmed = replace(held.people["100001"], has_confirmed_qualifying=True)
    plan = the_plan(row, replace(held, people={"100001": confirmed}))
    assert plan.is_empty
    assert "keeps 1 July 2019, which they have confirmed" in notes(plan)[2]


def test_a_name_with_a_lost_letter_replaces_no_other_name() -> None:
    plan = the_plan(a_list(a_row(Surname="Zaj?c")))
    assert plan.people["100001"].family_name == "Zaj?c"
    known = the_plan(a_list(a_row(Surname="Zaj?c")), holding(replace(BEN, family_name="Kowal")))
    assert known.is_empty
    assert "Zaj?c (a letter was lost there); the portal keeps Kowal." in notes(known)[2]


def test_an_address_of_two_people_is_claimed_by_both_until_a_list_says_whose() -> None:
    shared = {"Work E-mail": "ben@marsh.example"}
    plan = the_plan(a_list(a_row() | shared, a_row(Employee_No="7", Surname="Silva") | shared),
                    holding())  # fmt: skip
    assert plan.claims == {UUID(int=1): "ben@marsh.example"}
    assert plan.people["7"].claimed_email == "ben@marsh.example"
    later = the_plan(a_list(a_row() | shared), with_claim(holding(), "ben@marsh.example"))
    assert later.person_changes == {UUID(int=1): {"email": "ben@marsh.example"}}
    assert later.claims == {UUID(int=1): None}
