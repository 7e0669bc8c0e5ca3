"""Who still needs which observation, as a file."""

from collections.abc import Iterator
from typing import Any

from flask import Response, g, request

from portal.audit.views import take_away
from portal.clock import today
from portal.induction.observed import Needed
from portal.induction.policies import observations as policies
from portal.induction.queries import observations as queries
from portal.induction.views.blueprint import induction
from portal.web.guard import guard


@induction.get("/inductions/observations/export")
@guard(policies.observation_planner, fresh=True)
def export_observations() -> Response:
    """Who still needs which observation by when, over everybody I accompany or observe."""
    q = request.args.get("q", "").strip()[:100]
    headings = ("Name", "Which", "Due by", "Planned for", "Observer", "Consent")
    return take_away("induction.observations", "Observations", headings, _rows(q))


def _rows(q: str) -> Iterator[tuple[Any, ...]]:
    for page in queries.every_needed(g.person, q=q):
        for item, planned in page.rows:
            row = Needed(item, planned, today())
            day = planned.planned_on if planned else item.booked_on
            name = item.induction.person.name
            yield name, item.title, item.due_on, day, row.observer, row.consent
