"""My supervision, on either side: the quick log, another day, and what was missed."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.mentoring import operations, policies, queries
from portal.mentoring.forms import (
    MissingForm,
    MovingForm,
    SupervisionCorrectionForm,
    SupervisionForm,
)
from portal.mentoring.models import Session
from portal.mentoring.reasons import REASONS
from portal.mentoring.views.blueprint import mentoring
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, elsewhere, show


@mentoring.get("/supervision")
@guard(policies.see_my_supervision)
def supervision() -> Response:
    """All my supervision, given and had, last first."""
    page = queries.supervision_page(g.person, request.args.get("after"))
    return show("mentoring/supervision.html", page=page)


@mentoring.get("/supervision/export")
@guard(policies.see_my_supervision)
def export_supervision() -> Response:
    """All my supervision as a file."""
    rows = (
        (
            each.held_on,
            each.beside(g.person).name,
            each.state.capitalize(),
            each.minutes,
            REASONS.get(each.reason, ""),
            each.moved_to_on,
        )
        for each in queries.every_supervision(g.person)
    )
    headings = ("Day", "With", "What became of it", "Minutes", "Reason", "Moved to")
    return take_away("mentoring.supervision", "Supervision", headings, rows, of=g.person)


@mentoring.route("/supervision/new", methods=["GET", "POST"])
@guard(policies.log_supervision)
def log_supervision() -> Response:
    """Log supervision with my manager, or with somebody who reports to me."""
    form = SupervisionForm(people=queries.supervised_with(g.person, today()))
    if form.people and form.validate_on_submit():
        try:
            made = operations.record_supervision(g.person, **form.two(g.person), **form.session())
        except operations.AlreadyLoggedError as refusal:
            return _first(refusal.first)
        said = f"Supervision saved: {days.in_words(made.held_on)}, {made.length}."
        return done(url_for(".supervision"), said)
    return show("mentoring/log_supervision.html", form=form)


@mentoring.route("/supervision/<uuid:session_id>/correction", methods=["GET", "POST"])
@guard(policies.correct_supervision, session=Session)
def correct_supervision(session: Session) -> Response:
    """Put supervision right, by either of the two."""
    form = SupervisionCorrectionForm(session=session)
    page = "mentoring/correct_supervision.html"
    if form.validate_on_submit():
        if form.is_stale(session):
            return conflict(page, over=session, form=form, session=session)
        try:
            operations.correct_supervision(g.person, session, **form.session())
            return done(url_for(".supervision"), "Supervision changed.")
        except operations.AlreadyLoggedError:
            form.refuse_day("There is other supervision of the two of you on that day")
    return show(page, form=form, session=session)


@mentoring.route("/supervision/<uuid:session_id>/moving", methods=["GET", "POST"])
@guard(policies.move_supervision, session=Session)
def move_supervision(session: Session) -> Response:
    """Agree another day for supervision that was planned or missed."""
    form = MovingForm(obj=session)
    page = "mentoring/move_supervision.html"
    if form.validate_on_submit():
        if form.is_stale(session):
            return conflict(page, over=session, form=form, session=session)
        try:
            made = operations.move_supervision(g.person, session, form.moves_to)
        except operations.AlreadyLoggedError:
            form.to_on.errors = ["There is other supervision of the two of you on that day"]
        else:
            said = f"Supervision is moved to {days.in_words(made.held_on)}."
            return done(url_for(".supervision"), said)
    return show(page, form=form, session=session)


@mentoring.route("/supervision/<uuid:session_id>/missing", methods=["GET", "POST"])
@guard(policies.miss_supervision, session=Session)
def miss_supervision(session: Session) -> Response:
    """Say why supervision did not take place on the day that was agreed."""
    form = MissingForm(None if request.method == "GET" else request.form, obj=session)
    page = "mentoring/miss_supervision.html"
    if form.validate_on_submit():
        if form.is_stale(session):
            return conflict(page, over=session, form=form, session=session)
        operations.miss_supervision(g.person, session, form.reason.data)
        return done(url_for(".supervision"), "The reason is kept. Agree another day when you can.")
    return show(page, form=form, session=session)


def _first(first: Session) -> Response:
    """Lead to the supervision that day already has, to change it there."""
    if policies.correct_supervision(g.person, first):
        return elsewhere(url_for(".correct_supervision", session_id=first.id))
    return elsewhere(url_for(".supervision"))
