"""Texts that leave the portal and must come back unchanged."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.web.signing import pack, read, sign, unpack

OLD, NEW = "old" * 20, "new" * 20
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def keys(app, monkeypatch):
    """Set today's key and the earlier ones."""

    def set_keys(key, *earlier):
        monkeypatch.setitem(app.config, "SECRET_KEY", key)
        monkeypatch.setitem(app.config, "SECRET_KEY_FALLBACKS", list(earlier))

    return set_keys


@CALM
@given(st.text(st.characters(codec="utf-8"), max_size=50))
def test_what_was_signed_is_read_for_its_purpose_only(app, text):
    signed = sign(text, purpose="a")
    assert read(signed, purpose="a") == text
    assert read(signed, purpose="b") is None


@CALM
@given(st.text(max_size=80))
def test_nothing_else_is_read_and_nothing_fails(app, text):
    assert read(text, purpose="a") is None
    assert unpack(text, purpose="a", seconds=60) is None


@CALM
@given(st.integers(0, 40), st.characters(codec="ascii", exclude_categories=["C"]))
def test_a_changed_letter_is_seen(app, place, letter):
    signed = sign("4f2c", purpose="a")
    place %= len(signed) - 1
    changed = signed[:place] + letter + signed[place + 1 :]
    assert changed == signed or read(changed, purpose="a") is None


def test_a_key_may_be_replaced_while_earlier_ones_are_still_read(app, keys):
    """T27."""
    keys(OLD)
    signed, packed = sign("text", purpose="a"), pack(["text"], purpose="a")
    keys(NEW, OLD)
    assert read(signed, purpose="a") == "text"
    assert unpack(packed, purpose="a", seconds=60) == ["text"]
    assert sign("text", purpose="a") != signed
    keys(NEW)
    assert read(signed, purpose="a") is None
    assert unpack(packed, purpose="a", seconds=60) is None


def test_replacing_the_key_signs_nobody_out(visitor, cast, planted, monkeypatch):
    """T27: and without the fallback everybody would be, the negative control."""
    browser = visitor(as_=cast.coach)
    old = planted.config["SECRET_KEY"]
    monkeypatch.setitem(planted.config, "SECRET_KEY", NEW)
    monkeypatch.setitem(planted.config, "SECRET_KEY_FALLBACKS", [])
    assert browser.client.get("/planted/room").status_code == 303
    monkeypatch.setitem(planted.config, "SECRET_KEY_FALLBACKS", [old])
    browser = visitor(as_=cast.coach)
    monkeypatch.setitem(planted.config, "SECRET_KEY", old)
    monkeypatch.setitem(planted.config, "SECRET_KEY_FALLBACKS", [])
    browser = visitor(as_=cast.coach)
    monkeypatch.setitem(planted.config, "SECRET_KEY", NEW)
    monkeypatch.setitem(planted.config, "SECRET_KEY_FALLBACKS", [old])
    assert browser.client.get("/planted/room").status_code == 200
    assert browser.visit("/planted/units").submit("Make team", name="Night team").status == 200


def test_a_dated_text_is_read_only_while_it_is_young(app):
    packed = pack({"a": [1, None, "é"]}, purpose="a")
    assert unpack(packed, purpose="a", seconds=60) == {"a": [1, None, "é"]}
    assert unpack(packed, purpose="a", seconds=-1) is None
    assert unpack(packed, purpose="b", seconds=60) is None
