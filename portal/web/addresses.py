"""Whether a page that an address leads to can be opened: its area may be switched off here."""

from urllib.parse import urlsplit

from flask import g
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException


def opens(link: str) -> bool:
    """Whether this leads to a page of an area that is on for whoever reads it."""
    adapter = request_ctx.url_adapter
    if not link or adapter is None:
        return False
    try:
        endpoint, _ = adapter.match(urlsplit(link).path, method="GET")
    except HTTPException:
        return False
    return bool(g.person.organisation.has_area(endpoint.partition(".")[0]))
