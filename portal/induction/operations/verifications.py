"""Seeing a document in the case system: the assessor says so, the person confirms it."""

from datetime import date

from portal import audit, notices
from portal.clock import now, today
from portal.database import db
from portal.induction import holding
from portal.induction.models import Induction, InductionItem
from portal.induction.models.verifications import Verification
from portal.induction.operations.items import record_item_held
from portal.induction.operations.reckoning import iso, refuse
from portal.induction.queries.years import items_of
from portal.people.models import Person
from portal.standards import operations as evidence

PAGE = "/inductions/{}/verifications"


def verify_document(
    by: Person,
    induction: Induction,
    item: InductionItem,
    *,
    kind: str,
    seen_on: date,
    description: str,
    feedback: str = "",
) -> Verification:
    """Say that one has seen a document of the year; the person is asked to confirm it.

    Raises NotPossibleError where it cannot have been on that day.
    """
    _refuse_day(induction, seen_on)
    verification = Verification(
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        induction=induction,
        item_id=item.id,
        kind=kind,
        seen_on=seen_on,
        seen_by_id=by.id,
        description=description,
        feedback=feedback,
    )
    db.session.add(verification)
    db.session.flush()
    audit.record(
        by, "induction.document_verified", verification, item_id=str(item.id), seen_on=iso(seen_on)
    )
    said = f"{by.name} saw a document of yours in the case system. Please confirm it."
    notices.tell(induction.person, said, link=PAGE.format(induction.id), about=verification)
    return verification


def change_verification(
    by: Person,
    verification: Verification,
    *,
    kind: str,
    seen_on: date,
    description: str,
    feedback: str = "",
) -> None:
    """Put right what is said of a document that the person has not confirmed yet."""
    _refuse_day(verification.induction, seen_on)
    given = {"kind": kind, "seen_on": seen_on, "description": description, "feedback": feedback}
    changed = sorted(name for name, value in given.items() if getattr(verification, name) != value)
    for name in changed:
        setattr(verification, name, given[name])
    if changed:
        audit.record(by, "induction.verification_changed", verification, fields=changed)


def confirm_verification(by: Person, verification: Verification) -> None:
    """Confirm what the assessor said: the item is held on that day, and counts as evidence once."""
    if verification.is_confirmed:
        return
    verification.confirmed_at = now()
    audit.record(by, "induction.verification_confirmed", verification)
    items = items_of(verification.induction)
    item = next(each for each in items if each.id == verification.item_id)
    if item.held_on is None:
        record_item_held(by, item, verification.seen_on, items)
    evidence.add_evidence(
        by,
        verification.induction.person,
        kind="document",
        title=f"{item.title}: {verification.kind_words.lower()}",
        dated_on=verification.seen_on,
        thing=verification,
    )
    if verification.seen_by_id != by.id:
        said = f"{by.name} confirmed the document that you saw."
        link = PAGE.format(verification.induction_id)
        notices.tell(verification.seen_by, said, link=link, about=verification)


def _refuse_day(induction: Induction, seen_on: date) -> None:
    started_on = induction.started_on
    refuse(holding.objection_to_holding(seen_on, started_on=started_on, today=today()))
