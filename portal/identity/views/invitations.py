"""Inviting many people: who waits, and the press that lets up to 200 in."""

from typing import Any

from flask import Response, current_app, g, request

from portal.audit.views import take_away
from portal.clock import today
from portal.identity import invitations as rules
from portal.identity import links, operations, policies, queries
from portal.identity.forms import InvitingForm
from portal.identity.models import OneTimeLink
from portal.identity.operations import Pressed, RefusedError
from portal.identity.queries.invitations import ANY_ROLE, NEWLY_QUALIFIED, Sought
from portal.identity.views.blueprint import identity
from portal.identity.views.sign_in import sends_mail
from portal.people.models import Person
from portal.people.queries import teams_open
from portal.people.titles import ROLE_TITLES
from portal.web import keys
from portal.web.arguments import ids
from portal.web.downloads import download
from portal.web.filters import url_with
from portal.web.guard import guard
from portal.web.lists import CHUNK, capped_count, each_page
from portal.web.numbers import counted
from portal.web.pages import done, show

PAGE = "identity/invitations.html"
LIST = "identity/_invitees.html"
STATES = {
    rules.NOT_INVITED: "Not invited yet",
    rules.INVITED: "Invited, not signed in",
    rules.OVER: "Invitation is over",
    rules.SIGNED_IN: "Has signed in",
    rules.CLOSED: "Account closed",
}
FIRST_PAGE = "first"


@identity.get("/accounts/invitations")
@guard(policies.invitations)
def invitations() -> Response:
    """Who has not signed in yet, and inviting them."""
    return _page(InvitingForm(formdata=None))


@identity.get("/accounts/invitations/export")
@guard(policies.invitations, fresh=True)
def export_invitations() -> Response:
    """The same people as a file, with how far each has come."""
    reader, sought = g.person, _sought()
    rows = (
        (each.name, each.email, STATES[each.state], each.invited_at)
        for page in each_page(
            lambda after: queries.invitees(reader, sought, after=after, size=CHUNK)
        )
        for each in page.rows
    )
    headings = ("Name", "Work e-mail", "How far", "Invited on")
    return take_away("identity.invitations", "Signing in", headings, rows)


@identity.post("/accounts/invitations")
@guard(policies.invitations, fresh=True)
def invite_each() -> Response:
    """Invite everybody ticked; without mail their links are in this answer, and nowhere else."""
    form = InvitingForm()
    if not form.validate():
        return _page(form)
    owners = queries.owners(g.person.organisation_id, ids(form.people.data, len(form.people.data)))
    handed = "mail" if sends_mail() else "file" if request.form.get("answer") == "csv" else "page"
    try:
        pressed = operations.invite_each(owners, g.person, handed=handed)
    except RefusedError as refusal:
        form.people.errors = [str(refusal)]
        return _page(form)
    location = url_with(tick=None)
    if handed == "mail" and not pressed.refused:
        return done(
            location, f"{counted(len(owners), 'invitation is', 'invitations are')} on the way."
        )
    keys.keep(location)
    return _handed_over(pressed, handed, location)


def _handed_over(pressed: Pressed, handed: str, location: str) -> Response:
    """What came of it. Without mail each link stands here this once: no page shows it again."""
    portal = current_app.config["PORTAL_URL"]
    links_made = [(person, _address(link), link.expires_at) for person, link in pressed.links]
    if handed == "file" and not pressed.refused:
        rows = [(p.name, p.email, address, until, portal) for p, address, until in links_made]
        headings = ("Name", "Signs in as", "Link, works once", "Works until", "Portal")
        return download("invitations", headings, rows, "csv")
    return show(
        "identity/links_shown.html",
        mailed=handed == "mail",
        links=links_made,
        refused=pressed.refused,
        portal=portal,
        location=location,
    )


def _address(link: OneTimeLink) -> str:
    return f"{current_app.config['PORTAL_URL']}{links.path_to(link)}"


def _page(form: InvitingForm) -> Response:
    reader: Person = g.person
    sought = _sought()
    after = request.args.get("after")
    number, more = capped_count(queries.waiting(reader.organisation_id, sought))
    page = queries.invitees(reader, sought, after=after)
    ticked = set(form.people.data or ())
    if request.args.get("tick") == (after or FIRST_PAGE) and not form.is_submitted():
        ticked = {str(each.id) for each in page.rows if each.can_be_invited}
    return show(
        PAGE,
        fragment=LIST,
        form=form,
        page=page,
        number=number,
        more=more,
        sought=sought,
        ticked=ticked,
        tick_all=after or FIRST_PAGE,
        states=STATES,
        teams=teams_open(reader.organisation_id),
        roles=_roles(),
        sends_mail=sends_mail(),
        today=today(),
    )


def _roles() -> dict[str, str]:
    first = {ANY_ROLE: "Holds any role", NEWLY_QUALIFIED: "Newly qualified, by role or job title"}
    return {**first, **ROLE_TITLES}


def _sought() -> Sought:
    asked: dict[str, Any] = {
        "query": " ".join(request.args.get("q", "").split())[:200],
        "team_id": next(iter(ids([request.args.get("team", "")])), None),
        "role": request.args.get("role", ""),
        "state": request.args.get("state", ""),
    }
    asked["role"] = asked["role"] if asked["role"] in _roles() else ""
    asked["state"] = asked["state"] if asked["state"] in STATES else ""
    return Sought(**asked)
