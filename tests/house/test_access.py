"""Who may use which route: the checked-in table says it in words, and the server agrees.

`tests/house/access.txt` is also the page to show to whoever answers for information governance.
After a change that is meant: `python -m pytest tests/house/test_access.py --accept`.
"""

import difflib
import re
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask

from tests.cast import Cast
from tests.house import examples
from tests.house.routes import Visit, names, visits

pytestmark = pytest.mark.once  # the rules are Python, and the same on both engines

TABLE = Path(__file__).with_name("access.txt")
LET_IN = {200, 204, 303, 409, 413, 422}


@pytest.fixture
def rows(app: Flask, cast: Cast):
    made = examples.rows_again(cast)
    examples.read_roles()
    return made


def table(app: Flask, cast: Cast, rows: dict) -> str:
    """Every route, its rule in words, and who of the cast it lets in."""
    lines = []
    for visit in visits(app):
        lines += [visit.name, f"    {visit.rule.words}"]
        if visit.rule.policy is not None:
            inside = [name for name, person in names(cast).items() if visit.lets_in(rows, person)]
            lines.append(f"    {', '.join(inside) or 'nobody'}")
        if visit.rule.fresh:
            lines.append("    The password is asked for again ten minutes after signing in.")
    return "\n".join(lines) + "\n"


def test_the_table_of_access_says_what_the_code_does(app, cast, rows, pytestconfig):
    now = table(app, cast, rows)
    if pytestconfig.getoption("--accept"):
        TABLE.write_text(now)
    before = TABLE.read_text() if TABLE.exists() else ""
    changes = difflib.unified_diff(before.splitlines(), now.splitlines(), "says", "does", n=3)
    assert before == now, "The table of access has changed:\n" + "\n".join(changes)


def outcome(browser, token: str, visit: Visit, address: str) -> int:
    """What the server answers to this person, with a good token."""
    given = {"data": {"csrf_token": token}} if visit.method == "POST" else {}
    return browser.send(visit.method.lower(), address, **given).status_code


@pytest.mark.parametrize("name", list(Cast.__annotations__))
def test_the_server_agrees_with_the_rules_for(name, app, cast, rows, browser):
    person = names(cast)[name]
    expected = [(visit, visit.address(app, rows), visit.lets_in(rows, person))
                for visit in visits(app) if visit.rule.policy is not None]  # fmt: skip
    faults = []
    mine = browser(as_=person)
    token = mine.token()
    for visit, address, may in expected:
        if may and visit.method == "POST":
            continue
        status = outcome(mine, token, visit, address)
        if (status in LET_IN) is not may:
            faults.append(f"{visit.name}: answered {status} although the rule says {may}")
    assert not faults, "\n".join(faults)


def test_a_stranger_is_sent_to_sign_in_for_every_method(app, cast, rows, browser):
    faults = []
    stranger = browser()
    token = stranger.token()
    for visit in visits(app):
        if visit.rule.policy is None:
            continue
        address = visit.address(app, rows)
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"):
            data = {"csrf_token": token} if method != "GET" else {}
            answer = stranger.send("open", address, method=method, data=data)
            location = answer.headers.get("Location", "")
            sent_on = answer.status_code in {302, 303} and location.startswith("/sign-in")
            if not (sent_on or answer.status_code in {401, 405}):
                faults.append(f"{method} {visit.route.rule}: {answer.status_code} {location}")
    assert not faults, "\n".join(sorted(set(faults)))


def test_another_organisations_id_answers_like_one_that_never_existed(app, cast, rows, browser):
    """T2: byte for byte, whoever asks and whatever the headers say (T5)."""
    faults = []
    askers = [browser(as_=person) for person in (cast.harbour_hr, cast.harbour_nqsw)]
    asked = [(seen, seen.token()) for seen in askers]
    for visit in visits(app):
        if visit.rule.model is None:
            continue
        here, nowhere = visit.address(app, rows), visit.address(app, rows, uuid4())
        for seen, token in asked:
            for headers in ({}, {"HX-Request": "true", "HX-Target": "main"}):
                theirs = _answer(seen, token, visit, here, headers)
                never = _answer(seen, token, visit, nowhere, headers)
                if theirs != never or theirs[0] != 404:
                    faults.append(f"{visit.name}: {theirs[0]} and {never[0]}")
    assert not faults, "\n".join(faults)


def _answer(browser, token: str, visit: Visit, address: str, headers: dict[str, str]) -> tuple:
    data = {"csrf_token": token} if visit.method == "POST" else None
    answer = browser.send(visit.method.lower(), address, headers=headers,
                          **({"data": data} if data else {}))  # fmt: skip
    kept = [(k, v) for k, v in answer.headers if k not in {"Set-Cookie", "Date"}]
    return answer.status_code, kept, _without_tokens(answer.get_data(as_text=True))


def _without_tokens(page: str) -> str:
    return re.sub(r'(csrf[_-]token"[^>]*(?:value|content)=")[^"]+|<strong>[0-9a-f]{8}', r"\1", page)
