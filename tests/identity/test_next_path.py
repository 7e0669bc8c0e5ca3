"""T32: after signing in, only a page of this site."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.identity.next_path import HOME, same_site

HOSTILE = [
    "",
    "evil.example",
    "evil.example/path",
    "http://evil.example",
    "https://evil.example/",
    "HTTPS://EVIL.EXAMPLE/",
    "http:evil.example",
    "http:/evil.example",
    "http:///evil.example",
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "//evil.example/%2e%2e",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "/%2fevil.example",
    "/%2Fevil.example",
    "/%5cevil.example",
    "/%5C%5Cevil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "/%09/evil.example",
    "/%0a/evil.example",
    "/%0d%0aSet-Cookie:a=b",
    "\t//evil.example",
    " //evil.example",
    "\x00//evil.example",
    "/\x00/evil.example",
    "/%00/evil.example",
    "/.//evil.example",
    "/./evil",
    "/../evil",
    "/a/..//evil.example",
    "/%2e%2e//evil.example",
    "/a//evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "mailto:a@evil.example",
    "@evil.example",
    ":evil.example",
    "user@evil.example",
    "http://portal.example@evil.example/",
    "//portal.example@evil.example/",
    "?next=//evil.example",
    "#//evil.example",
    "/people#//evil.example",
    "/ｅｖｉｌ",
    "／／evil.example",
    "/\u2028/evil.example",
    "/\u202egnp.exe",
    "/people list",
    '/people"onload=',
    "/people<script>",
    "/sign-in",
    "/sign-in?next=/sign-in",
    "/sign-out",
    "/one-time/abc",
    "/forgotten-password",
    "/static/app.css",
    "/" + "a" * 2_000,
]

OWN = [
    "/",
    "/my-year",
    "/people?q=okonkwo&after=a%20b",
    "/people?q=%C3%A9t%C3%A9",
    "/pairings/4c1d8c9e-5a46-4a6c-9a6e-2f8a5b1f9f11",
    "/people?next=//evil.example",
    "/people?site=https://evil.example",
    "/people/",
]


def test_the_table_of_hostile_paths_is_long_enough() -> None:
    """T32."""
    assert len(set(HOSTILE)) >= 40


@pytest.mark.parametrize("path", HOSTILE)
def test_a_hostile_path_leads_home(path: str) -> None:
    """T32."""
    assert same_site(path) == HOME


@pytest.mark.parametrize("path", OWN)
def test_a_page_of_this_site_is_kept(path: str) -> None:
    """T32."""
    assert same_site(path) == path


def test_no_path_leads_home() -> None:
    """T32."""
    assert same_site(None) == HOME


@given(st.text(alphabet="/\\.:@%25cfh \tev?#", max_size=30).map(lambda tail: "/" + tail))
def test_no_path_ever_names_another_host(path: str) -> None:
    """T32: as a browser joins it to the page it is on."""
    answer = urljoin("https://portal.example/sign-in", same_site(path).replace("\\", "/"))
    assert urlsplit(answer).netloc == "portal.example"
