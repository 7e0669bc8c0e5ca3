"""One's own account: password, and the browsers one is signed in with."""

from typing import Any

from flask import Response, abort, g, url_for

from portal.identity import operations, policies, sessions, waits
from portal.identity.forms import AddressForm, ChangePasswordForm
from portal.identity.models import BrowserSession
from portal.identity.throttle import TooManyTriesError
from portal.identity.views.blueprint import identity
from portal.identity.views.sign_in import TOO_MANY
from portal.web.guard import guard, remember
from portal.web.pages import done, elsewhere, show

SESSIONS = "identity/_sessions.html"
NOT_RIGHT = "The current password is not right"


@identity.get("/account")
@guard(policies.account)
def account() -> Response:
    """How I sign in, and where I am signed in now."""
    return _page(ChangePasswordForm(_here().account, formdata=None))


@identity.post("/account/password")
@guard(policies.change_password)
def change_password() -> Response:
    """Change my password, and sign out everywhere else."""
    here = _here()
    form = ChangePasswordForm(here.account)
    if not form.validate():
        return _page(form)
    try:
        is_changed = operations.change_password(
            here.account, form.current_password.data, form.password.data, here
        )
    except TooManyTriesError as refusal:
        form.current_password.errors = [TOO_MANY.format(waits.in_words(refusal.wait))]
        return _page(form, status=429)
    if not is_changed:
        remember()
        form.current_password.errors = [NOT_RIGHT]
        return _page(form)
    sessions.start_session(here.account, here.agent, here.address)
    return done(url_for(".account"), "Your password is changed. Every other browser is signed out.")


@identity.post("/sessions/<uuid:session_id>/ending")
@guard(policies.end_session, session=BrowserSession, hidden=True)
def end_session(session: BrowserSession) -> Response:
    """Sign out one of my browsers."""
    sessions.end_session(g.person, session)
    if session.id == _here().id:
        sessions.leave()
        return elsewhere(url_for(".sign_in"))
    return _ended("That browser is signed out.")


@identity.post("/sessions/endings")
@guard(policies.end_other_sessions)
def end_other_sessions() -> Response:
    """Sign out all my browsers but this one."""
    here = _here()
    sessions.end_other_sessions(g.person, here.account, keep=here)
    return _ended("Every other browser is signed out.")


@identity.post("/sessions/current/stay")
@guard(policies.stay)
def stay() -> Response:
    """Go on working: the half hour begins again. The header says when the session will end."""
    sessions.stay(_here())
    return Response(status=204)


def _here() -> BrowserSession:
    return sessions.current() or abort(401)


def address_refused(said: str, status: int) -> Response:
    """My account, with why the address to sign in with stays as it is."""
    form = ChangePasswordForm(_here().account, formdata=None)
    return _page(form, status=status, said=said)


def _page(form: ChangePasswordForm, status: int | None = None, said: str = "") -> Response:
    return show("identity/account.html", form=form, status=status, said=said, **_shown())


def _ended(message: str) -> Response:
    return done(url_for(".account"), message, fragment=SESSIONS, **_shown())


def _shown() -> dict[str, Any]:
    here = _here()
    address = AddressForm(formdata=None)
    address.look_at(here.account.email, g.person.email)
    return {
        "address": address,
        "here": here,
        "account": here.account,
        "sessions": sessions.sessions_of(here.account_id),
        "ends_at": sessions.ends_at(here),
    }
