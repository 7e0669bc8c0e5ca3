"""Bringing a staff list in: all of it, once, with a trace."""

from datetime import date
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity.models import Account
from portal.people import queries
from portal.people.models import Organisation, Person, PersonWord, Post, RoleHeld, Unit
from portal.people.operations import apply_staff_list, record_file
from portal.people.staff_list.plan import NewPost
from portal.people.staff_list.writes import writes_of
from tests.cast import Cast
from tests.factories.people import STAFF_LIST, a_list, a_row, an_organisation, bring_in, plan_of


def the_person(number: str) -> Person:
    return db.session.query(Person).filter_by(staff_number=number).one()


def test_the_real_list_comes_in_whole_and_again_changes_nothing(app: Flask) -> None:
    here = an_organisation()
    bring_in(here, STAFF_LIST.read_bytes())
    assert db.session.query(Person).count() == 400
    assert db.session.query(Post).count() == 404
    assert db.session.query(Unit).count() == 27
    again = plan_of(here, STAFF_LIST.read_bytes())
    assert again.is_empty
    assert again.counts() == {
        "people_added": 0, "people_changed": 0, "posts_added": 0, "vacant": 0, "units_added": 0,
        "people_left": 0, "people_returned": 0, "posts_changed": 0, "posts_ended": 0,
        "rows_unchanged": 404, "rows_refused": 5, "rows_passed_over": 5,
    }  # fmt: skip


def test_a_person_comes_in_with_everything_their_row_says(app: Flask) -> None:
    bring_in(an_organisation(), STAFF_LIST.read_bytes())
    rosa = the_person("00101987")
    assert rosa.name == "Rosa Adeyemi"
    assert rosa.email == "rosa.adeyemi2@riverside.example"
    assert rosa.registration_number == "SW18020"
    assert rosa.service_started_on == date(2008, 12, 14)
    assert rosa.working_days == "Mon Tue Wed Thu Fri"
    post = db.session.query(Post).filter_by(person_id=rosa.id).one()
    assert (post.job_title, post.grade, post.scp) == ("Social Worker", "G10", "30")
    assert (post.fte, post.hours) == (Decimal("0.4"), Decimal("14.8"))
    assert (post.contract, post.cost_code) == ("permanent", "CS5951")
    assert post.manager_id == the_person("00100253").id
    team = db.session.get_one(Unit, post.unit_id)
    service = db.session.get_one(Unit, team.parent_id)
    assert (team.name, service.name) == ("Family Support Pod D", "Safeguarding and Family Support")


def test_people_are_found_by_folded_words_at_once(app: Flask) -> None:
    bring_in(an_organisation(), STAFF_LIST.read_bytes())
    strauss = db.session.query(PersonWord).filter_by(word="strauss").count()
    assert strauss == db.session.query(Person).filter_by(family_name="Strauß").count() == 5


def test_nobody_gets_a_role_or_an_account_by_it(app: Flask) -> None:
    bring_in(an_organisation(), STAFF_LIST.read_bytes())
    assert db.session.query(RoleHeld).count() == db.session.query(Account).count() == 0


def test_the_trail_holds_the_list_and_each_person_once_and_no_names(app: Flask) -> None:
    here = an_organisation()
    bring_in(here, a_list(a_row(), a_row(Employee_No="2", Surname="Silva")))
    bring_in(here, a_list(a_row(Title="Dr")))
    entries = db.session.query(AuditEntry).order_by(AuditEntry.number).all()
    assert [entry.action for entry in entries] == [
        "people.staff_list_imported", "people.person_added", "people.person_added",
        "people.staff_list_imported", "people.person_changed",
    ]  # fmt: skip
    assert entries[0].particulars["people_added"] == 2
    assert entries[4].particulars == {"fields": ["title"]}
    assert "Okafor" not in str([entry.particulars for entry in entries])


def test_a_correction_is_written_and_moves_the_version_on(app: Flask) -> None:
    here = an_organisation()
    bring_in(here, a_list(a_row()))
    version = the_person("00100001").version
    bring_in(here, a_list(a_row(Known_As="Benny", FTE="80%")))
    db.session.expire_all()
    ben = the_person("00100001")
    assert (ben.name, ben.sort_key, ben.version) == ("Benny Okafor", "okafor benny", version + 1)
    assert db.session.query(PersonWord).filter_by(person_id=ben.id, word="benny").count() == 1
    assert db.session.query(Post).one().fte == Decimal("0.8")


def test_a_move_ends_one_post_and_begins_the_next(app: Flask) -> None:
    here = an_organisation()
    bring_in(here, a_list(a_row()))
    moved = a_list(a_row(Post_Start="01/11/2026", Team="Duty Team"))
    bring_in(here, moved)
    db.session.expire_all()
    before, after = db.session.query(Post).order_by(Post.started_on)
    assert (before.ended_on, after.ended_on) == (date(2026, 10, 31), None)
    assert plan_of(here, moved).is_empty
    assert plan_of(here, a_list(a_row())).is_empty


def test_the_list_of_one_organisation_leaves_the_others_alone(cast: Cast) -> None:
    lockside = db.session.query(Organisation).filter_by(name="Lockside").one()
    row = a_row(Employee_No="9") | {"Work E-mail": cast.worker.email or ""}
    bring_in(lockside, a_list(row))
    added = the_person("9")
    assert added.organisation_id == lockside.id
    assert added.email == cast.worker.email
    assert cast.worker.staff_number is None


def test_all_or_nothing(app: Flask) -> None:
    here = an_organisation()
    content = a_list(a_row(), a_row(Employee_No="2", Surname="Silva"))
    plan = plan_of(here, content)
    db.session.commit()
    held = queries.held(here.id)
    upload = record_file(here.id, content)
    first = plan.posts[0]
    plan.posts.append(NewPost(first.holder, first.facts))
    plan.posts[-1] = NewPost(first.holder, type(first.facts)(unit=first.facts.unit))
    with pytest.raises(IntegrityError):
        apply_staff_list(upload, None, writes_of(plan, held, here.id))
    db.session.rollback()
    assert db.session.query(Person).count() == db.session.query(Unit).count() == 0
    assert db.session.query(AuditEntry).count() == 0


def test_two_posts_in_one_place_from_one_day_are_not_taken_for_each_other(app: Flask) -> None:
    """Whatever order their ids come in: eight people with two contracts each."""
    here = an_organisation()
    names = ("Ann", "Bea", "Cat", "Dee", "Eve", "Fay", "Gia", "Hal")
    rows = [
        a_row(Employee_No=str(number), Surname=name, Contract=contract, Service=service)
        for number, name in enumerate(names, start=1)
        for contract, service in (("Permanent", "Early Help"), ("Agency", ""))
    ]
    bring_in(here, a_list(*rows))
    assert plan_of(here, a_list(*rows)).is_empty


def test_a_team_beside_a_service_of_the_same_name_is_another_unit(app: Flask) -> None:
    here = an_organisation()
    beneath = a_row(Service="East", Team="East Duty")
    beside = a_row(Employee_No="00100002", Surname="Price", Service="", Team="East")
    bring_in(here, a_list(beneath, beside))
    named = db.session.query(Unit).filter_by(name="East")
    assert sorted(unit.kind for unit in named) == ["service", "team"]
