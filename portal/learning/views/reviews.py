"""Learning from published reviews: what they found, what it means here, and who does what."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.database import db
from portal.learning import operations, policies
from portal.learning.forms import ReviewActionForm, ReviewChangeForm, ReviewForm
from portal.learning.models import PublishedReview, ReviewAction
from portal.learning.queries import briefings
from portal.learning.queries import library as queries
from portal.learning.views.blueprint import learning
from portal.people.models import Person
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@learning.get("/learning-from-reviews")
@guard(policies.see_library)
def reviews() -> Response:
    """What published reviews teach, the last first."""
    page = queries.reviews_page(g.person.organisation_id, request.args.get("after"))
    return show("learning/reviews.html", page=page)


@learning.get("/learning-from-reviews/export")
@guard(policies.see_library)
def export_reviews() -> Response:
    """What published reviews teach, as a file."""
    found = queries.every_review(g.person.organisation_id)
    rows = (
        (each.title, each.published_by, each.published_on, each.summary, each.means_here, left)
        for each, left in found
    )
    headings = ("Review", "Published by", "On", "In short", "What it means here", "Open actions")
    return take_away("learning.reviews", "Learning from reviews", headings, rows)


@learning.get("/learning-from-reviews/<uuid:review_id>")
@guard(policies.see_review, review=PublishedReview)
def review(review: PublishedReview) -> Response:
    """One review: in short, what it means here, the briefing for teams, and the actions."""
    keeps = policies.see_briefings(g.person, review) and bool(review.briefing)
    return show(
        "learning/review.html",
        review=review,
        actions=queries.actions_of(review),
        teams=briefings.own_teams(review, g.person, today()) if review.briefing else [],
        briefed=briefings.briefed(review, today()) if keeps else None,
    )


@learning.route("/learning-from-reviews/new", methods=["GET", "POST"])
@guard(policies.write_review)
def write_review() -> Response:
    """Write what a published review teaches."""
    form = ReviewForm()
    if form.validate_on_submit():
        made = operations.keep_review(g.person, **form.review())
        return done(url_for(".review", review_id=made.id), "Written. Everybody here can read it.")
    return show("learning/write_review.html", form=form)


@learning.route("/learning-from-reviews/<uuid:review_id>/change", methods=["GET", "POST"])
@guard(policies.change_review, review=PublishedReview)
def change_review(review: PublishedReview) -> Response:
    """Change what a review teaches."""
    form = ReviewChangeForm(review=review)
    page = "learning/change_review.html"
    if form.validate_on_submit():
        if form.is_stale(review):
            return conflict(page, over=review, form=form, review=review)
        operations.keep_review(g.person, review, **form.review())
        return done(url_for(".review", review_id=review.id), "Saved.")
    return show(page, form=form, review=review)


@learning.route("/learning-from-reviews/<uuid:review_id>/actions/new", methods=["GET", "POST"])
@guard(policies.change_review, review=PublishedReview)
def add_review_action(review: PublishedReview) -> Response:
    """Say what is done here because of a review."""
    form = ReviewActionForm()
    form.offer_people(g.person.organisation_id, today(), manager=g.person.id, nobody=False)
    if form.is_submitted():
        is_valid, is_chosen = form.validate(), form.choose_person()
        if is_valid and is_chosen:
            owner = db.session.get_one(Person, form.manager_id)
            given = {"words": form.words.data, "due_on": form.due_on.data}
            operations.add_review_action(g.person, review, owner=owner, **given)
            return done(url_for(".review", review_id=review.id), f"{owner.name} has the action.")
    return show("learning/add_review_action.html", form=form, review=review)


@learning.post("/review-actions/<uuid:action_id>/settling")
@guard(policies.settle_review_action, action=ReviewAction)
def settle_review_action(action: ReviewAction) -> Response:
    """Tick an action that is done, or open it again: as the button that was pressed says."""
    is_done = request.form.get("is_done") == "yes"
    operations.settle_review_action(g.person, action, is_done=is_done)
    return done(url_for(".review", review_id=action.review_id), "Done." if is_done else "Open.")
