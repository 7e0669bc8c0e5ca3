"""Signing in and out: the page, what it tells strangers, what it leaves behind."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity import hashes
from portal.identity.models import Account, BrowserSession
from tests.cast import PASSWORD
from tests.conftest import NOW
from tests.factories.identity import account_of

COACH = "coach@riverside.example"
WRONG = "The e-mail address or the password is not right"


def sign_in(browser, email=COACH, password=PASSWORD, path="/sign-in"):
    return browser.visit(path).submit("Sign in", email=email, password=password)


def actions():
    db.session.rollback()
    return [entry.action for entry in db.session.query(AuditEntry).order_by(AuditEntry.number)]


def test_the_right_password_opens_the_account(browser):
    visitor = sign_in(browser(), path="/sign-in?next=/account")
    assert (visitor.url, visitor.heading) == ("/account", "Your account")
    assert actions() == ["identity.signed_in"]


def test_the_address_may_be_typed_in_capitals_and_with_blanks(browser):
    visitor = sign_in(browser(), email="  Coach@Riverside.EXAMPLE ", path="/sign-in?next=/account")
    assert visitor.url == "/account"


def test_signing_in_leads_to_the_page_that_was_asked_for(browser):
    visitor = browser().visit("/account")
    assert visitor.url == "/sign-in?next=/account"
    assert visitor.submit("Sign in", email=COACH, password=PASSWORD).url == "/account"


def test_a_hostile_next_leads_home(browser):
    """T32."""
    visitor = browser().visit("/sign-in?next=//evil.example")
    response = visitor.client.post(
        "/sign-in",
        data={"email": COACH, "password": PASSWORD, "next": "https://evil.example",
              "csrf_token": visitor.token()},
    )  # fmt: skip
    assert response.headers["Location"] == "/"


def test_whoever_is_signed_in_is_not_asked_again(browser, cast):
    assert browser(as_=cast.coach).visit("/sign-in?next=/account").url == "/account"


def close(cast):
    account_of(cast.coach).closed_at = NOW


def leave(cast):
    cast.coach.left_on = (NOW - timedelta(days=1)).date()


def never_choose_a_password(cast):
    account_of(cast.coach).password_hash = None


CASES = {
    "unknown": ("nobody@riverside.example", PASSWORD, None),
    "wrong": (COACH, "not the password", None),
    "closed": (COACH, PASSWORD, close),
    "left": (COACH, PASSWORD, leave),
    "invited": (COACH, PASSWORD, never_choose_a_password),
    "long": (COACH, "x" * 100_000, None),
    "odd": ("‮coach@riverside.example", "é́́́" * 1_000, None),
}


def answer(browser, email, password):
    visitor = sign_in(browser(), email, password)
    text = visitor.text.replace(email.strip(), "")
    kept = {k: v for k, v in visitor.response.headers if k not in ("Set-Cookie", "Content-Length")}
    return visitor.status, text, kept


@pytest.mark.parametrize("case", CASES)
def test_every_failure_gets_the_same_answer(browser, cast, case):
    """T12, T35: text, status and headers tell nobody who is here."""
    email, password, change = CASES[case]
    if change:
        change(cast)
    status, text, headers = answer(browser, email, password)
    assert (status, text, headers) == answer(browser, "stranger@else.example", "whatever it is")
    assert status == 422
    assert WRONG in text
    assert db.session.query(BrowserSession).count() == 0


def test_a_failure_at_a_known_address_is_written_down(browser):
    """T57: in the request's own transaction, although the answer is a refusal."""
    sign_in(browser(), password="not the password")
    assert actions() == ["identity.sign_in_failed"]
    entry = db.session.query(AuditEntry).one()
    assert entry.actor_id is None
    assert COACH not in str(entry.particulars)


def test_the_password_is_never_shown_again(browser):
    visitor = sign_in(browser(), password="my secret words")
    assert "my secret words" not in visitor.html
    assert f'value="{COACH}"' in visitor.html


@pytest.mark.parametrize(("email", "password"), [("", "x"), ("a@b.example", ""), ("a" * 255, "x")])
def test_an_empty_or_endless_answer_is_asked_for_again(browser, email, password):
    visitor = sign_in(browser(), email, password)
    assert visitor.status == 422
    assert "There is a problem" in visitor.text


def test_signing_in_changes_the_cookie_and_forgets_what_was_in_it(browser):
    """T21: a cookie planted before is worth nothing after."""
    visitor = browser().visit("/sign-in")
    before = visitor.client.get_cookie("portal").value
    with visitor.client.session_transaction() as cookie:
        cookie["planted"], cookie["_user_id"] = "by somebody else", "a token they know"
        old_token = cookie["csrf_token"]
    sign_in(visitor)
    assert visitor.client.get_cookie("portal").value != before
    with visitor.client.session_transaction() as cookie:
        assert "planted" not in cookie
        assert cookie["_user_id"] != "a token they know"
        assert cookie.get("csrf_token") != old_token


def test_signing_in_again_ends_the_session_before(browser, cast):
    """T21: a new row each time."""
    visitor = browser(as_=cast.nqsw)
    first = db.session.query(BrowserSession).one().id
    visitor.post("/sign-in", email=COACH, password=PASSWORD)
    db.session.rollback()
    rows = {row.id: row for row in db.session.query(BrowserSession)}
    assert len(rows) == 2
    assert rows[first].ended_at == NOW


def test_only_the_hash_of_the_token_is_kept(browser):
    """T21: the database holds nothing that opens a session."""
    visitor = sign_in(browser())
    with visitor.client.session_transaction() as cookie:
        token = cookie["_user_id"]
    row = db.session.query(BrowserSession).one()
    assert len(token) >= 43
    assert token not in {str(getattr(row, column.key)) for column in BrowserSession.__table__.c}


def test_an_old_hash_is_made_stronger_at_sign_in(browser, cast):
    """T11."""
    weak = PasswordHasher(time_cost=1, memory_cost=8_192, parallelism=1)
    account_of(cast.coach).password_hash = weak.hash(PASSWORD)
    sign_in(browser())
    db.session.rollback()
    assert not hashes.is_outdated(
        db.session.query(Account).filter_by(email=COACH).one().password_hash
    )


def test_signing_out_ends_the_session_on_the_server(browser, cast):
    """T22: the old cookie, replayed, opens nothing."""
    visitor = browser(as_=cast.coach)
    cookie = visitor.client.get_cookie("portal").value
    visitor.visit("/account").submit("Sign out")
    assert visitor.url == "/sign-in"
    assert "You are signed out" in visitor.text
    replayed = browser()
    replayed.client.set_cookie("portal", cookie)
    assert replayed.visit("/account").url == "/sign-in?next=/account"


def test_signing_out_clears_what_the_browser_kept(browser, cast):
    """T41."""
    visitor = browser(as_=cast.coach)
    response = visitor.client.post("/sign-out", data={"csrf_token": visitor.token()})
    assert response.headers["Clear-Site-Data"] == '"cache"'
    assert "identity.signed_out" in actions()


def test_signing_out_twice_is_no_fault(browser):
    assert browser().post("/sign-out").url == "/sign-in"


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/forgotten-password"])
def test_a_form_without_its_token_is_refused(app, cast, path):
    """T28: before anything happens."""
    response = app.test_client().post(path, data={"email": COACH, "password": PASSWORD})
    assert response.status_code == 400
    assert db.session.query(BrowserSession).count() == 0


def test_a_token_from_another_browser_is_refused(browser):
    """T28: the token is bound to the browser."""
    foreign = browser().token()
    visitor = browser().visit("/sign-in")
    response = visitor.client.post(
        "/sign-in", data={"email": COACH, "password": PASSWORD, "csrf_token": foreign}
    )
    assert response.status_code == 400


def test_a_stray_remember_token_signs_nobody_out(browser, cast):
    """Finding 5 of the trust page."""
    visitor = browser(as_=cast.coach)
    visitor.client.set_cookie("remember_token", "1|rubbish")
    assert visitor.visit("/account").url == "/account"


def test_ten_wrong_passwords_are_enough(browser):
    """T13: the eleventh is refused, the right one too; another account is not."""
    visitor = browser()
    for _ in range(10):
        assert sign_in(visitor, password="not the password").status == 422
    refused = sign_in(visitor, password=PASSWORD)
    assert refused.status == 429
    assert refused.response.headers["Retry-After"] == "90"
    assert "You can try again in 2 minutes" in refused.text
    assert sign_in(browser(), email="nqsw@riverside.example").status != 429
    with clock.set_to(moment=NOW + timedelta(seconds=90)):
        assert sign_in(browser(), path="/sign-in?next=/account").url == "/account"


def test_an_unknown_address_is_throttled_like_a_known_one(browser):
    """T12, T13."""
    visitor = browser()
    for _ in range(10):
        sign_in(visitor, email="nobody@riverside.example")
    assert sign_in(visitor, email="nobody@riverside.example").status == 429


def test_the_last_try_is_marked_in_the_audit_trail(browser):
    """T13, T57."""
    visitor = browser()
    for _ in range(11):
        sign_in(visitor, password="not the password")
    db.session.rollback()
    entries = db.session.query(AuditEntry).order_by(AuditEntry.number).all()
    assert [entry.particulars["tries_left"] for entry in entries] == [True] * 9 + [False]
