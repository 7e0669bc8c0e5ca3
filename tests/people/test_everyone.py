"""A staff list that names everybody: who is not in it leaves, and what ends with them."""

from datetime import date
from typing import Any

import pytest
from flask import Flask

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.people import queries
from portal.people.models import Cover, Leaving, Organisation, Person, Post, RoleHeld, Unit
from portal.people.operations import apply_staff_list, record_file
from portal.people.operations.leaving import leave
from portal.people.staff_list import columns, reading
from portal.people.staff_list.comparison import compare
from portal.people.staff_list.plan import Plan
from portal.people.staff_list.terms import Terms
from portal.people.staff_list.writes import pack, unpack, writes_of
from tests.factories.people import a_list, a_person, a_post, a_role, a_row, an_organisation
from tests.factories.people import bring_in as the_list

DAY = date(2026, 11, 26)
LAST = date(2026, 11, 25)
ANN = a_row(Employee_No="1", Surname="Ash", Forename_s="Ann")
BEA = a_row(Employee_No="2", Surname="Birch")
CAL = a_row(Employee_No="3", Surname="Cole")
VACANT = {"Surname": "Vacant", "Job Title": "Social Worker", "Team": "Duty"}


@pytest.fixture
def here(app: Flask) -> Organisation:
    """A council with two people and a vacant post."""
    here = an_organisation()
    the_list(here, a_list(BEA, CAL, VACANT), as_at=date(2026, 9, 1))
    return here


def bring_in(here: Organisation, *rows: dict[str, str], **said: Any) -> Plan:
    """Bring in a list of everybody, through what is kept of a plan."""
    plan, packed = planned(here, *rows, **said)
    upload = record_file(here.id, b"list")
    apply_staff_list(upload, None, unpack(packed))
    db.session.expire_all()
    again, _ = planned(here, *rows, **said)
    assert again.is_empty, again
    return plan


def planned(here: Organisation, *rows: dict[str, str], **said: Any) -> tuple[Plan, bytes]:
    table = reading.read(a_list(*rows))
    held = queries.held(here.id)
    terms = Terms(**({"as_at": DAY, "is_everyone": True} | said))
    plan = compare(table, columns.guess(table.headings), held, DAY, terms=terms)
    return plan, pack(writes_of(plan, held, here.id))


def person(number: str) -> Person:
    return db.session.query(Person).filter_by(staff_number=number).one()


def post_of(number: str) -> Post:
    found = db.session.query(Post).filter_by(person_id=person(number).id)
    return found.order_by(Post.started_on.desc()).first() or pytest.fail("no post")


def said(plan: Plan, kind: str) -> dict[str, str]:
    return {each.name: " ".join((*each.sentences, *each.notes)) for each in plan.showing(kind)}


def test_who_is_absent_leaves_the_day_before_with_their_posts(here: Organisation) -> None:
    plan = bring_in(here, CAL, VACANT)
    assert said(plan, "ended") == {
        "Ben Birch": "Social Worker in Schools Team. They are not in the list of everybody:"
        " their last day was 25 November 2026."
    }
    assert (person("2").left_on, post_of("2").ended_on) == (LAST, LAST)
    assert person("3").left_on is None
    assert plan.entries[-1].number is None
    assert plan.leavers_share == 0.5
    assert plan.has_many_leavers


def test_a_vacant_post_that_is_absent_ends(here: Organisation) -> None:
    plan = bring_in(here, BEA, CAL)
    assert said(plan, "ended") == {
        "Vacant post": "Social Worker in Duty is not in the list of everybody: it ends on"
        " 25 November 2026."
    }
    assert db.session.query(Post).filter_by(person_id=None).one().ended_on == LAST
    assert plan.counts()["posts_ended"] == 1


def test_without_everybody_absence_says_nothing(here: Organisation) -> None:
    assert bring_in(here, CAL, is_everyone=False).is_empty


def test_one_of_two_posts_that_is_absent_ends_and_the_person_stays(here: Organisation) -> None:
    second = BEA | {"Job Title": "Practice Educator"}
    the_list(here, a_list(BEA, second), as_at=date(2026, 9, 1))
    plan = bring_in(here, BEA, CAL, VACANT)
    assert person("2").left_on is None
    posts = {post.job_title: post.ended_on for post in db.session.query(Post)}
    assert posts["Practice Educator"] == LAST
    assert (
        "Practice Educator in Schools Team is not in the list" in said(plan, "ended")["Ben Birch"]
    )


def test_roles_cover_and_a_written_leaving_end_with_who_leaves(here: Organisation) -> None:
    bea, cal = person("2"), person("3")
    role, coming = a_role(bea, "coach"), a_role(bea, "mentor", started_on=date(2027, 1, 1))
    later = date(2027, 3, 1)
    post = post_of("3")
    cover = Cover(
        organisation_id=here.id, person_id=bea.id, post_id=post.id, started_on=DAY, ended_on=later
    )
    stays = a_role(cal, "coach")
    leaving = Leaving(
        organisation_id=here.id, person_id=bea.id, last_on=later, decided_by_id=cal.id,
        ended={}, vacancies=[],
    )  # fmt: skip
    db.session.add_all([cover, leaving])
    bea.left_on = later
    db.session.flush()
    gone = coming.id
    bring_in(here, CAL, VACANT)
    assert (role.ended_on, stays.ended_on) == (LAST, None)
    assert db.session.get(RoleHeld, gone) is None
    assert db.session.query(Cover).count() == db.session.query(Leaving).count() == 0
    actions = [entry.action for entry in db.session.query(AuditEntry).order_by(AuditEntry.number)]
    assert actions[-5:] == [
        "people.staff_list_imported", "people.person_left",
        "people.role_ended", "people.role_ended", "people.cover_ended",
    ]  # fmt: skip


def test_nobody_whom_no_list_ends_leaves_and_it_says_so(here: Organisation) -> None:
    plan = bring_in(here, CAL, VACANT, never_leave=frozenset({"2"}))
    assert plan.is_empty
    assert "No list ends their time here: they stay." in said(plan, "unchanged")["Ben Birch"]
    both = bring_in(here, VACANT, administrators=frozenset({"2", "3"}))
    assert not both.leavers
    assert "Nobody else would administer" in said(both, "unchanged")["Ben Cole"]
    assert bring_in(here, CAL, VACANT, administrators=frozenset({"2", "3"})).leavers


def test_whose_row_is_refused_stays_by_number_by_name_and_by_address(here: Organisation) -> None:
    known = a_person(person("2"), given="Jo", family="Zając", staff_number="7", email="z@b.example")
    a_post(known)
    no_date = BEA | {"Post Start": "soon"}
    no_number = CAL | {"Employee No": "?"}
    plan = bring_in(here, no_date, no_number, VACANT | {"Surname": "Vacant"}, a_row(
        Employee_No="", Surname="Zaj?c", Forename_s="Jo") | {"Forename(s)": "Jo"})  # fmt: skip
    assert plan.is_empty
    assert all("They stay" in text for text in said(plan, "refused").values())
    addressed = a_row(Employee_No="", Surname="") | {"Work E-mail": "z@b.example"}
    assert bring_in(here, BEA, CAL, VACANT, addressed).is_empty


def test_who_has_no_staff_number_stays_unless_recognised(here: Organisation) -> None:
    ines = a_person(person("2"), given="Ines", family="Dove", email="ines@b.example")
    a_post(ines)
    plan = bring_in(here, BEA, CAL, VACANT)
    assert plan.is_empty
    assert "without a staff number: they stay" in said(plan, "unchanged")["Ines Dove"]
    row = a_row(Employee_No="9", Surname="Dove", Job_Title="Coach") | {
        "Work E-mail": "ines@b.example", "Forename(s)": "Ines",
    }  # fmt: skip
    bring_in(here, BEA, CAL, VACANT, row)
    assert ines.staff_number == "9"
    assert [post.job_title for post in db.session.query(Post).filter_by(person_id=ines.id)] != []


def test_who_begins_later_stays_and_acting_up_is_not_payrolls_to_end(here: Organisation) -> None:
    zoe = a_person(person("2"), given="Zoe", family="Eve", staff_number="8")
    a_post(zoe, started_on=date(2026, 12, 1))
    a_post(person("2"), job_title="Team Manager", basis="acting up", started_on=date(2026, 10, 1),
           ended_on=date(2027, 1, 31))  # fmt: skip
    plan = bring_in(here, BEA, CAL, VACANT)
    assert plan.is_empty
    assert "Their post begins later: they stay." in said(plan, "unchanged")["Zoe Eve"]


def test_all_posts_over_means_they_left_with_the_last(here: Organisation) -> None:
    over = BEA | {"Post End": "31/10/2026"}
    plan = bring_in(here, over, CAL, VACANT, is_everyone=False)
    assert person("2").left_on == date(2026, 10, 31)
    assert (
        "None of their posts goes on: they left on 31 October 2026."
        in said(plan, "ended")["Ben Birch"]
    )
    fixed = CAL | {"Post End": "31/03/2027"}
    later = bring_in(here, over, fixed, VACANT, is_everyone=False)
    assert "ends on 31 March 2027, as the list has it" in said(later, "ended")["Ben Cole"]
    assert person("3").left_on is None


def test_somebody_new_whose_post_is_over_comes_in_as_having_left(here: Organisation) -> None:
    gone = a_row(Employee_No="5", Surname="Elm", Post_End="30/06/2026")
    bring_in(here, BEA, CAL, VACANT, gone)
    assert person("5").left_on == date(2026, 6, 30)


def test_who_was_ended_by_mistake_is_back_with_the_next_list(here: Organisation) -> None:
    bring_in(here, CAL, VACANT)
    with clock.set_to(day=date(2026, 12, 3)):
        plan = bring_in(here, BEA, CAL, VACANT, as_at=date(2026, 12, 3))
    assert person("2").left_on is None
    assert (post_of("2").started_on, post_of("2").began_on) == (
        date(2026, 12, 3), date(2020, 9, 1),
    )  # fmt: skip
    assert plan.counts()["people_returned"] == 1
    entry = db.session.query(AuditEntry).filter_by(action="people.person_returned").one()
    assert entry.subject_id == person("2").id


def test_a_role_that_came_with_a_post_goes_on_with_its_next_row(here: Organisation) -> None:
    post = post_of("2")
    with_it = a_role(person("2"), "manager", post_id=post.id)
    bring_in(here, BEA | {"FTE": "0.5"}, CAL, VACANT)
    bring_in(here, BEA | {"FTE": "0.6"}, CAL, VACANT)
    assert (post_of("2").started_on, post_of("2").began_on) == (DAY, date(2020, 9, 1))
    assert with_it.post_id == post_of("2").id != post.id
    assert with_it.ended_on is None


def test_units_of_another_organisation_stay_as_they_are(here: Organisation) -> None:
    elsewhere = an_organisation("Elsewhere")
    the_list(elsewhere, a_list(BEA))
    bring_in(here, CAL, VACANT)
    theirs = db.session.query(Person).filter_by(organisation_id=elsewhere.id).one()
    assert theirs.left_on is None
    assert db.session.query(Unit).filter_by(organisation_id=elsewhere.id).count() == 3


def test_whoever_left_by_hand_stays_out_while_payroll_still_lists_them(here: Organisation) -> None:
    bea, by = (
        person("2"),
        a_person(person("3"), given="Hal", family="Rowe", left_on=date(2026, 1, 1)),
    )
    leave(bea, by, last_on=LAST)
    plan = bring_in(here, BEA, CAL, VACANT)
    assert person("2").left_on == LAST
    (row,) = [entry for entry in plan.entries if "Birch" in entry.name]
    assert "that stays. If they are back, say so on their page." in " ".join(row.notes)


def test_whoever_left_by_hand_is_back_in_a_post_that_begins_later(here: Organisation) -> None:
    leave(
        person("2"),
        a_person(person("3"), given="Hal", family="Rowe", left_on=date(2026, 1, 1)),
        last_on=date(2026, 10, 30),
    )
    bring_in(here, BEA | {"Post Start": "02/11/2026"}, CAL, VACANT)
    assert person("2").left_on is None


def test_whoever_left_by_a_list_is_back_by_a_list(here: Organisation) -> None:
    bring_in(here, CAL, VACANT)
    assert person("2").left_on == LAST
    bring_in(here, BEA, CAL, VACANT, as_at=date(2026, 12, 1))
    assert person("2").left_on is None
