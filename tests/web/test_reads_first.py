"""A view that reads for long keeps nobody waiting, and asks everything anew before it writes."""

from collections.abc import Callable
from contextvars import Context
from threading import Thread
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm.exc import DetachedInstanceError

from portal.database import db
from portal.identity.models import BrowserSession
from portal.people.models import Person, RoleHeld, Unit
from portal.web.guard import take_the_pen
from tests.web import planted as routes
from tests.web.conftest import twin

Deed = Callable[[], Any]


@pytest.fixture
def elsewhere(planted: Flask) -> Callable[[Deed], Deed]:
    """Something that another process does, with a connection of its own, while a view reads."""

    def by_another(deed: Deed) -> Deed:
        def do() -> None:
            with planted.app_context():
                deed()
                db.session.commit()
                db.session.remove()

        return lambda: _to_its_end(do)

    return by_another


def _to_its_end(do: Deed) -> None:
    faults: list[Exception] = []

    def watched() -> None:
        try:
            Context().run(do)
        except Exception as fault:
            faults.append(fault)

    thread = Thread(target=watched)
    thread.start()
    thread.join()
    if faults:
        raise faults[0]


@pytest.fixture
def long_work(visitor: Any, cast: Any, elsewhere: Any) -> Callable[..., Any]:
    """HR asks for something long about the coach; meanwhile something happens."""
    coach_id = cast.coach.id
    browser = visitor(as_=cast.hr)
    token = browser.token()

    def ask(meanwhile: Deed = lambda: None, **fields: str) -> Any:
        routes.MEANWHILE[:] = [elsewhere(meanwhile)]
        data = {"csrf_token": token, **fields}
        return browser.send("post", f"/planted/people/{coach_id}/long", data=data)

    return ask


def written() -> list[str]:
    db.session.rollback()
    found = db.session.query(Unit.name).filter(Unit.name.startswith("written"))
    return [name for (name,) in found]


def test_others_write_while_it_reads_and_it_goes_on_from_what_they_wrote(long_work, cast):
    coach_id = cast.coach.id

    def move() -> None:
        db.session.execute(update(Person).where(Person.id == coach_id).values(base="East Hub"))

    assert long_work(move, pen="yes").status_code == 303
    assert written() == ["written for East Hub"]


def test_somebody_else_saves_a_form_while_it_reads(long_work, visitor, cast):
    other = visitor(as_=cast.coach)
    token = other.token()
    client = twin(other)
    answers = []

    def save() -> None:
        data = {"csrf_token": token, "name": "Night team", "form_key": uuid4().hex}
        answers.append(client.post("/planted/units", data=data).status_code)

    assert long_work(save, pen="yes").status_code == 303
    assert answers == [303]


def test_somebody_who_lost_the_role_meanwhile_writes_nothing(long_work, cast):
    hr_id = cast.hr.id
    refused = long_work(
        lambda: db.session.query(RoleHeld).filter_by(person_id=hr_id).delete(), pen="yes"
    )
    assert refused.status_code == 403
    assert written() == []


def test_somebody_who_was_signed_out_meanwhile_writes_nothing(long_work):
    refused = long_work(lambda: db.session.query(BrowserSession).delete(), pen="yes")
    assert refused.status_code == 401
    assert "<title>Sign in" in refused.text
    assert written() == []


def test_what_was_deleted_meanwhile_is_not_found(visitor, cast, elsewhere):
    made = Person(organisation_id=cast.hr.organisation_id, given_names="Wren", family_name="Silva")
    db.session.add(made)
    db.session.commit()
    made_id = made.id
    browser = visitor(as_=cast.hr)
    routes.MEANWHILE[:] = [
        elsewhere(lambda: db.session.query(Person).filter_by(id=made_id).delete())
    ]
    data = {"csrf_token": browser.token(), "pen": "yes"}
    gone = browser.send("post", f"/planted/people/{made_id}/long", data=data)
    assert gone.status_code == 404
    assert written() == []


def test_a_double_click_gets_the_first_answer_whichever_comes_first(long_work):
    """T61: the second sending overtakes the first one between its two parts."""
    key, answers = uuid4().hex, []

    def again() -> None:
        answers.append(long_work(pen="yes", form_key=key))

    answers.append(long_work(again, pen="yes", form_key=key))
    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    assert written() == ["written for Civic Centre"]


def test_what_is_written_before_taking_the_pen_is_not_kept(long_work):
    assert long_work(early="yes").status_code == 200
    assert written() == []


def test_a_row_from_the_reading_is_of_no_use_to_the_writing(long_work):
    with pytest.raises(DetachedInstanceError):
        long_work(pen="yes", stale="yes")
    assert written() == []


def test_only_a_view_that_reads_first_takes_the_pen(planted):
    with planted.test_request_context("/"), pytest.raises(RuntimeError, match="reads first"):
        take_the_pen()
