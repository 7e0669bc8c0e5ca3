"""Confirming that it is still the same person, and going on with what they were about to do."""

from flask import Response, abort, request

from portal.identity import operations, policies, sessions, waits
from portal.identity.carried import Carried, unpack
from portal.identity.forms import ConfirmationForm
from portal.identity.models import BrowserSession
from portal.identity.next_path import same_site
from portal.identity.throttle import TooManyTriesError
from portal.identity.views.blueprint import identity
from portal.identity.views.sign_in import TOO_MANY, address
from portal.web.guard import guard, remember
from portal.web.pages import elsewhere, show

NOT_RIGHT = "The password is not right. Check it and try again."


@identity.get("/account/confirmation")
@guard(policies.confirm)
def confirmation() -> Response:
    """Where somebody who signed in a while ago says again who they are."""
    return confirmation_page(request.args.get("next"))


@identity.post("/account/confirmation")
@guard(policies.confirm)
def confirm() -> Response:
    """Take the password for proof, and go on to where the person was going."""
    here, form = sessions.current() or abort(401), ConfirmationForm()
    if not form.validate():
        return _again(form)
    try:
        is_right = operations.confirm(here.account, form.password.data, address())
    except TooManyTriesError as refusal:
        form.password.errors = [TOO_MANY.format(waits.in_words(refusal.wait))]
        response = _again(form, status=429)
        response.headers["Retry-After"] = str(refusal.wait)
        return response
    if not is_right:
        remember()
        form.password.errors = [NOT_RIGHT]
        return _again(form)
    return _go_on(here, same_site(form.next.data), unpack(form.carried.data))


def confirmation_page(
    next: str | None = None, carried: str = "", status: int | None = None
) -> Response:
    """The page that asks for the password again, perhaps with words in hand."""
    form = ConfirmationForm(formdata=None, next=same_site(next), carried=carried)
    return show("identity/confirmation.html", form=form, status=status)


def _go_on(here: BrowserSession, following: str, carried: Carried | None) -> Response:
    """To the page; a form and a file wait for one more press, since no page stands behind them."""
    account_id = here.account_id
    sessions.renew(here)
    if carried is not None and carried.belongs_to(account_id):
        return show("identity/confirmed.html", carried=carried, next=following)
    if following.partition("?")[0].endswith("/export"):
        return show("identity/confirmed.html", file=following)
    return elsewhere(following)


def _again(form: ConfirmationForm, status: int | None = None) -> Response:
    form.next.data = same_site(form.next.data)
    form.carried.data = form.carried.data if unpack(form.carried.data) else ""
    return show("identity/confirmation.html", form=form, status=status)
