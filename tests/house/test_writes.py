"""A GET writes nothing but its session and the audit trail; a kept change has an audit entry.

Every test's requests are watched (`tests/ledger.py`); these show that the watcher sees.
"""

import pytest
from flask import Flask
from sqlalchemy import text

from portal.database import db
from tests.house import examples
from tests.house.routes import names, visits
from tests.ledger import watching


def test_no_get_writes_for_anybody(app, cast, browser):
    """T29: the ledger of the whole test is read when it ends."""
    rows = examples.rows(cast)
    seen = 0
    for person in names(cast).values():
        mine = browser(as_=person)
        for visit in visits(app):
            if visit.method == "GET":
                mine.send("get", visit.address(app, rows))
                seen += 1
    assert seen > 200, f"Only {seen} pages were looked at"


@pytest.mark.parametrize(
    ("method", "statement", "fault"),
    [
        ("GET", "UPDATE person SET base = 'Moon'", "GET /here writes to person"),
        ("POST", "UPDATE person SET base = 'Moon'", "POST /here changes person unaudited"),
    ],
)
def test_a_planted_write_is_seen(built: Flask, method, statement, fault):
    with (
        built.app_context(),
        watching() as ledger,
        built.test_request_context("/here", method=method),
    ):
        db.session.execute(text(statement))
        db.session.commit()
    assert fault in ledger.faults
