"""What a request hears that needs somebody signed in, and has nobody."""

from urllib.parse import urlsplit

from flask import Flask, Response, make_response, request, url_for

from portal.identity import carried, sessions
from portal.identity.next_path import same_site
from portal.identity.views import sign_in_page
from portal.web.guard import SAFE
from portal.web.pages import elsewhere, wants_fragment


def init_app(app: Flask) -> None:
    """Let the guard send strangers to sign in."""
    app.login_manager.unauthorized_handler(ask_to_sign_in)  # type: ignore[attr-defined]


def ask_to_sign_in() -> Response:
    """Send a reader to sign in and back; ask a writer to sign in with the words in hand.

    A request by htmx is answered 401, which replaces nothing on the page, and sends the whole
    browser: a form is first sent again as a whole page (see app.js), so that it is carried.
    """
    if request.method not in SAFE and not wants_fragment():
        row = sessions.row_of(sessions.token_in_cookie())
        words = carried.pack(
            request.full_path.rstrip("?"),
            request.form.items(multi=True),
            row.account_id if row else None,
        )
        return sign_in_page(_page_before(), words, status=401, ended=True)
    following = _page_before() if wants_fragment() else same_site(request.full_path.rstrip("?"))
    response = elsewhere(url_for("identity.sign_in", next=following))
    if wants_fragment():
        response.status_code = 401
    return make_response(response)


def _page_before() -> str:
    """The page that the person was on."""
    parts = urlsplit(request.referrer or "")
    return same_site(parts.path + (f"?{parts.query}" if parts.query else ""))
