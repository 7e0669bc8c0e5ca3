"""Ending a year on its last day, taking that back, the probation date, and what came before."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from uuid import UUID

from portal import audit, notices
from portal.clock import now, today
from portal.induction import change_notices as sentences
from portal.induction import queries
from portal.induction.models import Induction, InductionItem
from portal.induction.operations.changes import the_four, withdraw_change
from portal.induction.operations.reckoning import iso, reckon, refuse
from portal.induction.progress import HAPPENED, NOT_KNOWN
from portal.people.models import Person
from portal.web import days


def end_induction(by: Person, induction: Induction) -> None:
    """Write down that a year is over on its planned last day; who accompanied it sees it no more.

    Raises NotPossibleError where that day is still to come or not known yet.
    """
    if induction.ended_on is not None:
        return
    last = induction.planned_end_on
    refuse(
        "The day of return is not known. Write it down first"
        if induction.moves.is_provisional
        else f"The year ends on {days.short(last)}. Come back then, or propose a change"
        if last > today()
        else ""
    )
    told = the_four(induction)
    induction.ended_on, induction.ended_as = last, "completed"
    induction.end_noted_on = today()
    audit.record(by, "induction.ended", induction, ended_on=iso(last))
    _tell(by, told, induction, sentences.ended)


def reopen_induction(by: Person, induction: Induction) -> None:
    """Take back that a year is over. Raises NotPossibleError where another has begun."""
    if induction.ended_on is None:
        return
    others = queries.inductions_of([induction.person_id])
    is_in_another = any(o.id != induction.id and o.ended_on is None for o in others)
    refuse(f"{induction.person.name} is in another year by now" if is_in_another else "")
    for change in queries.changes_of(induction):
        if change.is_in_force and change.kind == induction.ended_as:
            withdraw_change(by, change)
            return
    induction.ended_on = induction.end_noted_on = None
    induction.ended_as = ""
    audit.record(by, "induction.reopened", induction)
    _tell(by, the_four(induction), induction, sentences.reopened)


def set_probation(by: Person, induction: Induction, day: date | None) -> bool:
    """Write down when probation ends; nothing else moves it. False when nothing is different.

    Raises NotPossibleError for a day before the year began.
    """
    if day == induction.probation_ends_on:
        return False
    first = days.short(induction.started_on)
    is_early = day is not None and day < induction.started_on
    refuse(f"The year starts on {first}. Choose a later day" if is_early else "")
    was, induction.probation_ends_on = induction.probation_ends_on, day
    audit.record(by, "induction.probation_set", induction, ends_on=iso(day), was=iso(was))
    return True


def note_earlier_items(
    by: Person,
    induction: Induction,
    *,
    happened: Collection[UUID],
    held_on: Mapping[UUID, date],
) -> int:
    """Say of what was due before somebody was taken on that it happened, or is not known.

    With the day where that is known. Answers of how many things something else is said now.
    Raises NotPossibleError for a day on or after that of being taken on.
    """
    taken_on = induction.taken_on_on or today()
    late = [day for day in held_on.values() if not induction.started_on <= day < taken_on]
    first, last = days.short(induction.started_on), days.short(taken_on)
    refuse(f"Write a day from {first} on and before {last}" if late else "")
    changed = 0
    for item in earlier_items(induction):
        day = held_on.get(item.id)
        changed += _note(by, item, item.id in happened or day is not None, day)
    reckon(induction)
    if changed:
        audit.record(by, "induction.earlier_noted", induction, items=changed)
    return changed


def earlier_items(induction: Induction) -> list[InductionItem]:
    """What was due before somebody was taken on, but for what took place here since."""
    taken_on = induction.taken_on_on or today()
    return [
        item
        for item in queries.items_of(induction)
        if item.earlier and (item.held_on is None or item.held_on < taken_on)
    ]


def _note(by: Person, item: InductionItem, has_happened: bool, day: date | None) -> bool:
    earlier = HAPPENED if has_happened else NOT_KNOWN
    if (item.earlier, item.held_on) == (earlier, day):
        return False
    item.earlier, item.held_on = earlier, day
    item.recorded_by_id, item.recorded_at = (by.id, now()) if day else (None, None)
    return True


def _tell(
    by: Person, told: list[Person], induction: Induction, said: Callable[[Induction, Person], str]
) -> None:
    for person in told:
        if person.id != by.id:
            notices.tell(person, said(induction, person), about=induction)
