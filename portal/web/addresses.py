"""Addresses: the one of a page, and whether what an address leads to can be opened here.

A page names dozens of addresses, and to ask the router for each takes a tenth of its time. Most
routes take ids and nothing else, so they have one shape, which is found once.
"""

import re
from collections import Counter
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import flask
from flask import Flask, current_app, g
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException

ID = re.compile(r"<uuid:(\w+)>")


def url_for(endpoint: str, **values: Any) -> str:
    """The address of a page, as Flask's own `url_for` gives it."""
    shapes: dict[str, tuple[str, set[str]]] = current_app.extensions["shapes"]
    shape, names = shapes.get(endpoint, ("", set()))
    if shape and names == values.keys() and all(type(each) is UUID for each in values.values()):
        return shape.format(**values)
    return flask.url_for(endpoint, **values)


def init_app(app: Flask) -> None:
    """Let templates ask for addresses; called once every route is known."""
    rules = {rule.endpoint: rule for rule in app.url_map.iter_rules()}
    several = Counter(rule.endpoint for rule in app.url_map.iter_rules())
    app.extensions["shapes"] = {
        endpoint: (ID.sub(r"{\1}", rule.rule), set(rule.arguments))
        for endpoint, rule in rules.items()
        if several[endpoint] == 1 and "<" not in ID.sub("", rule.rule)
    }
    app.jinja_env.globals["url_for"] = url_for


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
