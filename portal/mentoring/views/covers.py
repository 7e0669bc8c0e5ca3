"""Ending a cover before its last day; naming one belongs to home, which knows who assesses."""

from flask import Response, g

from portal.mentoring import operations, policies
from portal.mentoring.models import Pairing
from portal.mentoring.views.answers import page_of_pairing
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import done


@mentoring.post("/pairings/<uuid:pairing_id>/cover-ending")
@guard(policies.end_cover, pairing=Pairing)
def end_cover(pairing: Pairing) -> Response:
    """End a cover with today as its last day."""
    operations.end_cover(g.person, pairing)
    shown = pairing if policies.see_pairing(g.person, pairing) else pairing.covered
    return done(page_of_pairing(shown), f"{pairing.coach.name} no longer covers.")
