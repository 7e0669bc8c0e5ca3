"""The reviews of a year, and what happened between two of them."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from portal.database import db
from portal.induction import reviewing
from portal.induction.models import Induction, InductionItem, Reopening, Review
from portal.induction.queries.promises import short_ledger_of
from portal.induction.queries.years import MOST_ITEMS, items_of


def review_items(induction: Induction) -> list[InductionItem]:
    """The items of a year that are reviews, in the order in which they are due."""
    found = (
        select(InductionItem)
        .where(InductionItem.induction_id == induction.id, InductionItem.kind == "review")
        .options(lazyload(InductionItem.induction))
        .order_by(InductionItem.due_on, InductionItem.position)
        .limit(MOST_ITEMS)
    )
    return list(db.session.scalars(found))


def reviews_of(induction: Induction) -> list[Review]:
    """Every review of a year that was begun."""
    found = (
        select(Review)
        .where(Review.induction_id == induction.id)
        .options(lazyload(Review.induction), lazyload(Review.comments))
        .order_by(Review.until, Review.id)
        .limit(MOST_ITEMS)
    )
    return list(db.session.scalars(found))


def review_of(item: InductionItem) -> Review | None:
    """The review of one item, if it was begun."""
    return db.session.scalar(select(Review).where(Review.item_id == item.id))


def reopenings_of(review: Review) -> list[Reopening]:
    """When a review was opened again, and why, the latest first."""
    found = select(Reopening).where(Reopening.review_id == review.id)
    return list(db.session.scalars(found.order_by(Reopening.opened_on.desc()).limit(50)))


def facts_of_review(induction: Induction, item: InductionItem, until: date) -> reviewing.Happened:
    """What happened since the last review up to a day, as the record of a review says it.

    The beginning is the day after the review before this one was held, or the year's first day.
    """
    items = [each for each in items_of(induction) if each.id != item.id]
    held = [each.held_on for each in items if each.kind == "review" and each.held_on]
    before = [day for day in held if day < until]
    since = max(before) + timedelta(days=1) if before else induction.started_on
    return reviewing.Happened(
        items=items,
        ledger=short_ledger_of(induction),
        since=min(since, until),
        until=until,
    )
