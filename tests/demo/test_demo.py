"""The loaded demo: a visitor signs in as anybody of the cast and finds a believable council."""

import re
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.database import db
from portal.demo import data
from portal.demo.queries import parts
from portal.identity.models import Account
from portal.induction.models import Induction, InductionItem
from portal.mentoring.models import Pairing, Session
from portal.people.models import Organisation, Person, Post
from tests.browser import Browser
from tests.conftest import TODAY

CAST = [member.email for member in data.cast()]


def account_of(email: str) -> Account:
    return db.session.scalars(select(Account).where(Account.email == email)).one()


def signed_in(demo: Flask, email: str) -> Browser:
    visitor = Browser(demo)
    visitor.visit("/demo")
    return visitor.post(f"/demo/sign-in/{account_of(email).id}")


@pytest.mark.parametrize("email", CAST)
def test_one_click_signs_in_as_anybody_of_the_cast(demo: Flask, email: str):
    member = next(m for m in data.cast() if m.email == email)
    page = signed_in(demo, email)
    assert (page.url, page.heading) == ("/", f"Hello, {member.given_names}")
    assert "This is a demonstration" in page.text


def test_the_published_password_signs_in_as_well(demo: Flask):
    for email in ("nqsw@riverside.example", "evaluator@programme.example"):
        page = Browser(demo).visit("/sign-in")
        page.submit("Sign in", email=email, password="tandem-demo")
        assert page.url == "/"


def test_all_of_the_cast_share_one_hash(demo: Flask):
    hashes = db.session.scalars(select(Account.password_hash).distinct()).all()
    assert len(hashes) == 1


def test_the_sign_in_page_lists_the_cast_with_a_sentence_each(demo: Flask):
    text = Browser(demo).visit("/sign-in").text
    for member in data.cast():
        assert f"{member.sentence} {member.email}" in text


def test_everybody_stands_where_they_should(demo: Flask):
    assert [part.member.email for part in parts()] == CAST
    people = select(Organisation.name, func.count()).join(
        Person, Person.organisation_id == Organisation.id
    )
    found = dict(db.session.execute(people.group_by(Organisation.name)).all())
    assert found == {"Riverside": 120, "Harbour": 20, "Lockside": 8, "The programme": 2}
    assert all(db.session.scalars(select(Organisation.is_demo)))


def test_nobody_manages_themself_and_nearly_everybody_has_a_manager(demo: Flask):
    posts = db.session.execute(select(Post.person_id, Post.manager_id)).all()
    assert all(person != manager for person, manager in posts if person)
    assert sum(manager is None for _, manager in posts) <= 8


def test_the_newly_qualified_worker_is_in_week_22_with_one_thing_to_catch_up_on(demo: Flask):
    page = signed_in(demo, "nqsw@riverside.example")
    assert "You are in week 22 of 52" in page.text
    assert "things need you now, the oldest since" in page.text
    assert "Next is Monday 30 November 2026: CPD of this year." in page.text
    assert "Agreed for Thursday 3 December 2026" in page.text


def test_the_coach_supports_six_people_and_has_met_them_all(demo: Flask):
    page = signed_in(demo, "coach@riverside.example")
    assert "You support six people." in page.text
    assert "No session yet" not in page.text


def test_years_stand_at_many_weeks_and_most_things_are_on_time(demo: Flask):
    years = db.session.scalars(select(Induction)).all()
    weeks = {year.week_of(TODAY).number for year in years}
    assert len(weeks) >= 14
    due = select(func.count()).where(InductionItem.due_on < TODAY, ~InductionItem.is_optional)
    waiting = db.session.scalar(due.where(InductionItem.held_on.is_(None)))
    assert 1 <= waiting <= 0.1 * db.session.scalar(due)


def test_sessions_are_held_on_working_days_that_their_pairing_covers(demo: Flask):
    rows = db.session.execute(
        select(Session.held_on, Pairing.started_on).join(Pairing, Pairing.id == Session.pairing_id)
    ).all()
    assert len(rows) > 200
    assert all(started_on <= held_on <= TODAY for held_on, started_on in rows)
    assert all(held_on.weekday() < 5 for held_on, _ in rows)


def test_the_outbox_shows_the_mail_of_ones_own_organisation_only(demo: Flask):
    page = signed_in(demo, "coach@riverside.example").visit("/outbox")
    assert re.findall(r"@(\w+)\.example", page.text)
    assert set(re.findall(r"@(\w+)\.example", page.text)) == {"riverside"}
    first = page.text
    assert page.follow("Next page").text != first
    page = signed_in(demo, "worker@lockside.example").visit("/outbox")
    assert set(re.findall(r"@(\w+)\.example", page.text)) == {"lockside"}
    page = signed_in(demo, "evaluator@programme.example").visit("/outbox")
    assert "No mail would have been sent yet." in page.text


def test_a_stranger_sees_the_cast_and_not_the_outbox(demo: Flask):
    visitor = Browser(demo)
    assert visitor.visit("/demo").status == 200
    assert visitor.visit("/outbox").url.startswith("/sign-in")


def test_the_password_of_the_demo_cannot_be_changed(demo: Flask):
    page = signed_in(demo, "coach@riverside.example").visit("/account")
    assert page.status == 200
    refused = page.post("/account/password", current="tandem-demo", new="another long password")
    assert refused.status == 403


def test_an_account_that_is_not_there_cannot_be_chosen(demo: Flask):
    somebody = db.session.scalars(select(Person.id)).first()
    visitor = Browser(demo)
    visitor.visit("/demo")
    assert visitor.post(f"/demo/sign-in/{somebody}").status == 404


def test_nobody_in_the_demo_began_in_the_future(demo: Flask):
    assert db.session.scalar(select(func.max(Post.started_on))) <= TODAY
    assert db.session.scalar(select(func.min(Person.service_started_on))) > date(1990, 1, 1)
