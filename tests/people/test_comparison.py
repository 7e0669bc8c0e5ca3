"""A staff list held against what the portal knows (rules only: nothing is written)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.people.staff_list import columns, reading
from portal.people.staff_list.comparison import compare
from portal.people.staff_list.facts import PersonFacts, PostFacts, path_key
from portal.people.staff_list.held import Held, HeldPerson, HeldPost
from portal.people.staff_list.plan import Plan
from portal.people.staff_list.terms import Terms
from portal.people.staff_list.wording import summary
from tests.factories.people import ROW, a_list, a_row

TODAY = date(2026, 11, 26)
PLACE = (
    ("directorate", "Children's Services"),
    ("service", "Early Help"),
    ("team", "Schools Team"),
)
BEN = PersonFacts(staff_number="00100001", given_names="Ben", family_name="Okafor")
POST = PostFacts(unit=PLACE, job_title="Social Worker", started_on=date(2020, 9, 1))


def the_plan(content: bytes, held: Held | None = None, **said: Any) -> Plan:
    table = reading.read(content)
    terms = Terms(**({"as_at": TODAY} | said))
    return compare(table, columns.guess(table.headings), held or Held(), TODAY, terms=terms)


def holding(person: PersonFacts = BEN, *posts: PostFacts) -> Held:
    """A portal that knows one person, with one post unless told otherwise."""
    held = tuple(HeldPost(UUID(int=n), post) for n, post in enumerate(posts or (POST,), start=10))
    key = person.staff_number.lstrip("0") if person.staff_number else "#1"
    paths = tuple(PLACE[:end] for end in (1, 2, 3))
    return Held(
        people={key: HeldPerson(UUID(int=1), key, person, held)},
        units={path_key(path): UUID(int=100 + n) for n, path in enumerate(paths)},
        paths=paths,
    )


def notes(plan: Plan) -> dict[int, str]:
    return {entry.number: " ".join(entry.notes) for entry in plan.entries if entry.notes}


def refusals(plan: Plan) -> dict[int, str]:
    return {entry.number: " ".join(entry.sentences) for entry in plan.showing("refused")}


def test_nothing_new_changes_nothing() -> None:
    plan = the_plan(a_list(a_row()), holding())
    assert plan.is_empty
    assert summary(plan.counts()) == "The portal already knows everything in this list."


def test_what_the_file_leaves_open_does_not_overwrite() -> None:
    known = replace(BEN, email="ben@marsh.example", base="East Hub", registration_number="SW1")
    row = a_row(Base="", SWE_Reg_No="applied for", Work_E_mail="n/a", Known_As="?", FTE="")
    assert the_plan(a_list(row), holding(known, replace(POST, fte=Decimal("0.6")))).is_empty


def test_a_letter_lost_to_a_question_mark_does_not_overwrite() -> None:
    known = replace(BEN, family_name="Zając")
    assert the_plan(a_list(a_row(Surname="Zaj?c")), holding(known)).is_empty


def test_a_new_person_with_a_lost_letter_is_noted() -> None:
    assert (
        "question mark where a letter was lost"
        in notes(the_plan(a_list(a_row(Surname="Zaj?c"))))[2]
    )


def test_a_difference_is_said_from_and_to() -> None:
    known = holding(replace(BEN, base="Home"))
    plan = the_plan(a_list(a_row(Base="West Hub", Grade="G11")), known, portal_owns=frozenset())
    (entry,) = plan.entries
    assert [(c.label, c.before, c.after) for c in entry.changes] == [
        ("Base", "Home", "West Hub"), ("Grade", "unknown", "G11"),
    ]  # fmt: skip
    assert plan.person_changes == {UUID(int=1): {"base": "West Hub"}}
    assert plan.post_changes == {UUID(int=10): {"grade": "G11"}}
    assert plan.counts()["people_changed"] == 1


def test_zeros_lost_in_front_of_a_staff_number_are_the_same_person() -> None:
    assert the_plan(a_list(a_row(Employee_No="100001")), holding()).is_empty


def test_an_address_that_people_sign_in_with_is_filled_in_but_never_changed() -> None:
    row = a_row() | {"Work E-mail": "Other@Marsh.example"}
    filled = the_plan(a_list(row), holding())
    assert filled.person_changes == {UUID(int=1): {"email": "other@marsh.example"}}
    kept = the_plan(a_list(row), holding(replace(BEN, email="ben@marsh.example")))
    assert kept.is_empty
    assert "the portal keeps ben@marsh.example" in notes(kept)[2]


def test_an_address_of_somebody_else_is_left_out() -> None:
    row = a_row(Employee_No="7") | {"Work E-mail": "ben@marsh.example"}
    plan = the_plan(a_list(row), holding(replace(BEN, email="ben@marsh.example")))
    assert plan.people["7"].email is None
    assert "belongs to somebody else in the portal" in notes(plan)[2]


def test_somebody_without_a_staff_number_is_recognised_by_address() -> None:
    known = replace(BEN, staff_number=None, email="ben@marsh.example")
    row = a_row() | {"Work E-mail": "ben@marsh.example"}
    plan = the_plan(a_list(row), holding(known))
    assert not plan.people
    assert plan.person_changes == {UUID(int=1): {"staff_number": "00100001"}}


def test_one_staff_number_with_two_names_refuses_both_rows() -> None:
    plan = the_plan(a_list(a_row(), a_row(Surname="Silva")))
    assert refusals(plan) == {
        2: "Row 3 has the same staff number with another name.",
        3: "Row 2 has the same staff number with another name.",
    }


def test_one_post_twice_with_other_details_refuses_the_later_row() -> None:
    plan = the_plan(a_list(a_row(FTE="0.5"), a_row(FTE="0.6")))
    assert refusals(plan) == {3: "Row 2 has the same post of the same person, with other details."}


def test_a_later_start_ends_the_post_held_and_begins_the_next() -> None:
    row = a_row(Post_Start="01/02/2027", Job_Title="Senior Social Worker")
    plan = the_plan(a_list(row), holding(BEN, replace(POST, grade="G10")))
    assert plan.post_ends == {UUID(int=10): date(2027, 1, 31)}
    (new,) = plan.posts
    assert (new.facts.job_title, new.facts.grade) == ("Senior Social Worker", "G10")
    assert "gives way to Senior Social Worker in Schools Team on 1 February 2027" in str(
        plan.entries
    )
    assert plan.counts()["people_changed"] == 1


def test_an_older_list_does_not_undo_a_move() -> None:
    before = replace(POST, ended_on=date(2026, 10, 31))
    after = replace(POST, job_title="Senior Social Worker", started_on=date(2026, 11, 1))
    assert the_plan(a_list(a_row()), holding(BEN, before, after)).is_empty
    only_after = the_plan(a_list(a_row()), holding(BEN, after))
    assert only_after.is_empty
    assert "began before the one the portal holds" in notes(only_after)[2]


def test_a_person_absent_from_the_list_stays_as_they_are() -> None:
    plan = the_plan(a_list(a_row(Employee_No="7", Surname="Silva")), holding())
    assert not plan.post_ends
    assert not plan.person_changes


def having_left(day: date) -> Held:
    """A portal that knows one person, who left on this day."""
    held = holding(BEN, replace(POST, ended_on=day))
    return replace(held, people={"100001": replace(held.people["100001"], left_on=day)})


def test_who_has_left_since_the_day_of_the_list_stays_so_and_is_noted() -> None:
    left = having_left(date(2026, 1, 31))
    plan = the_plan(a_list(a_row()), left, as_at=date(2026, 1, 15))
    assert plan.is_empty
    assert "31 January 2026 as their last day; that stays" in notes(plan)[2]


def test_who_left_and_is_in_a_post_again_comes_back() -> None:
    plan = the_plan(a_list(a_row(Post_Start="02/11/2026")), having_left(date(2026, 1, 31)))
    assert plan.returners == {UUID(int=1)}
    assert [post.facts.started_on for post in plan.posts] == [date(2026, 11, 2)]
    assert "They left on 31 January 2026 and are in this list again" in notes(plan)[2]
    assert plan.counts()["people_returned"] == 1


def test_who_comes_back_to_the_same_post_holds_it_from_the_day_of_the_list() -> None:
    plan = the_plan(a_list(a_row()), having_left(date(2026, 1, 31)))
    (post,) = plan.posts
    assert (post.facts.started_on, post.began_on) == (TODAY, date(2020, 9, 1))
    assert not plan.post_ends
    assert not plan.post_changes


def test_a_circle_through_a_manager_whom_only_the_portal_knows_is_seen() -> None:
    boss = HeldPerson(
        UUID(int=2), "7", replace(BEN, staff_number="7", family_name="Silva"),
        (HeldPost(UUID(int=20), replace(POST, manager="100001")),),
    )  # fmt: skip
    held = holding()
    held.people["7"] = boss
    plan = the_plan(a_list(a_row() | {"Reports To": "7"}), held)
    assert plan.is_empty
    assert "in the end reports back to them" in notes(plan)[2]


def test_a_manager_whose_own_row_is_refused_is_named() -> None:
    plan = the_plan(
        a_list(a_row() | {"Reports To": "9"}, a_row(Employee_No="9", Post_Start="soon"))
    )
    assert "whose own row 3 is refused" in notes(plan)[2]


def test_every_reason_of_a_row_is_given_at_once() -> None:
    plan = the_plan(a_list(a_row(Surname="", Post_Start="soon", FTE="2")))
    reasons = refusals(plan)[2]
    assert "Surname: there is no family name." in reasons
    assert "soon is not a date" in reasons
    assert "2 is more than full time" in reasons


def test_two_alike_vacancies_are_two() -> None:
    vacancy = {"Surname": "Vacant", "Job Title": "Social Worker", "Team": "Duty"}
    plan = the_plan(a_list(vacancy, vacancy))
    assert plan.counts()["vacant"] == 2


def test_two_teams_of_one_name_in_two_services_stay_two() -> None:
    rows = [a_row(Employee_No=str(n), Team="Duty", Service=f"Service {n % 2}") for n in range(1, 9)]
    plan = the_plan(a_list(*rows))
    assert len([path for path in plan.units if path[-1] == ("team", "Duty")]) == 2


CELLS = st.one_of(
    st.text(max_size=12), st.sampled_from(["1", "7", "VACANT", "?", "0.6", "31/02/2024", "Total"])
)
TABLES = st.lists(st.fixed_dictionaries(dict.fromkeys([*ROW, "Reports To", "FTE", "SWE Reg No", "Work E-mail"], CELLS)), min_size=1, max_size=6)  # fmt: skip


@given(TABLES)
@settings(max_examples=150, deadline=None)
def test_any_table_becomes_a_plan_in_which_every_row_has_its_place(
    rows: list[dict[str, str]],
) -> None:
    content = a_list(*rows)
    try:
        lines = reading.read(content).lines
    except reading.UnreadableFileError:
        return
    plan = the_plan(content)
    assert [entry.number for entry in plan.entries] == [line.number for line in lines]
