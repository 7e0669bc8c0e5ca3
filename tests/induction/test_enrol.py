"""Enrolling: every item dated from the first day, one or many, all or nobody."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import operations, queries
from portal.induction.entry import NotPossibleError
from portal.induction.models import Induction, InductionItem
from portal.induction.operations import Entrant
from portal.notices.models import Notice
from tests.cast import Cast
from tests.factories.induction import ASYE, START, an_induction


def notices_of(person_id: object) -> list[str]:
    return list(db.session.scalars(select(Notice.text).where(Notice.person_id == person_id)))


def test_every_item_of_the_programme_is_dated_and_pinned(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    items = queries.items_of(induction)
    assert [item.position for item in items] == list(range(1, len(ASYE.items) + 1))
    assert items[0].title == "Support and assessment agreement"
    assert items[0].due_on == date(2026, 7, 10)
    assert (induction.programme_key, induction.programme_version) == (ASYE.key, "2026")
    assert induction.planned_end_on == date(2027, 6, 28)
    assert induction.next_on == date(2026, 7, 10)


def test_the_person_and_the_assessor_are_told(cast: Cast) -> None:
    an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    assert notices_of(cast.nqsw.id) == [
        "Your induction year started on Monday 29 June 2026. Open My year to see it."
    ]
    assert notices_of(cast.assessor.id) == ["You are now the assessor of Amira Khan."]


def test_a_year_to_come_starts(cast: Cast) -> None:
    an_induction(cast.nqsw, by=cast.coordinator, started_on=date(2027, 1, 4))
    assert notices_of(cast.nqsw.id) == [
        "Your induction year starts on Monday 4 January 2027. Open My year to see it."
    ]


def test_many_are_enrolled_at_once_with_their_own_days_and_hours(cast: Cast) -> None:
    made = operations.enrol_each(
        cast.coordinator,
        [
            Entrant(cast.nqsw, START, Decimal(1)),
            Entrant(cast.worker, date(2026, 9, 7), Decimal("0.5")),
        ],
        programme=ASYE,
        assessor=cast.assessor,
    )
    db.session.flush()
    assert [each.planned_end_on for each in made] == [date(2027, 6, 28), date(2028, 9, 6)]
    assert notices_of(cast.assessor.id) == [
        "You are now the assessor of Amira Khan and Leila Taylor."
    ]
    entries = select(func.count()).where(AuditEntry.action == "induction.enrolled")
    assert db.session.scalar(entries) == 2


def test_nobody_is_enrolled_when_one_cannot_be(cast: Cast) -> None:
    an_induction(cast.nqsw, by=cast.coordinator)
    entrants = [Entrant(person, START, Decimal(1)) for person in (cast.nqsw, cast.worker)]
    with pytest.raises(NotPossibleError) as refused:
        operations.enrol_each(cast.coordinator, entrants, programme=ASYE)
    assert refused.value.args == ("Amira Khan already has an induction year at that time.",)
    assert db.session.scalar(select(func.count()).select_from(Induction)) == 1


def test_nobody_assesses_their_own_year(cast: Cast) -> None:
    with pytest.raises(NotPossibleError, match="Dan Okoro cannot assess their own year"):
        an_induction(cast.assessor, by=cast.coordinator, assessor=cast.assessor)


def test_the_database_refuses_a_second_open_year(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    db.session.add(
        Induction(
            organisation_id=induction.organisation_id, person_id=induction.person_id,
            programme_key="other", programme_version="1", fte=Decimal(1),
            started_on=START, planned_end_on=date(2027, 6, 28), next_on=START,
        )
    )  # fmt: skip
    with pytest.raises(IntegrityError):
        db.session.flush()


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("induction", "fte = 0"),
        ("induction", "fte = 1.5"),
        ("induction", "planned_end_on = started_on"),
        ("induction", "ended_on = '2020-01-01'"),
        ("induction", "assessor_id = person_id"),
        ("induction_item", "owner = 'cat'"),
        ("induction_item", "position = 0"),
        ("induction_item", "held_on = '2026-07-01'"),
        ("induction_item", "code = 'agreement'"),
    ],
)
def test_the_database_refuses_bad_rows(cast: Cast, table: str, change: str) -> None:
    an_induction(cast.nqsw, by=cast.coordinator)
    db.session.commit()
    with pytest.raises(IntegrityError):
        db.session.execute(text(f"UPDATE {table} SET {change}"))


def test_the_database_refuses_an_assessor_of_another_organisation(cast: Cast) -> None:
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    induction.assessor_id = cast.harbour_hr.id
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_enrolling_many_takes_no_more_statements_than_enrolling_one(
    cast: Cast, statements: list[str]
) -> None:
    people = [cast.coach, cast.worker, cast.assistant, cast.hr, cast.nqsw]
    db.session.flush()
    statements.clear()
    an_induction(cast.panel, by=cast.coordinator)
    db.session.flush()
    one = len(statements)
    statements.clear()
    entrants = [Entrant(person, START, Decimal(1)) for person in people]
    operations.enrol_each(cast.coordinator, entrants, programme=ASYE)
    db.session.flush()
    assert len(statements) <= one
    held = select(func.count()).select_from(InductionItem)
    assert db.session.scalar(held) == 6 * len(ASYE.items)
