"""Tests of identity do not wait for the even pace, but for the one that measures it."""

import pytest

from portal.identity.views import pace


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "SECONDS", 0)
