"""Which programme somebody's year is on, and moving it to another with a look at what changes."""

from typing import Any

from flask import Response, g, request, url_for

from portal.induction import explaining, operations, policies, queries
from portal.induction.entry import NotPossibleError
from portal.induction.forms import MoveForm
from portal.induction.models import Induction
from portal.induction.views.blueprint import induction
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

MOVE = "induction/move_programme.html"


@induction.get("/inductions/<uuid:induction_id>/programme")
@guard(policies.year_programme, induction=Induction)
def year_programme(induction: Induction) -> Response:
    """The programme that a year is on: the version that it began with, or was moved to."""
    programme = induction.programme
    return show(
        "induction/year_programme.html",
        induction=induction,
        programme=programme,
        stages=explaining.parts(programme),
    )


@induction.route("/inductions/<uuid:induction_id>/programme-move", methods=["GET", "POST"])
@guard(policies.move_programme, induction=Induction)
def move_programme(induction: Induction) -> Response:
    """Move a year to another programme or version, once what changes has been looked at."""
    form = _form(induction)
    if form.validate_on_submit() and form.chosen is not None and "confirm" in request.form:
        if form.is_stale(induction):
            return conflict(MOVE, over=induction, form=form, **_shown(induction, form))
        try:
            operations.move_programme(g.person, induction, form.chosen)
        except NotPossibleError as refusal:
            form.to.errors = list(refusal.args)
        else:
            said = f"The year is now on {form.chosen.name}. {induction.person.name} has been told."
            return done(url_for(".induction", induction_id=induction.id), said)
    return show(MOVE, form=form, **_shown(induction, form))


def _form(induction: Induction) -> MoveForm:
    on = (induction.programme_key, induction.programme_version)
    offered = [
        each
        for each in queries.offered(induction.organisation_id)
        if (each.key, each.version) != on
    ]
    return MoveForm(offered=offered, data={"version": induction.version})


def _shown(induction: Induction, form: MoveForm) -> dict[str, Any]:
    """What the page shows: once something is chosen, what the move would do."""
    plan = terms = None
    if form.is_submitted() and form.chosen is not None:
        plan, terms = operations.preview_move(induction, form.chosen)
    return {"induction": induction, "plan": plan, "terms": terms, "chosen": form.chosen}
