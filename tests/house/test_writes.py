"""A GET writes nothing but its session and the audit trail; a kept change has an audit entry.

Every test's requests are watched (`tests/ledger.py`), so the search of every page for everybody
(`test_fields.py`) holds that no GET writes (T29); these show that the watcher sees.
"""

import pytest
from flask import Flask
from sqlalchemy import text

from portal.database import db
from tests.ledger import watching


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
