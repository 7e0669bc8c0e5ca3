"""Approved conflicts: which there are, one with its reason, and approving one by name."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.mentoring import operations, policies, queries
from portal.mentoring.forms import ConflictForm
from portal.mentoring.models import ConflictApproved
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import done, show

WORDS = {"manager": "Manages the other", "assessor": "Assesses the other"}


@mentoring.get("/pairings/conflicts")
@guard(policies.see_conflicts)
def conflicts() -> Response:
    """Who may support somebody they manage or assess, newest first; never the reason."""
    page = queries.conflicts_page(g.person, request.args.get("after"))
    return show("mentoring/conflicts.html", page=page, words=WORDS)


@mentoring.get("/pairings/conflicts/export")
@guard(policies.see_conflicts, fresh=True)
def export_conflicts() -> Response:
    rows = (
        (each.coach.name, each.supported.name, WORDS[each.conflict], each.approved_by.name,
         each.approved_at.date())
        for each in queries.every_conflict(g.person)
    )  # fmt: skip
    headings = ("Coach or mentor", "Person", "What stands between them", "Approved by", "Day")
    return take_away("mentoring.conflicts", "Approved conflicts", headings, rows)


@mentoring.get("/pairings/conflicts/<uuid:conflict_id>")
@guard(policies.see_conflict, conflict=ConflictApproved)
def conflict(conflict: ConflictApproved) -> Response:
    """One approved conflict with its reason."""
    return show("mentoring/conflict.html", approved=conflict)


@mentoring.route("/pairings/conflicts/new", methods=["GET", "POST"])
@guard(policies.approve_conflict)
def approve_conflict() -> Response:
    """Approve by name that a manager or an assessor supports somebody."""
    form = ConflictForm(request.form or request.args)
    if form.validate_on_submit() and form.look(g.person.organisation_id, today()):
        made = operations.approve_conflict(g.person, **form.approval())
        said = "Approved. Both are told. You can pair them now."
        return done(url_for(".conflict", conflict_id=made.id), said)
    return show("mentoring/approve_conflict.html", form=form)
