"""Sessions: how long they last, where they are seen, how they are ended (T6, T21 to T24)."""

from datetime import datetime, timedelta

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity import sessions
from portal.identity.models import BrowserSession
from tests.conftest import NOW, TODAY
from tests.factories.identity import a_browser_session, account_of
from tests.mutation import mutate

MINUTE = timedelta(minutes=1)


def at(moment: datetime):
    return clock.set_to(moment=moment)


def is_signed_in(visitor) -> bool:
    return visitor.visit("/account").url == "/account"


def seen_at():
    db.session.rollback()
    return db.session.query(BrowserSession).one().seen_at


def test_half_an_hour_without_a_deed_ends_the_session(browser, cast):
    """T23: idle."""
    visitor = browser(as_=cast.coach)
    with at(NOW + timedelta(minutes=29, seconds=59)):
        assert is_signed_in(visitor)
    with at(NOW + timedelta(minutes=59, seconds=58)):
        assert is_signed_in(visitor)
    with at(NOW + timedelta(minutes=89, seconds=58)):
        assert not is_signed_in(visitor)


def test_twelve_hours_end_even_a_busy_session(browser, cast):
    """T23: absolute."""
    visitor = browser(as_=cast.coach)
    for minutes in range(20, 12 * 60, 20):
        with at(NOW + minutes * MINUTE):
            assert is_signed_in(visitor)
    with at(NOW + timedelta(hours=12)):
        assert not is_signed_in(visitor)


def test_the_day_of_the_plans_does_not_move_sessions(browser, cast):
    """Two clocks: stepping today leaves real time alone."""
    visitor = browser(as_=cast.coach)
    with clock.set_to(day=TODAY + timedelta(days=200)):
        assert is_signed_in(visitor)


def test_an_answer_says_when_the_session_ends(browser, cast):
    """T23: what the warning counts from."""
    visitor = browser(as_=cast.coach)
    with at(NOW + 10 * MINUTE):
        response = visitor.visit("/account").response
    assert datetime.fromisoformat(response.headers["X-Session-Ends"]) == NOW + 40 * MINUTE
    assert 'data-session-ends="2026-11-26T09:40:00+00:00"' in visitor.html


def test_a_deed_is_written_down_at_most_once_a_minute(browser, cast):
    """T29: the one thing a page may write."""
    visitor = browser(as_=cast.coach)
    with at(NOW + 59 * timedelta(seconds=1)):
        visitor.visit("/account")
    assert seen_at() == NOW
    with at(NOW + MINUTE):
        visitor.visit("/account")
    assert seen_at() == NOW + MINUTE


@pytest.mark.parametrize("header", [{"Sec-Purpose": "prefetch"}, {"X-Polling": "1"}])
def test_prefetch_and_polling_do_not_extend(browser, cast, header):
    """T23."""
    visitor = browser(as_=cast.coach)
    with at(NOW + 5 * MINUTE):
        response = visitor.visit("/account", **header).response
    assert seen_at() == NOW
    assert datetime.fromisoformat(response.headers["X-Session-Ends"]) == NOW + 30 * MINUTE


def test_staying_begins_the_half_hour_again(browser, cast):
    """T23: "Stay signed in"."""
    visitor = browser(as_=cast.coach)
    with at(NOW + 27 * MINUTE):
        answer = visitor.post("/sessions/current/stay")
    assert answer.status == 204
    ends = datetime.fromisoformat(answer.response.headers["X-Session-Ends"])
    assert ends == NOW + 57 * MINUTE
    with at(NOW + 56 * MINUTE):
        assert is_signed_in(visitor)


def test_staying_does_not_outlast_twelve_hours(browser, cast):
    """T23."""
    visitor = browser(as_=cast.coach)
    db.session.query(BrowserSession).one().seen_at = NOW + 11 * timedelta(hours=1) + 45 * MINUTE
    with at(NOW + timedelta(hours=11, minutes=50)):
        answer = visitor.post("/sessions/current/stay")
    ends = datetime.fromisoformat(answer.response.headers["X-Session-Ends"])
    assert ends == NOW + timedelta(hours=12)


def test_a_session_that_is_over_cannot_stay(browser, cast):
    """T23."""
    visitor = browser(as_=cast.coach)
    visitor.token()
    with at(NOW + 31 * MINUTE):
        assert visitor.post("/sessions/current/stay").status in {400, 401}
        assert not is_signed_in(visitor)


def test_own_sessions_are_listed(browser, cast):
    """T24."""
    visitor = browser(as_=cast.coach)
    a_browser_session(cast.coach, "Safari on iPhone")
    a_browser_session(cast.nqsw, "Chrome on Android")
    text = visitor.visit("/account").text
    assert "Safari on iPhone" in text
    assert "Last used Thursday 26 November 2026 at 09:00, from 192.0.2.7" in text
    assert "Chrome on Android" not in text


def test_sessions_that_are_over_are_not_listed(browser, cast):
    """T24."""
    visitor = browser(as_=cast.coach)
    a_browser_session(cast.coach, "Safari on iPhone").ended_at = NOW
    a_browser_session(cast.coach, "Chrome on Android").seen_at = NOW - 31 * MINUTE
    text = visitor.visit("/account").text
    assert "iPhone" not in text
    assert "Android" not in text
    assert "signed in nowhere else" in text


def test_ending_a_session_signs_that_browser_out(browser, cast):
    """T22, T24: two browsers of one person."""
    here, there = browser(as_=cast.coach), browser(as_=cast.coach)
    here.visit("/account").submit("End")
    assert "That browser is signed out" in here.text
    assert is_signed_in(here)
    assert not is_signed_in(there)


def test_ending_all_others_keeps_this_one(browser, cast):
    """T24."""
    here, there, phone = (browser(as_=cast.coach) for _ in range(3))
    here.visit("/account").submit("End all others")
    assert is_signed_in(here)
    assert not is_signed_in(there)
    assert not is_signed_in(phone)


def test_ending_ones_own_session_here_signs_out(browser, cast):
    """T24."""
    visitor = browser(as_=cast.coach)
    own = db.session.query(BrowserSession).one()
    assert visitor.post(f"/sessions/{own.id}/ending").url == "/sign-in"


@pytest.mark.parametrize("who", ["admin", "harbour_hr"])
def test_nobody_ends_anothers_session_by_its_id(browser, cast, who):
    """T2, T24: it looks as if it did not exist."""
    other = a_browser_session(cast.nqsw)
    visitor = browser(as_=getattr(cast, who))
    assert visitor.post(f"/sessions/{other.id}/ending").status == 404
    db.session.refresh(other)
    assert other.ended_at is None


def close(cast):
    account_of(cast.coach).closed_at = NOW


def leave(cast):
    cast.coach.left_on = TODAY - timedelta(days=1)


def end(cast):
    sessions.end_other_sessions(cast.admin, account_of(cast.coach))


@pytest.mark.parametrize("change", [close, leave, end])
def test_what_changes_elsewhere_counts_at_the_next_request(browser, cast, change):
    """T6: closing, leaving and ending, without a sign-out."""
    visitor = browser(as_=cast.coach)
    assert is_signed_in(visitor)
    change(cast)
    assert not is_signed_in(visitor)


def test_a_role_that_ends_counts_at_the_next_request(browser, cast):
    """T6: nothing about rights is kept in the browser."""
    visitor = browser(as_=cast.admin)
    page = f"/people/{cast.coach.id}/account"
    assert visitor.visit(page).status == 200
    cast.admin.roles_held[0].ended_on = TODAY - timedelta(days=1)
    assert visitor.visit(page).status == 403


HOLES = {
    "ended": "found is None or found.ended_at is not None",
    "closed": "found.account.closed_at is not None or not found.person.is_active",
    "idle": "not lifetimes.is_live(found.started_at, found.seen_at, moment)",
}


@pytest.mark.parametrize("hole", HOLES)
def test_the_negative_control_lets_a_dead_session_in(browser, cast, monkeypatch, hole):
    """T6, T22, T23: were this not asked, the tests above would fail."""
    visitor = browser(as_=cast.coach)
    {"ended": end, "closed": close, "idle": _wait}[hole](cast)
    mutate(monkeypatch, sessions.load_session, old=HOLES[hole], new="found is None")
    assert is_signed_in(visitor)


def _wait(cast):
    db.session.query(BrowserSession).one().seen_at = NOW - timedelta(hours=5)


def test_a_session_costs_one_statement(browser, cast, statements):
    """Who asks is read with everything the guard asks about, in one joined statement."""
    token = sessions.start_session(account_of(cast.coach), "Test", "")
    db.session.commit()
    db.session.expunge_all()
    statements.clear()
    found = sessions.load_session(token, NOW)
    assert (found.person.has_role("coach"), found.person.organisation.name) == (True, "Riverside")
    assert len(statements) == 1


@pytest.mark.parametrize("token", ["", "x", "a" * 5_000, "\ud800", "nul\x00"])
def test_a_token_nobody_has_opens_nothing(app, token):
    """T34."""
    assert sessions.load_session(token, NOW) is None


def test_every_end_of_a_session_is_in_the_audit_trail(browser, cast):
    """T57."""
    here = browser(as_=cast.coach)
    browser(as_=cast.coach)
    here.visit("/account").submit("End all others")
    assert [e.action for e in db.session.query(AuditEntry)] == ["identity.sessions_ended"]
