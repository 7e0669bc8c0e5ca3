"""A session is recorded, once a day for a pair, and the other one is told."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations
from portal.mentoring.models import Session
from portal.notices.models import Notice
from tests.cast import Cast
from tests.factories.mentoring import a_pairing, a_session

TODAY = date(2026, 11, 26)


def test_the_other_of_the_two_is_told_and_the_trail_has_it(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    held = operations.record_session(cast.coach, pairing, held_on=TODAY, minutes=45)
    notice = db.session.query(Notice).one()
    assert notice.person_id == cast.nqsw.id
    assert notice.text == (
        "Priya Nair logged a session with you on Thursday 26 November 2026, 45 minutes."
    )
    assert notice.link == f"/pairings/{pairing.id}"
    entry = db.session.query(AuditEntry).filter_by(action="mentoring.session_recorded").one()
    assert entry.subject_id == held.id
    assert entry.particulars == {"held_on": "2026-11-26", "minutes": 45, "medium": "in person"}


def test_either_side_may_log(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    operations.record_session(cast.nqsw, pairing, held_on=TODAY, minutes=90, medium="video")
    notice = db.session.query(Notice).one()
    assert notice.person_id == cast.coach.id
    assert "1 hour 30 minutes" in notice.text


def test_a_second_session_of_the_day_is_the_first(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    first = a_session(pairing, held_on=TODAY)
    with pytest.raises(operations.AlreadyLoggedError) as refused:
        operations.record_session(cast.nqsw, pairing, held_on=TODAY, minutes=60)
    assert refused.value.first is first
    assert db.session.query(Session).count() == 1


@pytest.mark.parametrize(
    ("held_on", "minutes"),
    [
        (date(2026, 11, 27), 45),
        (date(2026, 3, 31), 45),
        (date(2025, 11, 1), 45),
        (TODAY, 0),
        (TODAY, 10_000),
    ],
)
def test_what_cannot_have_been_held_is_refused(cast: Cast, held_on: date, minutes: int) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    with pytest.raises(operations.ImpossibleSessionError):
        operations.record_session(cast.coach, pairing, held_on=held_on, minutes=minutes)
    assert db.session.query(Session).count() == 0


def test_the_database_itself_refuses_two_sessions_of_a_day(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_session(pairing, held_on=TODAY)
    with pytest.raises(IntegrityError):
        a_session(pairing, held_on=TODAY)


@pytest.mark.parametrize("minutes", [4, 481, -1])
def test_the_database_itself_refuses_a_length_out_of_reason(cast: Cast, minutes: int) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    with pytest.raises(IntegrityError):
        a_session(pairing, minutes=minutes)
