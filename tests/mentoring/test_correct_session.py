"""Either of the two puts a session right within 14 days."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations
from portal.mentoring.models import Session
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import a_pairing, a_session

Open = Callable[..., Browser]


def test_the_trail_keeps_what_it_said_and_the_other_is_told(cast: Cast) -> None:
    held = a_session(a_pairing(coach=cast.coach, supported=cast.nqsw))
    operations.correct_session(
        cast.nqsw, held, held_on=date(2026, 11, 20), minutes=60, medium="phone"
    )
    entry = db.session.query(AuditEntry).filter_by(action="mentoring.session_corrected").one()
    assert entry.particulars["before"]["minutes"] == 45
    assert entry.particulars["after"]["held_on"] == "2026-11-20"
    notice = db.session.query(Notice).one()
    assert notice.person_id == cast.coach.id
    assert notice.text == (
        "Amira Khan changed a session with you. It now says Friday 20 November 2026, 1 hour."
    )


def test_saving_the_same_again_tells_nobody(cast: Cast) -> None:
    held = a_session(a_pairing(coach=cast.coach, supported=cast.nqsw))
    operations.correct_session(
        cast.nqsw, held, held_on=held.held_on, minutes=45, medium="in person"
    )
    assert db.session.query(Notice).count() == 0
    assert held.version == 1


def test_two_sessions_cannot_end_up_on_one_day(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    held, other = a_session(pairing), a_session(pairing, held_on=date(2026, 11, 18))
    with pytest.raises(operations.AlreadyLoggedError):
        operations.correct_session(
            cast.coach, held, held_on=other.held_on, minutes=45, medium="in person"
        )


def test_the_page_starts_from_what_was_logged(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    held = a_session(pairing, minutes=50)
    page = browser(as_=cast.nqsw).visit("/sessions").follow("Change")
    assert page.heading == "Change a session"
    assert "50 min" in page.text
    page.submit("Save changes", minutes="60")
    assert "Session changed." in page.text
    assert page.url == f"/pairings/{pairing.id}"
    db.session.expire_all()
    assert held.minutes == 60
    assert held.held_on == date(2026, 11, 19)


def test_the_second_of_two_editors_is_told_and_keeps_what_they_chose(
    cast: Cast, browser: Open
) -> None:
    held = a_session(a_pairing(coach=cast.coach, supported=cast.nqsw))
    address = f"/sessions/{held.id}/correction"
    slow, quick = browser(as_=cast.nqsw).visit(address), browser(as_=cast.coach).visit(address)
    quick.submit("Save changes", minutes="60")
    slow.submit("Save changes", minutes="30")
    assert slow.status == 409
    assert "Priya Nair changed this session while you were looking at it." in slow.text
    assert "It now says Thursday 19 November 2026, 1 hour" in slow.text
    assert db.session.query(Session).one().minutes == 60


@pytest.mark.parametrize(
    ("day", "words"),
    [("27/11/2026", "today or in the past"), ("18 11 2026", "another session on that day")],
)
def test_a_day_that_cannot_be_is_said_beside_it(
    cast: Cast, browser: Open, day: str, words: str
) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_session(pairing, held_on=date(2026, 11, 18))
    held = a_session(pairing)
    page = browser(as_=cast.coach).visit(f"/sessions/{held.id}/correction")
    page.submit("Save changes", day="other", other_day=day)
    assert page.status == 422
    assert words in page.text
    assert day in page.html


def test_after_fourteen_days_nobody_changes_it(cast: Cast, browser: Open) -> None:
    held = a_session(a_pairing(coach=cast.coach, supported=cast.nqsw), held_on=date(2026, 11, 11))
    assert browser(as_=cast.coach).visit(f"/sessions/{held.id}/correction").status == 403


@pytest.mark.parametrize("who", ["coordinator", "manager", "hr", "admin", "worker"])
def test_nobody_else_changes_it(cast: Cast, browser: Open, who: str) -> None:
    held = a_session(a_pairing(coach=cast.coach, supported=cast.nqsw))
    assert browser(as_=getattr(cast, who)).visit(f"/sessions/{held.id}/correction").status == 403


def test_elsewhere_it_does_not_exist(cast: Cast, browser: Open) -> None:
    held = a_session(a_pairing(coach=cast.coach, supported=cast.nqsw))
    assert browser(as_=cast.harbour_hr).visit(f"/sessions/{held.id}/correction").status == 404
