"""The session of the browser that asks: its cookie, who is signed in there, and until when.

Flask-Login is known here; the guard asks it who is there.
"""

from datetime import datetime
from secrets import token_urlsafe

import flask
from flask import Flask, Response, current_app, g, has_request_context, request
from flask_login import LoginManager, current_user, login_user
from sqlalchemy.exc import OperationalError

from portal import database
from portal.clock import now
from portal.database import db
from portal.identity import lifetimes
from portal.identity.models import Account, BrowserSession
from portal.identity.sessions import rows
from portal.web.guard import rule_of

CSRF = "csrf_token"  # Flask-WTF's own place for it


class _Sessions(LoginManager):
    """Flask-Login without its "remember me", whose look at every answer ties files to cookies."""

    def _update_remember_cookie(self, response: Response) -> Response:
        return response


def init_app(app: Flask) -> None:
    """Let Flask-Login find who is signed in by the token in the cookie."""
    # An error page must be written without the database, so no page loads anybody by itself.
    manager = _Sessions(app, add_context_processor=False)
    manager.session_protection = None
    manager.user_loader(_found)
    app.after_request(_note)
    app.jinja_env.globals["session_ends"] = lambda: g.get("session_ends") or ""
    app.jinja_env.globals["reading"] = reading


def start_session(account: Account, agent: str, address: str) -> str:
    """Open a session of this account and answer its token, which nothing else keeps.

    Inside a request the browser that asks is signed in: what it held before is ended and
    forgotten, so that a token or cookie planted earlier is worth nothing.
    """
    opened = BrowserSession(
        organisation_id=account.organisation_id,
        account_id=account.id,
        agent=agent[:80],
        address=address[:45],
        started_at=now(),
        seen_at=now(),
    )
    opened.account = account
    opened.token = token_urlsafe(32)
    opened.token_hash = rows.hash_of(opened.token)
    db.session.add(opened)
    db.session.flush()
    if has_request_context():
        _replace(opened)
    return opened.token


def renew(earlier: BrowserSession) -> None:
    """Open a new session in this browser in place of its own: its owner proved who they are.

    The token against forged requests stays, so that forms open in other tabs can still be sent.
    """
    token = flask.session.get(CSRF)
    start_session(earlier.account, earlier.agent, earlier.address)
    if token is not None:
        flask.session[CSRF] = token


def _replace(opened: BrowserSession) -> None:
    earlier = rows.row_of(token_in_cookie())
    if earlier is not None and earlier.ended_at is None:
        earlier.ended_at = now()
    flask.session.clear()
    login_user(opened)
    g.session_ends = _in_words(rows.ends_at(opened))


def stay(session: BrowserSession) -> None:
    """Begin the half hour again because its owner asked for it."""
    rows.touch(session.id, now())
    g.deed = None
    g.session_ends = _in_words(lifetimes.ends_at(session.started_at, now()))


def leave() -> None:
    """Take everything of ours out of this browser's cookie."""
    flask.session.clear()
    g.person = None
    g.session_ends = None


def current() -> BrowserSession | None:
    """The session of the browser that asks, if somebody is signed in there."""
    if not current_user.is_authenticated:
        return None
    session: BrowserSession = current_user._get_current_object()
    return session


def reading() -> list[str]:
    """How whoever reads this page likes to read: "hyperlegible", "wide", "dark" and the like.

    From the account that the request has loaded anyway. A stranger, and a page that says that
    something went wrong, reads as the portal comes.
    """
    here = current() if g.get("person") else None
    if here is None:
        return []
    account = here.account
    chosen = (account.reading_font, account.reading_spacing, account.reading_background)
    return [choice for choice in chosen if choice]


def token_in_cookie() -> str | None:
    """The token that this browser holds, whether or not it still opens anything."""
    # Flask-Login's own place for what get_id() answered.
    token = flask.session.get("_user_id")
    return token if isinstance(token, str) else None


def _in_words(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _found(token: str) -> BrowserSession | None:
    """Who is signed in, for Flask-Login."""
    moment = now()
    found = rows.load_session(token, moment)
    if found is None:
        return None
    g.deed = None
    end = rows.ends_at(found)
    if lifetimes.is_worth_noting(found.seen_at, moment) and _is_a_deed():
        g.deed = found.id
        end = lifetimes.ends_at(found.started_at, moment)
    g.session_ends = _in_words(end)
    return found


def _is_a_deed() -> bool:
    """Whether a person did something: not a prefetch, not polling, not a picture or a script."""
    rule = rule_of(current_app.view_functions.get(request.endpoint or ""))
    is_public = rule is None or rule.policy is None
    fetched = "prefetch" in request.headers.get("Sec-Purpose", "")
    return not (is_public or fetched or request.headers.get("X-Polling"))


def _note(response: Response) -> Response:
    """Write the deed down, after the request's own transaction and at most once a minute."""
    session_id = g.pop("deed", None)
    if session_id is not None:
        try:
            db.session.rollback()
            database.write()
            rows.touch(session_id, now())
            database.commit()
        except OperationalError:
            db.session.rollback()
    return response
