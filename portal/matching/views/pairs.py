"""What a round comes to: the pairs with their reasons, those without anybody, and fairness."""

from collections.abc import Iterable
from uuid import UUID

from flask import Response, g, request, url_for

from portal.clock import today
from portal.matching import fair, operations, policies, queries
from portal.matching.forms import PairChoiceForm
from portal.matching.models import REVIEW, MatchPair, MatchRound
from portal.matching.values import ImpossibleError
from portal.matching.views.blueprint import matching
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "matching/pair.html"


@matching.get("/rounds/<uuid:round_id>/pairs")
@guard(policies.see_round, round=MatchRound)
def pairs(round: MatchRound) -> Response:
    """The pairs of a round, each with its reasons."""
    page = queries.pairs_page(round, request.args.get("after"))
    names = queries.named_among(_others(page.rows))
    figures = queries.figures_of(round, today())
    return show("matching/pairs.html", round=round, page=page, names=names, figures=figures)


@matching.get("/rounds/<uuid:round_id>/waiting")
@guard(policies.see_round, round=MatchRound)
def waiting(round: MatchRound) -> Response:
    """Who has nobody in a round, why, and what would be enough."""
    page = queries.pairs_page(round, request.args.get("after"), waiting=True)
    return show("matching/waiting.html", round=round, page=page)


@matching.get("/rounds/<uuid:round_id>/fairness")
@guard(policies.see_round, round=MatchRound)
def fairness(round: MatchRound) -> Response:
    """Whether a round treated groups alike, in groups of ten and more."""
    return show("matching/fairness.html", round=round, groups=fair.groups(queries.pairs_of(round)))


@matching.get("/rounds/pairs/<uuid:pair_id>")
@guard(policies.see_pair, pair=MatchPair)
def pair(pair: MatchPair) -> Response:
    """One pair of a round: why these two, and who else it could be."""
    names = _names(pair)
    form = PairChoiceForm(obj=pair)
    form.offer(pair, names)
    return show(PAGE, form=form, pair=pair, names=names)


@matching.post("/rounds/pairs/<uuid:pair_id>/choice")
@guard(policies.change_pair, pair=MatchPair)
def change_pair(pair: MatchPair) -> Response:
    """Keep a pair of a round, choose another, or let the portal choose again."""
    names, form = _names(pair), PairChoiceForm()
    form.offer(pair, names)
    if pair.round.state != REVIEW:
        form.coach.errors = ["The round is published or closed, so its pairs stay as they are"]
    elif form.validate():
        if form.is_stale(pair):
            return conflict(PAGE, over=pair, form=form, pair=pair, names=names)
        try:
            operations.change_pair(g.person, pair, form.chosen)
        except ImpossibleError:
            form.coach.errors = ["These two cannot be, or every place is kept for others"]
        else:
            location = url_for(".pairs", round_id=pair.round_id)
            return done(location, "Kept. The others were found anew around it.")
    return show(PAGE, form=form, pair=pair, names=names)


def _names(pair: MatchPair) -> dict[str, str]:
    """The names of everybody on the page of a pair."""
    chosen = [pair.coach_id] if pair.coach_id else []
    return queries.named_among([*_others([pair]), *chosen])


def _others(rows: Iterable[MatchPair]) -> list[UUID]:
    """Everybody who is named as an alternative."""
    return [UUID(other["id"]) for row in rows for other in row.alternatives]
