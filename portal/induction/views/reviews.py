"""Reviews at the programme's points: listed, filled in, commented on, signed, reopened."""

from collections.abc import Sequence

from flask import Response, abort, g, url_for

from portal.clock import today
from portal.induction import operations, policies, progress, queries, reviewing, signing
from portal.induction.entry import NotPossibleError
from portal.induction.forms import CommentForm, ReopeningForm
from portal.induction.models import Induction, InductionItem, Review, ReviewComment, Signature
from portal.induction.signed import Signed
from portal.induction.views.blueprint import induction
from portal.induction.views.signatures import signing_page
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@induction.get("/inductions/<uuid:induction_id>/reviews")
@guard(policies.reviews, induction=Induction)
def reviews(induction: Induction) -> Response:
    """The reviews of a year: begun, signed and still to come."""
    items = queries.review_items(induction)
    begun = {each.item_id: each for each in queries.reviews_of(induction)}
    return show(
        "induction/reviews.html",
        induction=induction,
        items=items,
        begun=begun,
        from_before=queries.earlier_records_of(induction, "review"),
        next=next((item for item in items if item.id not in begun and not item.held_on), None),
        next_due=progress.whats_next(items),
        open=next(
            (item for item in items if item.id in begun and not begun[item.id].is_locked), None
        ),
        can_begin=bool(items) and policies.begin_agreement(g.person, induction),
    )


@induction.post("/inductions/items/<uuid:item_id>/review")
@guard(policies.begin_review, item=InductionItem)
def begin_review(item: InductionItem) -> Response:
    """Begin a review; what happened since the last one is filled in."""
    if item.kind != "review":
        abort(404)
    try:
        review = operations.begin_review(g.person, item)
    except NotPossibleError as refusal:
        return done(url_for(".reviews", induction_id=item.induction_id), f"{refusal.args[0]}.")
    return done(_page_of(review), f"{item.title}: begun. What happened is filled in.")


@induction.get("/reviews/<uuid:review_id>")
@guard(policies.review, review=Review)
def review(review: Review) -> Response:
    """One review: what happened, what three say of it, who has signed."""
    given = queries.signatures_of([review.id])
    mine = policies.parties_of(g.person, review.induction)
    return show(
        "induction/review.html",
        review=review,
        state=_state(review, given),
        to_write=operations.review_still_to_write(review, mine),
        mine=mine,
        reopenings=queries.reopenings_of(review),
    )


@induction.post("/reviews/<uuid:review_id>/facts")
@guard(policies.fill_in_review, review=Review)
def fill_in_review(review: Review) -> Response:
    """Fill in again what happened, up to today."""
    said = "What happened is filled in up to today."
    try:
        operations.fill_in_review(g.person, review)
    except NotPossibleError as refusal:
        said = f"{refusal.args[0]}."
    return done(_page_of(review), said)


@induction.route("/review-comments/<uuid:comment_id>", methods=["GET", "POST"])
@guard(policies.write_comment, comment=ReviewComment)
def write_comment(comment: ReviewComment) -> Response:
    """Write one's own comment on a review."""
    form = CommentForm(comment=comment)
    page = "induction/write_comment.html"
    covers = reviewing.covered(comment.review.induction.programme.reviews, comment.party)
    if form.validate_on_submit():
        if form.is_stale(comment) and comment.draft != form.written:
            return conflict(page, over=comment, form=form, comment=comment, covers=covers)
        try:
            operations.write_comment(g.person, comment, form.written, share=bool(form.share.data))
        except NotPossibleError as refusal:
            form.words.errors = list(refusal.args)
        else:
            said = "Your comment is shared." if form.share.data else "Your draft is saved."
            return done(_page_of(comment.review), said)
    return show(page, form=form, comment=comment, covers=covers)


@induction.route("/reviews/<uuid:review_id>/signature", methods=["GET", "POST"])
@guard(policies.sign_review, review=Review)
def sign_review(review: Review) -> Response:
    """Read the whole review and sign it."""

    given = queries.signatures_of([review.id])

    def sign(**asked: str) -> None:
        operations.sign_review(g.person, review, given=given, **asked)

    return signing_page(
        "induction/sign_review.html",
        state=_state(review, given),
        statement=operations.FAIR,
        sign=sign,
        back=_page_of(review),
        said="You have signed the review.",
        review=review,
        to_write=operations.review_still_to_write(
            review, policies.parties_of(g.person, review.induction)
        ),
    )


@induction.route("/reviews/<uuid:review_id>/reopening", methods=["GET", "POST"])
@guard(policies.reopen_review, review=Review)
def reopen_review(review: Review) -> Response:
    """Open a signed review again, with a reason."""
    form = ReopeningForm(review=review)
    page = "induction/reopen_review.html"
    if form.validate_on_submit():
        if form.is_stale(review):
            return conflict(page, over=review, form=form, review=review)
        operations.reopen_review(g.person, review, (form.reason.data or "").strip())
        return done(_page_of(review), "The review is open again. All three are told.")
    return show(page, form=form, review=review)


@induction.app_template_global()
def comment_of(comment: ReviewComment) -> str:
    """Whose comment it is, as a heading."""
    return reviewing.LABELS[comment.party]


@induction.app_template_global()
def state_of_review(item: InductionItem, review: Review | None) -> tuple[str, str]:
    """How a review stands, as the words and the tone of a tag."""
    if review is not None:
        return ("Signed", "good") if review.is_locked else ("Open", "soon")
    if item.held_on is not None:
        return "Held", "good"
    if not item.is_waiting:
        return "Only if needed", "quiet"
    return ("Was due", "late") if item.on_day < today() else ("To come", "quiet")


def _state(review: Review, given: Sequence[Signature]) -> Signed:
    mine = policies.parties_of(g.person, review.induction)
    return Signed(review.digest, signing.OF_THE_YEAR, given, mine)


def _page_of(review: Review) -> str:
    return url_for(".review", review_id=review.id)
