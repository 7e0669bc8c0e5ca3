"""What a team works on in particular: chosen by whoever manages in it."""

from flask import Response, g, url_for

from portal.people.models import Unit
from portal.people.strengths import GROUPS
from portal.teams import operations, policies, queries
from portal.teams.forms.strands import StrandsForm
from portal.teams.views.blueprint import teams as blueprint
from portal.web.guard import guard
from portal.web.pages import done, show


@blueprint.route("/teams/<uuid:unit_id>/strands", methods=["GET", "POST"])
@guard(policies.choose_strands, unit=Unit)
def choose_strands(unit: Unit) -> Response:
    """Choose what a team works on; people find it by that."""
    form = StrandsForm(data={"strands": queries.strands_of([unit.id])[unit.id]})
    if form.is_submitted() and form.validate():
        operations.choose_strands(g.person, unit, form.strands.data or [])
        return done(url_for(".team", unit_id=unit.id), f"What {unit.name} works on is kept.")
    return show("teams/choose_strands.html", form=form, unit=unit, groups=GROUPS)
