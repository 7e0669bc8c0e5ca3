"""How long an answer takes tells nobody who is here (T12)."""

from datetime import timedelta
from time import perf_counter

import pytest

from portal import clock
from portal.identity import hashes
from portal.identity.views import pace
from tests.conftest import NOW
from tests.mutation import mutate

# How long hashing takes does not depend on the database.
pytestmark = pytest.mark.once

KNOWN, UNKNOWN = "coach@riverside.example", "nobody@riverside.example"
SAMPLES = 30


def seconds_of(visitor, path, email):
    fields = {"email": email, "password": "not the password", "csrf_token": visitor.token()}
    before = perf_counter()
    status = visitor.send("post", path, data=fields).status_code
    assert status in {200, 422}
    return perf_counter() - before


def auc(visitor, path, samples=SAMPLES):
    """How often an answer about a known address takes longer than one about an unknown one."""
    known, unknown = [], []
    for number in range(samples):
        with clock.set_to(moment=NOW + number * timedelta(hours=1)):
            known.append(seconds_of(visitor, path, KNOWN))
            unknown.append(seconds_of(visitor, path, UNKNOWN))
    slower = sum((k > u) + (k == u) / 2 for k in known for u in unknown)
    return slower / len(known) / len(unknown)


@pytest.fixture
def quick(monkeypatch):
    """The same pace, but quicker, so that the test is."""
    monkeypatch.setattr(pace, "SECONDS", 0.15)


def test_signing_in_takes_as_long_for_a_known_and_an_unknown_address(browser, quick):
    """T12: thirty interleaved tries a side; chance alone stays within these bounds."""
    assert 0.2 < auc(browser(), "/sign-in") < 0.8


def test_asking_for_a_password_takes_as_long_too(app, browser, quick, monkeypatch):
    """T12."""
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://localhost")
    assert 0.2 < auc(browser(), "/forgotten-password") < 0.8


def test_the_negative_control_is_seen_to_differ(browser, monkeypatch):
    """T12: a portal that hashes only for known addresses, and answers at once."""
    monkeypatch.setattr(pace, "SECONDS", 0)
    mutate(
        monkeypatch,
        hashes.matches,
        old="    kept = stored if",
        new="    if stored is None:\n        return False\n    kept = stored if",
    )
    assert auc(browser(), "/sign-in", samples=16) > 0.8
