"""Bank holidays: when an organisation keeps those of another nation, years under way follow."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import lazyload

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import notices as sentences
from portal.induction import progress, queries
from portal.induction.forecast import Terms
from portal.induction.models import Induction, InductionItem
from portal.people.models import Organisation, Person

MOST_YEARS = 5_000
MOST_ITEMS = 200  # of one year


@dataclass
class Thing:
    """An item of a year with the day that it would have."""

    id: UUID
    code: str
    title: str
    kind: str
    due_on: date
    booked_on: date | None
    held_on: date | None
    is_optional: bool
    earlier: str


@dataclass(frozen=True)
class Following:
    """One year under other bank holidays: its last day, and the items whose days move."""

    induction: Induction
    last_on: date
    next_on: date
    moved: Sequence[Thing]

    @property
    def dates(self) -> int:
        """How many of its dates move."""
        return len(self.moved) + (self.last_on != self.induction.planned_end_on)


def under_nation(organisation: Organisation, nation: str) -> list[Following]:
    """The years under way of which a date would move under the bank holidays of this nation."""
    open_years = or_(Induction.ended_on.is_(None), Induction.ended_on >= today())
    found = select(Induction).where(Induction.organisation_id == organisation.id, open_years)
    bare = found.options(lazyload(Induction.posts)).order_by(Induction.id).limit(MOST_YEARS)
    years = list(db.session.scalars(bare))
    away, items = queries.away_of([each.person_id for each in years]), _items(organisation.id)
    every = [_following(each, items[each.id], nation, away[each.person_id]) for each in years]
    return [each for each in every if each.dates]


def follow_nation(by: Person, organisation: Organisation) -> list[Following]:
    """Date every year under way by the organisation's bank holidays, and tell whose dates moved.

    What took place keeps its day, and what is booked keeps its booked day. Pauses, extensions,
    other hours and days away hold as before.
    """
    following = under_nation(organisation, organisation.nation)
    if not following:
        return []
    _write(
        InductionItem, [{"row": it.id, "due_on": it.due_on} for f in following for it in f.moved]
    )
    _write(
        Induction,
        [
            {"row": each.induction.id, "planned_end_on": each.last_on, "next_on": each.next_on}
            for each in following
        ],
    )
    facts = {"nation": organisation.nation}
    deeds = [(each.induction, {**facts, "moved": each.dates}) for each in following]
    audit.record_many(by, "induction.nation_followed", deeds)
    for each in following:
        told = sentences.nation_followed(each.dates)
        notices.tell(each.induction.person, told, link="/my-year", about=each.induction)
    db.session.flush()
    db.session.expire_all()
    return following


def _items(organisation_id: UUID) -> dict[UUID, list[Thing]]:
    row = InductionItem
    found = (
        select(
            row.induction_id, row.id, row.code, row.title, row.kind, row.due_on, row.booked_on,
            row.held_on, row.is_optional, row.earlier,
        )
        .join(Induction, Induction.id == row.induction_id)
        .where(
            row.organisation_id == organisation_id,
            row.fell_away_on.is_(None),
            or_(Induction.ended_on.is_(None), Induction.ended_on >= today()),
        )
        .order_by(row.induction_id, row.position)
        .limit(MOST_YEARS * MOST_ITEMS)
    )  # fmt: skip
    items: dict[UUID, list[Thing]] = defaultdict(list)
    for induction_id, *facts in db.session.execute(found):
        items[induction_id].append(Thing(*facts))
    return items


def _following(induction: Induction, items: list[Thing], nation: str, away: Any) -> Following:
    terms = Terms(
        programme=induction.programme,
        started_on=induction.started_on,
        fte=induction.fte,
        nation=nation,
        moves=replace(induction.moves, away=away),
    )
    dates, last_on = terms.dates(), terms.last_on
    dated = [replace(item, due_on=dates.get(item.code, item.due_on)) for item in items]
    moved = [new for old, new in zip(items, dated, strict=True) if old.due_on != new.due_on]
    breaks_off = induction.breaks_off_on
    asked = progress.asked_for(dated, breaks_off)
    next_on = progress.expected_on(asked, otherwise=breaks_off or last_on)
    return Following(induction, last_on, next_on, moved)


def _write(model: Any, rows: list[dict[str, Any]]) -> None:
    """Write many rows in one statement; whoever has one open in a form is told that it changed."""
    if not rows:
        return
    table = model.__table__
    fields: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name != "row"}
    statement = update(table).where(table.c.id == bindparam("row"))
    db.session.execute(statement.values(**fields, version=table.c.version + 1), rows)
