"""Rounds: opened, edited, proposed, published together or withdrawn, by the coordinator."""

from flask import Response, flash, g, request, url_for

from portal.clock import today
from portal.matching import operations, policies, queries
from portal.matching.forms import (
    MUCH,
    WISHES_IN_WORDS,
    EditRoundForm,
    FirstDayForm,
    RoundForm,
)
from portal.matching.models import COLLECTING, REVIEW, MatchRound
from portal.matching.values import ImpossibleError
from portal.matching.views.blueprint import matching
from portal.mentoring.eligibility import NotEligibleError
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import conflict, done, elsewhere, show


@matching.get("/rounds")
@guard(policies.see_rounds)
def rounds() -> Response:
    """Every matching round."""
    page = queries.rounds_page(g.person, request.args.get("after"))
    return show("matching/rounds.html", page=page)


@matching.route("/rounds/new", methods=["GET", "POST"])
@guard(policies.open_round)
def open_round() -> Response:
    """Open a matching round."""
    form = RoundForm()
    if form.validate_on_submit():
        round, told = operations.open_round(g.person, **form.round())
        said = f"The round is open. {counted(told, 'person was', 'people were')} told."
        return done(_page_of(round), said)
    return show("matching/open_round.html", form=form)


@matching.get("/rounds/<uuid:round_id>")
@guard(policies.see_round, round=MatchRound)
def round(round: MatchRound) -> Response:
    """One matching round: where it stands, and what is next."""
    is_collecting = round.state == COLLECTING
    return show(
        "matching/round.html",
        round=round,
        figures=queries.figures_of(round, today()),
        looking=queries.in_it(round, today()) if is_collecting else (0, 0),
        offers=queries.places_in(round, today()) if is_collecting else (0, 0),
        wishes=WISHES_IN_WORDS,
        much=MUCH,
        form=FirstDayForm(None) if policies.ask_next(g.person, round) else None,
    )


@matching.route("/rounds/<uuid:round_id>/edit", methods=["GET", "POST"])
@guard(policies.edit_round, round=MatchRound)
def edit_round(round: MatchRound) -> Response:
    """Change the days and the weights of a round."""
    if not round.is_open:
        return _settled(round)
    form, page = EditRoundForm(round=round), "matching/edit_round.html"
    if form.validate_on_submit():
        if form.is_stale(round):
            return conflict(page, over=round, form=form, round=round)
        changed = operations.edit_round(g.person, round, **form.round())
        said = "Saved. Let pairs be proposed again to use it." if changed else "Nothing changed."
        return done(_page_of(round), said)
    return show(page, form=form, round=round)


@matching.post("/rounds/<uuid:round_id>/proposal")
@guard(policies.propose_pairs, round=MatchRound)
def propose_pairs(round: MatchRound) -> Response:
    """Let the best pairs be found."""
    if not round.is_open:
        return _settled(round)
    try:
        operations.propose_pairs(g.person, round)
    except ImpossibleError:
        flash("The pairs you kept cannot all be any more. Let the portal choose one of them again.")
        return elsewhere(url_for(".pairs", round_id=round.id))
    return done(url_for(".pairs", round_id=round.id), "The best pairs were found.")


@matching.route("/rounds/<uuid:round_id>/publication", methods=["GET", "POST"])
@guard(policies.publish_round, round=MatchRound)
def publish_round(round: MatchRound) -> Response:
    """Publish every pair of a round together."""
    if round.state != REVIEW:
        return _settled(round)
    form = FirstDayForm()
    if form.validate_on_submit() and form.started_on.data:
        try:
            made = operations.publish_round(g.person, round, started_on=form.started_on.data)
        except (operations.OutdatedError, NotEligibleError) as refusal:
            form.started_on.errors = [str(each) for each in refusal.args]
        else:
            pairs = counted(len(made), "pair is", "pairs are")
            return done(_page_of(round), f"Published: {pairs} proposed, and both are asked.")
    page = "matching/publish_round.html"
    return show(page, form=form, round=round, figures=queries.figures_of(round, today()))


@matching.post("/rounds/<uuid:round_id>/next-choices")
@guard(policies.ask_next, round=MatchRound)
def ask_next(round: MatchRound) -> Response:
    """Propose the next choice to those whose pair came to nothing."""
    form = FirstDayForm()
    if not form.validate() or form.started_on.data is None:
        flash(form.started_on.errors[0])
        return elsewhere(_page_of(round))
    try:
        asked, waiting = operations.ask_next(g.person, round, started_on=form.started_on.data)
    except NotEligibleError as refusal:
        flash(". ".join(refusal.args))
        return elsewhere(_page_of(round))
    said = f"{counted(asked, 'pair is', 'pairs are')} proposed. {waiting} have nobody else."
    return done(_page_of(round), said if asked or waiting else "Everybody has answered yes so far.")


@matching.route("/rounds/<uuid:round_id>/withdrawal", methods=["GET", "POST"])
@guard(policies.withdraw_round, round=MatchRound)
def withdraw_round(round: MatchRound) -> Response:
    """Close a round without publishing it."""
    if not round.is_open:
        return _settled(round)
    if request.method == "POST":
        operations.withdraw_round(g.person, round)
        return done(_page_of(round), "The round is closed. Nobody was proposed to anybody.")
    return show("matching/withdraw_round.html", round=round)


def _settled(round: MatchRound) -> Response:
    """Lead whoever comes too late, too early, or presses twice, to what the round says now."""
    became = "published" if round.published_at else "closed"
    said = "Let pairs be proposed first" if round.is_open else f"This round was {became} already"
    flash(f"{said}. Nothing was changed.")
    return elsewhere(_page_of(round))


def _page_of(round: MatchRound) -> str:
    return url_for("matching.round", round_id=round.id)
