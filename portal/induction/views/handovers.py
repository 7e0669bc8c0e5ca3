"""The assessor of a year: who it is, who was, choosing one, handing over."""

from collections.abc import Sequence

from flask import Response, g, url_for

from portal.clock import today
from portal.induction import handing_over, operations, policies, progress, queries, signing
from portal.induction.entry import NotPossibleError
from portal.induction.forms import ActionsForm, AssessorForm, HandOverForm
from portal.induction.models import HandOver, Induction
from portal.induction.signed import Signed
from portal.induction.views.blueprint import induction
from portal.induction.views.signatures import signing_page
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@induction.get("/inductions/<uuid:induction_id>/assessor")
@guard(policies.assessor, induction=Induction)
def assessor(induction: Induction) -> Response:
    """Who assesses a year, who did, and what is planned."""
    changes = queries.hand_overs_of(induction)
    planned = next((each for each in changes if each.is_planned), None)
    past = [each for each in changes if each.taken_back_on is None and not each.is_planned]
    return show("induction/assessor.html", induction=induction, planned=planned, past=past)


@induction.route("/inductions/<uuid:induction_id>/assessor/choice", methods=["GET", "POST"])
@guard(policies.change_assessor, induction=Induction)
def choose_assessor(induction: Induction) -> Response:
    """Choose who assesses a year that has no assessor."""
    if induction.assessor is not None:
        return done(url_for(".plan_hand_over", induction_id=induction.id))
    form = AssessorForm()
    form.offer(queries.assessors(induction.organisation_id))
    if form.validate_on_submit():
        try:
            operations.choose_assessor(g.person, induction, form.chosen)
        except NotPossibleError as refusal:
            form.assessor.errors = list(refusal.args)
        else:
            return done(_page_of(induction), f"{form.chosen.name} now assesses this year.")
    return show("induction/choose_assessor.html", form=form, induction=induction)


@induction.route("/inductions/<uuid:induction_id>/assessor/hand-over", methods=["GET", "POST"])
@guard(policies.change_assessor, induction=Induction)
def plan_hand_over(induction: Induction) -> Response:
    """Plan that another assesses a year from a day on."""
    if induction.assessor is None:
        return done(url_for(".choose_assessor", induction_id=induction.id))
    form = HandOverForm()
    form.offer(queries.assessors(induction.organisation_id))
    if form.validate_on_submit():
        try:
            made = operations.plan_hand_over(g.person, induction, form.chosen, from_on=form.day)
        except NotPossibleError as refusal:
            wrong = form.from_on if "day" in refusal.args[0].lower() else form.assessor
            wrong.errors = list(refusal.args)
        else:
            said = f"{made.after.name} assesses from {days.in_words(made.from_on)}."
            return done(_page_of_hand_over(made), said)
    return show("induction/plan_hand_over.html", form=form, induction=induction)


@induction.get("/hand-overs/<uuid:hand_over_id>")
@guard(policies.hand_over, hand_over=HandOver)
def hand_over(hand_over: HandOver) -> Response:
    """The summary of a hand-over: what is done, what is open, what comes next, what was agreed."""
    items = queries.items_of(hand_over.induction)
    return show(
        "induction/hand_over.html",
        hand_over=hand_over,
        state=_state(hand_over),
        done_items=[item for item in items if item.held_on is not None],
        past=progress.was_due(items, today()),
        coming=progress.upcoming(items, today())[:6],
    )


@induction.route("/hand-overs/<uuid:hand_over_id>/actions", methods=["GET", "POST"])
@guard(policies.write_agreed_actions, hand_over=HandOver)
def write_agreed_actions(hand_over: HandOver) -> Response:
    """Write down what the three agreed."""
    form = ActionsForm(hand_over=hand_over)
    page = "induction/write_agreed_actions.html"
    if form.validate_on_submit():
        if form.is_stale(hand_over) and hand_over.actions != form.written:
            return conflict(page, over=hand_over, form=form, hand_over=hand_over)
        try:
            operations.write_agreed_actions(g.person, hand_over, form.written)
        except NotPossibleError as refusal:
            form.actions.errors = list(refusal.args)
        else:
            return done(_page_of_hand_over(hand_over), "The agreed actions are saved.")
    return show(page, form=form, hand_over=hand_over)


@induction.route("/hand-overs/<uuid:hand_over_id>/signature", methods=["GET", "POST"])
@guard(policies.confirm_hand_over, hand_over=HandOver)
def confirm_hand_over(hand_over: HandOver) -> Response:
    """Read the hand-over and confirm it."""

    def sign(**asked: str) -> None:
        operations.confirm_hand_over(g.person, hand_over, **asked)

    return signing_page(
        "induction/confirm_hand_over.html",
        state=_state(hand_over),
        statement=handing_over.STATEMENT,
        sign=sign,
        back=_page_of_hand_over(hand_over),
        said="You have confirmed the hand-over.",
        hand_over=hand_over,
    )


@induction.post("/hand-overs/<uuid:hand_over_id>/withdrawal")
@guard(policies.take_back_hand_over, hand_over=HandOver)
def take_back_hand_over(hand_over: HandOver) -> Response:
    """Take a planned hand-over back."""
    said = "The hand-over is taken back. All three are told."
    try:
        operations.take_back_hand_over(g.person, hand_over)
    except NotPossibleError as refusal:
        said = f"{refusal.args[0]}."
    return done(_page_of(hand_over.induction), said)


def _state(hand_over: HandOver) -> Signed:
    mine: Sequence[str] = policies.parties_of_hand_over(g.person, hand_over)
    if hand_over.taken_back_on is not None or not hand_over.is_between_two:
        mine = []
    given = queries.signatures_of([hand_over.id])
    return Signed(hand_over.digest, signing.OF_A_HAND_OVER, given, mine)


def _page_of(induction: Induction) -> str:
    return url_for(".assessor", induction_id=induction.id)


def _page_of_hand_over(hand_over: HandOver) -> str:
    return url_for(".hand_over", hand_over_id=hand_over.id)
