"""Error pages in plain words, each with a way back and a reference to tell the administrator."""

from secrets import token_hex
from traceback import format_tb

from flask import Flask, Response, current_app, g, make_response, render_template
from flask.globals import request_ctx
from flask_wtf.csrf import CSRFError
from htmx_flask import request
from sqlalchemy.exc import OperationalError, TimeoutError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, SecurityError

from portal.database import db
from portal.web import typed
from portal.web.actor import Actor
from portal.web.guard import signed_in

MIB = 1024 * 1024
WORDS = {
    400: ("We could not read that request", "Go back, reload the page and try again."),
    401: ("Sign in to go on", "Your session has ended."),
    403: (
        "This is not yours to open",
        "You do not have access. If you think you should, ask your administrator.",
    ),
    404: ("Page not found", "Check the address. The page may have moved, or may not be yours."),
    405: ("That cannot be done here", "Go back and use the buttons on the page."),
    409: (
        "Somebody else changed this",
        "Open the page again to see what it says now, then make your change.",
    ),
    413: ("That is too large", "Make it smaller or split it, then send it again."),
    415: ("We cannot read that kind of file", "Save it in the form that the page asks for."),
    429: ("Too many tries", "Wait a few minutes, then try again."),
    500: ("Something went wrong", "Nothing was saved. Try again in a moment."),
    503: ("The portal is busy", "Nothing was saved. Try again in a few seconds."),
}


def init_app(app: Flask) -> None:
    """Answer every error with the error page."""
    app.register_error_handler(HTTPException, _expected)
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(OperationalError, _busy)
    app.register_error_handler(TimeoutError, _busy)
    app.register_error_handler(StaleDataError, _overtaken)
    app.register_error_handler(Exception, _unexpected)


def page(status: int, text: str = "") -> Response:
    """The error page for this status, with the usual words or with better ones."""
    title, usual = WORDS.get(status, WORDS[400 if status < 500 else 500])
    reference = token_hex(4)
    if status >= 500:
        current_app.logger.error("Answered %s, reference %s", status, reference)
    if "person" not in g or status >= 500:
        g.person = _reader(status)
    body = render_template(
        "web/error.html", status=status, title=title, text=text or usual, reference=reference,
        typed=_typed(status), back=_form_of() if status == 413 else "",
    )  # fmt: skip
    response = make_response(body, status)
    if status in {429, 503}:
        response.headers["Retry-After"] = "5" if status == 503 else "90"
    return response


def _too_large() -> str:
    """How much may be sent here, where that is what was exceeded."""
    most, sent = request.max_content_length, request.content_length
    if most is None or sent is None or sent <= most:
        return ""
    limit = f"{most // MIB} MB" if most >= MIB else f"{most // 1000} KB"
    return (
        f"At most {limit} can be sent here at once, and this was more. Nothing was saved. Make it "
        "smaller or split it, then send it again."
    )


def _form_of() -> str:
    """The address of the form that was sent, where it is a page; "" otherwise."""
    adapter = request_ctx.url_adapter
    return request.path if adapter and adapter.test(request.path, "GET") else ""


def _typed(status: int) -> list[str]:
    """What was typed and not saved, for whoever is signed in and typed it.

    A stranger gets nothing back: the words could be those of whoever led them here.
    """
    return typed.words() if status != 413 and g.get("person") is not None else []


def _reader(status: int) -> Actor | None:
    """Who reads the error page, where the database is well enough to say."""
    if status >= 500:
        return None
    try:
        return signed_in()
    except (OperationalError, TimeoutError):
        db.session.rollback()
        return None


def _expected(error: HTTPException) -> Response:
    if isinstance(error, SecurityError):
        return Response("This is not an address of the portal.\n", 400, mimetype="text/plain")
    if error.response is not None:
        return make_response(error.get_response())
    response = page(error.code or 500, _too_large() if error.code == 413 else "")
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def _forged(error: CSRFError) -> Response:
    return page(400, "This form has expired. Go back, reload the page and send it again.")


def _busy(error: OperationalError | TimeoutError) -> Response:
    db.session.rollback()
    fault = getattr(error, "orig", error)
    current_app.logger.warning("The database did not answer: %s", fault)
    return page(503)


def _overtaken(error: StaleDataError) -> Response:
    db.session.rollback()
    g.pop("person", None)
    return page(409)


def _unexpected(error: Exception) -> Response:
    db.session.rollback()
    if current_app.testing:
        raise error
    # Where it failed and of what kind, never the message: it may hold what somebody wrote.
    frames = "".join(format_tb(error.__traceback__))
    current_app.logger.error("Failed at %s: %s\n%s", request.endpoint, type(error).__name__, frames)
    return page(500)
