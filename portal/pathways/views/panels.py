"""Panels: when they meet, one with its applications, making and changing one."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.pathways import operations, policies, queries
from portal.pathways.forms.panels import ChangePanelForm, PanelForm
from portal.pathways.models import Panel
from portal.pathways.progression.dates import next_open
from portal.pathways.views.blueprint import pathways
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@pathways.get("/panels")
@guard(policies.see_panels)
def panels() -> Response:
    """When panels meet, until when to apply, and how many places are left."""
    own, day = g.person.organisation_id, today()
    coming = queries.coming_panels(own, day)
    return show(
        "pathways/panels.html",
        page=queries.panels_page(own, request.args.get("after")),
        next_open=next_open((sitting for _, sitting in coming), day),
        sitting=queries.sitting,
    )


@pathways.get("/panels/export")
@guard(policies.see_panels)
def export_panels() -> Response:
    """The panels as a file, with what the page shows."""
    rows = (
        (panel.meets_on, panel.send_by, panel.places, queries.sitting(panel, taken).left)
        for panel, taken in queries.every_panel(g.person.organisation_id)
    )
    headings = ("Panel meets", "Applications until", "Places", "Places left")
    return take_away("pathways.panels", "Panels", headings, rows)


@pathways.get("/panels/<uuid:panel_id>")
@guard(policies.see_panel, panel=Panel)
def panel(panel: Panel) -> Response:
    """One panel: who sits on it, and what was sent to it."""
    return show(
        "pathways/panel.html",
        panel=panel,
        taken=queries.places_taken(panel),
        applications=queries.applications_to(panel, g.person),
        has_conflict=policies.has_conflict,
        knows_who=policies.see_applications_to(g.person, panel),
    )


@pathways.route("/panels/new", methods=["GET", "POST"])
@guard(policies.make_panel)
def make_panel() -> Response:
    """Put the day of a panel down."""
    form = PanelForm()
    form.offer(queries.may_sit(g.person.organisation_id, today()))
    if form.validate_on_submit():
        try:
            made = operations.make_panel(g.person, **form.panel())
        except operations.NotPossibleError as refusal:
            form[refusal.field].errors = list(refusal.args)
        else:
            return done(_page(made), "The panel is put down. Its members are told.")
    return show("pathways/make_panel.html", form=form)


@pathways.route("/panels/<uuid:panel_id>/change", methods=["GET", "POST"])
@guard(policies.change_panel, panel=Panel)
def change_panel(panel: Panel) -> Response:
    """Change the days, the places or the members of a panel."""
    form = ChangePanelForm(data=ChangePanelForm.given(panel))
    offered = queries.may_sit(g.person.organisation_id, today())
    here = [member.person for member in panel.members if member.person not in offered]
    form.offer([*offered, *here])
    page = "pathways/change_panel.html"
    if form.validate_on_submit():
        if form.is_stale(panel):
            return conflict(page, over=panel, form=form, panel=panel)
        try:
            operations.change_panel(g.person, panel, **form.panel())
        except operations.NotPossibleError as refusal:
            form[refusal.field].errors = list(refusal.args)
        else:
            return done(_page(panel), "The panel is changed.")
    return show(page, form=form, panel=panel)


def _page(panel: Panel) -> str:
    return url_for(".panel", panel_id=panel.id)
