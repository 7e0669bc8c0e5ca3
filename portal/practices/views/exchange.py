"""What the practice took from the council's teams in a quarter, and what came back to them."""

from typing import Any

from flask import Response, abort, g, url_for

from portal.clock import today
from portal.practices import operations, policies, queries, spans
from portal.practices.forms import ExchangeForm
from portal.practices.models import Contract, TeamExchange
from portal.practices.views.blueprint import practices
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

ASKED = ("staff_moved", "posts_given_up", "handed_back", "said")


@practices.route(
    "/practices/<uuid:contract_id>/exchange/<string:quarter_key>", methods=["GET", "POST"]
)
@guard(policies.write_exchange, contract=Contract)
def write_exchange(contract: Contract, quarter_key: str) -> Response:
    """Write down what the practice took from the council's teams and gave back in a quarter."""
    quarter = spans.named(quarter_key, spans.over(contract, today())) or abort(404)
    known = queries.exchange_of(contract, quarter.started_on)
    form, page = ExchangeForm(data=_known(known)), "practices/write_exchange.html"
    facts: dict[str, Any] = {"contract": contract, "quarter": quarter, "quarter_key": quarter_key}
    if not (form.is_submitted() and form.validate()):
        return show(page, form=form, **facts)
    if known and form.is_stale(known):
        return conflict(page, over=known, form=form, **facts)
    operations.write_exchange(g.person, contract, quarter.started_on, known, **form.facts())
    return done(url_for(".practice", contract_id=contract.id), f"Kept for {quarter.words}.")


def _known(row: TeamExchange | None) -> dict[str, Any]:
    if row is None:
        return {"version": 0}
    return {"version": row.version, **{name: getattr(row, name) for name in ASKED}}
