"""What every answer says about itself: pages, errors, files and refusals alike."""

import pytest

from portal.web.headers import FIXED
from tests.web.conftest import twin

pytestmark = pytest.mark.once  # answers carry the same headers on both engines

EVERY = [
    ("get", "/planted/room", 200),
    ("get", "/planted/open", 200),
    ("get", "/planted/hr-room", 403),
    ("get", "/nowhere", 404),
    ("post", "/planted/room", 405),
    ("post", "/planted/units", 400),
    ("get", "/static/app.css", 200),
    ("get", "/static/nothing.css", 404),
    ("get", "/planted/broken", 500),
    ("get", "/planted/units/", 404),
    ("get", "/planted/room?x=%00", 400),
]


@pytest.fixture
def client(visitor, cast, in_production):
    """A colleague's browser at a portal that is not being tested."""
    return visitor(as_=cast.coach).client


@pytest.mark.parametrize(("method", "path", "status"), EVERY)
def test_every_answer_carries_every_header(client, method, path, status):
    """T39, T40."""
    answer = getattr(client, method)(path)
    assert answer.status_code == status
    for name, value in FIXED.items():
        assert answer.headers[name] == value
    assert "Strict-Transport-Security" not in answer.headers
    assert "Werkzeug" not in answer.headers.get("Server", "")


@pytest.mark.parametrize(("method", "path", "status"), EVERY)
def test_over_https_every_answer_asks_for_a_year_of_https(
    client, planted, monkeypatch, method, path, status
):
    """T40."""
    monkeypatch.setitem(planted.config, "HTTPS", True)
    answer = getattr(client, method)(path)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_the_policy_allows_nothing_unsafe():
    """T39."""
    policy = FIXED["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "*" not in policy
    for part in ("default-src 'none'", "object-src 'none'", "base-uri 'none'",
                 "frame-ancestors 'none'", "form-action 'self'"):  # fmt: skip
        assert part in policy.split("; ")


@pytest.mark.parametrize(("method", "path", "status"), EVERY)
def test_what_somebody_may_read_is_never_stored(client, method, path, status):
    """T41: on every answer but a style sheet, a script or a font, errors among them."""
    answer = getattr(client, method)(path)
    if path == "/static/app.css":
        assert "no-store" not in answer.headers["Cache-Control"]
    else:
        assert answer.headers["Cache-Control"] == "no-store"
        assert {"HX-Request", "Cookie"} <= set(answer.headers["Vary"].split(", "))


def test_an_answer_that_was_kept_already_has_the_headers_too(client):
    """T40: 304."""
    etag = client.get("/static/app.css").headers["ETag"]
    answer = client.get("/static/app.css", headers={"If-None-Match": etag})
    assert (answer.status_code, answer.data) == (304, b"")
    for name, value in FIXED.items():
        assert answer.headers[name] == value


def test_a_session_says_when_it_ends_only_to_its_owner(visitor, cast):
    assert visitor(as_=cast.coach).client.get("/planted/room").headers["X-Session-Ends"]
    assert "X-Session-Ends" not in visitor().client.get("/planted/open").headers
    assert "X-Session-Ends" not in visitor(as_=cast.coach).client.get("/static/app.css").headers


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(visitor):
    """T25."""
    cookie = visitor().client.get("/nowhere").headers["Set-Cookie"]
    assert cookie.startswith("portal=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert "Secure" not in cookie


def test_over_https_the_cookie_is_bound_to_the_host(built):
    """T25, T31: with the settings that an https address gives."""
    from portal import config, create_app

    settings = dict(built.config) | config._address("https://tandem.example")
    client = create_app(settings).test_client()
    answer = client.get("/nowhere", base_url="https://tandem.example")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-portal=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert "Strict-Transport-Security" in answer.headers


def test_another_window_of_the_browser_is_the_same_person(visitor, cast):
    browser = visitor(as_=cast.coach).visit("/planted/room")
    assert twin(browser).get("/planted/room").status_code == 200
