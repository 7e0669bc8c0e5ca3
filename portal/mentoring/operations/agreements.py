"""Two people agree how they work together: one writes and signs, the other signs.

The trail knows that it was written and signed, and never a word of the goals.
"""

from datetime import date

from portal import audit, notices
from portal.clock import now
from portal.database import db
from portal.mentoring import notices as sentences
from portal.mentoring import queries
from portal.mentoring.models import PairAgreement, Pairing
from portal.people.models import Person


class ReplacedError(ValueError):
    """A newer version was written since this one was shown."""


def write_agreement(
    by: Person,
    pairing: Pairing,
    *,
    goals: str,
    weeks_between: int,
    notice_hours: int,
    review_on: date,
    minutes: int | None = None,
    medium: str | None = None,
    booked_by: str | None = None,
) -> PairAgreement:
    """Write the next version of what the two agree, signed by whoever wrote it."""
    before = queries.agreement_of(pairing)
    agreement = PairAgreement(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, pairing=pairing,
        number=before.number + 1 if before else 1, written_by_id=by.id,
        weeks_between=weeks_between, notice_hours=notice_hours, review_on=review_on,
        minutes=minutes, medium=medium, booked_by=booked_by,
    )  # fmt: skip
    agreement.seal(goals)
    db.session.add(agreement)
    db.session.flush()
    deeds = [("mentoring.agreement_written", agreement, {"number": agreement.number})]
    if before is not None and not before.is_signed:
        deeds.append(("mentoring.agreement_replaced", before, {"number": before.number}))
    audit.record_deeds(by, deeds)
    _tell_other(by, agreement, sentences.agreement_written(by))
    return agreement


def sign_agreement(by: Person, agreement: PairAgreement) -> None:
    """Sign what the other of the two wrote. Raises ReplacedError where it is not the newest."""
    newest = queries.agreement_of(agreement.pairing)
    if newest is not agreement:
        raise ReplacedError
    agreement.signed_by_id, agreement.signed_at = by.id, now()
    db.session.flush()
    audit.record(by, "mentoring.agreement_signed", agreement, number=agreement.number)
    _tell_other(by, agreement, sentences.agreement_signed(by))


def _tell_other(by: Person, agreement: PairAgreement, sentence: str) -> None:
    pairing = agreement.pairing
    link = f"/pairings/{pairing.id}/agreement"
    notices.tell(pairing.other_than(by), sentence, link=link, about=agreement)
