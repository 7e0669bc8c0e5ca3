"""One-time links: choosing a first or a new password, without having signed in."""

from flask import Response

from portal.identity import links, operations, sessions, waits
from portal.identity.forms import NewPasswordForm
from portal.identity.throttle import TooManyTriesError
from portal.identity.views.blueprint import identity
from portal.identity.views.sign_in import TOO_MANY, address, browser_name
from portal.web.guard import public
from portal.web.pages import done, show

OWNER = "whoever holds the link that was sent to the owner of the account"


@identity.get("/one-time/<string:token>")
@public(OWNER)
def one_time(token: str) -> Response:
    """Where the owner of a link chooses a password. Looking uses nothing up."""
    opened = links.opened_by(token)
    if opened is None:
        return show("identity/link_over.html", status=404)
    return _page(token, NewPasswordForm(opened[1], formdata=None), opened[0].purpose)


@identity.post("/one-time/<string:token>", endpoint="set_password")
@public(OWNER)
def set_password(token: str) -> Response:
    """Set the password, once, and sign its owner in."""
    opened = links.opened_by(token)
    if opened is None:
        return show("identity/link_over.html", status=404)
    form = NewPasswordForm(opened[1])
    if not form.validate():
        return _page(token, form, opened[0].purpose)
    try:
        account = operations.set_password(token, form.password.data, address())
    except TooManyTriesError as refusal:
        form.password.errors = [TOO_MANY.format(waits.in_words(refusal.wait))]
        return _page(token, form, opened[0].purpose, status=429)
    if account is None:
        return show("identity/link_over.html", status=404)
    sessions.start_session(account, browser_name(), address())
    return done("/", "Your password is set and you are signed in.")


def _page(token: str, form: NewPasswordForm, purpose: str, status: int | None = None) -> Response:
    return show(
        "identity/one_time.html",
        form=form,
        status=status,
        token=token,
        owner=form.account,
        is_first=purpose == "invitation",
    )
