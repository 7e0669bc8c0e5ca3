"""What comes after a year: the wish for a next programme, all years of one person, their plan."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from portal.database import db
from portal.induction.models import Induction, InductionItem, NextProgrammeWish
from portal.induction.queries.years import MOST_OF_A_PERSON
from portal.standards.models import Piece

PLAN = "plan"


def wish_of(induction_id: UUID) -> NextProgrammeWish | None:
    """What the person of a year asked to go on with, if they did."""
    found = select(NextProgrammeWish).where(NextProgrammeWish.induction_id == induction_id)
    return db.session.scalar(found)


def years_of(person_id: UUID) -> Sequence[Induction]:
    """Every year of one person, the latest first."""
    found = (
        select(Induction)
        .where(Induction.person_id == person_id)
        .options(lazyload(Induction.posts))
        .order_by(Induction.started_on.desc(), Induction.id)
        .limit(MOST_OF_A_PERSON)
    )
    return db.session.scalars(found).all()


def plan_to_go_on_with(item: InductionItem) -> str:
    """What somebody wrote last as a plan in the years before, for the first plan of this one.

    Empty where this is no plan or not the first of its year, and where none was written before.
    """
    year = item.induction
    if item.kind != PLAN or _first_plan(year.id) != item.id:
        return ""
    found = (
        select(Piece.text)
        .join(InductionItem, Piece.subject_id == InductionItem.id)
        .join(Induction, InductionItem.induction_id == Induction.id)
        .where(
            Piece.person_id == year.person_id,
            Piece.subject_type == InductionItem.__tablename__,
            Piece.deleted_at.is_(None),
            Piece.text != "",
            InductionItem.kind == PLAN,
            Induction.started_on < year.started_on,
        )
        .order_by(Induction.started_on.desc(), InductionItem.due_on.desc(), Piece.id)
        .limit(1)
    )
    return db.session.scalar(found) or ""


def _first_plan(induction_id: UUID) -> UUID | None:
    found = (
        select(InductionItem.id)
        .where(
            InductionItem.induction_id == induction_id,
            InductionItem.kind == PLAN,
            InductionItem.fell_away_on.is_(None),
        )
        .order_by(InductionItem.due_on, InductionItem.position)
        .limit(1)
    )
    return db.session.scalar(found)
