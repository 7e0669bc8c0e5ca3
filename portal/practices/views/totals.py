"""The practice types the totals of a quarter, sends them, and corrects what it sent."""

from typing import Any

from flask import Response, abort, g, request, url_for

from portal.clock import today
from portal.practices import operations, policies, queries, spans
from portal.practices.forms import CorrectTotalsForm, DraftForm, TypeTotalsForm
from portal.practices.models import Contract, PracticeTotals
from portal.practices.terms import COUNTS
from portal.practices.views.blueprint import practices
from portal.web.forms import plain_lines
from portal.web.guard import guard, take_the_pen
from portal.web.pages import conflict, done, show

SENT = "The totals are sent. The council sees them now."
DRAFTED = "Kept as a draft. Only your practice sees it until you send it."


@practices.route("/practices/<uuid:contract_id>/totals", methods=["GET", "POST"])
@guard(policies.type_totals, reads_first=True, contract=Contract)
def type_totals(contract: Contract) -> Response:
    """Type the totals of a quarter that is over: as a draft, or sent to the council."""
    quarters, page = _to_type(contract), "practices/type_totals.html"
    form = TypeTotalsForm()
    form.offer(quarters)
    facts: dict[str, Any] = {"contract": contract, "quarters": quarters, "asked": COUNTS}
    is_sent = bool(request.form.get("sent"))
    if not (form.is_submitted() and form.validate() and form.adds_up(is_sent=is_sent)):
        return show(page, form=form, **facts)
    contract = take_the_pen(beside=contract.parties)
    try:
        row = operations.type_totals(
            g.person, contract, form.quarter_on(), form.counts(), is_sent=is_sent
        )
    except operations.NotPossibleError as refused:
        form[refused.field].errors = [str(refused)]
        return show(page, form=form, **facts | {"contract": contract})
    return _kept(row, is_sent)


@practices.route("/practices/totals/<uuid:totals_id>", methods=["GET", "POST"])
@guard(policies.change_totals, reads_first=True, totals=PracticeTotals)
def change_totals(totals: PracticeTotals) -> Response:
    """Go on with a draft of totals, or send it; what was sent is shown and stays."""
    form = DraftForm(data={**totals.counts, "version": totals.version})
    page, is_sent = "practices/change_totals.html", bool(request.form.get("sent"))
    asked = form.is_submitted() and form.validate() and form.adds_up(is_sent=is_sent)
    if not asked:
        return show(page, form=form, totals=totals, asked=COUNTS)
    totals = take_the_pen(beside=totals.contract.parties)
    if form.is_stale(totals):
        return conflict(page, over=totals, form=form, totals=totals, asked=COUNTS)
    try:
        operations.change_totals(g.person, totals, form.counts(), is_sent=is_sent)
    except operations.NotPossibleError as refused:
        form[refused.field].errors = [str(refused)]
        return show(page, form=form, totals=totals, asked=COUNTS)
    return _kept(totals, is_sent)


@practices.route("/practices/totals/<uuid:totals_id>/correction", methods=["GET", "POST"])
@guard(policies.change_totals, reads_first=True, totals=PracticeTotals)
def correct_totals(totals: PracticeTotals) -> Response:
    """Send other totals in the place of sent ones, with a reason; both are kept."""
    if totals.is_draft:
        abort(404)
    form = CorrectTotalsForm(data={**totals.counts, "version": totals.version})
    page = "practices/correct_totals.html"
    asked = form.is_submitted() and form.validate() and form.adds_up(is_sent=True)
    if not asked:
        return show(page, form=form, totals=totals, asked=COUNTS)
    totals = take_the_pen(beside=totals.contract.parties)
    try:
        reason = plain_lines(form.reason.data)
        operations.correct_totals(g.person, totals, form.counts(), reason=reason)
    except operations.NotPossibleError as refused:
        form[refused.field].errors = [str(refused)]
        return show(page, form=form, totals=totals, asked=COUNTS)
    return done(_page(totals), "The correction is sent. Both versions are kept.")


def _to_type(contract: Contract) -> list[spans.Span]:
    """The quarters that are over and have no totals yet."""
    typed = {each.quarter_on for each in queries.totals_of(contract, with_drafts=True)}
    return [each for each in spans.over(contract, today()) if each.started_on not in typed]


def _kept(row: PracticeTotals, is_sent: bool) -> Response:
    return done(_page(row), SENT if is_sent else DRAFTED)


def _page(row: PracticeTotals) -> str:
    return url_for(".practice", contract_id=row.contract_id)
