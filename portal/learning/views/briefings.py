"""Teams that have talked about a published review: saying so, and who has yet to."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.database import db
from portal.learning import operations, policies
from portal.learning.forms import BriefingForm
from portal.learning.models import PublishedReview
from portal.learning.queries import briefings as queries
from portal.learning.views.blueprint import learning
from portal.people.models import Unit
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import done, show


@learning.get("/learning-from-reviews/<uuid:review_id>/briefings")
@guard(policies.see_briefings, review=PublishedReview)
def briefings(review: PublishedReview) -> Response:
    """Which teams have talked about a review."""
    return show(
        "learning/briefings.html",
        review=review,
        page=queries.briefings_page(review, today(), request.args.get("after")),
        briefed=queries.briefed(review, today()),
    )


@learning.get("/learning-from-reviews/<uuid:review_id>/briefings/export")
@guard(policies.see_briefings, review=PublishedReview)
def export_briefings(review: PublishedReview) -> Response:
    """Which teams have talked about a review, as a file."""
    rows = (
        (name, briefed_on, by.name if by else "")
        for _, name, briefed_on, by in queries.every_briefing(review, today())
    )
    return take_away("learning.briefings", "Team briefings", ("Team", "Briefed on", "By"), rows)


@learning.route("/learning-from-reviews/<uuid:review_id>/briefings/new", methods=["GET", "POST"])
@guard(policies.say_briefed, review=PublishedReview)
def say_briefed(review: PublishedReview) -> Response:
    """Say that a team of one's own has talked about a review."""
    teams, form = queries.own_teams(review, g.person, today()), BriefingForm()
    form.offer(teams)
    if form.is_submitted() and form.validate():
        unit, day = db.session.get_one(Unit, form.unit_id), form.briefed_on.data or today()
        try:
            operations.say_briefed(g.person, review, unit, day)
        except operations.BriefingError as refused:
            form.briefed_on.errors = [str(refused)]
        else:
            said = f"{unit.name} talked about it on {days.in_words(day)}."
            return done(url_for(".review", review_id=review.id), said)
    return show("learning/say_briefed.html", form=form, review=review, teams=teams)
