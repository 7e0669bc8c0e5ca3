"""Somebody starts, leaves, stays after all, comes back: by page, and what it opens and closes."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from portal.audit.models import AuditEntry
from portal.clock import set_to
from portal.database import db
from portal.people.models import Cover, Leaving, Person, PersonWord, Post, RoleHeld
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.people import a_person, a_post, a_role

Open = Callable[..., Browser]
MARCH = date(2027, 3, 31)


def fresh(person: Person) -> Person:
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(Person, person.id)


def ends_of(person: Person) -> list[date | None]:
    db.session.rollback()
    db.session.expire_all()
    held = select(Post.ended_on).where(Post.person_id == person.id).order_by(Post.started_on)
    return list(db.session.scalars(held))


def leaves(browser: Open, by: Person, person: Person, day: str, **answers: str) -> Browser:
    page = browser(as_=by).visit(f"/people/{person.id}/leaving")
    return page.submit("Save the last day", last_on=day, **answers)


def test_a_leaver_is_out_on_the_next_request_after_their_last_day(
    cast: Cast, browser: Open
) -> None:
    """T6: the session that is open is of no use the day after."""
    worker = browser(as_=cast.worker)
    assert worker.visit("/people").status == 200
    page = leaves(browser, cast.hr, cast.worker, "26/11/2026")
    assert "The last day of Leila Taylor is Thursday 26 November 2026." in page.text
    assert worker.visit("/people").status == 200
    with set_to(day=TODAY + timedelta(days=1)):
        assert worker.send("get", "/people").headers["Location"].startswith("/sign-in")
        stranger = browser().visit("/sign-in")
        stranger.submit("Sign in", email=cast.worker.email, password="a long quiet river walk")
        assert stranger.status == 422


def test_a_day_in_the_past_ends_access_at_once(cast: Cast, browser: Open) -> None:
    worker = browser(as_=cast.worker)
    assert worker.visit("/people").status == 200
    leaves(browser, cast.hr, cast.worker, "25/11/2026")
    assert worker.send("get", "/people").headers["Location"].startswith("/sign-in")


def test_posts_roles_and_cover_end_with_the_last_day(cast: Cast, browser: Open) -> None:
    post = db.session.scalars(select(Post).where(Post.person_id == cast.coach.id)).one()
    cover = Cover(organisation_id=cast.hr.organisation_id, person_id=cast.worker.id,
                  post_id=post.id, started_on=TODAY, ended_on=date(2027, 6, 30))  # fmt: skip
    db.session.add(cover)
    a_role(cast.worker, "panel", started_on=date(2027, 5, 1))
    leaves(browser, cast.hr, cast.worker, "31/3/2027")
    assert ends_of(cast.worker) == [MARCH]
    roles = db.session.query(RoleHeld).filter_by(person_id=cast.worker.id).all()
    assert [(held.role, held.ended_on) for held in roles] == [("worker", MARCH)]
    assert cover.ended_on == MARCH
    assert fresh(cast.worker).left_on == MARCH


def test_undoing_it_restores_what_was_and_nothing_else(cast: Cast, browser: Open) -> None:
    """A fixed term that ends on the very same day keeps its end."""
    term = a_post(cast.worker, job_title="Adviser", started_on=date(2026, 1, 1), ended_on=MARCH)
    later = a_role(cast.worker, "panel", ended_on=date(2027, 9, 30))
    leaves(browser, cast.hr, cast.worker, "31/3/2027", leaves_vacancies="y")
    assert db.session.query(Post).filter_by(person_id=None).count() == 1
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/leaving")
    assert "The last day of Leila Taylor is Wednesday 31 March 2027." in page.text
    page.submit("Undo the leaving")
    assert "Leila Taylor stays. Posts and roles last as they did before." in page.text
    assert ends_of(cast.worker) == [None, MARCH]
    assert (term.ended_on, later.ended_on) == (MARCH, date(2027, 9, 30))
    assert fresh(cast.worker).left_on is None
    assert db.session.query(Post).filter_by(person_id=None).count() == 0
    assert db.session.query(Leaving).count() == 0


def test_another_last_day_starts_from_what_was_before(cast: Cast, browser: Open) -> None:
    leaves(browser, cast.hr, cast.worker, "31/12/2026", leaves_vacancies="y")
    leaves(browser, cast.hr, cast.worker, "31/3/2027", leaves_vacancies="y")
    assert ends_of(cast.worker) == [MARCH]
    vacancy = db.session.query(Post).filter_by(person_id=None).one()
    assert vacancy.started_on == date(2027, 4, 1)


def test_it_cannot_be_undone_once_the_day_is_over(cast: Cast, browser: Open) -> None:
    leaves(browser, cast.hr, cast.worker, "25/11/2026")
    page = browser(as_=cast.hr)
    assert page.post(f"/people/{cast.worker.id}/staying").status == 403
    assert fresh(cast.worker).left_on == date(2026, 11, 25)


def test_the_last_administrator_cannot_leave_and_nobody_oneself(cast: Cast, browser: Open) -> None:
    page = leaves(browser, cast.hr, cast.admin, "31/3/2027")
    assert page.status == 422
    assert "Ada Byrne is the last administrator" in page.text
    assert browser(as_=cast.hr).visit(f"/people/{cast.hr.id}/leaving").status == 403
    assert browser(as_=cast.admin).post(f"/people/{cast.admin.id}/leaving").status == 403
    a_role(cast.principal, "admin")
    assert leaves(browser, cast.hr, cast.admin, "31/3/2027").status == 200
    second = leaves(browser, cast.hr, cast.principal, "30/4/2027")
    assert "Hannah Zając is the last administrator" in second.text


@pytest.mark.parametrize(
    ("day", "sentence"),
    [("", "Write the last day"), ("31/2/2027", "That date does not exist"),
     ("1/1/2020", "Leila Taylor has a post from 1 January 2024, after that day"),
     ("1/1/2090", "more than 5 years ahead")],
)  # fmt: skip
def test_a_day_that_cannot_be_is_said(day: str, sentence: str, cast: Cast, browser: Open) -> None:
    page = leaves(browser, cast.hr, cast.worker, day)
    assert page.status == 422
    assert sentence in page.text
    assert fresh(cast.worker).left_on is None


def test_who_relies_on_them_is_named(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.manager.id}/leaving")
    assert "4 people report to Rosa Adeyemi. Give them another manager." in page.text
    assert "Amira Khan" in page.text
    assert "goes on covering it until the last day of the cover" in page.text


def test_the_second_of_two_who_change_somebody_is_told(cast: Cast, browser: Open) -> None:
    path = f"/people/{cast.worker.id}/leaving"
    first, second = browser(as_=cast.hr).visit(path), browser(as_=cast.admin).visit(path)
    first.submit("Save the last day", last_on="31/3/2027")
    second.submit("Save the last day", last_on="30/4/2027")
    assert (second.status, "Somebody else changed this meanwhile" in second.text) == (409, True)
    assert fresh(cast.worker).left_on == MARCH


def test_somebody_comes_back_and_what_was_before_stays(cast: Cast, browser: Open) -> None:
    leaves(browser, cast.hr, cast.worker, "30/10/2026")
    path = f"/people/{cast.worker.id}/return"
    page = browser(as_=cast.hr).visit(path)
    page.submit("Bring Leila Taylor back", job_title="Social Worker", started_on="1/10/2026")
    assert "Their last day was 30 October 2026. Choose a later day" in page.text
    page.submit("Bring Leila Taylor back", started_on="26/11/2026")
    assert "Leila Taylor is back. Give their roles anew." in page.text
    assert (ends_of(cast.worker), fresh(cast.worker).left_on) == ([date(2026, 10, 30), None], None)
    held = db.session.query(RoleHeld).filter_by(person_id=cast.worker.id).one()
    assert held.ended_on == date(2026, 10, 30)
    assert browser(as_=cast.worker).visit("/people").status == 200


def start(browser: Open, by: Person, **answers: str) -> Browser:
    usual = {"given_names": "Wren", "family_name": "Silva", "job_title": "Social Worker",
             "started_on": "7/12/2026"}  # fmt: skip
    page = browser(as_=by).visit("/people/new")
    return page.submit("Write them down", **(usual | answers))


def test_a_starter_is_found_with_their_first_post(cast: Cast, browser: Open) -> None:
    page = start(browser, cast.hr, staff_number="00012", email="Wren.Silva@riverside.example",
                 manager="other", manager_q="manager@riverside.example")  # fmt: skip
    assert "Wren Silva is in the directory, with a post from Monday 7 December 2026." in page.text
    wren = db.session.query(Person).filter_by(given_names="Wren").one()
    assert (wren.staff_number, wren.email) == ("00012", "wren.silva@riverside.example")
    post = db.session.query(Post).filter_by(person_id=wren.id).one()
    assert (post.manager_id, post.started_on) == (cast.manager.id, date(2026, 12, 7))
    assert post.began_on == date(2026, 12, 7)
    assert db.session.query(PersonWord).filter_by(person_id=wren.id).count() == 2
    actions = [each.action for each in db.session.query(AuditEntry).order_by(AuditEntry.number)]
    assert actions == ["people.person_added", "people.post_added"]


def test_a_starter_is_written_down_whole_or_not_at_all(cast: Cast, browser: Open) -> None:
    page = start(browser, cast.hr, started_on="7/12/2077")
    assert (page.status, "more than 5 years ahead" in page.text) == (422, True)
    assert 'value="Wren"' in page.html
    assert db.session.query(Person).filter_by(given_names="Wren").count() == 0


def test_a_likely_double_is_shown_and_may_be_somebody_else(cast: Cast, browser: Open) -> None:
    page = start(browser, cast.hr, given_names="LEILA", family_name="Táylor")
    assert page.status == 422
    assert "Is this somebody who is here already?" in page.text
    assert any(a.attrib["href"] == f"/people/{cast.worker.id}" for a in page.all("a"))
    assert 'value="LEILA"' in page.html
    page.submit("Write them down", anyway="y")
    assert page.status == 200
    assert db.session.query(Person).filter_by(family_name="Táylor").count() == 1


def test_who_left_is_offered_to_be_brought_back(cast: Cast, browser: Open) -> None:
    leaves(browser, cast.hr, cast.worker, "30/10/2026")
    page = start(browser, cast.hr, given_names="Leila", family_name="Taylor")
    page.follow("Bring Leila Taylor back instead")
    assert page.heading == "Leila Taylor comes back"


@pytest.mark.parametrize(
    ("field", "value"), [("staff_number", "ABC1"), ("email", "worker@riverside.example")]
)
def test_a_number_or_address_is_one_persons_whatever_is_ticked(
    field: str, value: str, cast: Cast, browser: Open
) -> None:
    cast.worker.staff_number = "ABC1"
    page = start(browser, cast.hr, **{field: value})
    page.submit("Write them down", anyway="y")
    assert (page.status, "Leila Taylor has this already" in page.text) == (422, True)


def test_nothing_that_the_form_does_not_ask_is_taken(cast: Cast, browser: Open) -> None:
    """T7, for a starter and for a leaver."""
    page = browser(as_=cast.hr).visit("/people/new")
    page.post("/people/new", given_names="Wren", family_name="Silva", job_title="X",
              started_on="7/12/2026", manager="", left_on="2020-01-01", version="9",
              unit=str(db.session.query(Post).filter_by(person_id=cast.hr.id).one().unit_id),
              organisation_id=str(cast.harbour_hr.organisation_id), role="admin",
              registration_number="SW1", basis="acting up", scp="99")  # fmt: skip
    wren = db.session.query(Person).filter_by(given_names="Wren").one()
    post = db.session.query(Post).filter_by(person_id=wren.id).one()
    assert (wren.organisation_id, wren.left_on) == (cast.hr.organisation_id, None)
    assert (wren.registration_number, wren.version, post.basis, post.scp) == ("", 1, "", "")
    assert db.session.query(RoleHeld).filter_by(person_id=wren.id).count() == 0


@pytest.mark.parametrize("who", ["worker", "manager", "coordinator", "principal"])
def test_others_write_down_nobody(who: str, cast: Cast, browser: Open) -> None:
    page = browser(as_=getattr(cast, who))
    for path in ("/people/new", f"/people/{cast.nqsw.id}/leaving"):
        assert page.visit(path).status == 403
        assert page.post(path, last_on="1/1/2027").status == 403


def test_a_leaver_of_whom_a_staff_list_tells_can_stay_too(cast: Cast, browser: Open) -> None:
    cast.worker.left_on = MARCH
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/leaving")
    page.submit("Undo the leaving")
    assert "a staff list ended them" in page.text
    assert fresh(cast.worker).left_on is None


def test_leaving_is_quick_whatever_was_held(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/leaving")
    data = {"csrf_token": page.token(), "version": str(fresh(cast.worker).version),
            "last_on": "31/3/2027"}  # fmt: skip
    statements.clear()
    answer = page.send("post", page.url, data=data)
    sent = list(statements)
    assert answer.status_code == 303
    more = 3 if db.engine.dialect.name == "postgresql" else 0  # the lock, and who asks once more
    assert len(sent) <= 14 + more, "\n".join(sent)


def test_who_is_in_another_organisation_cannot_be_touched(cast: Cast, browser: Open) -> None:
    other = a_person(cast.harbour_hr)
    for path in ("leaving", "posts", "posts/new", "return", "days-away"):
        assert browser(as_=cast.hr).visit(f"/people/{other.id}/{path}").status == 404


def test_a_starter_costs_no_more_than_a_saved_form_may(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    page = browser(as_=cast.hr).visit("/people/new")
    unit = db.session.query(Post).filter_by(person_id=cast.hr.id).one().unit_id
    data = {"csrf_token": page.token(), "form_key": "0" * 32, "given_names": "Wren",
            "family_name": "Silva", "email": "wren@riverside.example", "staff_number": "A1",
            "job_title": "X", "started_on": "7/12/2026", "unit": str(unit), "manager": "other",
            "manager_q": "manager@riverside.example"}  # fmt: skip
    statements.clear()
    answer = page.send("post", page.url, data=data)
    sent = list(statements)
    assert answer.status_code == 303
    more = 3 if db.engine.dialect.name == "postgresql" else 0  # the lock, and who asks once more
    assert len(sent) <= 14 + more, "\n".join(sent)
