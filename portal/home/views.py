"""The pages of home: my own, one person's, and the three that explain the portal."""

from flask import Blueprint, Response, g

from portal.clock import today
from portal.home import gathering, policies
from portal.home.about import about
from portal.people.models import Person
from portal.people.policies import see_person
from portal.web import days
from portal.web.guard import guard, public
from portal.web.pages import show

home = Blueprint("home", __name__)

EXPLAINS = "it explains the portal and holds nothing about anybody"


@home.get("/", endpoint="home")
@guard(policies.home)
def home_page() -> Response:
    """What needs me now, what is coming, my people or my record, what changed."""
    return show(
        "home/home.html",
        page=gathering.home_of(g.person, today()),
        distance=days.distance,
        tone=days.tone,
    )


@home.get("/people/<uuid:person_id>")
@guard(see_person, person=Person)
def person(person: Person) -> Response:
    """One person: their work, and what I may see and do as whoever I am to them."""
    return show("home/person.html", about=about(g.person, person, today()))


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
