"""One transaction a request: kept once when it succeeds, undone whole when it does not."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity.models import BrowserSession
from portal.people.models import Unit
from tests.conftest import NOW

WRITTEN = "written by outcome"


@pytest.fixture
def events(planted: Flask) -> Iterator[list[str]]:
    """What the planted application's engine did: checked a connection out, committed."""
    seen: list[str] = []
    with planted.app_context():
        engine = db.engine

    def note(word: str) -> Any:
        return lambda *_: seen.append(word)

    heard = [(engine.pool, "checkout", note("checkout")), (engine, "commit", note("commit"))]
    for target, name, listener in heard:
        event.listen(target, name, listener)
    yield seen
    for target, name, listener in heard:
        event.remove(target, name, listener)


def kept() -> int:
    """How many rows the planted route left behind, as another connection sees it."""
    db.session.rollback()
    return db.session.query(Unit).filter_by(name=WRITTEN).count()


@pytest.mark.parametrize("status", [200, 201, 303])
def test_a_write_that_succeeds_is_kept(visitor, cast, events, status):
    browser = visitor(as_=cast.coach)
    events.clear()
    browser.client.post(
        "/planted/outcome", data={"csrf_token": browser.token(), "how": str(status)}
    )
    assert kept() == 1
    assert events.count("commit") == 1


@pytest.mark.parametrize(
    "how", ["400", "409", "422", "500", "abort 403", "abort 404", "abort 409", "abort 500"]
)
def test_a_write_that_is_refused_leaves_nothing(visitor, cast, in_production, events, how):
    browser = visitor(as_=cast.coach)
    events.clear()
    browser.post("/planted/outcome", how=how)
    assert browser.status == int(how.split()[-1])
    assert kept() == 0
    assert db.session.query(AuditEntry).count() == 0
    assert "commit" not in events


@pytest.mark.parametrize("how", ["remember 429", "remember abort 429"])
def test_a_refusal_that_must_be_remembered_is_kept(visitor, cast, how):
    browser = visitor(as_=cast.coach)
    browser.post("/planted/outcome", how=how)
    assert browser.status == 429
    assert kept() == 1


@pytest.mark.parametrize("how", ["crash", "remember crash"])
def test_a_view_that_fails_leaves_nothing(visitor, cast, in_production, how):
    browser = visitor(as_=cast.coach)
    browser.post("/planted/outcome", how=how)
    assert browser.status == 500
    assert kept() == 0


@pytest.mark.parametrize("how", ["busy", "remember busy"])
def test_a_database_that_does_not_answer_is_503_and_asks_to_try_again(visitor, cast, how):
    """Finding 2: OperationalError answers 503 with Retry-After, and nothing is saved."""
    browser = visitor(as_=cast.coach)
    browser.post("/planted/outcome", how=how)
    assert browser.status == 503
    assert browser.response.headers["Retry-After"] == "5"
    assert browser.heading == "The portal is busy"
    assert kept() == 0


@pytest.mark.parametrize("how", ["abort 403", "abort 409", "422", "crash", "busy"])
def test_the_note_that_somebody_is_still_there_keeps_nothing_else(
    visitor, cast, in_production, how
):
    """A session that is noted as used after a refusal must not carry the refused rows along."""
    browser = visitor(as_=cast.coach)
    token = browser.token()
    with clock.set_to(moment=NOW + timedelta(minutes=5)):
        browser.client.post("/planted/outcome", data={"csrf_token": token, "how": how})
    assert kept() == 0
    assert db.session.query(AuditEntry).count() == 0


def test_reading_a_page_notes_once_a_minute_that_somebody_is_there(visitor, cast):
    browser = visitor(as_=cast.coach)
    for minutes, noted in ((0, 0), (5, 5), (5.5, 5), (7, 7)):
        with clock.set_to(moment=NOW + timedelta(minutes=minutes)):
            assert browser.visit("/planted/room").status == 200
        db.session.rollback()
        assert db.session.query(BrowserSession).one().seen_at == NOW + timedelta(minutes=noted)


@pytest.mark.parametrize("minutes", [0, 5])
def test_a_request_never_holds_two_connections(visitor, cast, planted, minutes):
    """A pool of one connection that never waits serves reads, writes, refusals and errors."""
    browser = visitor(as_=cast.coach)
    token = browser.token()
    with planted.app_context():
        held = most = 0

        def out(*_: Any) -> None:
            nonlocal held, most
            held += 1
            most = max(most, held)

        def back(*_: Any) -> None:
            nonlocal held
            held -= 1

        pool = db.engine.pool
    event.listen(pool, "checkout", out)
    event.listen(pool, "checkin", back)
    try:
        with clock.set_to(moment=NOW + timedelta(minutes=minutes)):
            for how in ("200", "422", "abort 404", "busy", "remember abort 429"):
                browser.client.post("/planted/outcome", data={"csrf_token": token, "how": how})
            for path in ("/planted/room", "/planted/hr-room", "/nowhere", "/planted/open"):
                browser.client.get(path)
    finally:
        event.remove(pool, "checkout", out)
        event.remove(pool, "checkin", back)
    assert (most, held) == (1, 0)


def test_somebody_overtaken_in_the_database_itself_is_told_so(visitor, cast):
    """T60: the lock of last resort, where a view forgot to look at the version."""
    person_id = cast.coach.id
    browser = visitor(as_=cast.coach)
    browser.post(f"/planted/people/{person_id}/role-free")
    assert browser.status == 409
    assert browser.heading == "Somebody else changed this"
    db.session.refresh(cast.coach)
    assert (cast.coach.version, cast.coach.base) == (1, "Civic Centre")
