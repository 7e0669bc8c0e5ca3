"""Pausing a pairing, and going on."""

from flask import Response, g

from portal.mentoring import operations, policies
from portal.mentoring.forms import PauseForm
from portal.mentoring.models import Pairing, PairPause
from portal.mentoring.views.answers import page_of_pairing
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import done, show


@mentoring.route("/pairings/<uuid:pairing_id>/pause", methods=["GET", "POST"])
@guard(policies.pause_pairing, pairing=Pairing)
def pause_pairing(pairing: Pairing) -> Response:
    """Pause a pairing from a day, until another or until one of the two goes on."""
    form = PauseForm()
    if form.validate_on_submit():
        try:
            operations.pause_pairing(g.person, pairing, **form.pause())
        except operations.PausedAlreadyError:
            form.started_on.errors = ["It is paused already. Go on first, then pause it anew"]
        else:
            return done(page_of_pairing(pairing), f"The {pairing.kind} is paused.")
    return show("mentoring/pause_pairing.html", form=form, pairing=pairing)


@mentoring.post("/pairings/pauses/<uuid:pause_id>/resumption")
@guard(policies.resume_pairing, pause=PairPause)
def resume_pairing(pause: PairPause) -> Response:
    """Let a pairing go on from today."""
    pairing = pause.pairing
    operations.resume_pairing(g.person, pause)
    return done(page_of_pairing(pairing), f"The {pairing.kind} goes on.")
