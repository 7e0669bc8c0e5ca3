"""Asking for a new password: the same answer for every address (T12, T13, T17, T31)."""

from datetime import timedelta

import pytest

from portal import notices
from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity import links
from portal.identity.models import OneTimeLink
from portal.notices.models import Notice
from portal.people.models import Organisation
from tests.conftest import NOW, TODAY
from tests.factories.identity import account_of

NEW = "nine quiet otters borrow umbrellas"


def mail(app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://localhost")


def ask(browser, email):
    return browser().visit("/forgotten-password").submit("Send me a link", email=email)


def test_asking_for_a_new_password_sends_a_link(app, browser, cast, monkeypatch):
    """T17, T31: built on the configured address."""
    mail(app, monkeypatch)
    ask(browser, "coach@riverside.example")
    notice = db.session.query(Notice).one()
    link = db.session.query(OneTimeLink).one()
    assert (notice.mail_to, notice.mail_state) == ("coach@riverside.example", "queued")
    assert notice.one_time_id == link.id
    address = notices.mail.address(notice)
    assert address == f"{app.config['PORTAL_URL']}{links.path_to(link)}"
    assert browser().visit(links.path_to(link)).heading == "Choose a password"


def test_the_link_goes_to_the_address_that_signs_in(app, browser, cast, monkeypatch):
    """Whoever may edit the directory must not receive an administrator's link."""
    mail(app, monkeypatch)
    cast.admin.email = "mine@riverside.example"
    ask(browser, "admin@riverside.example")
    assert db.session.query(Notice).one().mail_to == "admin@riverside.example"


@pytest.mark.parametrize("case", ["unknown", "closed", "left", "demo"])
def test_asking_gets_the_same_answer_for_every_address(app, browser, cast, monkeypatch, case):
    """T12."""
    mail(app, monkeypatch)
    known = ask(browser, "worker@riverside.example")
    email = "stranger@else.example" if case == "unknown" else "coach@riverside.example"
    if case == "closed":
        account_of(cast.coach).closed_at = NOW
    if case == "left":
        cast.coach.left_on = TODAY - timedelta(days=1)
    if case == "demo":
        db.session.get(Organisation, cast.coach.organisation_id).is_demo = True
    answer = ask(browser, email)
    assert answer.status == known.status == 200
    assert answer.text.replace(email, "") == known.text.replace("worker@riverside.example", "")
    assert db.session.query(OneTimeLink).count() == 1


def test_asking_too_often_is_refused_in_words(app, browser, cast, monkeypatch):
    """T13."""
    mail(app, monkeypatch)
    for _ in range(3):
        assert ask(browser, "coach@riverside.example").status == 200
    refused = ask(browser, "coach@riverside.example")
    assert refused.status == 429
    assert "You can try again in 20 minutes" in refused.text
    assert ask(browser, "nqsw@riverside.example").status == 200


def test_without_mail_the_page_says_whom_to_ask(browser):
    """The link is then made by an administrator."""
    page = browser().visit("/forgotten-password")
    assert "Ask your administrator" in page.text
    assert page.post("/forgotten-password", email="coach@riverside.example").status == 200
    assert db.session.query(OneTimeLink).count() == 0


def test_what_links_do_is_in_the_audit_trail(app, browser, cast, monkeypatch):
    """T57."""
    mail(app, monkeypatch)
    ask(browser, "coach@riverside.example")
    link = db.session.query(OneTimeLink).one()
    browser().visit(links.path_to(link)).submit("Save and sign in", password=NEW)
    entries = [entry.action for entry in db.session.query(AuditEntry).order_by(AuditEntry.number)]
    assert entries == [
        "identity.reset_requested",
        "identity.sessions_ended",
        "identity.password_set",
    ]
