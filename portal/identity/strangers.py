"""What a request hears that needs somebody signed in and has nobody, or needs a fresher proof."""

from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask, Response, make_response, request, url_for

from portal.identity import carried, sessions
from portal.identity.next_path import same_site
from portal.identity.views import confirmation_page, sign_in_page
from portal.web.guard import SAFE
from portal.web.pages import elsewhere, wants_fragment


def init_app(app: Flask) -> None:
    """Let the guard send strangers to sign in, and whoever signed in long ago to confirm it."""
    app.login_manager.unauthorized_handler(ask_to_sign_in)  # type: ignore[attr-defined]
    app.login_manager.needs_refresh_handler(ask_to_confirm)  # type: ignore[attr-defined]


def ask_to_sign_in() -> Response:
    """Send a reader to sign in and back; ask a writer to sign in with the words in hand.

    A request by htmx is answered 401, which replaces nothing on the page, and sends the whole
    browser: a form is first sent again as a whole page (see app.js), so that it is carried.
    """
    if request.method not in SAFE and not wants_fragment():
        row = sessions.row_of(sessions.token_in_cookie())
        words = _words_of(row.account_id if row else None)
        return sign_in_page(_page_before(), words, status=401, ended=True)
    return _sent_to("identity.sign_in")


def ask_to_confirm() -> Response:
    """Ask for the password again, in the same two ways; what was typed comes along (T26)."""
    if request.method not in SAFE and not wants_fragment():
        here = sessions.current()
        words = _words_of(here.account_id if here else None)
        return confirmation_page(_page_before(), words, status=401)
    return _sent_to("identity.confirmation")


def _words_of(account_id: UUID | None) -> str:
    path = request.full_path.rstrip("?")
    return carried.pack(path, request.form.items(multi=True), account_id)


def _sent_to(endpoint: str) -> Response:
    following = _page_before() if wants_fragment() else same_site(request.full_path.rstrip("?"))
    response = elsewhere(url_for(endpoint, next=following))
    if wants_fragment():
        response.status_code = 401
    return make_response(response)


def _page_before() -> str:
    """The page that the person was on."""
    parts = urlsplit(request.referrer or "")
    return same_site(parts.path + (f"?{parts.query}" if parts.query else ""))
