"""Every setting is checked when the portal starts; a bad one stops it with a sentence."""

import os
import threading

import pytest

from portal import config
from portal.config import SETTINGS, Misconfigured, load

pytestmark = pytest.mark.once
KEY = "qEw6tD1mZ8xVb3nR5yKc7uJp2sLf9aHg"
PEPPER = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"


@pytest.fixture
def given(tmp_path):
    """Settings with which the portal starts in production, and what differs."""
    keys = tmp_path / "keys.toml"
    keys.write_text(f'audit = "{PEPPER}"\n[notes]\nold = "{PEPPER[::-1]}"\nnew = "{PEPPER}"\n')

    def settings(**changed):
        sound = {
            "SECRET_KEY": KEY,
            "PORTAL_KEYS": str(keys),
            "PORTAL_URL": "https://tandem.example",
            "HOME": "/nowhere",
        }
        return load(sound | changed, tmp_path / "instance")

    return settings


def refused(settings, **changed):
    """The sentence with which the start is stopped."""
    with pytest.raises(Misconfigured) as stopped:
        settings(**changed)
    return str(stopped.value)


def test_sound_settings_start(given):
    found = given()
    assert found["PORTAL_URL"] == "https://tandem.example"
    assert bytes.fromhex(PEPPER) == found["AUDIT_KEY"]
    assert found["SQLALCHEMY_DATABASE_URI"].startswith("sqlite:///")
    assert found["MAIL_URL"] == ""
    assert not found["DEMO"]


@pytest.mark.parametrize("key", ["", "short", "x" * 31, "x" * 64, "changeme" * 3, "ab" * 20, "   "])
def test_a_key_that_is_missing_or_weak_is_refused(given, key):
    """T27: the sentence says how to make one."""
    said = refused(given, SECRET_KEY=key)
    assert said.startswith("SECRET_KEY must be set")
    assert "token_urlsafe" in said


def test_earlier_keys_are_listed_with_commas(given):
    """T27."""
    found = given(SECRET_KEY_FALLBACKS=f"{KEY[::-1]}, {KEY.swapcase()} ,")
    assert found["SECRET_KEY_FALLBACKS"] == [KEY[::-1], KEY.swapcase()]
    assert given()["SECRET_KEY_FALLBACKS"] == []
    assert "SECRET_KEY_FALLBACKS" in refused(given, SECRET_KEY_FALLBACKS="short")


@pytest.mark.parametrize("name", ["PORTAL_DEBUG", "PORTAL_SECRET", "PORTAL_", "PORTAL_url"])
def test_a_name_that_is_no_setting_is_refused(given, name):
    said = refused(given, **{name: "1"})
    assert said.startswith(f"{name} is not a setting.")
    assert "PORTAL_URL" in said


@pytest.mark.parametrize("value", ["yes", "true", "2", "on"])
def test_a_switch_is_one_or_left_out(given, value):
    assert "Set it to 1" in refused(given, PORTAL_DEMO=value)


@pytest.mark.parametrize("name", ["PORTAL_PROXIES", "PORT"])
@pytest.mark.parametrize("value", ["x", "-1", "1.5", "70000", "٣", "9" * 30])
def test_a_number_is_a_whole_number(given, name, value):
    assert "whole number" in refused(given, **{name: value})


@pytest.mark.parametrize(
    "url",
    ["tandem.example", "https://", "//tandem.example", "ftp://tandem.example", "https://[::1",
     "https://tandem.example:port", "https://tandem.example:99999", "javascript:alert(1)",
     "https://tandem.example/portal", "https://tandem.example?x=1", "https://me@tandem.example"],
)  # fmt: skip
def test_an_address_that_is_not_whole_is_refused(given, url):
    assert refused(given, PORTAL_URL=url).startswith("PORTAL_URL must")


@pytest.mark.parametrize(
    "url", ["http://tandem.example", "http://192.168.0.2:5000", "http://127.0.0.1.evil.example"]
)
def test_http_is_for_this_machine_only(given, url):
    """T25."""
    assert "http is for this machine only" in refused(given, PORTAL_URL=url)


@pytest.mark.parametrize("url", ["https://tandem.example", "https://tandem.example:8443/"])
def test_https_binds_the_cookie_to_the_host(given, url):
    """T25, T31."""
    found = given(PORTAL_URL=url)
    assert found["SESSION_COOKIE_NAME"] == "__Host-portal"
    assert found["SESSION_COOKIE_SECURE"]
    assert found["HTTPS"]
    assert found["TRUSTED_HOSTS"] == ["tandem.example"]
    assert not found["PORTAL_URL"].endswith("/")


@pytest.mark.parametrize(
    "url", ["", "http://127.0.0.1:5000", "http://localhost", "http://[::1]:5000"]
)
def test_http_on_this_machine_has_a_plain_cookie(given, url):
    """T25."""
    found = given(PORTAL_URL=url)
    assert found["SESSION_COOKIE_NAME"] == "portal"
    assert not found["SESSION_COOKIE_SECURE"]
    assert found["SESSION_COOKIE_HTTPONLY"]
    assert found["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert "127.0.0.1" in found["TRUSTED_HOSTS"]


def test_the_address_follows_the_port_when_it_is_left_out(given):
    assert given(PORTAL_URL="", PORT="8080")["PORTAL_URL"] == "http://127.0.0.1:8080"


@pytest.mark.parametrize(
    ("url", "used"),
    [("postgresql://a:b@host/tandem", "postgresql+psycopg://a:b@host/tandem"),
     ("postgres://host/tandem", "postgresql+psycopg://host/tandem"),
     ("postgresql+psycopg://host/tandem", "postgresql+psycopg://host/tandem"),
     ("sqlite:////srv/tandem.sqlite", "sqlite:////srv/tandem.sqlite")],
)  # fmt: skip
def test_a_database_is_named_as_its_makers_name_it(given, url, used):
    assert given(DATABASE_URL=url)["SQLALCHEMY_DATABASE_URI"] == used


@pytest.mark.parametrize(
    "url",
    ["mysql://host/x", "tandem.sqlite", "sqlite://", "sqlite:///", "sqlite:///:memory:",
     "postgresql://", "postgresql://host", "postgresql://a:b@host:port/x", "postgresql+psycopg2://h/x"],
)  # fmt: skip
def test_a_database_that_would_not_stay_is_refused(given, url):
    assert refused(given, DATABASE_URL=url).startswith("DATABASE_URL must")


@pytest.mark.parametrize(
    "url",
    [
        "mail.example",
        "http://mail.example",
        "smtp://",
        "smtp://[::1",
        "smtp://h:port",
        "smtp://h:0",
    ],
)
def test_a_mail_server_is_named_whole(given, url):
    assert refused(given, MAIL_URL=url).startswith("MAIL_URL must")


@pytest.mark.parametrize("url", ["smtp://mail.example", "smtps://me:secret@mail.example:465"])
def test_mail_goes_to_the_server_that_is_named(given, url):
    assert given(MAIL_URL=url)["MAIL_URL"] == url


@pytest.mark.parametrize(
    ("written", "said"),
    [(None, "no readable"), ("", "no readable"), ("audit = 5", "no readable"), ("audit = ", "no readable"),
     ('audit = "xyz"', "no readable"), ('other = "00"', "no readable"), ("\x00", "no readable"),
     (f'audit = "{PEPPER[:-2]}"', "shorter than 64")],
)  # fmt: skip
def test_a_keys_file_without_a_whole_key_is_refused(given, tmp_path, written, said):
    path = tmp_path / "spoilt.toml"
    if written is not None:
        path.write_text(written)
    message = refused(given, PORTAL_KEYS=str(path))
    assert said in message
    assert PEPPER[:20] not in message


def test_the_keys_file_is_asked_for(given, tmp_path):
    assert "PORTAL_KEYS must name a file" in refused(given, PORTAL_KEYS="")
    assert "no readable" in refused(given, PORTAL_KEYS=str(tmp_path))


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[notes]",
        "notes = 5",
        "[notes]\na = 5",
        '[notes]\na = "00"',
        '[notes]\n"' + "é" * 21 + f'" = "{PEPPER}"',
    ],
)
def test_a_keys_file_without_whole_keys_of_notes_is_refused(given, tmp_path, written):
    """T52: the sentence says what to add, and repeats no key."""
    path = tmp_path / "without.toml"
    path.write_text(f'audit = "{PEPPER}"\n{written}')
    message = refused(given, PORTAL_KEYS=str(path))
    assert "needs a table [notes]" in message
    assert PEPPER[:20] not in message


def test_the_last_key_of_notes_seals_what_is_new(given):
    keys = given()["NOTE_KEYS"]
    assert (list(keys.by_name), keys.newest) == (["old", "new"], "new")


def test_a_list_of_breached_passwords_must_be_there(given, tmp_path):
    assert "not a file" in refused(given, PORTAL_PASSWORD_HASHES=str(tmp_path / "none"))


def test_the_demo_starts_with_nothing_set_and_keeps_its_keys(tmp_path):
    first = load({"PORTAL_DEMO": "1"}, tmp_path)
    again = load({"PORTAL_DEMO": "1"}, tmp_path)
    for name in ("SECRET_KEY", "AUDIT_KEY", "NOTE_KEYS"):
        assert first[name] == again[name]
    assert len(first["SECRET_KEY"]) >= 32
    assert {oct(path.stat().st_mode & 0o777) for path in tmp_path.iterdir()} == {"0o600"}
    assert load({"PORTAL_DEMO": "1"}, tmp_path / "other")["SECRET_KEY"] != first["SECRET_KEY"]


def test_several_that_start_at_once_agree_on_the_demos_key(tmp_path):
    found, ready = [], threading.Barrier(8)

    def start():
        ready.wait()
        found.append(load({"PORTAL_DEMO": "1"}, tmp_path)["SECRET_KEY"])

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1
    assert len(os.listdir(tmp_path)) == 3


def test_limits_and_tokens_are_set_for_every_installation(given):
    """T28, T30, T33."""
    found = given()
    assert found["MAX_CONTENT_LENGTH"] == 2 * config.MIB
    assert (found["MAX_FORM_MEMORY_SIZE"], found["MAX_FORM_PARTS"]) == (500_000, 200)
    assert found["WTF_CSRF_CHECK_DEFAULT"]
    assert found["PROVIDE_AUTOMATIC_OPTIONS"] is False


def test_every_setting_says_what_it_means():
    assert all(setting.meaning and setting.name.isupper() for setting in SETTINGS)
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
