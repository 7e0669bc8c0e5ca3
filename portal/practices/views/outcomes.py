"""Rating the outcomes of a half-year, the practice's view, closing them, and payment."""

from typing import Any

from flask import Response, abort, g, url_for

from portal.clock import today
from portal.practices import operations, policies, queries, spans, terms
from portal.practices.forms import PaymentForm, RatingsForm, ViewsForm
from portal.practices.models import Assessment, Contract
from portal.practices.views.blueprint import practices
from portal.web.forms import plain_lines
from portal.web.guard import guard, take_the_pen
from portal.web.pages import conflict, done, show

OF_A_HALF = "/practices/<uuid:contract_id>/outcomes/<string:half_key>"


@practices.route(OF_A_HALF, methods=["GET", "POST"])
@guard(policies.rate_outcomes, reads_first=True, contract=Contract)
def rate_outcomes(contract: Contract, half_key: str) -> Response:
    """Rate each of the six outcomes for a half-year that is over, with a reason."""
    half = _half(contract, half_key)
    known = queries.assessment_of(contract, half.started_on)
    form = RatingsForm(data=_rated(known))
    page, facts = "practices/rate_outcomes.html", _facts(contract, half_key, half, known)
    if not (form.is_submitted() and form.validate()):
        return show(page, form=form, **facts)
    contract = take_the_pen(beside=contract.parties)
    known = queries.assessment_of(contract, half.started_on)
    facts = _facts(contract, half_key, half, known)
    if known and form.is_stale(known):
        return conflict(page, over=known, form=form, **facts)
    try:
        ratings = form.ratings()
        operations.rate_outcomes(g.person, contract, half.started_on, known, ratings)
    except operations.NotPossibleError as refused:
        form.form_errors = [str(refused)]
        return show(page, form=form, **facts)
    said = f"The outcomes of {half.words} are rated. The practice can add its view."
    return done(_page(contract), said)


@practices.route(f"{OF_A_HALF}/view", methods=["GET", "POST"])
@guard(policies.say_view, reads_first=True, contract=Contract)
def say_view(contract: Contract, half_key: str) -> Response:
    """Add the practice's view beside the ratings of a half-year, until they are closed."""
    half = _half(contract, half_key)
    known = queries.assessment_of(contract, half.started_on) or abort(404)
    form = ViewsForm(data=_viewed(known))
    page, facts = "practices/say_view.html", _facts(contract, half_key, half, known)
    if not (form.is_submitted() and form.validate()):
        return show(page, form=form, **facts)
    contract = take_the_pen(beside=contract.parties)
    known = queries.assessment_of(contract, half.started_on) or abort(404)
    facts = _facts(contract, half_key, half, known)
    if form.is_stale(known):
        return conflict(page, over=known, form=form, **facts)
    try:
        operations.say_view(g.person, contract, known, form.views())
    except operations.NotPossibleError as refused:
        form.form_errors = [str(refused)]
        return show(page, form=form, **facts)
    return done(_page(contract), "Your view stands beside the ratings.")


@practices.post(f"{OF_A_HALF}/closing")
@guard(policies.rate_outcomes, reads_first=True, contract=Contract)
def close_assessment(contract: Contract, half_key: str) -> Response:
    """Let the ratings of a half-year stand for good."""
    half = _half(contract, half_key)
    contract = take_the_pen(beside=contract.parties)
    known = queries.assessment_of(contract, half.started_on) or abort(404)
    if known.is_closed:
        return done(_page(contract), "These ratings are closed already.")
    operations.close_assessment(g.person, contract, known)
    return done(_page(contract), f"The outcomes of {half.words} are closed.")


@practices.route(
    "/practices/<uuid:contract_id>/payments/<string:half_key>", methods=["GET", "POST"]
)
@guard(policies.decide_payment, reads_first=True, contract=Contract)
def decide_payment(contract: Contract, half_key: str) -> Response:
    """Write down what you decided to pay for a half-year; a later decision takes its place."""
    half = _half(contract, half_key)
    number = queries.last_decision(contract, half.started_on)
    form, page = PaymentForm(data={"version": number}), "practices/decide_payment.html"
    facts: dict[str, Any] = {
        "contract": contract,
        "half": half,
        "half_key": half_key,
        "again": number > 0,
    }
    if not (form.is_submitted() and form.validate()):
        return show(page, form=form, **facts)
    contract = take_the_pen(beside=contract.parties)
    number = queries.last_decision(contract, half.started_on)
    facts |= {"contract": contract, "again": number > 0}
    if form.version.data != number:
        form.version.data, form.version.raw_data = number, None
        return show(page, form=form, status=409, conflict=True, **facts)
    try:
        operations.decide_payment(
            g.person, contract, half.started_on, decision=form.decision.data,
            amount=form.pounds(), reason=plain_lines(form.reason.data),
        )  # fmt: skip
    except operations.NotPossibleError as refused:
        form[refused.field].errors = [str(refused)]
        return show(page, form=form, **facts)
    return done(_page(contract), f"Your decision on {half.words} is written down.")


def _half(contract: Contract, half_key: str) -> spans.Span:
    """The half-year that the address names. Answers 404 where it is not one that is over."""
    return spans.named(half_key, spans.over(contract, today(), spans.HALF)) or abort(404)


def _rated(known: Assessment | None) -> dict[str, Any]:
    found: dict[str, Any] = {"version": known.version if known else 0}
    for each in known.ratings if known else ():
        found |= {f"rating_{each.outcome}": each.rating, f"reason_{each.outcome}": each.reason}
    return found


def _viewed(known: Assessment) -> dict[str, Any]:
    views = {f"view_{each.outcome}": each.view for each in known.ratings}
    return {"version": known.version, **views}


def _facts(
    contract: Contract, half_key: str, half: spans.Span, known: Assessment | None
) -> dict[str, Any]:
    """What both pages about ratings say."""
    return {"contract": contract, "half_key": half_key, "half": half, "assessment": known,
            "outcomes": terms.OUTCOMES}  # fmt: skip


def _page(contract: Contract) -> str:
    return url_for(".practice", contract_id=contract.id)
