"""What people do with the items of a year: record one, take that back, agree a day."""

from collections.abc import Collection
from datetime import date
from typing import Any

from portal import audit
from portal.clock import now, today
from portal.induction import holding, progress
from portal.induction import notices as sentences
from portal.induction.models import InductionItem
from portal.induction.operations.reckoning import iso, reckon, refuse, tell
from portal.people.models import Person


def record_item_held(
    by: Person,
    item: InductionItem,
    held_on: date,
    items: Collection[InductionItem] | None = None,
) -> None:
    """Record that an item took place on a day. The same day a second time changes nothing.

    `items` are all of the year, where they were just asked for. Raises NotPossibleError where it
    cannot have been on that day.
    """
    facts = hold_item(by, item, held_on, items)
    if facts:
        audit.record(by, "induction.item_recorded", item, **facts)
        tell(by, item.induction, sentences.item_recorded(by, item, held_on))


def hold_item(
    by: Person,
    item: InductionItem,
    held_on: date,
    items: Collection[InductionItem] | None = None,
) -> dict[str, Any]:
    """Mark an item as held, and answer what the trail says of it; nothing for the same day.

    `items` are all of the year, where they were just asked for.
    """
    induction = item.induction
    refuse(holding.objection_to_holding(held_on, started_on=induction.started_on, today=today()))
    if item.held_on == held_on:
        return {}
    was = item.held_on
    item.held_on, item.recorded_by_id, item.recorded_at = held_on, by.id, now()
    item.earlier = progress.HAPPENED if item.earlier else ""
    reckon(induction, items)
    return {"held_on": iso(held_on), "was": iso(was)}


def correct_item(by: Person, item: InductionItem) -> None:
    """Take back that an item took place: it waits again, and the trail keeps what it said."""
    if item.held_on is None:
        return
    was = item.held_on
    item.held_on = item.recorded_by_id = item.recorded_at = None
    item.earlier = progress.NOT_KNOWN if item.earlier else ""
    reckon(item.induction)
    audit.record(by, "induction.item_corrected", item, was=iso(was))
    tell(by, item.induction, sentences.item_corrected(by, item))


def book_item(by: Person, item: InductionItem, booked_on: date) -> None:
    """Write down the day that was agreed for an item. The same day twice changes nothing.

    Raises NotPossibleError where it cannot be on that day.
    """
    induction = item.induction
    objection = holding.objection_to_booking(
        booked_on,
        started_on=induction.started_on,
        planned_end_on=induction.planned_end_on,
        today=today(),
    )
    refuse(objection)
    if item.booked_on == booked_on:
        return
    was, item.booked_on = item.booked_on, booked_on
    reckon(induction)
    audit.record(by, "induction.item_booked", item, booked_on=iso(booked_on), was=iso(was))
    tell(by, induction, sentences.item_booked(by, item, booked_on))
