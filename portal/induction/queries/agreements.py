"""The versions of an agreement, and what the portal fills in."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from portal.database import db
from portal.induction import agreeing
from portal.induction.models import Agreement, Induction, Signature
from portal.induction.queries.years import items_of, person_called
from portal.people.models import Person

MOST_VERSIONS = 50
DATED = ("review", "moderation")


def agreements_of(induction: Induction) -> list[Agreement]:
    """Every version of a year's agreement, the latest first."""
    found = (
        select(Agreement)
        .where(Agreement.induction_id == induction.id)
        .options(lazyload(Agreement.induction))
        .order_by(Agreement.number.desc())
        .limit(MOST_VERSIONS)
    )
    return list(db.session.scalars(found))


def follow(agreement: Agreement, given: Sequence[Signature]) -> None:
    """Let a draft say what is known today; what all have signed stays as it is."""
    if agreement.is_signed:
        return
    induction = agreement.induction
    now = agreeing.facts(known_of(induction, manager_of(induction)))
    stands = any(one.subject_id == agreement.id and one.voided_at is None for one in given)
    found = agreeing.followed(agreement.facts, now, is_begun=stands)
    agreement.followed = found  # type: ignore[misc]  # of this row, and no column


def manager_of(induction: Induction) -> Person | None:
    """Today's manager of the person whose year it is, if the directory names one."""
    post = induction.post
    return person_called(post.manager_id if post else None)


def known_of(induction: Induction, manager: Person | None) -> agreeing.Known:
    """What the portal knows of a year, for its agreement."""
    dated = [item for item in items_of(induction) if item.kind in DATED]
    return agreeing.Known(
        worker=induction.person.name,
        assessor=induction.assessor.name if induction.assessor else "",
        manager=manager.name if manager else "",
        programme=induction.programme,
        started_on=induction.started_on,
        planned_end_on=induction.planned_end_on,
        fte=f"{induction.fte.normalize():f}",
        dates=[(item.title, item.on_day) for item in dated],
    )
