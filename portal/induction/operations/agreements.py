"""The agreement: begun, written step by step, signed by three, begun anew."""

from collections.abc import Sequence

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import agreeing, signing
from portal.induction import signing_notices as sentences
from portal.induction.models import Agreement, AgreementPart, Induction, InductionItem, Signature
from portal.induction.operations.items import hold_item
from portal.induction.operations.reckoning import refuse
from portal.induction.operations.signatures import Deed, sign, tell_the_three, void
from portal.induction.queries import agreements as queries
from portal.induction.queries.years import items_of, person_called
from portal.people.models import Person

STATEMENT = "I have read this agreement, and I agree to it."
LOCKED = "Everybody has signed this version, so it stays as it is. Begin the next version instead"


def begin_agreement(by: Person, induction: Induction) -> Agreement:
    """Begin the first version of a year's agreement, or the next one from what was signed.

    While a version is still to be signed there is no other: then that one is answered.
    """
    earlier = queries.agreements_of(induction)
    before = earlier[0] if earlier else None
    if before is not None and not before.is_signed:
        return before
    made = _next(by, induction, before)
    db.session.add(made)
    db.session.flush()
    words = {part.key: part.words for part in before.parts} if before else {}
    db.session.add_all(
        _part(made, step.key, place, words.get(step.key, ""))
        for place, step in enumerate(agreeing.STEPS, start=1)
    )
    audit.record(by, "induction.agreement_begun", made, number=made.number, reason=made.reason)
    tell_the_three(
        by, induction, lambda to: sentences.agreement_begun(by, induction, made.number, to),
        link=_link(induction), about=made,
    )  # fmt: skip
    return made


def write_agreement_part(by: Person, part: AgreementPart, words: str) -> None:
    """Save one step. The same words change nothing; others make signatures void, and say so.

    Raises NotPossibleError once everybody has signed.
    """
    agreement = part.agreement
    refuse(LOCKED if agreement.is_signed else "")
    given = queries.follow(agreement).given
    _keep_followed(by, agreement, given)
    if part.words == words:
        return
    part.words, part.saved_on = words, today()
    audit.record(by, "induction.agreement_part_saved", part, key=part.key)
    void_and_tell(by, agreement, given)


def sign_agreement(
    by: Person,
    agreement: Agreement,
    *,
    party: str,
    digest: str,
    draft: queries.Draft | None = None,
) -> None:
    """Sign as one of the three; with the last signature it is held as the year's agreement.

    `draft` is what was asked of it, where that was just asked.
    Raises NotPossibleError for a text that is not the one that was read, and before what has to
    be written is.
    """
    if agreement.is_signed:
        return
    refuse(still_to_write(agreement))
    draft = draft or queries.follow(agreement)
    _keep_followed(by, agreement, draft.given)
    everybody = sign(
        by, agreement, party=party, digest=digest, statement=STATEMENT,
        parties=signing.OF_THE_YEAR, given=draft.given,
        when_whole=lambda: _when_whole(by, agreement, draft.items),
    )  # fmt: skip
    said = sentences.all_signed if everybody else lambda what: sentences.signed(by, what)
    sentence = said(agreement.title)
    induction = agreement.induction
    tell_the_three(by, induction, lambda _: sentence, link=_link(induction), about=agreement)


def still_to_write(agreement: Agreement) -> str:
    """What has to be written before anybody can sign, in a sentence; empty where nothing has."""
    empty = [part.step.title for part in agreement.parts if part.step.required and not part.words]
    if not empty:
        return ""
    listed = " and ".join([", ".join(empty[:-1]), empty[-1]] if len(empty) > 1 else empty)
    return f"Still to be written before it can be signed: {listed}"


def void_and_tell(
    by: Person, agreement: Agreement, given: Sequence[Signature], why: str = "The text was changed"
) -> None:
    """Make the signatures on an agreement void, and tell whoever gave them."""
    for signature in void(by, agreement, why, given):
        signer = person_called(signature.person_id)
        if signer is not None and signer.id != by.id:
            link = _link(agreement.induction)
            notices.tell(signer, sentences.voided(by, agreement.title), link=link, about=agreement)


def _when_whole(by: Person, agreement: Agreement, items: Sequence[InductionItem]) -> list[Deed]:
    """What the last signature brings with it: it is signed, and held as the year's agreement."""
    agreement.signed_on = today()
    deeds: list[Deed] = [("induction.agreement_signed", agreement, {"number": agreement.number})]
    item = next((each for each in items if each.kind == "agreement" and not each.held_on), None)
    if item is not None:
        facts = hold_item(by, item, max(today(), agreement.induction.started_on), items)
        deeds.append(("induction.item_recorded", item, facts))
    return deeds


def _keep_followed(by: Person, agreement: Agreement, given: Sequence[Signature]) -> None:
    """Keep what a draft says today of the year's people and time, for whom it is then agreed."""
    induction, was = agreement.induction, agreement.facts
    agreement.assessor_id = induction.todays_assessor_id
    agreement.planned_end_on = induction.planned_end_on
    if agreement.known == was:
        return
    agreement.facts = agreement.known
    others = [key for key, said in agreement.facts.items() if said != was.get(key, [])]
    audit.record(by, "induction.agreement_followed", agreement, parts=sorted(others))
    void_and_tell(by, agreement, given, "The people or the time of the year changed")


def _next(by: Person, induction: Induction, before: Agreement | None) -> Agreement:
    known = queries.known_of(induction, queries.manager_of(induction), items_of(induction))
    reason = agreeing.FIRST
    if before is not None:
        reason = agreeing.reason_for_next(
            assessor_changed=before.assessor_id != induction.todays_assessor_id,
            end_changed=before.planned_end_on != induction.planned_end_on,
        )
    return Agreement(
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        induction=induction,
        number=before.number + 1 if before else 1,
        reason=reason,
        assessor_id=induction.todays_assessor_id,
        planned_end_on=induction.planned_end_on,
        facts=agreeing.facts(known),
        begun_by_id=by.id,
        begun_on=today(),
    )


def _part(agreement: Agreement, key: str, position: int, words: str) -> AgreementPart:
    return AgreementPart(
        organisation_id=agreement.organisation_id,
        agreement_id=agreement.id,
        agreement=agreement,
        key=key,
        position=position,
        words=words,
    )


def _link(induction: Induction) -> str:
    return f"/inductions/{induction.id}/agreement"
