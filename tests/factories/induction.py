"""Induction years for tests, enrolled as the coordinator would."""

from datetime import date
from decimal import Decimal

from portal.database import db
from portal.induction import operations, programmes, queries
from portal.induction.models import Induction, InductionItem
from portal.people.models import Person

ASYE = programmes.pinned("asye-child-and-family", "2026")
START = date(2026, 6, 29)  # so that 26 November 2026 is in week 22


def an_induction(
    person: Person,
    *,
    by: Person,
    assessor: Person | None = None,
    started_on: date = START,
    fte: Decimal = Decimal(1),
    programme: programmes.Programme = ASYE,
) -> Induction:
    """The year of one person, flushed."""
    induction = operations.enrol(
        by, person, programme=programme, started_on=started_on, fte=fte, assessor=assessor
    )
    db.session.flush()
    return induction


def item_of(induction: Induction, code: str) -> InductionItem:
    """The item of that code in somebody's year."""
    return next(item for item in queries.items_of(induction) if item.code == code)


def held_until(induction: Induction, day: date, *, by: Person) -> None:
    """Record everything that was due before that day as held when it was due."""
    for item in queries.items_of(induction):
        if item.due_on < day and not item.is_optional:
            operations.record_item_held(by, item, item.due_on)
    db.session.flush()
