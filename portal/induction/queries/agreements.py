"""The versions of an agreement, and what the portal fills in."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from portal.database import db
from portal.induction import agreeing
from portal.induction.models import Agreement, Induction, InductionItem, Signature
from portal.induction.queries.signatures import signatures_of
from portal.induction.queries.years import items_of, person_called
from portal.people.models import Person

MOST_VERSIONS = 50
DATED = ("review", "moderation")


@dataclass(frozen=True)
class Draft:
    """A version with its signatures, and the items and the manager of its year."""

    given: Sequence[Signature]
    items: Sequence[InductionItem] = ()
    manager: Person | None = None


def agreements_of(induction: Induction) -> list[Agreement]:
    """Every version of a year's agreement, the latest first."""
    found = (
        select(Agreement)
        .where(Agreement.induction_id == induction.id)
        .options(lazyload(Agreement.induction), lazyload(Agreement.parts))
        .order_by(Agreement.number.desc())
        .limit(MOST_VERSIONS)
    )
    return list(db.session.scalars(found))


def follow(agreement: Agreement, among: Sequence[Signature] | None = None) -> Draft:
    """Let a draft say what is known today; what all have signed stays as it is.

    Its signatures are `among` these, where they were just asked for.
    """
    asked = signatures_of([agreement.id]) if among is None else among
    given = [one for one in asked if one.subject_id == agreement.id]
    if agreement.is_signed:
        return Draft(given)
    induction = agreement.induction
    manager, items = manager_of(induction), items_of(induction)
    now = agreeing.facts(known_of(induction, manager, items))
    stands = any(one.voided_at is None for one in given)
    found = agreeing.followed(agreement.facts, now, is_begun=stands)
    agreement.followed = found  # type: ignore[misc]  # of this row, and no column
    return Draft(given, items, manager)


def manager_of(induction: Induction) -> Person | None:
    """Today's manager of the person whose year it is, if the directory names one."""
    post = induction.post
    return person_called(post.manager_id if post else None)


def known_of(
    induction: Induction, manager: Person | None, items: Sequence[InductionItem]
) -> agreeing.Known:
    """What the portal knows of a year, for its agreement."""
    dated = [item for item in items if item.kind in DATED]
    return agreeing.Known(
        worker=induction.person.name,
        assessor=induction.assessor.name if induction.assessor else "",
        manager=manager.name if manager else "",
        programme=induction.programme,
        started_on=induction.started_on,
        planned_end_on=induction.planned_end_on,
        fte=f"{induction.fte_today.normalize():f}",
        dates=[(item.title, item.on_day) for item in dated],
    )
