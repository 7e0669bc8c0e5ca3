"""Giving roles and ending them, on the pages and beneath."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from flask import Flask

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import Person, RoleHeld
from portal.people.operations import (
    LastAdministratorError,
    RoleOverlapError,
    end_role,
    grant_role,
)
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_role

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)


def roles_of(person: Person) -> dict[str, date | None]:
    held = db.session.query(RoleHeld).filter_by(person_id=person.id)
    return {one.role: one.ended_on for one in held}


def test_hr_gives_a_role_until_a_day(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/roles")
    page.submit("Give this role", role="panel", started_on="1/12/2026", ended_on="31 March 2027")
    assert page.status == 200
    assert "Leila Taylor now has the role: Panel member." in page.text
    assert "From 1 December 2026 to 31 March 2027" in page.text
    assert roles_of(cast.worker)["panel"] == date(2027, 3, 31)


def test_the_first_day_is_today_unless_told_otherwise(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit(f"/people/{cast.worker.id}/roles")
    page.submit("Give this role", role="coach")
    held = db.session.query(RoleHeld).filter_by(person_id=cast.worker.id, role="coach").one()
    assert (held.started_on, held.granted_by_id) == (TODAY, cast.coordinator.id)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"started_on": ""}, "Write the first day of the role"),
        ({"started_on": "31/02/2026"}, "That date does not exist"),
        ({"ended_on": "1/1/2026"}, "The last day must not be before the first"),
        (
            {"started_on": "1/1/2026", "ended_on": "1/2/2026"},
            "The last day must not be in the past",
        ),
        ({"role": "worker"}, "already holds this role on some of these days"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_stay(
    answers: dict[str, str], sentence: str, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/roles")
    page.submit("Give this role", **({"role": "coach"} | answers))
    assert page.status == 422
    assert sentence in page.text
    if answers.get("started_on"):
        assert f'value="{answers["started_on"]}"' in page.html


def test_two_days_that_are_none_are_told_apart_in_the_summary(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/roles")
    page.submit("Give this role", role="coach", started_on="31/2/2027", ended_on="31/6/2027")
    assert "From: That date does not exist. Check the day and the month" in page.text
    assert "Until: That date does not exist. Check the day and the month" in page.text


@pytest.mark.parametrize(
    ("giver", "role"), [("hr", "admin"), ("hr", "hr"), ("coordinator", "mentor")]
)
def test_a_role_that_is_not_theirs_to_give_is_refused(
    giver: str, role: str, cast: Cast, browser: Open
) -> None:
    path = f"/people/{cast.worker.id}/roles"
    page = browser(as_=getattr(cast, giver)).post(path, role=role, started_on="26/11/2026")
    assert page.status == 422
    assert role not in roles_of(cast.worker)


def test_nobody_reaches_their_own_roles(cast: Cast, browser: Open) -> None:
    for who in (cast.admin, cast.hr, cast.coordinator, cast.worker):
        page = browser(as_=who)
        assert page.visit(f"/people/{who.id}/roles").status == 403
        assert page.post(f"/people/{who.id}/roles", role="coach").status == 403


def test_a_role_ends_at_once_and_its_holder_loses_the_pages(cast: Cast, browser: Open) -> None:
    hr = browser(as_=cast.hr).visit("/people/import")
    assert hr.status == 200
    page = browser(as_=cast.admin).visit(f"/people/{cast.hr.id}/roles").submit("End this role")
    assert "Grace Mensah no longer has the role: HR and workforce development." in page.text
    assert hr.visit("/people/import").status == 403


def test_pressing_without_choosing_gives_nobody_a_role(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.admin).visit(f"/people/{cast.worker.id}/roles")
    page.submit("Give this role")
    assert page.status == 422
    assert "Choose a role" in page.text
    assert roles_of(cast.worker) == {"worker": None}


def test_a_role_that_began_today_is_taken_back(cast: Cast) -> None:
    held = grant_role(cast.worker, cast.hr, role="panel", started_on=TODAY)
    end_role(held, cast.hr)
    assert "panel" not in roles_of(cast.worker)
    actions = [entry.action for entry in db.session.query(AuditEntry).order_by(AuditEntry.number)]
    assert actions == ["people.role_granted", "people.role_ended"]


def test_a_role_is_not_held_twice_on_one_day(cast: Cast) -> None:
    grant_role(cast.worker, cast.hr, role="panel", started_on=TODAY, ended_on=date(2027, 1, 31))
    with pytest.raises(RoleOverlapError):
        grant_role(cast.worker, cast.hr, role="panel", started_on=date(2027, 1, 31))
    grant_role(cast.worker, cast.hr, role="panel", started_on=date(2027, 2, 1))


def test_the_last_administrator_stays(cast: Cast, browser: Open) -> None:
    second = a_role(cast.principal, "admin", ended_on=date(2026, 12, 31))
    page = browser(as_=cast.principal).visit(f"/people/{cast.admin.id}/roles")
    page.submit("End this role")
    assert page.status == 422
    assert "Ada Byrne is the last administrator." in page.text
    assert roles_of(cast.admin) == {"admin": None}
    end_role(second, cast.admin)
    assert roles_of(cast.principal)["admin"] == date(2026, 11, 25)


def test_who_has_left_does_not_count_as_an_administrator(cast: Cast) -> None:
    a_role(cast.principal, "admin")
    cast.principal.left_on = date(2026, 10, 31)
    held = db.session.query(RoleHeld).filter_by(person_id=cast.admin.id).one()
    with pytest.raises(LastAdministratorError):
        end_role(held, cast.principal)


def test_two_who_end_each_other_at_once_leave_one_administrator(
    app: Flask, cast: Cast, browser: Open
) -> None:
    a_role(cast.principal, "admin")
    pages = []
    for actor, other in ((cast.admin, cast.principal), (cast.principal, cast.admin)):
        page = browser(as_=actor).visit(f"/people/{other.id}/roles")
        held = db.session.query(RoleHeld).filter_by(person_id=other.id, role="admin").one()
        pages.append((page, f"/people/roles-held/{held.id}/ending", page.token()))
    db.session.commit()
    with ThreadPoolExecutor(2) as threads:
        answers = list(
            threads.map(lambda p: p[0].client.post(p[1], data={"csrf_token": p[2]}), pages)
        )
    db.session.expire_all()
    left = (
        db.session.query(RoleHeld)
        .filter_by(role="admin", ended_on=None, organisation_id=cast.hr.organisation_id)
        .count()
    )
    assert left == 1
    assert sorted(answer.status_code for answer in answers)[0] == 303


def test_another_organisations_role_does_not_exist(cast: Cast, browser: Open) -> None:
    held = db.session.query(RoleHeld).filter_by(person_id=cast.harbour_nqsw.id).one()
    page = browser(as_=cast.admin)
    assert page.post(f"/people/roles-held/{held.id}/ending").status == 404
    assert page.visit(f"/people/{cast.harbour_nqsw.id}/roles").status == 404


def test_a_role_that_is_over_is_not_made_longer_by_ending_it_again(cast: Cast) -> None:
    over = a_role(cast.worker, "coach", started_on=date(2025, 1, 1), ended_on=date(2025, 6, 30))
    end_role(over, cast.hr)
    assert over.ended_on == date(2025, 6, 30)
    assert not db.session.query(AuditEntry).filter_by(action="people.role_ended").count()
