"""The pages of home: my own, one person's, and the three that explain the portal."""

from flask import Response, current_app, g, request

from portal.clock import today
from portal.home import gathering, matrix, policies, record_fields
from portal.home import organisation as hub
from portal.home.about import about
from portal.home.first_steps import CONCERNED, Checklist, checklist
from portal.home.queries.first_steps import facts
from portal.home.queries.organisation import figures
from portal.home.views.blueprint import home
from portal.people.models import Person
from portal.people.policies import see_person
from portal.people.titles import ROLE_TITLES
from portal.web import days
from portal.web.guard import guard, may, public
from portal.web.pages import show

EXPLAINS = "it explains the portal and holds nothing about anybody"


@home.get("/", endpoint="home")
@guard(policies.home)
def home_page() -> Response:
    """What needs me now, what is coming, my people or my record, what changed."""
    page = gathering.home_of(g.person, today())
    g.unread = page.unread
    return show(
        "home/home.html",
        page=page,
        distance=days.distance,
        tone=days.tone,
    )


@home.get("/people/<uuid:person_id>")
@guard(see_person, person=Person)
def person(person: Person) -> Response:
    """One person: their work, and what I may see and do as whoever I am to them."""
    return show("home/person.html", about=about(g.person, person, today()))


@home.get("/organisation/access")
@guard(policies.access_matrix)
def access_matrix() -> Response:
    """Who may see and do what here, one part of the portal at a time, drawn from the rules."""
    house = g.person.organisation
    areas = matrix.areas(current_app, house)
    parts = areas | {"record": "A person's record", "open": "Open without signing in"}
    asked, role = request.args.get("part", ""), request.args.get("role", "")
    part = asked if asked in parts else next(iter(parts))
    return show(
        "home/access_matrix.html",
        shown=parts,
        part=part,
        lines=matrix.lines(current_app, house, today(), part) if part in areas else [],
        public=matrix.public(current_app),
        off=matrix.switched_off(house),
        fields=record_fields.FIELDS,
        readers=record_fields.READERS,
        role=role if role in ROLE_TITLES else "",
        titles=ROLE_TITLES,
    )


@home.get("/organisation")
@guard(policies.organisation)
def organisation() -> Response:
    """Where people, roles and settings are kept: only what the reader may open."""
    groups = [
        (title, [entry for entry in entries if may(entry.endpoint)])
        for title, entries in hub.GROUPS
    ]
    asked = {entry.figure for _, entries in groups for entry in entries}
    return show(
        "home/organisation.html",
        groups=[(title, entries) for title, entries in groups if entries],
        figures=figures(g.person.organisation_id, today(), asked),
        steps=_steps(),
        roles=ROLE_TITLES,
    )


@home.get("/organisation/first-steps")
@guard(policies.first_steps)
def first_steps() -> Response:
    """What an organisation begins with, and how far it is."""
    return show("home/first_steps.html", steps=_steps())


def _steps() -> Checklist:
    roles = [role for role in CONCERNED if g.person.has_role(role)]
    return checklist(facts(g.person, today()), roles)


@home.get("/help", endpoint="help")
@public(EXPLAINS)
def help_page() -> Response:
    """How to use the portal, and whom to ask."""
    return show("home/help.html")


@home.get("/privacy")
@public(EXPLAINS)
def privacy() -> Response:
    """What the portal holds about people, who sees it, and for how long."""
    return show("home/privacy.html")


@home.get("/accessibility")
@public(EXPLAINS)
def accessibility() -> Response:
    """How accessible the portal is, and what to do where it is not."""
    return show("home/accessibility.html")
