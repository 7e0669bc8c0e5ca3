"""Saying which fields of a person the portal keeps, and which the staff list."""

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import Organisation
from portal.people.ownership import OWNABLE, PORTAL_OWNS_AT_FIRST, TITLES

PATH = "/organisation/fields"


def owned(cast):
    db.session.expire_all()
    return db.session.get_one(Organisation, cast.hr.organisation_id).portal_owns


def test_the_page_says_who_keeps_what(cast, browser):
    page = browser(as_=cast.hr).visit(PATH)
    assert "this portal keeps known as, work e-mail, base and working days." in page.text
    assert "Always this portal. People sign in with it." in page.text
    assert all(title in page.text for title, _ in TITLES.values())


def test_a_field_changes_hands_and_the_trail_says_so(cast, browser):
    page = browser(as_=cast.admin).visit(PATH)
    page.submit("Save who keeps what", family_name="portal", base="staff list")
    assert "Saved who keeps each field." in page.text
    assert owned(cast) == ["family_name", "known_as", "email", "working_days"]
    entry = db.session.query(AuditEntry).filter_by(action="people.field_owners_changed").one()
    assert entry.particulars == {"to_portal": ["family_name"], "to_staff_list": ["base"]}


def test_saving_without_a_change_leaves_no_trace(cast, browser):
    page = browser(as_=cast.hr).visit(PATH).submit("Save who keeps what")
    assert "Nothing was changed." in page.text
    assert owned(cast) == list(PORTAL_OWNS_AT_FIRST)
    assert db.session.query(AuditEntry).count() == 0


@pytest.mark.parametrize("email", ["staff list", "portal"])
def test_the_address_that_people_sign_in_with_is_always_the_portals(email, cast, browser):
    page = browser(as_=cast.hr).visit(PATH)
    page.submit("Save who keeps what", title="portal")
    chosen = dict.fromkeys(OWNABLE, "staff list") | {"email": email}
    page.post(PATH, **chosen)
    assert owned(cast) == ["email"]


def test_an_unknown_owner_is_told_beside_the_field(cast, browser):
    page = browser(as_=cast.hr).visit(PATH)
    page.submit("Save who keeps what", title="the moon")
    assert page.status == 422
    page.visit(PATH).submit("Save who keeps what", title=None)
    assert page.status == 422
    assert "Choose who keeps it: Title" in page.text


@pytest.mark.parametrize("who", ["nqsw", "coach", "manager", "coordinator", "panel"])
def test_only_hr_and_administrators_decide_it(who, cast, browser):
    page = browser(as_=getattr(cast, who))
    assert page.visit(PATH).status == 403
    assert page.post(PATH).status == 403
    assert owned(cast) == list(PORTAL_OWNS_AT_FIRST)
