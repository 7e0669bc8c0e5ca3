"""What an organisation is called: an administrator says it, once on the whole installation."""

import pytest
from sqlalchemy import select

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import Organisation

PAGE = "/organisation/name"


def test_an_administrator_renames_the_organisation_on_every_page(browser, cast):
    visitor = browser(as_=cast.admin).visit(PAGE)
    visitor.submit("Save the name", name="  Riverside   Borough Council ")
    assert "The organisation is called Riverside Borough Council." in visitor.text
    assert "Riverside Borough Council" in browser(as_=cast.coach).visit("/").text
    db.session.rollback()
    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.particulars) == ("people.organisation_renamed", {})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Write the name of the organisation"),
        ("   ", "Write the name of the organisation"),
        ("x" * 101, "at most 100 letters"),
        ("Harbour", "This name cannot be used here"),
    ],
)
def test_what_cannot_be_a_name_is_said_and_kept(browser, cast, name, words):
    visitor = browser(as_=cast.admin).visit(PAGE).submit("Save the name", name=name)
    assert (visitor.status, words in visitor.text) == (422, True)
    own = db.session.get_one(Organisation, cast.admin.organisation_id)
    assert own.name == "Riverside"


def test_the_same_name_changes_nothing(browser, cast):
    visitor = browser(as_=cast.admin).visit(PAGE).submit("Save the name")
    assert "Nothing was changed." in visitor.text
    assert db.session.scalars(select(AuditEntry)).first() is None


@pytest.mark.parametrize("who", ["hr", "coordinator", "coach"])
def test_nobody_else_may(browser, cast, who):
    visitor = browser(as_=getattr(cast, who))
    assert visitor.visit(PAGE).status == 403
    assert visitor.post(PAGE, name="Other").status == 403


def test_the_demonstration_keeps_its_names(browser, cast):
    riverside = db.session.get_one(Organisation, cast.admin.organisation_id)
    riverside.is_demo = True
    assert browser(as_=cast.admin).visit(PAGE).status == 403
