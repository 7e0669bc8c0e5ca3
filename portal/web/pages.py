"""Pages and fragments: the one place that knows whether htmx asked.

`show` renders a page or its fragment, `done` answers a write, `elsewhere` sends the whole browser
to another page. Everything works the same without JavaScript.
"""

from typing import Any

from flask import Response, flash, make_response, redirect, render_template
from htmx_flask import request

from portal.database import Versioned
from portal.web import keys


def wants_fragment() -> bool:
    """Whether htmx asked for a part of the page, and not for a page out of the history."""
    return bool(request.htmx) and not request.htmx.history_restore_request


def show(
    template: str,
    *,
    fragment: str | None = None,
    form: Any = None,
    status: int | None = None,
    **context: Any,
) -> Response:
    """Render the page, or only its fragment for htmx. A form with errors answers 422."""
    name = fragment if fragment and wants_fragment() else template
    response = make_response(render_template(name, form=form, **context))
    response.status_code = status or (422 if form is not None and form.errors else 200)
    return response


def conflict(
    template: str, *, over: Versioned, fragment: str | None = None, form: Any, **context: Any
) -> Response:
    """Say that somebody else changed `over` meanwhile; the form keeps the words typed (409).

    The person now sees what the row says, so sending the form again is a decision, and is taken.
    """
    form.look_at(over)
    return show(template, fragment=fragment, form=form, status=409, conflict=True, **context)


def done(
    location: str, message: str = "", *, fragment: str | None = None, **context: Any
) -> Response:
    """Answer a write: the changed fragment for htmx, and a redirect for everybody else."""
    keys.keep(location)
    if fragment and wants_fragment():
        return make_response(render_template(fragment, message=message, **context))
    if message:
        flash(message)
    return elsewhere(location)


def elsewhere(location: str) -> Response:
    """Send the whole browser to another page of the portal."""
    if wants_fragment():
        response = make_response("", 200)
        response.headers["HX-Redirect"] = location
        return response
    return make_response(redirect(location, 303))
