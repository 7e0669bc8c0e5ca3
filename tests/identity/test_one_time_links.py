"""One-time links: once, in time, for one password, never written down (T17)."""

import logging
import re
from datetime import timedelta
from hashlib import sha1

import pytest

from portal import clock
from portal.database import db
from portal.identity import hashes, links, operations
from portal.identity.models import Account, BrowserSession, OneTimeLink
from portal.notices.queries import unread
from tests.conftest import NOW, TODAY
from tests.factories.identity import a_browser_session, a_link, account_of
from tests.mutation import mutate

NEW = "nine quiet otters borrow umbrellas"
OVER = "This link no longer works"


def path_of(link):
    path = links.path_to(link)
    db.session.commit()
    return path


def test_a_reset_link_sets_a_password_and_signs_in(browser, cast):
    """T17."""
    visitor = browser().visit(path_of(a_link(cast.coach)))
    assert visitor.heading == "Choose a password"
    visitor.submit("Save and sign in", password=NEW)
    assert visitor.visit("/account").url == "/account"
    db.session.rollback()
    account = account_of(cast.coach)
    assert hashes.matches(account.password_hash, NEW)
    assert account.password_set_at == NOW


def test_an_invitation_welcomes_by_name(browser, cast):
    link = a_link(cast.coach, "invitation")
    assert "Welcome to Tandem, Priya Nair" in browser().visit(path_of(link)).text


def test_an_invitation_that_was_used_is_no_news(app, browser, cast):
    cast.coach.email = "priya@riverside.example"
    db.session.query(Account).filter_by(person_id=cast.coach.id).delete()
    link = operations.invite(cast.coach, cast.admin)
    db.session.commit()
    assert unread(cast.coach.id) == 1
    browser().visit(path_of(link)).submit("Save and sign in", password=NEW)
    db.session.rollback()
    assert unread(cast.coach.id) == 0


def test_looking_at_a_link_uses_nothing_up(browser, cast):
    """T29: mail programs open links to look at them."""
    path = path_of(a_link(cast.coach))
    for _ in range(3):
        assert browser().visit(path).status == 200
    assert db.session.query(OneTimeLink).one().used_at is None


def test_a_used_link_is_over(browser, cast):
    """T17: single use."""
    path = path_of(a_link(cast.coach))
    browser().visit(path).submit("Save and sign in", password=NEW)
    again = browser().visit(path)
    assert (again.status, again.heading) == (404, OVER)
    assert browser().post(path, password="another quiet word of three").status == 404
    db.session.rollback()
    assert hashes.matches(account_of(cast.coach).password_hash, NEW)


def test_two_open_pages_of_one_link_set_one_password(browser, cast):
    """T17: the second answer finds the link used."""
    path = path_of(a_link(cast.coach))
    first, second = browser().visit(path), browser().visit(path)
    first.submit("Save and sign in", password=NEW)
    second.submit("Save and sign in", password="another quiet word of three")
    assert second.heading == OVER
    db.session.rollback()
    assert hashes.matches(account_of(cast.coach).password_hash, NEW)


def taken_twice(cast):
    """Whether two who both read the link as unused can both take it."""
    link = a_link(cast.coach)
    return links.use(link) and links.use(link)


def test_of_two_at_once_only_the_first_uses_a_link(app, cast):
    """T17: the condition is in the statement that takes it."""
    assert not taken_twice(cast)


def test_the_negative_control_takes_a_link_twice(app, cast, monkeypatch):
    """T17: without the condition, the test above would fail."""
    mutate(monkeypatch, links.use, old=", OneTimeLink.used_at.is_(None)", new="")
    assert taken_twice(cast)


@pytest.mark.parametrize(
    ("purpose", "lives"), [("reset", timedelta(hours=1)), ("invitation", timedelta(days=7))]
)
def test_a_link_dies_at_its_time(browser, cast, purpose, lives):
    """T17: at most an hour for a reset."""
    path = path_of(a_link(cast.coach, purpose))
    with clock.set_to(moment=NOW + lives - timedelta(seconds=1)):
        assert browser().visit(path).status == 200
    with clock.set_to(moment=NOW + lives):
        assert browser().visit(path).heading == OVER


def test_a_link_dies_when_the_password_changes(browser, cast):
    """T17: every other link too."""
    first, second = path_of(a_link(cast.coach)), path_of(a_link(cast.coach))
    browser().visit(first).submit("Save and sign in", password=NEW)
    assert browser().visit(second).heading == OVER


def test_a_link_of_a_closed_account_is_over(browser, cast):
    """T6, T17."""
    path = path_of(a_link(cast.coach))
    account_of(cast.coach).closed_at = NOW
    assert browser().visit(path).heading == OVER


def test_a_link_of_somebody_who_left_is_over(browser, cast):
    """T6, T17."""
    path = path_of(a_link(cast.coach))
    cast.coach.left_on = TODAY - timedelta(days=1)
    assert browser().visit(path).heading == OVER


def changed(path):
    token = path.removeprefix("/one-time/")
    yield "nothing"
    yield token[:-1]
    yield token[:-1] + ("A" if token[-1] != "A" else "B")
    yield ("0" if token[0] != "0" else "1") + token[1:]
    yield token.split(".")[0]
    yield token + "x"
    yield token.upper()
    yield "é"
    yield "x" * 3_000


def test_a_changed_token_opens_nothing(browser, cast):
    """T17, T34: and gives no fault."""
    for token in changed(path_of(a_link(cast.coach))):
        answer = browser().visit(f"/one-time/{token}")
        assert (answer.status, answer.heading) == (404, OVER), token


def test_the_token_is_long_and_is_nowhere_in_the_database(app, cast):
    """T17: 256 bits of signature over a random id, and neither is kept beside the other."""
    link = a_link(cast.coach)
    token = links.path_to(link).removeprefix("/one-time/")
    signature = token.split(".")[1]
    assert len(signature) >= 43
    held = [str(value) for value in db.session.execute(OneTimeLink.__table__.select()).one()]
    assert not any(signature in value for value in held)


def test_a_link_signed_by_an_earlier_key_still_opens(app, browser, cast, monkeypatch):
    """T27."""
    path = path_of(a_link(cast.coach))
    monkeypatch.setitem(app.config, "SECRET_KEY_FALLBACKS", [app.config["SECRET_KEY"]])
    monkeypatch.setitem(app.config, "SECRET_KEY", "another secret key of enough characters")
    assert links.opened_by(path.removeprefix("/one-time/")) is not None
    monkeypatch.setitem(app.config, "SECRET_KEY_FALLBACKS", [])
    assert links.opened_by(path.removeprefix("/one-time/")) is None


@pytest.mark.parametrize("password", ["short", "riverside-2026", "coach@riverside", "password1234"])
def test_a_bad_password_is_refused_and_the_link_lives(browser, cast, password):
    """T14, T15."""
    visitor = browser().visit(path_of(a_link(cast.coach)))
    visitor.submit("Save and sign in", password=password)
    assert visitor.status == 422
    assert password not in visitor.html.replace(account_of(cast.coach).email, "")
    assert visitor.submit("Save and sign in", password=NEW).status != 422


def test_a_password_on_the_operators_list_is_refused(app, browser, cast, monkeypatch, tmp_path):
    """T15."""
    listing = tmp_path / "hashes.txt"
    digests = sorted([sha1(NEW.encode()).hexdigest().upper(), "0" * 40, "F" * 40])
    listing.write_text("".join(f"{digest}:3\n" for digest in digests))
    monkeypatch.setitem(app.config, "PASSWORD_HASHES", str(listing))
    visitor = browser().visit(path_of(a_link(cast.coach)))
    assert "stolen passwords" in visitor.submit("Save and sign in", password=NEW).text


def test_setting_a_password_signs_out_everywhere_else(browser, cast):
    """T16."""
    other = browser(as_=cast.coach)
    browser().visit(path_of(a_link(cast.coach))).submit("Save and sign in", password=NEW)
    assert other.visit("/account").url.startswith("/sign-in")


def test_setting_a_password_gives_a_new_cookie(browser, cast):
    """T21: fixation."""
    visitor = browser().visit(path_of(a_link(cast.coach)))
    with visitor.client.session_transaction() as cookie:
        cookie["_user_id"] = "planted"
    visitor.submit("Save and sign in", password=NEW)
    with visitor.client.session_transaction() as cookie:
        assert cookie["_user_id"] != "planted"


def test_the_token_is_in_no_log_and_no_referrer(browser, cast, caplog):
    """T17."""
    caplog.set_level(logging.DEBUG)
    path = path_of(a_link(cast.coach))
    visitor = browser().visit(path)
    assert visitor.response.headers["Referrer-Policy"] == "same-origin"
    assert not re.search(r'(href|src)="https?://', visitor.html)
    visitor.submit("Save and sign in", password=NEW)
    assert path.removeprefix("/one-time/") not in caplog.text


def test_a_link_does_not_open_the_account_it_was_not_made_for(app, cast):
    """T17."""
    link = a_link(cast.coach)
    opened = links.opened_by(links.path_to(link).removeprefix("/one-time/"))
    assert opened[1].person_id == cast.coach.id


def test_what_is_over_is_forgotten_after_thirty_days(app, cast):
    """T55: sessions and links hold personal data that nobody needs later."""
    a_link(cast.coach)
    a_browser_session(cast.coach)
    with clock.set_to(moment=NOW + timedelta(days=30)):
        assert operations.forget_what_is_over() == (0, 0)
    with clock.set_to(moment=NOW + timedelta(days=32)):
        assert operations.forget_what_is_over() == (1, 1)
    assert db.session.query(BrowserSession).count() == 0
    assert db.session.query(Account).count() > 0
