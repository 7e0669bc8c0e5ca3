"""Which programme somebody's year is on, and moving it to another with a look at what changes."""

from typing import Any

from flask import Response, g, request, url_for

from portal.induction import explaining, operations, policies, queries
from portal.induction.entry import NotPossibleError
from portal.induction.forms import MoveForm
from portal.induction.forms.moves import AnswerForm
from portal.induction.models import Induction, ProgrammeMove
from portal.induction.views.blueprint import induction
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PROPOSING = "induction/propose_move.html"
PROPOSED = "induction/proposed_move.html"
YEARS = "/inductions/<uuid:induction_id>"


@induction.get(f"{YEARS}/programme")
@guard(policies.year_programme, induction=Induction)
def year_programme(induction: Induction) -> Response:
    """The programme that a year is on: the version that it began with, or was moved to."""
    programme = induction.programme
    return show(
        "induction/year_programme.html",
        induction=induction,
        programme=programme,
        stages=explaining.parts(programme),
        move=queries.waiting_move(induction.id),
    )


@induction.route(f"{YEARS}/programme-move", methods=["GET", "POST"])
@guard(policies.propose_move, induction=Induction)
def propose_move(induction: Induction) -> Response:
    """Propose another programme or version for a year."""
    form = _form(induction)
    if form.validate_on_submit() and form.chosen is not None and "confirm" in request.form:
        if form.is_stale(induction):
            return conflict(PROPOSING, over=induction, form=form, **_shown(induction, form))
        try:
            operations.propose_move(g.person, induction, form.chosen)
        except NotPossibleError as refusal:
            form.to.errors = list(refusal.args)
        else:
            said = f"{induction.person.name} has been told, and decides. Nothing has changed yet."
            return done(url_for(".proposed_move", induction_id=induction.id), said)
    return show(PROPOSING, form=form, **_shown(induction, form))


@induction.get(f"{YEARS}/proposed-move")
@guard(policies.proposed_move, induction=Induction)
def proposed_move(induction: Induction) -> Response:
    """The move that is proposed for a year."""
    return _proposed(induction, queries.waiting_move(induction.id))


@induction.post(f"{YEARS}/proposed-move/answer")
@guard(policies.answer_move, induction=Induction)
def answer_move(induction: Induction) -> Response:
    """Agree that my year moves, or keep its programme."""
    move, form = queries.waiting_move(induction.id), AnswerForm()
    if move is None:
        said = "This proposal was taken back or answered already. Nothing has changed."
        return done(url_for(".year_programme", induction_id=induction.id), said)
    if not form.validate():
        return _proposed(induction, move, form)
    if form.is_stale(move) or form.move.data != str(move.id):
        form.move.data = str(move.id)
        return conflict(PROPOSED, over=move, **_facts(induction, move, form))
    try:
        operations.answer_move(g.person, move, agrees=form.agrees)
    except NotPossibleError as refusal:
        form.answer.errors = list(refusal.args)
        return _proposed(induction, move, form)
    name = induction.programme.name
    said = f"Your year is now on {name}." if form.agrees else f"Your year stays on {name}."
    return done(url_for(".year_programme", induction_id=induction.id), said)


@induction.post(f"{YEARS}/proposed-move/withdrawal")
@guard(policies.withdraw_move, induction=Induction)
def withdraw_move(induction: Induction) -> Response:
    """Take a proposed move back before it is answered."""
    move = queries.waiting_move(induction.id)
    if move is not None:
        operations.withdraw_move(g.person, move)
    said = "The proposal is taken back. The year stays as it is."
    return done(url_for(".year_programme", induction_id=induction.id), said)


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
    waiting = queries.waiting_move(induction.id)
    return {"induction": induction, "plan": plan, "terms": terms, "waiting": waiting}


def _proposed(
    induction: Induction, move: ProgrammeMove | None, form: AnswerForm | None = None
) -> Response:
    if move is None:
        return show(PROPOSED, induction=induction, move=None, form=None, plan=None)
    form = form or AnswerForm(data={"move": str(move.id), "version": move.version})
    return show(PROPOSED, **_facts(induction, move, form))


def _facts(induction: Induction, move: ProgrammeMove, form: AnswerForm) -> dict[str, Any]:
    plan, terms = operations.preview_move(induction, move.programme)
    return {"induction": induction, "move": move, "form": form, "plan": plan, "terms": terms}
