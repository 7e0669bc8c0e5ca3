"""Other people's accounts, for administrators, and invitations, for HR too."""

from flask import Response, current_app, flash, g, url_for

from portal.identity import links, operations, policies, queries, sessions
from portal.identity.models import OneTimeLink
from portal.identity.operations import RefusedError
from portal.identity.views.blueprint import identity
from portal.identity.views.sign_in import sends_mail
from portal.people.models import Person
from portal.web.guard import guard
from portal.web.pages import done, elsewhere, show


@identity.get("/people/<uuid:person_id>/account")
@guard(policies.account_of, person=Person)
def account_of(person: Person) -> Response:
    """How somebody signs in, and what can be done about it."""
    account = queries.account_of(person)
    browsers = len(sessions.sessions_of(account.id)) if account else 0
    return show(
        "identity/account_of.html",
        person=person,
        account=account,
        browsers=browsers,
        sends_mail=sends_mail(),
    )


@identity.post("/people/<uuid:person_id>/invitation")
@guard(policies.invite, person=Person, fresh=True)
def invite(person: Person) -> Response:
    """Invite somebody to choose a password; without mail the link is shown here, once."""
    try:
        link = operations.invite(person, g.person)
    except RefusedError as refusal:
        return _refused(person, refusal)
    return _handed_over(person, link, f"An invitation is on its way to {person.name}.")


@identity.post("/people/<uuid:person_id>/password-reset")
@guard(policies.make_reset, person=Person, fresh=True)
def make_reset(person: Person) -> Response:
    """Let somebody choose a new password; without mail the link is shown here, once."""
    try:
        link = operations.make_reset(person, g.person)
    except RefusedError as refusal:
        return _refused(person, refusal)
    return _handed_over(person, link, f"A link for a new password is on its way to {person.name}.")


@identity.post("/people/<uuid:person_id>/sessions/endings")
@guard(policies.end_sessions_of, person=Person)
def end_sessions_of(person: Person) -> Response:
    """Sign somebody out everywhere."""
    operations.end_sessions_of(person, g.person)
    return done(_page_of(person), f"{person.name} is signed out everywhere.")


@identity.post("/people/<uuid:person_id>/account/closing")
@guard(policies.close_account, person=Person, fresh=True)
def close_account(person: Person) -> Response:
    """Close somebody's account: they are signed out and cannot sign in."""
    try:
        operations.close_account(person, g.person)
    except RefusedError as refusal:
        return _refused(person, refusal)
    return done(_page_of(person), f"The account of {person.name} is closed.")


@identity.post("/people/<uuid:person_id>/account/reopening")
@guard(policies.reopen_account, person=Person, fresh=True)
def reopen_account(person: Person) -> Response:
    """Let somebody sign in again."""
    try:
        operations.reopen_account(person, g.person)
    except RefusedError as refusal:
        return _refused(person, refusal)
    return done(_page_of(person), f"{person.name} can sign in again.")


def _handed_over(person: Person, link: OneTimeLink, message: str) -> Response:
    """Say that the mail is on its way or, without mail, show the link this once."""
    if sends_mail():
        return done(_page_of(person), message)
    address = f"{current_app.config['PORTAL_URL']}{links.path_to(link)}"
    return show("identity/link_shown.html", person=person, link=link, address=address)


def _refused(person: Person, refusal: RefusedError) -> Response:
    flash(str(refusal))
    return elsewhere(_page_of(person))


def _page_of(person: Person) -> str:
    return url_for(".account_of", person_id=person.id)
