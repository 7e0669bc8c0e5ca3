"""A session that ended keeps what was typed, for its writer alone (T23)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from portal import clock
from portal.database import db
from portal.identity import carried, sessions
from portal.identity.models import BrowserSession
from tests.cast import PASSWORD
from tests.conftest import NOW
from tests.factories.identity import account_of

LATER = NOW + timedelta(hours=1)
WORDS = 'Tuesday’s visit: <b>"what I learnt"</b>\r\nand a second line'


def wait_and_send(visitor, path="/account/password", **fields):
    """Send a form an hour after it was opened, from the page it stands on."""
    token = visitor.token()
    with clock.set_to(moment=LATER):
        answer = visitor.send(
            "post", path, data={"csrf_token": token, **fields},
            headers={"Referer": "http://localhost/account?tab=2"},
        )  # fmt: skip
        return visitor._shown(answer, path)


def sign_in(visitor, email="coach@riverside.example"):
    with clock.set_to(moment=LATER):
        return visitor.submit("Sign in", email=email, password=PASSWORD)


def test_a_late_form_is_asked_to_sign_in_with_its_words(browser, cast):
    """T23: nothing is done, nothing is lost."""
    visitor = wait_and_send(browser(as_=cast.coach), note=WORDS)
    assert visitor.status == 401
    assert "Your session has ended. What you typed is kept" in visitor.text


def test_after_signing_in_the_words_are_there_to_be_saved(browser, cast):
    """T23: all of them, under their names, more than once where they came more than once."""
    visitor = wait_and_send(browser(as_=cast.coach), note=WORDS, chosen=["a", "b"], password="p")
    sign_in(visitor)
    assert visitor.heading == "You are signed in again"
    assert "What you typed NoteTuesday’s visit:" in visitor.text
    kept = [(box.attrib.get("name"), box.attrib.get("value")) for box in visitor.all("input")]
    assert ("note", WORDS.replace("\r\n", "\n")) in [
        (n, (v or "").replace("\r\n", "\n")) for n, v in kept
    ]
    assert [value for name, value in kept if name == "chosen"] == ["a", "b"]
    assert not [name for name, _ in kept if name == "password"]
    action = visitor._form_with("Save it now").attrib["action"]
    assert action == "/account/password"


def test_saving_it_sends_the_form_that_was_late(browser, cast):
    """T23: to its own page, with a fresh token."""
    visitor = browser(as_=cast.coach)
    other = browser(as_=cast.coach)
    wait_and_send(visitor, path="/sessions/endings", any="thing")
    sign_in(visitor)
    with clock.set_to(moment=LATER):
        visitor.submit("Save it now")
        assert "Every other browser is signed out." in visitor.text
        assert visitor.url == "/account"
        assert other.visit("/account").url.startswith("/sign-in")


def test_going_on_without_saving_leads_back_to_the_page(browser, cast):
    visitor = sign_in(wait_and_send(browser(as_=cast.coach), note=WORDS))
    link = next(a for a in visitor.all("a") if "Go on without saving" in "".join(a.itertext()))
    assert link.attrib["href"] == "/account?tab=2"


def test_somebody_else_does_not_get_the_words(browser, cast):
    """T23: a shared computer."""
    visitor = wait_and_send(browser(as_=cast.coach), note="only for me")
    sign_in(visitor, email="nqsw@riverside.example")
    assert visitor.url == "/account?tab=2"
    assert "only for me" not in visitor.html


def test_a_wrong_password_in_between_loses_nothing(browser, cast):
    visitor = wait_and_send(browser(as_=cast.coach), note=WORDS)
    with clock.set_to(moment=LATER):
        visitor.submit("Sign in", email="coach@riverside.example", password="not the password")
    assert visitor.status == 422
    assert sign_in(visitor).heading == "You are signed in again"


def test_htmx_is_sent_to_sign_in_as_a_whole(browser, cast):
    """T5: 401 with HX-Redirect, which replaces nothing on the page."""
    visitor = browser(as_=cast.coach)
    token = visitor.token()
    headers = {"HX-Request": "true", "Referer": "http://localhost/account"}
    with clock.set_to(moment=LATER):
        for method, data in (("get", {}), ("post", {"data": {"csrf_token": token}})):
            path = "/account" if method == "get" else "/sessions/endings"
            response = visitor.send(method, path, headers=headers, **data)
            assert response.status_code == 401
            assert response.headers["HX-Redirect"] == "/sign-in?next=/account"


def test_a_late_form_changes_nothing(browser, cast):
    """T23: as a stranger's would not."""
    wait_and_send(browser(as_=cast.coach), path="/sessions/endings")
    db.session.rollback()
    assert db.session.query(BrowserSession).one().ended_at is None


def test_what_is_packed_comes_back(app):
    account_id = uuid4()
    packed = carried.pack("/x?y=1", [("a", "1"), ("a", "2"), ("b", WORDS)], account_id)
    assert carried.unpack(packed) == carried.Carried(
        "/x?y=1", (("a", "1"), ("a", "2"), ("b", WORDS)), account_id
    )


@pytest.mark.parametrize("name", ["csrf_token", "password", "current_password", "Password2"])
def test_passwords_and_tokens_stay_behind(app, name):
    packed = carried.pack("/x", [(name, "secret words"), ("kept", "yes")], uuid4())
    assert carried.unpack(packed).fields == (("kept", "yes"),)


@pytest.mark.parametrize("signed", [None, "", "rubbish", "a.b.c", "é", "x" * 500_000])
def test_what_we_did_not_sign_is_nothing(app, signed):
    """T34."""
    assert carried.unpack(signed) is None


def test_a_changed_text_is_nothing(app):
    packed = carried.pack("/x", [("a", "1")], uuid4())
    assert carried.unpack(("B" if packed[0] != "B" else "C") + packed[1:]) is None


def test_too_many_words_are_not_carried(app):
    """T33: the sign-in form itself may hold 500 kB."""
    noise = "".join(chr(0x4E00 + n * 7919 % 20_000) for n in range(300_000))
    assert carried.pack("/x", [("a", noise)], uuid4()) == ""


def test_words_whose_writer_is_unknown_belong_to_nobody(app):
    assert not carried.unpack(carried.pack("/x", [("a", "1")], None)).belongs_to(uuid4())


def test_the_writer_is_known_after_the_end(app, cast):
    """T23: the ended row still says whose it was."""
    token = sessions.start_session(account_of(cast.coach), "Test", "")
    row = sessions.row_of(token)
    row.ended_at = NOW
    db.session.flush()
    assert sessions.row_of(token).account_id == account_of(cast.coach).id
