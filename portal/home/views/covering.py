"""Naming who covers for a coach or mentor: here, because who assesses whom is known only here."""

from flask import Response, g, url_for

from portal.clock import today
from portal.home import policies
from portal.home.views.blueprint import home
from portal.induction.queries import assessors_of
from portal.mentoring import operations, queries
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.forms import CoverForm
from portal.mentoring.models import Pairing
from portal.web.guard import guard
from portal.web.pages import done, show


@home.route("/pairings/<uuid:pairing_id>/cover", methods=["GET", "POST"])
@guard(policies.name_cover, pairing=Pairing)
def name_cover(pairing: Pairing) -> Response:
    """Name who covers for the coach or mentor of a pairing, from a day until another."""
    form = CoverForm()
    coaches = queries.coaches(pairing.organisation_id, today())
    form.offer([each for each in coaches if not pairing.joins(each.person)])
    if form.validate_on_submit():
        assessors = assessors_of([pairing.supported_id])
        try:
            made = operations.name_cover(g.person, pairing, **form.cover(), assessors=assessors)
        except operations.ImpossibleCoverError as refusal:
            field, said = refusal.args
            form[field].errors = [said]
        except NotEligibleError as refusal:
            form.coach.errors = list(refusal.args)
        else:
            shown = url_for("mentoring.pairing", pairing_id=pairing.id)
            return done(shown, f"{made.coach.name} covers for {pairing.coach.name}.")
    return show("home/name_cover.html", form=form, pairing=pairing)
