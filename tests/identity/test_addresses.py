"""Signing in with another address: an administrator's deed, and one's own (T10, T26)."""

from datetime import timedelta

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity import links, operations, policies
from portal.identity.models import BrowserSession, OneTimeLink
from portal.identity.operations import RefusedError
from portal.notices.models import Notice
from portal.people.models import Organisation, Person, RoleHeld
from tests.browser import Browser
from tests.cast import PASSWORD
from tests.conftest import NOW
from tests.factories.identity import a_link, account_of
from tests.house import examples
from tests.identity.test_races import at_once

OLD, NEW = "coach@riverside.example", "priya.nair@riverside.example"


@pytest.fixture
def coach(cast):
    """Priya, whose address in the directory is another by now."""
    cast.coach.email = NEW
    db.session.commit()
    return cast.coach


def page_of(person):
    return f"/people/{person.id}/account/address"


def change(browser, person, by):
    return browser(as_=by).visit(page_of(person)).submit("Change the address")


def sign_in(browser, email):
    visitor = browser().visit("/sign-in").submit("Sign in", email=email, password=PASSWORD)
    return visitor.status == 200


def last_deeds():
    db.session.rollback()
    return [one.action for one in db.session.query(AuditEntry).order_by(AuditEntry.number)]


def test_an_administrator_lets_somebody_sign_in_with_the_new_address(browser, cast, coach):
    visitor = browser(as_=cast.admin).visit(f"/people/{coach.id}/account")
    visitor.follow("Let them sign in with the address in the directory")
    assert f"They sign in with {OLD}. The directory has {NEW}" in visitor.text
    visitor.submit("Change the address")
    assert "Priya Nair signs in with the new address from now on." in visitor.text
    assert sign_in(browser, NEW)
    assert not sign_in(browser, OLD)
    assert "identity.address_changed" in last_deeds()


def test_the_audit_trail_holds_neither_address(browser, cast, coach):
    change(browser, coach, cast.admin)
    assert all("@" not in str(one.particulars) for one in db.session.query(AuditEntry))


def test_the_owner_is_told_at_both_addresses(app, browser, cast, coach, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://localhost")
    change(browser, coach, cast.admin)
    told = db.session.query(Notice).filter_by(person_id=coach.id).all()
    assert {one.mail_to for one in told} == {OLD, NEW}
    assert not [one for one in told if "@" in one.text]


def test_the_owner_is_signed_out_everywhere(browser, cast, coach):
    theirs = browser(as_=coach)
    change(browser, coach, cast.admin)
    assert theirs.visit("/account").url.startswith("/sign-in")


def test_links_that_went_to_the_earlier_address_open_nothing(browser, cast, coach):
    """The invitation must not outlive its address, nor must a link for a new password."""
    paths = [links.path_to(a_link(coach, purpose)) for purpose in ("reset", "invitation")]
    db.session.commit()
    change(browser, coach, cast.admin)
    assert [browser().visit(path).status for path in paths] == [404, 404]


def test_for_three_days_nobody_asks_for_a_new_password(app, browser, cast, coach, monkeypatch):
    """T10: or whoever changed the address could read the mail there and come in."""
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://localhost")
    change(browser, coach, cast.admin)
    asked = browser().visit("/forgotten-password").submit("Send me a link", email=NEW)
    assert asked.status == 200
    assert db.session.query(OneTimeLink).count() == 0
    assert "identity.reset_held_back" in last_deeds()
    with clock.set_to(moment=NOW + timedelta(days=3, seconds=1)):
        browser().visit("/forgotten-password").submit("Send me a link", email=NEW)
    assert db.session.query(OneTimeLink).count() == 1


def test_whoever_changed_the_address_makes_no_link_but_another_administrator_does(
    browser, cast, coach
):
    """T10: two must agree where one could become somebody else."""
    change(browser, coach, cast.admin)
    coach = db.session.get_one(Person, coach.id)
    admin, other = (db.session.get_one(Person, one.id) for one in (cast.admin, cast.hr))
    with pytest.raises(RefusedError, match="another administrator"):
        operations.make_reset(coach, admin)
    assert operations.make_reset(coach, other)


def test_an_own_change_holds_nothing_back(browser, cast, coach):
    browser(as_=coach).visit("/account").submit("Sign in with the new address")
    assert operations.make_reset(db.session.get_one(Person, coach.id), cast.admin)


def test_somebody_changes_their_own_and_stays_signed_in_here_alone(browser, cast, coach):
    here, there = browser(as_=coach), browser(as_=coach)
    here.visit("/account").submit("Sign in with the new address")
    assert f"You sign in with {NEW}." in here.text
    assert there.visit("/account").url.startswith("/sign-in")
    assert "Your address has changed" not in here.text


def test_with_nothing_to_change_the_page_says_what_to_do(browser, cast):
    visitor = browser(as_=cast.admin).visit(page_of(cast.coach))
    assert "There is nothing to change" in visitor.text
    assert "Your address has changed" not in browser(as_=cast.coach).visit("/account").text


def test_an_address_changed_meanwhile_is_looked_at_again(browser, cast, coach):
    """409: nobody signs in with an address that nobody saw."""
    visitor = browser(as_=cast.admin).visit(page_of(coach))
    db.session.get_one(Person, coach.id).email = "another@riverside.example"
    visitor.submit("Change the address")
    assert visitor.status == 409
    assert "another@riverside.example" in visitor.text
    assert visitor.submit("Change the address").status == 200


@pytest.mark.parametrize("whose", ["harbour_nqsw", "panel"])
def test_an_address_that_opens_another_account_is_refused(browser, cast, coach, whose):
    """Without saying whose."""
    coach.email = "taken@riverside.example"
    account_of(getattr(cast, whose)).email = "taken@riverside.example"
    visitor = change(browser, coach, cast.admin)
    assert visitor.status == 422
    assert "This e-mail address cannot open an account." in visitor.text
    assert account_of(coach).email == OLD


def test_of_two_who_take_one_address_at_once_one_gets_it(app, cast):
    """In two organisations, which do not wait for each other."""
    for person in (cast.coach, cast.harbour_nqsw):
        person.email = "both@somewhere.example"
    visitors = [Browser(app, signed_in_as=one) for one in (cast.coach, cast.harbour_nqsw)]
    befores = [account_of(one).email for one in (cast.coach, cast.harbour_nqsw)]

    def press(each):
        visitor, before = each
        fields = {"csrf_token": visitor.token(), "before": before, "form_key": before,
                  "email": "both@somewhere.example"}  # fmt: skip
        return visitor.client.post("/account/address", data=fields).status_code

    assert sorted(at_once(app, press, zip(visitors, befores, strict=True))) == [303, 422]
    db.session.rollback()
    now = [account_of(one).email for one in (cast.coach, cast.harbour_nqsw)]
    assert sorted(one == "both@somewhere.example" for one in now) == [False, True]


def test_the_last_administrator_without_an_end_keeps_the_address(cast):
    """T10: a second administrator whose role ends cannot lock the first one out."""
    second = RoleHeld(organisation_id=cast.hr.organisation_id, person_id=cast.hr.id, role="admin",
                      started_on=clock.today(), ended_on=clock.today())  # fmt: skip
    db.session.add(second)
    cast.admin.email = "ada@riverside.example"
    db.session.flush()
    with pytest.raises(RefusedError, match="One administrator must be able to sign in"):
        operations.change_address(cast.admin, cast.hr)


def test_who_changes_whose_address(cast):
    """T10: nobody their own in this way, and nobody who may not give the roles that are held."""
    examples.read_roles()
    may = {name for name, one in vars(cast).items() if policies.change_address(one, cast.coach)}
    assert may == {"admin"}
    assert not policies.change_address(cast.admin, cast.admin)
    assert not policies.change_address(cast.admin, cast.harbour_nqsw)


def test_nobody_changes_an_address_in_the_demonstration(browser, cast, coach):
    db.session.get_one(Organisation, coach.organisation_id).is_demo = True
    assert browser(as_=cast.admin).visit(page_of(coach)).status == 403
    assert "Your address has changed" not in browser(as_=coach).visit("/account").text


def test_whoever_has_no_password_yet_is_invited_again_instead(browser, cast, coach):
    account_of(coach).password_hash = None
    visitor = browser(as_=cast.admin).visit(page_of(coach))
    assert "invite them again" in visitor.text
    with pytest.raises(RefusedError, match="Invite them again"):
        operations.change_address(coach, cast.admin)


def test_a_refused_change_ends_no_session(browser, cast, coach):
    theirs = browser(as_=coach)
    account_of(cast.panel).email = NEW
    change(browser, coach, cast.admin)
    assert theirs.visit("/account").url == "/account"
    assert db.session.query(BrowserSession).filter_by(account_id=account_of(coach).id).count() == 1
