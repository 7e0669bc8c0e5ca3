"""The demo, loaded once for the tests that only look at it."""

from collections.abc import Iterator

import pytest
from flask import Flask

from portal import clock, database
from portal.database import db
from portal.demo.operations import load_demo
from tests.conftest import NOW, TODAY, empty


@pytest.fixture(scope="module")
def demo(built: Flask) -> Iterator[Flask]:
    """The application in demo mode over a freshly loaded demo, on 26 November 2026."""
    empty(built)
    built.config["DEMO"] = True
    with clock.set_to(day=TODAY, moment=NOW), built.app_context():
        database.write()
        load_demo(today=TODAY)
        db.session.commit()
        yield built
        db.session.rollback()
    built.config["DEMO"] = False
    empty(built)
