"""Other people's accounts: invitations, new passwords, ending sessions, closing (T10, T19, T24)."""

import re

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity import hashes, links, operations
from portal.identity.models import Account, OneTimeLink
from portal.identity.operations import RefusedError
from portal.notices.models import Notice
from tests.conftest import NOW
from tests.factories.identity import account_of
from tests.factories.people import a_person

NEW = "nine quiet otters borrow umbrellas"
LINK = re.compile(r"/one-time/[^\s<\"]+")


@pytest.fixture
def nia(cast):
    """A colleague who has no account yet."""
    return a_person(cast.coach, given="Nia", family="Quill", email="nia@riverside.example")


def page_of(person):
    return f"/people/{person.id}/account"


def test_an_invitation_opens_an_account_and_a_link(browser, cast, nia):
    """T19: nobody has an account, let alone a password, before they choose one."""
    visitor = browser(as_=cast.admin).visit(page_of(nia))
    assert "They have not been invited yet" in visitor.text
    visitor.submit("Invite them")
    assert visitor.heading == "A link for Nia Quill"
    path = LINK.search(visitor.html)[0]
    db.session.rollback()
    account = account_of(nia)
    assert (account.email, account.password_hash) == ("nia@riverside.example", None)
    guest = browser().visit(path).submit("Save and sign in", password=NEW)
    assert guest.visit("/account").url == "/account"


def test_without_mail_the_link_is_shown_once_and_never_logged(browser, cast, nia, caplog):
    """T17: the address is not kept anywhere it could be read again."""
    caplog.set_level("DEBUG")
    visitor = browser(as_=cast.admin).visit(page_of(nia)).submit("Invite them")
    path = LINK.search(visitor.html)[0]
    assert f"http://127.0.0.1:5000{path}" in visitor.text
    assert "shown only this once" in visitor.text
    assert not LINK.search(visitor.visit(page_of(nia)).html)
    assert path.removeprefix("/one-time/") not in caplog.text
    assert all("one-time" not in str(entry.particulars) for entry in db.session.query(AuditEntry))


def test_with_mail_the_link_is_mailed_and_not_shown(app, browser, cast, nia, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://localhost")
    visitor = browser(as_=cast.hr).visit(page_of(nia)).submit("Invite them")
    assert "An invitation is on its way to Nia Quill." in visitor.text
    assert not LINK.search(visitor.html)
    notice = db.session.query(Notice).one()
    assert notice.mail_to == "nia@riverside.example"
    assert notice.one_time_id == db.session.query(OneTimeLink).one().id


def test_inviting_again_makes_another_link_for_the_same_account(browser, cast, nia):
    visitor = browser(as_=cast.admin)
    visitor.visit(page_of(nia)).submit("Invite them")
    visitor.visit(page_of(nia)).submit("Invite them again")
    assert db.session.query(Account).filter_by(person_id=nia.id).count() == 1
    assert db.session.query(OneTimeLink).count() == 2


def test_an_address_of_another_organisation_is_refused_without_saying_whose(cast, nia):
    """The wall: only that it cannot be used."""
    nia.email = cast.harbour_nqsw.email
    with pytest.raises(RefusedError, match="cannot open an account"):
        operations.invite(nia, cast.admin)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"email": None}, "no e-mail address"),
        ({"left_on": NOW.date().replace(day=1)}, "has left"),
    ],
)
def test_who_cannot_be_invited_and_why(cast, nia, change, words):
    for name, value in change.items():
        setattr(nia, name, value)
    with pytest.raises(RefusedError, match=words):
        operations.invite(nia, cast.admin)


def test_an_invitation_to_another_address_ends_the_earlier_ones(cast, nia, browser):
    """T17: whoever got the first by a slip of the pen cannot take the account."""
    first = links.path_to(operations.invite(nia, cast.hr))
    nia.email = "nia.quill@riverside.example"
    second = links.path_to(operations.invite(nia, cast.hr))
    third = links.path_to(operations.invite(nia, cast.hr))
    assert browser().visit(first).status == 404
    assert browser().visit(second).status == browser().visit(third).status == 200


def test_who_invites_sees_where_the_link_goes(app, browser, cast, nia, monkeypatch):
    """T10: HR may have changed the address since an administrator last looked."""
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://localhost")
    operations.invite(nia, cast.admin)
    nia.email = "somebody.else@riverside.example"
    visitor = browser(as_=cast.admin).visit(page_of(nia))
    assert "They get a link by mail at somebody.else@riverside.example." in visitor.text


def test_who_has_a_password_is_not_invited_again(cast):
    with pytest.raises(RefusedError, match="has a password already"):
        operations.invite(cast.coach, cast.admin)


def test_a_closed_account_is_not_invited(cast):
    account_of(cast.coach).closed_at = NOW
    with pytest.raises(RefusedError, match="Reopen it first"):
        operations.invite(cast.coach, cast.admin)


def test_a_refusal_is_said_on_the_page(browser, cast):
    visitor = browser(as_=cast.admin)
    visitor.post(f"/people/{cast.coach.id}/invitation")
    assert visitor.url == page_of(cast.coach)
    assert "This person has a password already." in visitor.text


def test_an_administrator_lets_somebody_choose_a_new_password(browser, cast):
    visitor = browser(as_=cast.admin).visit(page_of(cast.coach))
    visitor.submit("Let them choose a new password")
    path = LINK.search(visitor.html)[0]
    browser().visit(path).submit("Save and sign in", password=NEW)
    db.session.rollback()
    assert hashes.matches(account_of(cast.coach).password_hash, NEW)


def test_an_administrator_signs_somebody_out_everywhere(browser, cast):
    """T24."""
    phone = browser(as_=cast.coach)
    visitor = browser(as_=cast.admin).visit(page_of(cast.coach))
    assert "signed in on 1 browser now" in visitor.text
    visitor.submit("Sign them out everywhere")
    assert "Priya Nair is signed out everywhere." in visitor.text
    assert phone.visit("/account").url.startswith("/sign-in")


def test_a_closed_account_is_signed_out_and_stays_out(browser, cast):
    """T6."""
    phone = browser(as_=cast.coach)
    visitor = browser(as_=cast.admin).visit(page_of(cast.coach)).submit("Close the account")
    assert "The account of Priya Nair is closed." in visitor.text
    assert phone.visit("/account").url.startswith("/sign-in")
    assert "closed since Thursday 26 November 2026" in visitor.text


def test_a_reopened_account_opens_with_the_password_it_had(browser, cast):
    account_of(cast.coach).closed_at = NOW
    visitor = browser(as_=cast.admin).visit(page_of(cast.coach)).submit("Reopen the account")
    assert "Priya Nair can sign in again." in visitor.text
    guest = browser().visit("/sign-in?next=/account")
    guest.submit("Sign in", email="coach@riverside.example", password="a long quiet river walk")
    assert guest.url == "/account"


def test_the_last_administrator_cannot_be_closed_out(cast):
    """T10: the rule looks again after waiting its turn, so that two cannot close each other."""
    with pytest.raises(RefusedError, match="One administrator must be able to sign in"):
        operations.close_account(cast.admin, cast.hr)
    assert account_of(cast.admin).closed_at is None


def test_nobody_closes_their_own_account(browser, cast):
    """T10."""
    visitor = browser(as_=cast.admin)
    assert visitor.post(f"/people/{cast.admin.id}/account/closing").status == 403


@pytest.mark.parametrize("deed", ["invitation", "password-reset", "sessions/endings",
                                  "account/closing", "account/reopening"])  # fmt: skip
@pytest.mark.parametrize("who", ["coach", "manager", "harbour_hr"])
def test_nobody_else_does_any_of_it(browser, cast, who, deed):
    """T1, T2: refused in the organisation, and elsewhere as if the person did not exist."""
    visitor = browser(as_=getattr(cast, who))
    expected = 404 if who == "harbour_hr" else 403
    assert visitor.post(f"/people/{cast.nqsw.id}/{deed}").status == expected
    assert db.session.query(OneTimeLink).count() == 0


def test_human_resources_see_only_what_they_may_do(browser, cast, nia):
    """T4."""
    text = browser(as_=cast.hr).visit(page_of(cast.coach)).text
    assert "Close the account" not in text
    assert "Sign them out" not in text
    assert "signed in on" not in text
    assert "Invite them" in browser(as_=cast.hr).visit(page_of(nia)).text


@pytest.mark.parametrize("deed", ["make_reset", "close_account", "reopen_account"])
def test_what_needs_an_account_is_refused_without_one(cast, nia, deed):
    with pytest.raises(RefusedError):
        getattr(operations, deed)(nia, cast.admin)


def test_each_deed_is_in_the_audit_trail_with_its_doer(cast, nia):
    """T57."""
    operations.invite(nia, cast.admin)
    operations.make_reset(cast.coach, cast.admin)
    operations.close_account(cast.coach, cast.admin)
    operations.reopen_account(cast.coach, cast.admin)
    entries = db.session.query(AuditEntry).order_by(AuditEntry.number).all()
    assert {entry.actor_id for entry in entries} == {cast.admin.id}
    assert [entry.action for entry in entries] == [
        "identity.person_invited",
        "identity.reset_made",
        "identity.sessions_ended",
        "identity.account_closed",
        "identity.account_reopened",
    ]


def test_a_page_of_an_account_costs_the_same_for_many_browsers(browser, cast, statements):
    visitor = browser(as_=cast.admin)
    visitor.visit(page_of(cast.coach))
    statements.clear()
    visitor.visit(page_of(cast.coach))
    assert len(statements) <= 12


def test_whoever_has_no_address_is_led_to_where_one_is_added(browser, cast):
    person = cast.worker
    person.email = None
    db.session.query(Account).filter_by(person_id=person.id).delete()
    db.session.commit()
    page = browser(as_=cast.hr).visit(page_of(person)).follow("Add one to their details")
    assert page.url == f"/people/{person.id}/edit"
