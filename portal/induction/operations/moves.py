"""Moving somebody's year to another programme or version, by the coordinator's choice."""

from dataclasses import replace

from portal import audit
from portal.clock import today
from portal.database import db
from portal.induction import carrying, progress, queries
from portal.induction.calendar import DatedItem
from portal.induction.carrying import Plan
from portal.induction.forecast import Terms
from portal.induction.models import Induction, InductionItem
from portal.induction.operations.dating import redate, terms_of
from portal.induction.operations.reckoning import refuse, tell
from portal.induction.programmes import Programme
from portal.people.models import Person


def preview_move(induction: Induction, programme: Programme) -> tuple[Plan[InductionItem], Terms]:
    """What a move would do, with the days it would give; nothing is changed."""
    terms = replace(terms_of(induction), programme=programme)
    days = terms.dates()
    dated = [DatedItem(item, days[item.code]) for item in programme.items]
    dated.sort(key=lambda one: one.due_on)
    return carrying.plan(queries.items_of(induction), dated), terms


def move_programme(by: Person, induction: Induction, programme: Programme) -> None:
    """Move a year: what carries over keeps its record, everything has its new day; tell them.

    Raises NotPossibleError where it is on that programme already, or would be over.
    """
    was = f"{induction.programme_key} {induction.programme_version}"
    called = f"{programme.key} {programme.version}"
    plan, terms = preview_move(induction, programme)
    refuse(objection(induction, programme, terms))
    _free_codes(plan)
    _carry(induction, programme, plan, terms)
    induction.programme_key, induction.programme_version = programme.key, programme.version
    db.session.flush()
    redate(induction)
    audit.record(
        by,
        "induction.programme_moved",
        induction,
        was=was,
        becomes=called,
        carried=len(plan.carried),
        new=len(plan.new),
        kept=len(plan.kept),
        away=len(plan.away),
    )
    tell(by, induction, f"Your year is now on {programme.name}. Open My year to see its dates.")


def objection(induction: Induction, programme: Programme, terms: Terms) -> str:
    """What stands against a move with these days; empty where nothing does."""
    pinned = induction.programme_key, induction.programme_version
    if pinned == (programme.key, programme.version):
        return f"The year is on {programme.name}, version {programme.version}, already"
    if terms.last_on < today():
        return "By that programme the year would be over already. Choose another one"
    return ""


def _free_codes(plan: Plan[InductionItem]) -> None:
    """Let nobody stand on a code that another item is about to take."""
    moved = [item for item, _ in plan.carried] + [*plan.kept, *plan.away]
    for item in moved:
        item.code = f"moving-{item.id.hex}"
    db.session.flush()


def _carry(
    induction: Induction, programme: Programme, plan: Plan[InductionItem], terms: Terms
) -> None:
    for item, other in plan.carried:
        _takes(item, other)
    first = len(plan.carried) + 1
    added = [_made(induction, other, place) for place, other in enumerate(plan.new, start=first)]
    db.session.add_all(added)
    taken = {other.item.code for _, other in plan.carried} | {one.code for one in added}
    for item in plan.kept:
        item.code = carrying.free_code(f"{item.kind}-kept", taken)
        taken.add(item.code)
        item.stage = carrying.stage_on(
            item.held_on or item.due_on,
            programme=programme,
            started_on=induction.started_on,
            last=terms.last_on,
        )
    for item in plan.away:
        item.code = f"away-{item.id.hex}"
        item.fell_away_on, item.is_optional, item.booked_on = today(), True, None


def _takes(item: InductionItem, other: DatedItem) -> None:
    item.code, item.title, item.stage = other.item.code, other.item.title, other.item.stage
    item.owner, item.kind = other.item.owner, other.item.kind
    item.is_optional, item.due_on = other.item.is_optional, other.due_on


def _made(induction: Induction, other: DatedItem, position: int) -> InductionItem:
    return InductionItem(
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        induction=induction,
        position=position,
        due_on=other.due_on,
        code=other.item.code,
        kind=other.item.kind,
        title=other.item.title,
        stage=other.item.stage,
        owner=other.item.owner,
        is_optional=other.item.is_optional,
        earlier=progress.NOT_KNOWN if other.due_on < today() else "",
    )
