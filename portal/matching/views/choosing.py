"""Whom I would choose in a round: up to three of those who fit me best."""

from flask import Response, g, url_for

from portal.clock import today
from portal.matching import operations, policies, queries
from portal.matching.forms import ChoicesForm
from portal.matching.models import COLLECTING, MatchRound
from portal.matching.queries.short_list import short_list
from portal.matching.views.blueprint import matching
from portal.web.guard import guard
from portal.web.pages import done, show


@matching.route("/rounds/<uuid:round_id>/my-choices", methods=["GET", "POST"])
@guard(policies.my_choices, round=MatchRound)
def my_choices(round: MatchRound) -> Response:
    """Whom I would choose in this round, of those who fit me best."""
    page = "matching/my_choices.html"
    if round.state != COLLECTING:
        return show("matching/no_more_choices.html", round=round)
    need, has_somebody = queries.need_and_support(g.person, round.kind, today())
    if has_somebody:
        return show(page, form=None, round=round, listed=[], has_somebody=True)
    if need is None or round.kind not in need.kinds:
        return show(page, form=None, round=round, listed=[])
    chosen = queries.choices_of(round, g.person)
    listed = short_list(queries.need_in(round, need, today()).cohort, chosen)
    form = ChoicesForm()
    form.offer([(each.id, each.name) for each in listed], chosen)
    if form.validate_on_submit():
        operations.choose(g.person, round, form.chosen())
        said = "Your choices are kept. Everybody is asked before anything begins."
        return done(url_for(".my_choices", round_id=round.id), said)
    return show(page, form=form, round=round, listed=listed)
