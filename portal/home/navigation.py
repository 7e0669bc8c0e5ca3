"""The navigation: the pages a person goes to every day, and only those they may open."""

from typing import Any, NamedTuple

from flask import Flask, current_app, g, request

from portal.notices.queries import unread
from portal.web.addresses import url_for
from portal.web.guard import may

SUPPORTED = ("nqsw", "worker", "assistant")
# The words, the page, and the roles of those who need it every day (nobody named: everybody).
# Others still find the page through their home page; who may open it is for its policy to say.
ENTRIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Home", "home.home", ()),
    ("My year", "induction.my_year", ("nqsw",)),
    ("My route", "routes.my_route", ("assistant",)),
    ("Writing", "standards.writing", ("nqsw",)),
    ("People I support", "mentoring.people_i_support", ()),
    ("Sessions", "mentoring.sessions", (*SUPPORTED, "coach", "mentor")),
    ("Inductions", "induction.inductions", ()),
    ("Pairings", "mentoring.pairings", ()),
    ("Consultants", "support.consultants", (*SUPPORTED, "consultant")),
    ("My pathway", "pathways.my_pathway", (*SUPPORTED, "coach", "mentor", "consultant")),
    ("Panels", "pathways.panels", ("panel", "coordinator")),
    ("My learning", "learning.my_learning", ()),
    ("Who stands where", "pathways.standing", ()),
    ("Teams", "teams.teams", ("hr", "principal", "manager", "consultant")),
    ("Practices", "practices.all_practices", ("commissioner", "principal")),
    ("Directory", "people.directory", ()),
    ("Organisation", "home.organisation", ()),
    ("Notices", "notices.notices", ()),
)


class Entry(NamedTuple):
    """One link of the navigation; it is taken apart, so that it costs every page little."""

    text: str
    href: str
    current: bool
    badge: int


def entries() -> list[Entry]:
    """The links for the person who is signed in."""
    here = request.endpoint
    return [
        Entry(
            text=text,
            href=url_for(endpoint),
            current=endpoint == here,
            badge=_unread() if endpoint == "notices.notices" else 0,
        )
        for text, endpoint, roles in ENTRIES
        if (not roles or g.person.has_role(*roles)) and may(endpoint)
    ]


def _unread() -> int:
    """How many notices I have not read; a page that knows it already has put it by."""
    known = g.get("unread")
    return unread(g.person.id) if known is None else int(known)


def init_app(app: Flask) -> None:
    """Make known to every page what stands round it."""
    app.jinja_env.globals.update(
        navigation=entries, demo_mode=lambda: bool(current_app.config["DEMO"])
    )
    app.context_processor(_organisation)


def _organisation() -> dict[str, Any]:
    person = g.get("person")
    return {"organisation_name": person.organisation.name if person else ""}
