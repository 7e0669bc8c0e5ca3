"""Recording an item as held, taking that back, agreeing a day."""

from datetime import date

import pytest
from sqlalchemy import func, select

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import operations, queries
from portal.induction.entry import NotPossibleError
from portal.notices.models import Notice
from tests.cast import Cast
from tests.conftest import NOW, TODAY
from tests.factories.induction import an_induction, held_until, item_of


def notices_of(person_id: object) -> set[str]:
    return set(db.session.scalars(select(Notice.text).where(Notice.person_id == person_id)))


def entries(action: str) -> int | None:
    return db.session.scalar(select(func.count()).where(AuditEntry.action == f"induction.{action}"))


def test_an_item_is_recorded_with_who_and_when(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    item = item_of(induction, "observation-1")
    operations.record_item_held(cast.assessor, item, date(2026, 8, 19))
    assert item.held_on == date(2026, 8, 19)
    assert (item.recorded_by_id, item.recorded_at) == (cast.assessor.id, NOW)
    assert (
        "Dan Okoro recorded your first direct observation as held on Wednesday 19 August 2026."
    ) in notices_of(cast.nqsw.id)
    assert entries("item_recorded") == 1


def test_nobody_is_told_of_their_own_deed(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    before = notices_of(cast.nqsw.id)
    operations.record_item_held(cast.nqsw, item_of(induction, "plan-1"), TODAY)
    assert notices_of(cast.nqsw.id) == before


def test_recording_the_same_day_again_changes_nothing(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    item = item_of(induction, "plan-1")
    operations.record_item_held(cast.coordinator, item, TODAY)
    db.session.flush()
    version, told = item.version, notices_of(cast.nqsw.id)
    operations.record_item_held(cast.coordinator, item, TODAY)
    db.session.flush()
    assert (item.version, notices_of(cast.nqsw.id)) == (version, told)
    assert entries("item_recorded") == 1


def test_what_is_next_moves_on_and_back(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    held_until(induction, TODAY, by=cast.coordinator)
    assert induction.next_on == date(2026, 11, 27)
    last = item_of(induction, "document-2")
    operations.correct_item(cast.coordinator, last)
    assert last.held_on is None
    assert last.recorded_by_id is None
    assert last.recorded_at is None
    assert induction.next_on == date(2026, 11, 13)
    assert entries("item_corrected") == 1
    operations.correct_item(cast.coordinator, last)
    assert entries("item_corrected") == 1


def test_when_nothing_is_left_the_planned_end_is_what_lists_sort_by(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    for item in queries.items_of(induction):
        if not item.is_optional:
            operations.record_item_held(cast.coordinator, item, TODAY)
    assert induction.next_on == induction.planned_end_on


def test_a_day_to_come_is_refused(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    item = item_of(induction, "plan-1")
    with pytest.raises(NotPossibleError, match="still to come"):
        operations.record_item_held(cast.nqsw, item, date(2026, 11, 27))
    assert item.held_on is None


def test_an_agreed_day_stands_before_the_day_it_is_due(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    held_until(induction, TODAY, by=cast.coordinator)
    operations.book_item(cast.nqsw, item_of(induction, "review-6"), TODAY)
    assert induction.next_on == TODAY
    assert entries("item_booked") == 1
    operations.book_item(cast.nqsw, item_of(induction, "review-6"), TODAY)
    assert entries("item_booked") == 1


def test_the_optional_review_waits_once_a_day_is_agreed(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    item = item_of(induction, "review-9")
    assert not item.is_waiting
    operations.book_item(cast.coordinator, item, date(2027, 3, 1))
    assert item.is_waiting
    assert "Siân Hughes put your 9 month review down for Monday 1 March 2027." in notices_of(
        cast.nqsw.id
    )


def test_a_day_that_has_passed_is_not_agreed(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    with pytest.raises(NotPossibleError, match="This day has passed"):
        operations.book_item(cast.nqsw, item_of(induction, "plan-1"), date(2026, 11, 25))
