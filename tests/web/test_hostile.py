"""What nobody types but somebody sends: answered in words, quickly, and never with a 5xx."""

import time
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.people.folding import fold

HOSTILE = {
    "NUL": "a\x00b",
    "right to left": "\u202eabc\u202c",
    "zero width": "a\u200b\u200d\ufeffb",
    "combining marks": "e" + "\u0301" * 100_000,
    "unsorted combining marks": "e" + "\u0301\u0323" * 50_000,
    "emoji": "👩🏽\u200d💻" * 100,
    "not a character": "\uffff\ufffe",
    "beyond the plane": "\U0010ffff",
    "control characters": "".join(chr(n) for n in range(1, 32)),
    "a query": "'; DROP TABLE person; --",
    "a template": "{{ config }}{% for x in range(10**9) %}x{% endfor %}",
    "a wildcard": "%_%" * 1000,
    "a header": "x\r\nSet-Cookie: a=b",
    "very long": "w" * 100_000,
    "lone surrogate": "\ud800",
}
PATHS = ["/planted/units", "/planted/day"]


@pytest.fixture
def browser(visitor, cast):
    """A colleague who holds a good token."""
    return visitor(as_=cast.hr)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_field_may_hold_anything(browser, path, name):
    """T35: not one 5xx, and no answer takes two seconds."""
    value = quote(HOSTILE[name], errors="surrogatepass")[:480_000]
    body = f"csrf_token={browser.token()}&name={value}&day={value}&base={value}"[:499_999]
    begun = time.monotonic()
    answer = browser.client.post(path, data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in {200, 303, 400, 422}
    assert "Set-Cookie: a=b" not in str(answer.headers)
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("name", ["unsorted combining marks", "very long", "emoji"])
def test_a_strangers_password_may_be_anything(visitor, name):
    """T34, T35: one form from nobody must not keep a worker busy."""
    browser = visitor()
    begun = time.monotonic()
    browser.post("/sign-in", email="coach@riverside.example", password=HOSTILE[name][:80_000])
    assert browser.status < 500
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_folding_takes_no_longer_for_odd_letters(text):
    """T34."""
    begun = time.monotonic()
    fold(text)
    assert time.monotonic() - begun < 0.5


@pytest.mark.parametrize("name", [each for each in HOSTILE if "combining" not in each])
def test_an_address_may_hold_anything(browser, name):
    """T35: in the query, in the path, in the way back."""
    value = quote(HOSTILE[name], safe="", errors="surrogatepass")
    for path in (f"/notices?after={value}", f"/planted/room?{value}={value}", f"/{value}",
                 f"/planted/people/{value}", f"/static/{value}", f"/sign-in?next={value}"):  # fmt: skip
        assert browser.client.get(path).status_code < 500


@pytest.mark.parametrize(
    "query",
    ["after=a&after=b", "after[]=a", "after[x]=1", "after", "&&&", "=", "after=%", "after=%zz",
     "after=%ff%fe", "after=%ed%a0%80", ";" * 500, "a=1&" * 5000],
)  # fmt: skip
def test_odd_queries_are_only_queries(browser, query):
    """T35: duplicate parameters, arrays, broken escapes."""
    for path in ("/notices", "/planted/room", "/sign-in"):
        assert browser.client.get(f"{path}?{query}").status_code < 500


def test_a_field_sent_twice_is_read_once(browser):
    """T35."""
    body = f"csrf_token={browser.token()}&name=One&name=Two"
    answer = browser.client.post(
        "/planted/units", data=body, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 303
    assert "One" in browser.visit(answer.location).text
    assert "Two" not in browser.text


@pytest.mark.parametrize(
    "headers",
    [{"Cookie": "portal=" + "x" * 4000}, {"Cookie": "portal=.;;=;portal"}, {"Cookie": "\xff=\xfe"},
     {"HX-Request": "\xff"}, {"HX-Target": "x" * 9000}, {"Referer": "http://[::1"},
     {"Accept-Encoding": "gzip;q=x"}, {"If-None-Match": "\xff"}, {"Range": "bytes=9-1"},
     {"Accept-Language": "," * 5000}, {"User-Agent": "\x01\xff" * 500}, {"HX-Current-URL": "%zz"},
     {"X-Forwarded-For": "x" * 9000}, {"Sec-Purpose": "prefetch;\xff"}, {"Content-Type": "\xff"}],
)  # fmt: skip
def test_odd_headers_are_only_headers(browser, headers):
    """T34, T35: for a colleague and for a stranger, on pages, forms and files."""
    token = browser.token()
    stranger = browser.client.application.test_client()
    for client in (browser.client, stranger):
        for path in ("/planted/room", "/sign-in", "/static/app.css", "/nowhere"):
            assert client.get(path, headers=headers).status_code < 500
        answer = client.post(
            "/planted/units", data={"csrf_token": token, "name": ""}, headers=headers
        )
        assert answer.status_code < 500


def test_a_cookie_that_was_spoilt_signs_nobody_in(browser):
    name = browser.client.application.config["SESSION_COOKIE_NAME"]
    good = browser.client.get_cookie(name).value
    for spoilt in (good[:-1], good[::-1], good.upper(), good + "x", "." + good, good[5:], "é"):
        client = browser.client.application.test_client()
        client.set_cookie(name, spoilt)
        assert client.get("/planted/room").status_code in {303, 400}


@settings(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(
    path=st.sampled_from(["/planted/units", "/planted/day", "/planted/outcome", "/notices/reading"]),
    fields=st.lists(st.tuples(
        st.sampled_from(["name", "day", "form_key", "version", "how"]) | st.text(max_size=5),
        st.text(max_size=30)), max_size=5),
    headers=st.sampled_from([{}, {"HX-Request": "true"}, {"HX-Request": "true", "HX-Target": "é"}]),
)  # fmt: skip
def test_no_form_makes_the_kit_fail(browser, path, fields, headers):
    """T34: malformed forms by the dozen; ten thousand are `make reliability`."""
    text = "&".join(f"{quote(n, errors='surrogatepass')}={quote(v, errors='surrogatepass')}"
                    for n, v in fields if (path, n) != ("/planted/outcome", "how"))  # fmt: skip
    body = f"csrf_token={browser.token()}&how=200&{text}"
    answer = browser.client.post(path, data=body, headers=headers,
                                 content_type="application/x-www-form-urlencoded")  # fmt: skip
    assert answer.status_code < 500
