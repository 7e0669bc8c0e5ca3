"""How much a request may carry, told before any of it is read."""

from flask import Flask, abort, current_app, request

from portal.web.guard import rule_of

ENCODED = "application/x-www-form-urlencoded"


def init_app(app: Flask) -> None:
    """Refuse what is too large before anything else looks at the request."""
    app.before_request(_measure)


def _measure() -> None:
    rule = rule_of(current_app.view_functions.get(request.endpoint or ""))
    if rule is not None and rule.limit:
        request.max_content_length = rule.limit
    length = request.content_length or 0
    if request.mimetype == ENCODED and length > current_app.config["MAX_FORM_MEMORY_SIZE"]:
        abort(413)
    if length > (request.max_content_length or length):
        abort(413)
