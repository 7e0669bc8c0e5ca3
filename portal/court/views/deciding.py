"""Talking about the hearing, and the consultant's decision."""

from flask import Response, g, url_for

from portal.court import operations, policies
from portal.court.forms import READY, DebriefForm, DecisionForm
from portal.court.models import CourtSupport
from portal.court.operations import CourtError
from portal.court.views.blueprint import court
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@court.route("/court/<uuid:support_id>/debrief", methods=["GET", "POST"])
@guard(policies.write_debrief, hidden=True, support=CourtSupport)
def write_debrief(support: CourtSupport) -> Response:
    """Note what the two noticed when they talked about the hearing."""
    form = DebriefForm(data={"words": support.debrief, "version": support.version})
    page = "court/write_debrief.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(support) and form.words.data != support.debrief:
            return conflict(page, over=support, form=form, support=support)
        operations.write_debrief(g.person, support, form.words.data)
        return done(_page(support), "Kept for the two of you.")
    return show(page, form=form, support=support)


@court.route("/court/<uuid:support_id>/decision", methods=["GET", "POST"])
@guard(policies.decide_ready, hidden=True, support=CourtSupport)
def decide_ready(support: CourtSupport) -> Response:
    """Decide as the consultant whether somebody is ready to lead."""
    form = DecisionForm(data={"words": support.what_next, "version": support.version})
    page = "court/decide_ready.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(support):
            return conflict(page, over=support, form=form, support=support)
        try:
            said = _decide(support, form)
        except CourtError as refused:
            form[refused.field].errors = [str(refused)]
        else:
            return done(_page(support), said)
    return show(page, form=form, support=support)


def _decide(support: CourtSupport, form: DecisionForm) -> str:
    """What was decided, in a sentence."""
    if form.decision.data == READY:
        operations.decide_ready(g.person, support)
        return f"{support.practitioner.name} is ready to lead, and is told."
    operations.decide_not_yet(g.person, support, form.words.data or "")
    return f"{support.practitioner.name} is told what comes next."


def _page(support: CourtSupport) -> str:
    return url_for("court.court_support", support_id=support.id)
