"""Forms that another site sends, and requests that go by another name."""

import pytest

from portal import clock
from portal.database import db
from portal.identity.models import Account, BrowserSession
from portal.people.models import Unit
from tests.cast import PASSWORD
from tests.conftest import NOW
from tests.web.conftest import twin

UNSAFE = ["post", "put", "patch", "delete"]


def tokens(visitor, cast):
    """Every token that is not this browser's own, by what it is."""
    good = visitor(as_=cast.coach).token()
    return {
        "none": None,
        "empty": "",
        "rubbish": "x" * 91,
        "cut short": good[:-1],
        "another person's": visitor(as_=cast.hr).token(),
        "a stranger's": visitor().token(),
        "another window's of the same person": good,
        "with a NUL": good + "\x00",
        "very long": good * 500,
    }


@pytest.mark.parametrize("way", ["field", "header"])
def test_a_token_that_is_not_the_browsers_own_is_refused(visitor, cast, way):
    """T28: without, with a foreign, with a spoilt token; nothing is written."""
    mine = visitor(as_=cast.coach)
    mine.token()
    for name, token in tokens(visitor, cast).items():
        if way == "header" and token and "\x00" in token:
            continue
        given = {"csrf_token": token} if way == "field" and token is not None else {}
        headers = {"X-CSRFToken": token} if way == "header" and token is not None else {}
        answer = mine.client.post("/planted/outcome", data={"how": "200", **given}, headers=headers)
        assert answer.status_code == 400, name
    assert db.session.query(Unit).filter_by(name="written by outcome").count() == 0


def test_the_browsers_own_token_is_accepted_in_a_field_and_in_a_header(visitor, cast):
    """The negative control of the above."""
    mine = visitor(as_=cast.coach)
    token = mine.token()
    sent = {"data": {"how": "200", "csrf_token": token}}, {
        "data": {"how": "200"}, "headers": {"X-CSRFToken": token},
    }  # fmt: skip
    for given in sent:
        assert mine.client.post("/planted/outcome", **given).status_code == 200


@pytest.mark.parametrize("method", UNSAFE)
def test_no_unsafe_method_passes_without_a_token(visitor, cast, planted, method):
    """T28: every unsafe method to every route, as somebody signed in."""
    client = visitor(as_=cast.admin).client
    adapter = planted.url_map.bind("127.0.0.1")
    seen = 0
    every = 1 if method == "post" else 5
    for rule in list(planted.url_map.iter_rules())[::every]:
        path = adapter.build(rule.endpoint, {
            name: "00000000-0000-4000-8000-000000000000" if "Uuid" in type(kind).__name__
            or "UUID" in type(kind).__name__ else 1 if "Integer" in type(kind).__name__ else "x"
            for name, kind in rule._converters.items()
        }, method=next(iter(rule.methods)))  # fmt: skip
        if rule.endpoint == "induction.send_feedback":
            continue  # its address is the secret, and it asks nobody who they are
        answer = getattr(client, method)(path)
        takes = method.upper() in rule.methods
        assert answer.status_code == 400 if takes else answer.status_code in {400, 404, 405}, path
        seen += takes
    assert (seen > 15) == (method == "post")


def test_an_earlier_sessions_token_is_worth_nothing_after_signing_in(visitor, cast):
    """T28: the token is bound to the session."""
    browser = visitor()
    before = browser.token()
    browser.visit("/sign-in").submit("Sign in", email=cast.coach.email, password=PASSWORD)
    answer = browser.client.post("/planted/outcome", data={"csrf_token": before, "how": "200"})
    assert answer.status_code == 400


def test_a_forged_sign_in_has_no_effect(visitor, cast):
    """T28: the token is asked for before anything about signing in is looked at."""
    browser = visitor()
    browser.token()
    answer = browser.client.post("/sign-in", data={"email": cast.coach.email, "password": PASSWORD})
    assert answer.status_code == 400
    assert browser.visit("/planted/room").url.startswith("/sign-in")
    assert db.session.query(BrowserSession).count() == 0
    assert db.session.query(Account).filter_by(email=cast.coach.email).one().closed_at is None


def test_a_forged_form_is_answered_in_words_and_keeps_nobody_out(visitor, cast):
    browser = visitor(as_=cast.coach)
    browser.post("/planted/outcome", csrf_token="x", how="200")
    assert browser.status == 400
    assert "This form has expired." in browser.text
    with clock.set_to(moment=NOW):
        assert browser.visit("/planted/room").status == 200


def test_a_token_works_in_every_window_of_the_browser(visitor, cast):
    browser = visitor(as_=cast.coach)
    token = browser.token()
    answer = twin(browser).post("/planted/outcome", data={"csrf_token": token, "how": "200"})
    assert answer.status_code == 200
