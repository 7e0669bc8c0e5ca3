"""Supervision is between two people without a pairing; groups count for everybody who was there."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations, policies, queries
from portal.mentoring.models import GROUP, HAVE_NOTES, Attendance, Session
from portal.notices.models import Notice
from tests.cast import Cast
from tests.factories.mentoring import a_pairing, a_session
from tests.factories.promises import a_supervision

TODAY = date(2026, 11, 26)


def record(cast: Cast, by: object, held_on: date = TODAY, minutes: int = 60) -> Session:
    return operations.record_supervision(
        by, leader=cast.manager, person=cast.nqsw, held_on=held_on, minutes=minutes
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(("by", "other"), [("nqsw", "manager"), ("manager", "nqsw")])
def test_either_side_logs_and_the_other_is_told(by: str, other: str, cast: Cast) -> None:
    record(cast, getattr(cast, by))
    notice = db.session.query(Notice).one()
    assert notice.person_id == getattr(cast, other).id
    assert notice.text.endswith("on Thursday 26 November 2026, 1 hour.")
    assert db.session.query(AuditEntry).filter_by(action="mentoring.supervision_recorded").one()


def test_a_second_log_of_a_day_answers_with_the_first(cast: Cast) -> None:
    first = record(cast, cast.nqsw)
    with pytest.raises(operations.AlreadyLoggedError) as refused:
        record(cast, cast.manager, minutes=90)
    assert refused.value.first is first
    assert first.minutes == 60


def test_what_was_agreed_for_a_day_is_what_was_held(cast: Cast) -> None:
    planned = operations.plan_supervision(
        cast.nqsw, leader=cast.manager, person=cast.nqsw, day=TODAY
    )
    assert record(cast, cast.manager) is planned
    assert planned.state == "held"


def test_what_was_said_to_be_missed_may_have_been_held_after_all(cast: Cast) -> None:
    missed = a_supervision(cast.manager, cast.nqsw, TODAY, state="missed", reason="no room")
    assert record(cast, cast.nqsw) is missed
    assert (missed.state, missed.reason) == ("held", "")


def test_a_day_moves_to_another_and_both_are_kept(cast: Cast) -> None:
    first = a_supervision(cast.manager, cast.nqsw, date(2026, 11, 27), state="planned")
    second = operations.move_supervision(cast.nqsw, first, date(2026, 12, 4))
    assert (first.state, first.moved_to_on) == ("moved", date(2026, 12, 4))
    assert (second.state, second.held_on) == ("planned", date(2026, 12, 4))
    assert not policies.move_supervision(cast.nqsw, first)


def test_days_and_lengths_out_of_reason_are_refused(cast: Cast) -> None:
    with pytest.raises(operations.ImpossibleSessionError):
        record(cast, cast.nqsw, held_on=date(2026, 11, 27))
    with pytest.raises(operations.ImpossibleSessionError):
        record(cast, cast.nqsw, minutes=2)
    with pytest.raises(operations.ImpossibleSessionError):
        operations.plan_supervision(
            cast.nqsw, leader=cast.manager, person=cast.nqsw, day=date(2026, 11, 25)
        )


def test_nobody_but_the_two_changes_it(cast: Cast) -> None:
    session = a_supervision(cast.manager, cast.nqsw, TODAY)
    for person in cast:
        expected = person.id in {cast.manager.id, cast.nqsw.id}
        assert policies.correct_supervision(person, session) == expected
        assert not policies.correct_session(person, session)


def test_only_coaching_and_mentoring_may_ever_have_notes(cast: Cast) -> None:
    assert HAVE_NOTES == ("coaching", "mentoring")
    assert not a_supervision(cast.manager, cast.nqsw, TODAY).may_have_notes
    assert a_session(a_pairing(coach=cast.coach, supported=cast.nqsw)).may_have_notes


@pytest.mark.parametrize(
    "wrong",
    [
        {"with_id": None},
        {"state": "moved"},
        {"state": "missed"},
        {"reason": "no room"},
        {"kind": "coaching"},
        {"kind": "group"},
    ],
)
def test_the_database_itself_holds_each_kind_together(wrong: dict[str, object], cast: Cast) -> None:
    session = a_supervision(cast.manager, cast.nqsw, TODAY)
    for name, value in wrong.items():
        setattr(session, name, value)
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_the_database_itself_refuses_two_of_a_day(cast: Cast) -> None:
    a_supervision(cast.manager, cast.nqsw, TODAY)
    with pytest.raises(IntegrityError):
        a_supervision(cast.manager, cast.nqsw, TODAY, state="planned")


def test_a_group_counts_for_each_who_was_there_and_no_pairing_sees_it(cast: Cast) -> None:
    session = operations.record_group(
        cast.coach, [cast.nqsw, cast.worker], title="Group morning", held_on=TODAY, minutes=120
    )
    assert (session.kind, db.session.query(Attendance).count()) == (GROUP, 2)
    kept = queries.sessions_kept([cast.nqsw.id, cast.worker.id, cast.hr.id], date(2026, 1, 1))
    assert {key: len(rows) for key, rows in kept.items()} == {cast.nqsw.id: 1, cast.worker.id: 1}
    assert queries.sessions_page(cast.nqsw, None).rows == []


def test_supervision_and_mentoring_are_never_counted_together(cast: Cast) -> None:
    a_session(a_pairing(coach=cast.coach, supported=cast.nqsw))
    a_supervision(cast.manager, cast.nqsw, TODAY)
    kept = queries.sessions_kept([cast.nqsw.id], date(2026, 1, 1))[cast.nqsw.id]
    assert [each.kind for each in kept] == ["supervision"]
    assert len(queries.sessions_page(cast.nqsw, None).rows) == 1
    assert [each.kind for each in queries.supervision_page(cast.nqsw, None).rows] == ["supervision"]


def test_supervision_is_offered_with_ones_manager_and_with_ones_people(cast: Cast) -> None:
    assert [(p.id, leads) for p, leads in queries.supervised_with(cast.nqsw, TODAY)] == [
        (cast.manager.id, False)
    ]
    mine = queries.supervised_with(cast.manager, TODAY)
    assert all(leads for _, leads in mine)
    assert cast.nqsw.id in {person.id for person, _ in mine}


def test_a_day_that_has_passed_is_answered_beside_the_field(cast: Cast, browser: Any) -> None:
    planned = a_supervision(cast.manager, cast.nqsw, date(2026, 12, 4), state="planned")
    page = browser(as_=cast.nqsw).visit(f"/supervision/{planned.id}/moving")
    page.submit("Save the new day", to_on="1/11/2026")
    assert page.status == 422
    assert "This day has passed. Choose today or a later day" in page.text
    assert "1/11/2026" in page.html


def test_whoever_has_one_person_to_log_it_with_reads_who_that_is(cast: Cast, browser: Any) -> None:
    page = browser(as_=cast.nqsw).visit("/supervision/new")
    assert f"With {cast.manager.name}. Choose how long it was" in page.text
