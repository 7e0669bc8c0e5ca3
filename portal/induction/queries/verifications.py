"""Documents that were seen in the case system, and the items that still wait for one."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, lazyload

from portal.database import db
from portal.induction.models import Induction, InductionItem
from portal.induction.models.verifications import Verification
from portal.induction.queries.years import MOST_ITEMS

DOCUMENT = "document"


def verifications_of(induction: Induction) -> list[Verification]:
    """The documents that were seen in a year, last first: one for each item at most."""
    found = (
        select(Verification)
        .where(Verification.induction_id == induction.id)
        .options(joinedload(Verification.item).lazyload(InductionItem.induction))
        .options(lazyload(Verification.induction))
        .order_by(Verification.seen_on.desc(), Verification.id)
        .limit(MOST_ITEMS)
    )
    return list(db.session.scalars(found))


def items_to_verify(induction: Induction) -> list[InductionItem]:
    """The documents of the year that nobody has said they saw, in the order they are due."""
    seen = select(Verification.item_id).where(Verification.induction_id == induction.id)
    found = (
        select(InductionItem)
        .where(
            InductionItem.induction_id == induction.id,
            InductionItem.kind == DOCUMENT,
            InductionItem.id.not_in(seen),
        )
        .options(lazyload(InductionItem.induction))
        .order_by(InductionItem.due_on, InductionItem.position)
        .limit(MOST_ITEMS)
    )
    return list(db.session.scalars(found))
