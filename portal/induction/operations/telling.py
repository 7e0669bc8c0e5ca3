"""Telling of missed promises: the worker first, the others days later, each once."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import promise_notices as sentences
from portal.induction.models import Induction, PromiseTold
from portal.induction.promises import telling
from portal.induction.promises.ledger import Ledger
from portal.induction.promises.telling import Missed
from portal.induction.queries import promises as queries
from portal.induction.queries.changes import coordinators
from portal.people.models import Person

MOST_AT_ONCE = 100


def organisations_with_years() -> list[UUID]:
    """Each organisation in which an induction year is under way."""
    found = (
        select(Induction.organisation_id)
        .where(Induction.ended_on.is_(None))
        .group_by(Induction.organisation_id)
        .order_by(Induction.organisation_id)
    )
    return list(db.session.scalars(found))


def tell_of_missed(organisation_id: UUID) -> int:
    """Tell whoever is to be told today of promises that were missed; answer how many notices.

    Rows are unique for each missed promise, and the caller holds the organisation's pen, so that
    two of these at once tell once.
    """
    told, after = 0, None
    while True:
        years = _some_years(organisation_id, after)
        if not years:
            return told
        after = years[-1].id
        told += _tell(years, organisation_id)


def _tell(years: Sequence[Induction], organisation_id: UUID) -> int:
    ledgers = queries.ledgers_of(years)
    known = _known([each.id for each in years])
    readers: Sequence[Person] | None = None
    number = 0
    for year in years:
        for missed in _missed(ledgers[year.id], year):
            row = known.get((year.id, missed.promise, missed.missed_on))
            if row is None:
                _tell_the_worker(year, missed)
                number += 1
            elif row.told_on is None and row.tell_on <= today():
                readers = coordinators(organisation_id) if readers is None else readers
                number += _tell_others(year, missed, row, readers)
    return number


def _missed(ledger: Ledger, year: Induction) -> list[Missed]:
    return [] if year.stop_on(today()) else ledger.missed


def _tell_the_worker(year: Induction, missed: Missed) -> None:
    """The worker hears first: who will be told, and on which day."""
    row = PromiseTold(
        organisation_id=year.organisation_id,
        induction_id=year.id,
        promise=missed.promise,
        missed_on=missed.missed_on,
        worker_told_on=today(),
        tell_on=telling.tell_on(missed.missed_on, today(), today()),
    )
    db.session.add(row)
    db.session.flush()
    audit.record(None, "induction.promise_worker_told", row, missed_on=missed.missed_on.isoformat())
    link = f"/inductions/{year.id}/promises"
    notices.tell(year.person, sentences.to_the_worker(year, missed, row.tell_on), link=link)


def _tell_others(
    year: Induction, missed: Missed, row: PromiseTold, coordinating: Sequence[Person]
) -> int:
    """The assessor and the coordinators, where no other day has been agreed meanwhile."""
    row.told_on = today()
    db.session.flush()
    audit.record(None, "induction.promise_told", row, missed_on=missed.missed_on.isoformat())
    readers = {each.id: each for each in coordinating}
    if year.assessor is not None:
        readers[year.assessor.id] = year.assessor
    link = f"/inductions/{year.id}/promises"
    for reader in readers.values():
        notices.tell(reader, sentences.to_the_others(year, missed), link=link, about=row)
    return len(readers)


def _some_years(organisation_id: UUID, after: UUID | None) -> Sequence[Induction]:
    years = select(Induction).where(
        Induction.organisation_id == organisation_id,
        Induction.ended_on.is_(None),
        Induction.started_on <= today(),
        Induction.planned_end_on >= today() - telling.SPOKEN_OF,
    )
    if after is not None:
        years = years.where(Induction.id > after)
    return db.session.scalars(years.order_by(Induction.id).limit(MOST_AT_ONCE)).all()


def _known(ids: Sequence[UUID]) -> dict[tuple[UUID, str, date], PromiseTold]:
    earliest = today() - 2 * telling.SPOKEN_OF - timedelta(days=1)
    found = select(PromiseTold).where(
        PromiseTold.induction_id.in_(ids), PromiseTold.missed_on >= earliest
    )
    return {
        (each.induction_id, each.promise, each.missed_on): each
        for each in db.session.scalars(found)
    }
