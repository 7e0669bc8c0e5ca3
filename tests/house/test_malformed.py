"""300 malformed requests for each area: no 5xx, none slow, no trace, the headers always there."""

import random
import time
from typing import Any

import pytest

from tests.cast import Cast
from tests.house import examples
from tests.house.routes import Visit, names, visits

REQUESTS = 300
SLOWEST = 2.0  # seconds
NASTY: tuple[str, ...] = (
    "", " ", "0", "-1", "9" * 40, "1e309", "NaN", "true", "null", "[]", "{}", "\x00", "a\x00b",
    "\ud800", "\u202edrow", "\u200b", "e" + "\u0301" * 5000, "😀" * 50, "x" * 20_000, "'; DROP TABLE",
    "<script>alert(1)</script>", "{{7*7}}", "${7*7}", "../../etc/passwd", "%00", "\r\nSet-Cookie: a=b",
    "31/02/2026", "00/00/0000", "29/02/2027", "2026-13-45", "٢٠٢٦", "9999-12-31", "0001-01-01",
    "00000000-0000-0000-0000-000000000000", "not-a-uuid", "W10=", "WzFd", "bnVsbA",
    "a@b", "=1+1", "|", "\\", "é", "ﬀ", "İ", "ß", "on", "another",
)  # fmt: skip


def fields_of(page: Any) -> list[str]:
    """The names of the fields on a page, and some that are on none."""
    found = [box.attrib["name"] for tag in ("input", "select", "textarea") for box in page.all(tag)
             if "name" in box.attrib and box.attrib["name"] != "csrf_token"]  # fmt: skip
    return [*found, "after", "q", "next", "show", "version", "role", "organisation_id", "is_admin"]


def malformed(chance: random.Random, names: list[str]) -> list[tuple[str, str]]:
    """Some fields with something nasty in each, a few of them twice."""
    chosen = chance.choices(names, k=chance.randint(0, 6))
    return [(name, chance.choice(NASTY)) for name in chosen]


def encoded(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    """The pairs as a client sends them; a lone surrogate goes as its raw bytes."""
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        whole = value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
        found.setdefault(name, []).append(whole)
    return found


def areas(app: Any) -> dict[str, list[Visit]]:
    found: dict[str, list[Visit]] = {}
    for visit in visits(app):
        found.setdefault(visit.route.endpoint.partition(".")[0], []).append(visit)
    return found


@pytest.mark.parametrize(
    "area",
    [
        "notices",
        "people",
        "identity",
        "mentoring",
        "induction",
        "pathways",
        "home",
        "demo",
        "standards",
    ],
)
def test_malformed_requests_never_break(area, app, cast: Cast, browser):
    """T34, T35."""
    app.testing = False
    chance = random.Random(area)
    rows = examples.rows_again(cast)
    routes = areas(app)[area]
    people = {name: browser(as_=person) for name, person in names(cast).items()}
    tokens = {name: person.token() for name, person in people.items()}
    known = {visit.route.rule: visit.address(app, rows) for visit in routes}
    fields = {
        rule: fields_of(_looked_at(people["coordinator"], path)) for rule, path in known.items()
    }
    try:
        for _ in range(REQUESTS):
            visit, who = chance.choice(routes), chance.choice(list(people))
            _one(chance, visit, people[who], tokens[who], known, fields)
    finally:
        app.testing = True


def _looked_at(browser: Any, path: str) -> Any:
    browser.visit("/no-such-page")
    answer = browser.send("get", path)
    return browser.visit(path) if answer.mimetype == "text/html" else browser


def _one(
    chance: random.Random, visit: Visit, browser: Any, token: str, known: Any, fields: Any
) -> None:
    sent = encoded(malformed(chance, fields[visit.route.rule]))
    path = known[visit.route.rule]
    if chance.random() < 0.1:
        path = path.rsplit("/", 1)[0] + "/" + chance.choice(["0", "x" * 300, "%ff", "..%2f", "😀"])
    headers = chance.choice(
        [{}, {"HX-Request": "true"}, {"Accept": "\x7f"}, {"Range": "bytes=9-1"}]
    )
    began = time.perf_counter()
    if visit.method == "GET":
        answer = browser.send("get", path, query_string=sent, headers=headers)
    else:
        kind = chance.choice(["multipart/form-data", "application/x-www-form-urlencoded"])
        data = {"csrf_token": token, **sent}
        answer = browser.send("post", path, data=data, headers=headers, content_type=kind)
    took = time.perf_counter() - began
    what = f"{visit.method} {path} with {str(sent)[:300]}"
    assert answer.status_code < 500, f"{what} answered {answer.status_code}"
    assert took < SLOWEST, f"{what} took {took:.1f} s"
    assert "Traceback" not in answer.get_data(as_text=True), what
    assert "Content-Security-Policy" in answer.headers, what
