"""Reviews: begun with what happened, commented on by three, signed, and opened again."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import reviewing, signing
from portal.induction import signing_notices as sentences
from portal.induction.models import InductionItem, Reopening, Review, ReviewComment, Signature
from portal.induction.operations.items import hold_item
from portal.induction.operations.reckoning import iso, refuse
from portal.induction.operations.signatures import Deed, sign, tell_the_three, void
from portal.induction.queries import reviews as queries
from portal.induction.queries.years import items_of, person_called
from portal.people.models import Person

STATEMENT = "I have read this review, and it is a fair record of what was said."
LOCKED = (
    "All three have signed this review, so it is locked. The coordinator can open it again, "
    "with a reason"
)


def begin_review(by: Person, item: InductionItem) -> Review:
    """Begin the review of an item, with what happened since the last; a second time answers it.

    Raises NotPossibleError before the year has begun.
    """
    kept = queries.review_of(item)
    if kept is not None:
        return kept
    induction = item.induction
    refuse("The year has not begun yet" if today() < induction.started_on else "")
    review = Review(
        organisation_id=item.organisation_id, induction_id=item.induction_id, induction=induction,
        item_id=item.id, begun_by_id=by.id, **_filled_in(item, _day_of(item)),
    )  # fmt: skip
    db.session.add(review)
    db.session.flush()
    db.session.add_all(
        ReviewComment(
            organisation_id=review.organisation_id, review_id=review.id, party=party, position=place
        )
        for place, party in enumerate(signing.OF_THE_YEAR, start=1)
    )
    audit.record(by, "induction.review_begun", review, item_id=str(item.id))
    return review


def fill_in_review(by: Person, review: Review) -> None:
    """Fill the facts in again, up to today. Other facts make signatures void.

    Raises NotPossibleError once all have signed.
    """
    refuse(LOCKED if review.is_locked else "")
    found = _filled_in(review.item, today())
    if all(getattr(review, name) == value for name, value in found.items()):
        return
    for name, value in found.items():
        setattr(review, name, value)
    audit.record(by, "induction.review_filled_in", review, until=iso(review.until))
    for lost in void(by, review, reviewing.REFRESHED):
        signer = person_called(lost.person_id)
        if signer is not None and signer.id != by.id:
            said = sentences.voided(by, review.item.title)
            notices.tell(signer, said, link=f"/reviews/{review.id}", about=review)


def write_comment(by: Person, comment: ReviewComment, draft: str, *, share: bool) -> None:
    """Save one's own comment as a draft, or share it. Other shared words make signatures void.

    Raises NotPossibleError once all have signed.
    """
    review = comment.review
    refuse(LOCKED if review.is_locked else "")
    shared = draft if share else comment.words
    if (comment.draft, comment.words) == (draft, shared):
        return
    was_shared = comment.words
    comment.draft, comment.words = draft, shared
    comment.written_by_id, comment.saved_on = by.id, today()
    if share:
        comment.shared_on = today()
    audit.record(by, "induction.review_comment_saved", comment, party=comment.party, shared=share)
    if shared != was_shared:
        lost = void(by, review, reviewing.ALTERED)
        _tell(by, review, sentences.comment_shared(by, review.item.title), lost)


def sign_review(
    by: Person,
    review: Review,
    *,
    party: str,
    digest: str,
    given: Sequence[Signature] | None = None,
) -> None:
    """Sign as one of the three; the last signature locks the review and records it as held.

    `given` are the signatures on it, where they were just asked for.
    Raises NotPossibleError for a text that was not read, and before the three have commented.
    """
    if review.is_locked:
        return
    refuse(still_to_write(review))
    everybody = sign(
        by, review, party=party, digest=digest, statement=STATEMENT,
        parties=signing.OF_THE_YEAR, given=given, when_whole=lambda: _when_whole(by, review),
    )  # fmt: skip
    title = review.item.title
    said = sentences.all_signed(title) if everybody else sentences.signed(by, title)
    _tell(by, review, said)


def reopen_review(by: Person, review: Review, reason: str) -> None:
    """Open a locked review again, with a reason; its signatures are void, its text is kept."""
    if not review.is_locked:
        return
    review.signed_on = None
    opened = Reopening(
        organisation_id=review.organisation_id, review_id=review.id, by_id=by.id,
        opened_on=today(), reason=reason,
    )  # fmt: skip
    db.session.add(opened)
    audit.record(by, "induction.review_reopened", review)
    void(by, review, reviewing.REOPENED)
    _tell(by, review, sentences.reopened(by, review.item.title))


def still_to_write(review: Review, mine: Collection[str] = ()) -> str:
    """Whose comment is missing before anybody can sign, in a sentence; empty where none is.

    `mine` are the parties that the reader is.
    """
    silent = [each.party for each in review.comments if not each.words]
    missing = ["you" if party in mine else signing.CALLED[party] for party in silent]
    if not missing:
        return ""
    listed = " and ".join([", ".join(missing[:-1]), missing[-1]] if len(missing) > 1 else missing)
    return f"Before it can be signed, a comment is still to come from {listed}"


def _when_whole(by: Person, review: Review) -> list[Deed]:
    """What the last signature brings with it: the review is locked, and held."""
    review.signed_on = today()
    deeds: list[Deed] = [("induction.review_signed", review, {})]
    items = items_of(review.induction)
    if review.item.held_on is None:
        facts = hold_item(by, review.item, review.until, items)
        deeds.append(("induction.item_recorded", review.item, facts))
    return deeds


def _day_of(item: InductionItem) -> date:
    """The day of the meeting: the one agreed where it has come, otherwise today."""
    agreed = item.held_on or item.booked_on
    return agreed if agreed and item.induction.started_on <= agreed <= today() else today()


def _filled_in(item: InductionItem, until: date) -> dict[str, Any]:
    happened = queries.facts_of_review(item.induction, item, until)
    kinds = item.induction.programme.kinds
    return {
        "facts": reviewing.facts(happened, kinds),
        "since": happened.since,
        "until": happened.until,
    }


def _tell(by: Person, review: Review, sentence: str, lost: Sequence[Signature] = ()) -> None:
    """Tell the three; whoever lost their signature by it is told that instead."""
    signed = {one.person_id for one in lost}
    voided = sentences.voided(by, review.item.title)
    tell_the_three(
        by, review.induction, lambda to: voided if to.id in signed else sentence,
        link=f"/reviews/{review.id}", about=review,
    )  # fmt: skip
