"""Putting a year's first day right: whatever is still to come follows, what took place stays."""

from dataclasses import replace
from datetime import date

from portal import audit, notices, period
from portal.clock import today
from portal.database import rewrite
from portal.induction import beginning, changing, entry, queries
from portal.induction import change_notices as sentences
from portal.induction.forecast import Terms
from portal.induction.models import Induction, InductionItem
from portal.induction.operations.changes import bounds_of, the_four
from portal.induction.operations.dating import redate, terms_of
from portal.induction.operations.reckoning import iso, reckon, refuse
from portal.people.models import Person
from portal.people.operations import let_hold_from


def terms_from(induction: Induction, first: date) -> Terms:
    """What the dates of a year would follow from with another first day; nothing is changed."""
    return replace(terms_of(induction), started_on=first)


def objection_to_first_day(induction: Induction, first: date) -> str:
    """What stands against another first day; empty where nothing does."""
    items = queries.items_of(induction)
    kept = [day for item in items if (day := item.held_on or item.booked_on) is not None]
    others = queries.inductions_of([induction.person_id])
    span = entry.Years(first)
    if any(period.overlaps(span, each) for each in others if each.id != induction.id):
        return f"{induction.person.name} has another induction year at that time"
    if queries.waiting_change(induction) is not None:
        return "A change of this year waits to be agreed. Agree to it or take it back first"
    return changing.objection_to_first_day(
        first,
        bounds_of(induction),
        kept=kept,
        last_on=terms_from(induction, first).last_on,
        today=today(),
    )


def correct_first_day(by: Person, induction: Induction, first: date) -> None:
    """Let a year begin on another day than was typed; tell those who accompany it.

    What would lie in the past only because of it is "not known", and never counted as missed.
    Raises NotPossibleError with what stands against that day.
    """
    refuse(objection_to_first_day(induction, first))
    items = queries.items_of(induction)
    was, due = induction.started_on, {item.id: item.due_on for item in items}
    induction.taken_on_on = changing.taken_on(induction.taken_on_on, was, first, today())
    induction.started_on = first
    redate(induction)
    known = {item: _earlier(item, due[item.id], induction.taken_on_on) for item in items}
    rewrite({item: {"earlier": earlier} for item, earlier in known.items()})
    reckon(induction, items)
    _redate_first_weeks(induction)
    let_hold_from(induction.person, "nqsw", by, was=was, becomes=first)
    audit.record(by, "induction.first_day_corrected", induction, was=iso(was), becomes=iso(first))
    for person in the_four(induction):
        if person.id != by.id:
            link = f"/inductions/{induction.id}/calendar"
            said = sentences.first_day_corrected(by, induction, person)
            notices.tell(person, said, link=link, about=induction)


def _earlier(item: InductionItem, was: date, taken_on_on: date | None) -> str:
    """What is known of an item from before the portal, once the year begins on another day."""
    if item.held_on is not None:
        return item.earlier
    return changing.earlier_with(
        item.earlier, was, item.due_on, today=today(), taken_on_on=taken_on_on
    )


def _redate_first_weeks(induction: Induction) -> None:
    """Give what is not done its new day; what was late already stays asked for."""
    nation = terms_of(induction).nation
    dated = beginning.dated(induction.programme, induction.started_on, today(), nation)
    days = {each.task.key: each for each in dated}
    moved = {}
    for task in queries.tasks_of(induction):
        found = days.get(task.key)
        if found is not None and task.done_on is None:
            is_known = found.is_known or (task.is_known and task.due_on < today())
            moved[task] = {"is_known": is_known, "due_on": found.due_on}
    rewrite(moved)
