"""Either of the two, or the coordinator, ends a pairing without giving a reason."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations
from portal.mentoring.models import Pairing
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import a_pairing, a_session

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)


def test_today_is_its_last_day_and_the_other_is_told(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    operations.end_pairing(cast.nqsw, pairing)
    assert pairing.ended_on == TODAY
    assert pairing.is_open
    notice = db.session.query(Notice).one()
    assert notice.person_id == cast.coach.id
    assert notice.text == (
        "Amira Khan ended your coaching. The last day is Thursday 26 November 2026."
    )
    assert db.session.query(AuditEntry).filter_by(action="mentoring.pairing_ended").count() == 1


def test_both_are_told_when_the_coordinator_ends_it(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    operations.end_pairing(cast.coordinator, pairing)
    told = {notice.person_id: notice.text for notice in db.session.query(Notice)}
    assert told.keys() == {cast.coach.id, cast.nqsw.id}
    assert told[cast.coach.id].startswith("Siân Hughes ended your coaching with Amira Khan.")


def test_one_that_has_not_begun_keeps_its_first_day(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw, started_on=date(2026, 12, 7))
    operations.end_pairing(cast.coach, pairing)
    assert pairing.ended_on == date(2026, 12, 7)


def test_a_page_asks_first_and_says_what_follows(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.nqsw).visit(f"/pairings/{pairing.id}").follow("End this coaching")
    assert page.heading == "End this coaching?"
    assert "Nobody is asked for a reason" in page.text
    page.submit("Yes, end it")
    assert "The coaching has ended." in page.text
    assert "End this coaching" not in page.text
    db.session.expire_all()
    assert db.session.get(Pairing, pairing.id).has_ended


def test_what_was_logged_stays_and_nothing_is_added(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw, ended_on=date(2026, 11, 20))
    a_session(pairing)
    page = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}")
    assert "This coaching ended on Friday 20 November 2026." in page.text
    assert "45 minutes" in page.text
    assert "Save session" not in page.text
    page.post(f"/pairings/{pairing.id}/sessions", day="today", minutes="45")
    assert page.status == 403


@pytest.mark.parametrize("who", ["manager", "hr", "admin", "worker"])
def test_nobody_else_ends_it(cast: Cast, browser: Open, who: str) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    assert browser(as_=getattr(cast, who)).visit(f"/pairings/{pairing.id}/ending").status == 403
