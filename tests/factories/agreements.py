"""Agreements, reviews, hand-overs and extra support for tests, made as people would make them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from portal.clock import now
from portal.database import db
from portal.induction import operations, signing
from portal.induction.models import (
    Agreement,
    EarlierRecord,
    HandOver,
    Induction,
    InductionItem,
    Review,
    ReviewComment,
    SignedText,
    SupportPlan,
)
from portal.people.models import Person
from tests.cast import Cast
from tests.factories.induction import item_of

WORDS = "On Wednesday mornings, in the small room."


def an_agreement(induction: Induction, *, by: Person) -> Agreement:
    """A first version with everything written that has to be."""
    agreement = operations.begin_agreement(by, induction)
    db.session.flush()
    for part in agreement.parts:
        if part.step.required:
            operations.write_agreement_part(by, part, WORDS)
    db.session.flush()
    return agreement


def signers(cast: Cast) -> dict[str, Person]:
    """Who signs for Amira's year, by party."""
    return {
        signing.NQSW: cast.nqsw,
        signing.ASSESSOR: cast.assessor,
        signing.MANAGER: cast.manager,
    }


def sign_all(agreement: Agreement, cast: Cast) -> None:
    """Let all three sign an agreement."""
    for party, person in signers(cast).items():
        operations.sign_agreement(person, agreement, party=party, digest=agreement.digest)
    db.session.flush()


def a_review(induction: Induction, code: str = "review-3", *, by: Person) -> Review:
    """A review that is begun, without comments."""
    review = operations.begin_review(by, item_of(induction, code))
    db.session.flush()
    return review


def comment_all(review: Review, cast: Cast) -> None:
    """Let all three share a comment on a review."""
    for comment in review.comments:
        by = signers(cast)[comment.party]
        operations.write_comment(by, comment, "It went well.", share=True)
    db.session.flush()


def sign_review(review: Review, cast: Cast) -> None:
    """Let all three sign a review."""
    for party, person in signers(cast).items():
        operations.sign_review(person, review, party=party, digest=review.digest)
    db.session.flush()


def a_hand_over(induction: Induction, to: Person, *, by: Person, from_on: date) -> HandOver:
    """A hand-over that is planned."""
    made = operations.plan_hand_over(by, induction, to, from_on=from_on)
    db.session.flush()
    return made


def a_support_plan(
    induction: Induction,
    *,
    by: Person,
    supporter: Person,
    started_on: date = date(2026, 11, 26),
    ends_on: date = date(2027, 1, 8),
) -> SupportPlan:
    """An extra support plan that holds for six weeks."""
    plan = operations.start_support_plan(
        by,
        induction,
        supporter=supporter,
        support="A second reader for each report, every Tuesday.",
        good="Reports are ready a day before they are due.",
        started_on=started_on,
        ends_on=ends_on,
        first_review_on=date(2026, 12, 15),
    )
    db.session.flush()
    return plan


def the_year(cast: Cast) -> Induction:
    """The year of Amira, which the examples of the house have enrolled."""
    return db.session.query(Induction).filter_by(person_id=cast.nqsw.id).one()


def review_item(cast: Cast) -> InductionItem:
    """A review of that year that is not begun."""
    return item_of(the_year(cast), "review-6")


def _agreement(cast: Cast) -> Agreement:
    return an_agreement(the_year(cast), by=cast.assessor)


def _signed_text(cast: Cast) -> SignedText:
    made = _agreement(cast)
    operations.sign_agreement(cast.nqsw, made, party=signing.NQSW, digest=made.digest)
    db.session.flush()
    return db.session.query(SignedText).filter_by(subject_id=made.id).one()


def _hand_over(cast: Cast) -> HandOver:
    on_day = date(2026, 12, 14)
    return a_hand_over(the_year(cast), cast.principal, by=cast.coordinator, from_on=on_day)


def _review(cast: Cast) -> Review:
    return a_review(the_year(cast), by=cast.assessor)


def _support_plan(cast: Cast) -> SupportPlan:
    return a_support_plan(the_year(cast), by=cast.manager, supporter=cast.assessor)


def an_earlier_record(induction: Induction, *, by: Person) -> EarlierRecord:
    """That a hand-over took place before the portal knew of the year."""
    record = EarlierRecord(
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        induction=induction,
        kind="hand_over",
        held_on=induction.started_on,
        by_whom="Nadia Bell",
        source="Tracker 2026",
        row=2,
        brought_in_by_id=by.id,
        brought_in_by=by,
        brought_in_at=now(),
    )
    db.session.add(record)
    db.session.flush()
    return record


# An example row of each kind, for the tests of the house.
MAKERS: dict[str, Callable[[Cast], Any]] = {
    "Agreement": _agreement,
    "AgreementPart": lambda cast: _agreement(cast).parts[0],
    "SignedText": _signed_text,
    "HandOver": _hand_over,
    "Review": _review,
    "ReviewComment": lambda cast: _review(cast).comments[0],
    "SupportPlan": _support_plan,
    "EarlierRecord": lambda cast: an_earlier_record(the_year(cast), by=cast.coordinator),
}


def comment_of(review: Review, party: str) -> ReviewComment:
    """The comment of one of the three."""
    return next(each for each in review.comments if each.party == party)
