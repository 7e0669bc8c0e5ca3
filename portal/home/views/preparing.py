"""The page that one of a pair reads before they meet."""

from flask import Response, g

from portal.clock import today
from portal.home import policies
from portal.home.preparing import preparation
from portal.home.views.blueprint import home
from portal.mentoring.models import Pairing
from portal.web.guard import guard
from portal.web.pages import show


@home.get("/pairings/<uuid:pairing_id>/prepare")
@guard(policies.prepare, hidden=True, pairing=Pairing)
def prepare(pairing: Pairing) -> Response:
    """What to bring, what was agreed, what comes next, and the way to the quick log."""
    return show("home/prepare.html", page=preparation(g.person, pairing, today()))
