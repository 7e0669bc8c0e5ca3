"""How much a team carries for others: it needs induction and mentoring, which teams do not know."""

from flask import Response

from portal.clock import today
from portal.home import policies
from portal.home.queries.team_load import load_of
from portal.home.views.blueprint import home
from portal.people.models import Unit
from portal.web.guard import guard
from portal.web.pages import show


@home.get("/teams/<uuid:unit_id>/load")
@guard(policies.team_load, unit=Unit)
def team_load(unit: Unit) -> Response:
    """Whom the people of a team support and assess, and who is new in it, as numbers."""
    return show(
        "home/team_load.html",
        fragment="home/_team_load.html",
        unit=unit,
        load=load_of(unit.id, today()),
    )
