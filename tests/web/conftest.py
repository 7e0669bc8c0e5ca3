"""An application with planted routes beside the real ones, over the same database."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import ChoiceLoader, FileSystemLoader

from portal import create_app
from portal.database import db
from portal.people.models import Person
from tests.browser import Browser
from tests.cast import Cast
from tests.web import planted as routes


@pytest.fixture(scope="session")
def grown(built: Flask) -> Iterator[Flask]:
    """A second application with the planted routes, built once."""
    grown = create_app(dict(built.config))
    grown.jinja_loader = ChoiceLoader([grown.jinja_loader, FileSystemLoader(routes.TEMPLATES)])
    grown.register_blueprint(routes.planted)
    yield grown
    with grown.app_context():
        db.engine.dispose()


@pytest.fixture
def planted(app: Flask, grown: Flask) -> Flask:
    """The application with planted routes, over a clean database."""
    return grown


@pytest.fixture
def visitor(planted: Flask, cast: Cast) -> Callable[..., Browser]:
    """A browser at the application with planted routes."""

    def open_browser(as_: Person | None = None) -> Browser:
        db.session.commit()
        return Browser(planted, signed_in_as=as_)

    return open_browser


@pytest.fixture
def in_production(planted: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The planted application as it behaves when it is not being tested."""
    monkeypatch.setitem(planted.config, "TESTING", False)
    return planted


def twin(browser: Browser) -> FlaskClient:
    """Another window of the same browser, for use in a thread of its own."""
    client: Any = browser.client.application.test_client()
    name = client.application.config["SESSION_COOKIE_NAME"]
    client.set_cookie(name, browser.client.get_cookie(name).value)
    return client


def without_tokens(page: str) -> str:
    """A page without the token that differs from one second to the next."""
    return re.sub(r'(csrf[_-]token" (?:value|content)=")[^"]+', r"\1", page)
