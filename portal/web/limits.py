"""How much a request may carry, told before any of it is read."""

from collections.abc import Iterator

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
    if request.mimetype == ENCODED:
        request.max_content_length = current_app.config["MAX_FORM_MEMORY_SIZE"]
    length = request.content_length or 0
    if length > (request.max_content_length or length):
        abort(413)
    if request.headers.get("Transfer-Encoding"):
        abort(411)  # cut off at a limit, it would be read as if it were whole
    if any("\x00" in text for text in _texts()):
        abort(400)


def _texts() -> Iterator[str]:
    """Everything that was sent as text, which PostgreSQL cannot keep with a NUL in it."""
    yield request.path
    for sent in (request.args, request.form):
        for name, value in sent.items(multi=True):
            yield name
            yield value
    for name, file in request.files.items(multi=True):
        yield name
        yield file.filename or ""
