"""Addresses: put together from the shape of a route, they are those that the router gives."""

from uuid import uuid4

import flask
import pytest
from werkzeug.routing import BuildError

from portal.web.addresses import url_for


def test_every_page_has_the_address_that_the_router_gives(app):
    with app.test_request_context("/"):
        for rule in app.url_map.iter_rules():
            if any(each != "UUIDConverter" for each in kinds(rule)):
                continue
            values = {name: uuid4() for name in rule.arguments}
            assert url_for(rule.endpoint, **values) == flask.url_for(rule.endpoint, **values)


def test_what_is_no_id_is_left_to_the_router(app):
    with app.test_request_context("/"):
        assert url_for("home.home", part="a&b") == "/?part=a%26b"
        assert url_for("static", filename="app.css") == "/static/app.css"
        with pytest.raises(BuildError):
            url_for("induction.induction")
        with pytest.raises(BuildError):
            url_for("no.such_page")


def kinds(rule):
    return [type(each).__name__ for each in rule._converters.values()]
