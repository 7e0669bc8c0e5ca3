"""Who could take over when a coach or mentor leaves: as few others as possible move."""

from flask import Response, g, request, url_for

from portal.clock import today
from portal.matching import operations, policies, queries
from portal.matching.forms import RematchForm
from portal.matching.views.blueprint import matching
from portal.mentoring.eligibility import NotEligibleError
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import done, show


@matching.route("/rematch", methods=["GET", "POST"])
@guard(policies.rematch)
def rematch() -> Response:
    """Who could take over when a coach or mentor leaves."""
    form = RematchForm(None if request.method == "GET" else request.form)
    form.offer(queries.supporters(g.person.organisation_id, today()))
    if request.method == "GET":
        form.coach.data = request.args.get("coach", "")
        form.kind.data = request.args.get("kind", form.kind.default)
    leaves = form.known.get(form.coach.data or "")
    plan = operations.plan_rematch(leaves, form.kind.data) if leaves and _knows(form) else None
    if request.method == "POST" and form.validate() and plan and form.started_on.data:
        try:
            made = operations.propose_rematch(g.person, plan, started_on=form.started_on.data)
        except NotEligibleError as refusal:
            form.started_on.errors = list(refusal.args)
        else:
            pairs = counted(len(made), "pair is", "pairs are")
            return done(url_for(".rematch"), f"{pairs} proposed, and both of each are asked.")
    return show("matching/rematch.html", form=form, plan=plan, leaves=leaves)


def _knows(form: RematchForm) -> bool:
    """Whether it is known what the others are to take over."""
    return form.kind.data in {choice.value for choice in form.kind.choices}
