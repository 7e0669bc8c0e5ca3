"""Signing in, signing out, and asking for a new password."""

from flask import Response, current_app, flash, g, request, url_for

from portal.identity import operations, sessions, waits
from portal.identity.agents import describe
from portal.identity.carried import Carried, unpack
from portal.identity.forms import EmailForm, SignInForm
from portal.identity.models import Account
from portal.identity.next_path import same_site
from portal.identity.throttle import TooManyTriesError
from portal.identity.views import pace
from portal.identity.views.blueprint import identity
from portal.web.guard import public, remember
from portal.web.pages import elsewhere, show

WRONG = "The e-mail address or the password is not right. Check both and try again."
TOO_MANY = "There were too many tries. You can try again {}."
STRANGER = "a person who is not signed in says who they are"


@identity.get("/sign-in")
@public(STRANGER)
def sign_in() -> Response:
    """Where a person says who they are."""
    if g.person is not None:
        return elsewhere(same_site(request.args.get("next")))
    return sign_in_page(request.args.get("next"))


@identity.post("/sign-in", endpoint="start_session")
@public(STRANGER)
def start_session() -> Response:
    """Sign in, and go on to where the person was going."""
    pace.begin()
    form = SignInForm()
    if not form.validate():
        return _sign_in_again(form)
    try:
        account = operations.sign_in(form.email.data, form.password.data, address())
    except TooManyTriesError as refusal:
        return _sign_in_later(form, refusal)
    if account is None:
        remember()
        pace.even_out()
        form.email.errors = [WRONG]
        return _sign_in_again(form)
    return _welcome(account, same_site(form.next.data), unpack(form.carried.data))


@identity.post("/sign-out")
@public("it ends whatever session the browser still holds")
def sign_out() -> Response:
    """End this browser's session, here and on the server."""
    session = sessions.current()
    if session is not None:
        operations.sign_out(session, session.person)
    sessions.leave()
    flash("You are signed out.")
    response = elsewhere(url_for(".sign_in"))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@identity.get("/forgotten-password")
@public("a person who cannot sign in asks for a new password")
def forgotten_password() -> Response:
    """Where a person asks for a new password."""
    return _forgotten(EmailForm())


@identity.post("/forgotten-password", endpoint="ask_for_reset")
@public("a person who cannot sign in asks for a new password")
def ask_for_reset() -> Response:
    """Mail a link to the owner of the address; the answer is the same for every address."""
    pace.begin()
    form = EmailForm()
    if not form.validate() or not sends_mail():
        return _forgotten(form)
    try:
        operations.ask_for_reset(form.email.data, address())
    except TooManyTriesError as refusal:
        form.email.errors = [TOO_MANY.format(waits.in_words(refusal.wait))]
        return _too_many(_forgotten(form, status=429), refusal)
    pace.even_out()
    return show("identity/reset_asked.html", email=form.email.data)


def sign_in_page(
    next: str | None = None, carried: str = "", status: int | None = None, ended: bool = False
) -> Response:
    """The sign-in page, for somebody on the way to a page, perhaps with words in hand."""
    form = SignInForm(formdata=None, next=same_site(next), carried=carried)
    return show("identity/sign_in.html", form=form, status=status, ended=ended)


def browser_name() -> str:
    """The browser that asks, in the words its owner knows it by."""
    return describe(request.user_agent.string)


def address() -> str:
    """Where the request comes from."""
    return request.remote_addr or ""


def sends_mail() -> bool:
    """Whether links reach people by mail (in the demonstration, by its outbox)."""
    return bool(current_app.config["MAIL_URL"] or current_app.config["DEMO"])


def _welcome(account: Account, following: str, carried: Carried | None) -> Response:
    sessions.start_session(account, browser_name(), address())
    if carried is None or not carried.belongs_to(account.id):
        return elsewhere(following)
    g.person = account.person
    return show(
        "identity/resume.html",
        path=carried.path,
        fields=carried.fields,
        answers=carried.answers,
        next=following,
    )


def _sign_in_again(form: SignInForm, status: int | None = None) -> Response:
    form.next.data = same_site(form.next.data)
    form.carried.data = form.carried.data if unpack(form.carried.data) else ""
    return show("identity/sign_in.html", form=form, status=status)


def _sign_in_later(form: SignInForm, refusal: TooManyTriesError) -> Response:
    form.email.errors = [TOO_MANY.format(waits.in_words(refusal.wait))]
    return _too_many(_sign_in_again(form, status=429), refusal)


def _too_many(response: Response, refusal: TooManyTriesError) -> Response:
    response.headers["Retry-After"] = str(refusal.wait)
    return response


def _forgotten(form: EmailForm, status: int | None = None) -> Response:
    return show(
        "identity/forgotten_password.html", form=form, status=status, sends_mail=sends_mail()
    )
