"""Rating the six outcomes, the practice's view beside them, and what was decided to pay."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy.orm.attributes import flag_modified

from portal.clock import today
from portal.database import db
from portal.people.models import Person
from portal.practices import queries, terms
from portal.practices.models import Assessment, Contract, OutcomeRating, PaymentDecision
from portal.practices.operations.two_sides import NotPossibleError, record, tell_practice

Ratings = Mapping[str, tuple[str, str]]


def rate_outcomes(
    by: Person, contract: Contract, half_on: date, known: Assessment | None, ratings: Ratings
) -> Assessment:
    """Keep how each outcome is rated for a half-year, and why: by outcome (rating, reason).

    Raises NotPossibleError where the half-year is closed.
    """
    assessment = known or Assessment(
        organisation_id=contract.organisation_id, contract_id=contract.id, half_on=half_on
    )
    _refuse_closed(assessment)
    db.session.add(assessment)
    db.session.flush()
    rated = assessment.by_outcome
    for outcome, (rating, reason) in ratings.items():
        row = rated.get(outcome) or OutcomeRating(
            organisation_id=contract.organisation_id, assessment_id=assessment.id, outcome=outcome
        )
        row.rating, row.reason = rating, reason
        db.session.add(row)
    _changed(assessment)
    record(by, "practices.outcomes_rated", contract, assessment, half_on=half_on.isoformat())
    if known is None:
        said = f"{contract.council.name} rated the outcomes of {assessment.half.words}."
        tell_practice(contract, f"{said} You can add your view until it closes them.")
    return assessment


def say_view(
    by: Person, contract: Contract, assessment: Assessment, views: Mapping[str, str]
) -> None:
    """Keep the practice's view beside each rating. Raises NotPossibleError once it is closed."""
    _refuse_closed(assessment)
    for row in assessment.ratings:
        row.view = views.get(row.outcome, row.view)
    _changed(assessment)
    record(by, "practices.view_said", contract, assessment)


def close_assessment(by: Person, contract: Contract, assessment: Assessment) -> None:
    """Let the ratings of a half-year stand for good. Raises NotPossibleError if it is closed."""
    _refuse_closed(assessment)
    assessment.closed_on = today()
    db.session.flush()
    record(by, "practices.assessment_closed", contract, assessment)
    tell_practice(contract, f"The outcomes of {assessment.half.words} are closed.")


def decide_payment(
    by: Person, contract: Contract, half_on: date, *, decision: str, amount: Decimal | None,
    reason: str,
) -> PaymentDecision:  # fmt: skip
    """Write down what somebody decided to pay for a half-year; it takes the place of the last.

    Raises NotPossibleError where a payment in part has no amount.
    """
    if decision == terms.IN_PART and amount is None:
        raise NotPossibleError("amount", "Write how much is paid")
    number = queries.last_decision(contract, half_on)
    row = PaymentDecision(
        organisation_id=contract.organisation_id, contract_id=contract.id, half_on=half_on,
        number=number + 1, decision=decision, reason=reason, decided_by_id=by.id,
        decided_on=today(), amount=amount if decision == terms.IN_PART else None,
    )  # fmt: skip
    db.session.add(row)
    db.session.flush()
    record(by, "practices.payment_decided", contract, row, half_on=half_on.isoformat(),
           decision=decision, number=row.number)  # fmt: skip
    again = " anew" if number else ""
    tell_practice(contract, f"{contract.council.name} decided{again} on {row.half.words}.")
    return row


def _refuse_closed(assessment: Assessment) -> None:
    if assessment.is_closed:
        raise NotPossibleError("version", "This half-year is closed. Nothing in it changes")


def _changed(assessment: Assessment) -> None:
    """Make the assessment another version, as its ratings are others now."""
    flag_modified(assessment, "half_on")
    db.session.flush()
    db.session.expire(assessment, ["ratings"])
