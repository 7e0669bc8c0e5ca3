"""Changing one's own password (T16)."""

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity import hashes, links
from portal.notices.models import Notice
from portal.people.models import Organisation
from tests.cast import PASSWORD
from tests.factories.identity import a_link, account_of

NEW = "nine quiet otters borrow umbrellas"


def change(visitor, current=PASSWORD, new=NEW):
    page = visitor.visit("/account")
    return page.submit("Change password", current_password=current, password=new)


def kept(cast):
    db.session.rollback()
    return account_of(cast.coach).password_hash


def test_the_new_password_counts_from_now_on(browser, cast):
    """T16."""
    visitor = change(browser(as_=cast.coach))
    assert "Your password is changed. Every other browser is signed out." in visitor.text
    assert hashes.matches(kept(cast), NEW)
    assert not hashes.matches(kept(cast), PASSWORD)


def test_every_other_session_ends_and_this_one_goes_on(browser, cast):
    """T16: two sessions."""
    here, there = browser(as_=cast.coach), browser(as_=cast.coach)
    change(here)
    assert here.visit("/account").url == "/account"
    assert there.visit("/account").url.startswith("/sign-in")


def test_the_session_that_goes_on_is_a_new_one(browser, cast):
    """T21: the token changes with the password."""
    visitor = browser(as_=cast.coach)
    with visitor.client.session_transaction() as cookie:
        before = cookie["_user_id"]
    change(visitor)
    with visitor.client.session_transaction() as cookie:
        assert cookie["_user_id"] != before


def test_the_wrong_current_password_changes_nothing(browser, cast):
    """T16, T57: and is written down."""
    visitor = change(browser(as_=cast.coach), current="not the password")
    assert visitor.status == 422
    assert "The current password is not right" in visitor.text
    assert hashes.matches(kept(cast), PASSWORD)
    actions = [entry.action for entry in db.session.query(AuditEntry)]
    assert actions == ["identity.password_change_failed"]


def test_guessing_the_current_password_is_throttled(browser, cast):
    """T13: an open browser is no way round the limit."""
    visitor = browser(as_=cast.coach)
    for _ in range(10):
        change(visitor, current="not the password")
    assert change(visitor).status == 429
    assert hashes.matches(kept(cast), PASSWORD)


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ("short", "Use at least 12 characters"),
        ("password12345", "too easy to guess"),
        ("Priya-Nair-2026", "built on a name that others know"),
        ("", "Enter a new password"),
    ],
)
def test_a_bad_password_is_refused_in_words(browser, cast, new, words):
    """T14, T15."""
    visitor = change(browser(as_=cast.coach), new=new)
    assert visitor.status == 422
    assert words in visitor.text
    assert hashes.matches(kept(cast), PASSWORD)


def test_the_owner_is_told(browser, cast):
    """T16: a mail notice, without the password."""
    change(browser(as_=cast.coach))
    db.session.rollback()
    notice = db.session.query(Notice).one()
    assert notice.person_id == cast.coach.id
    assert notice.text.startswith("Your password was changed.")
    assert notice.one_time_id is None


def test_links_made_before_are_over(browser, cast):
    """T17: bound to the password there was."""
    path = links.path_to(a_link(cast.coach))
    change(browser(as_=cast.coach))
    assert browser().visit(path).status == 404


def test_people_of_the_demonstration_keep_their_password(browser, cast):
    """Everybody who tries it must be able to sign in; the page says why."""
    db.session.get(Organisation, cast.coach.organisation_id).is_demo = True
    visitor = browser(as_=cast.coach).visit("/account")
    assert "share one password" in visitor.text
    assert "Change password" not in visitor.text
    answer = visitor.post("/account/password", current_password=PASSWORD, password=NEW)
    assert answer.status == 403
    assert hashes.matches(kept(cast), PASSWORD)


def test_neither_password_is_in_the_audit_trail_or_on_the_page(browser, cast):
    """T59."""
    visitor = change(browser(as_=cast.coach), current="not the password")
    assert NEW not in visitor.html
    assert "not the password" not in visitor.html
    assert all(not entry.particulars for entry in db.session.query(AuditEntry))
