"""What took place before the portal: brought in from a list, all at once, or taken back."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select, update

from portal import audit, notices
from portal.clock import now
from portal.database import db
from portal.induction import notices as sentences
from portal.induction import progress
from portal.induction.models import EarlierRecord, Induction, InductionItem
from portal.induction.operations.items import correct_item
from portal.induction.operations.reckoning import iso
from portal.induction.queries.earlier import Brought
from portal.induction.queries.years import ON_DAY, WAITING
from portal.people.models import Person


def bring_in_earlier_records(by: Person, found: Sequence[Brought], *, source: str) -> int:
    """Keep these records with the list that they come from, and mark their items as held.

    Each person whose year they are about is told once. Answers how many records there are.
    """
    moment = now()
    years: dict[UUID, list[EarlierRecord]] = defaultdict(list)
    inductions: dict[UUID, Induction] = {}
    for each in found:
        if each.induction is None:
            continue
        record = _record(by, each, each.induction, source, moment)
        years[each.induction.id].append(record)
        inductions[each.induction.id] = each.induction
    kept = [record for records in years.values() for record in records]
    db.session.add_all(kept)
    db.session.flush()
    _hold(by, found, moment)
    _reckon(inductions)
    for key, records in years.items():
        _tell(by, inductions[key], len(records))
    deeds = [(inductions[key], {"records": len(records)}) for key, records in years.items()]
    audit.record_many(by, "induction.earlier_records_brought_in", deeds)
    return len(kept)


def take_back_earlier_record(by: Person, record: EarlierRecord) -> None:
    """Take back a record that was wrong: it is gone, and its item is not held any more."""
    item, facts = record.item, {"kind": record.kind, "held_on": iso(record.held_on)}
    audit.record(by, "induction.earlier_record_taken_back", record, **facts)
    if item is not None and item.held_on == record.held_on:
        correct_item(by, item)
    db.session.delete(record)


def _record(
    by: Person, brought: Brought, induction: Induction, source: str, moment: datetime
) -> EarlierRecord:
    row, item = brought.finding.row, brought.finding.item
    return EarlierRecord(
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        induction=induction,
        item_id=item.id if item else None,
        kind=brought.finding.kind,
        held_on=row.day,
        by_whom=row.by,
        source=source,
        row=row.number,
        brought_in_by_id=by.id,
        brought_in_by=by,
        brought_in_at=moment,
    )


def _hold(by: Person, found: Sequence[Brought], moment: datetime) -> None:
    """Mark what the records stand for as held, in one statement for all of them."""
    items = [each.finding for each in found if each.finding.item is not None]
    held = (
        update(InductionItem)
        .where(InductionItem.id == bindparam("key"))
        .values(
            held_on=bindparam("day"),
            recorded_by_id=by.id,
            recorded_at=moment,
            earlier=bindparam("known"),
            version=InductionItem.version + 1,
        )
    )
    rows = [
        {
            "key": each.item.id,
            "day": each.row.day,
            "known": progress.HAPPENED if each.item.earlier else "",
        }
        for each in items
    ]
    if rows:
        db.session.connection().execute(held, rows)
    for each in items:
        db.session.expire(each.item)


def _reckon(inductions: Collection[UUID]) -> None:
    """Keep the day of what is next of each of these years, by which lists sort."""
    coming = (
        select(func.min(ON_DAY))
        .where(InductionItem.induction_id == Induction.id, WAITING)
        .scalar_subquery()
    )
    following = update(Induction).where(Induction.id.in_(inductions))
    db.session.execute(
        following.values(next_on=func.coalesce(coming, Induction.planned_end_on)),
        execution_options={"synchronize_session": False},
    )


def _tell(by: Person, induction: Induction, number: int) -> None:
    link = f"/inductions/{induction.id}/earlier-records"
    if induction.person_id != by.id:
        said = sentences.earlier_records(by, number)
        notices.tell(induction.person, said, link=link, about=induction)
