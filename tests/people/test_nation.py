"""Whose bank holidays an organisation keeps: an administrator says it, and dates follow."""

from datetime import date

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import Organisation
from tests.factories.induction import an_induction, item_of

PAGE = "/organisation/nation"


def test_an_administrator_chooses_the_nation_and_new_years_follow_it(browser, cast):
    page = browser(as_=cast.admin).visit("/organisation").follow("Bank holidays")
    assert "the bank holidays of England" in page.text
    page.submit("Save", nation="SCT")
    assert "Working days follow the bank holidays of Scotland." in page.text
    assert db.session.get_one(Organisation, cast.admin.organisation_id).nation == "SCT"
    entry = db.session.query(AuditEntry).filter_by(action="people.nation_changed").one()
    assert entry.particulars == {"nation": "SCT", "was": "ENG"}
    year = an_induction(cast.nqsw, by=cast.coordinator, started_on=date(2026, 6, 30))
    assert item_of(year, "observation-2").due_on == date(2026, 11, 27)  # not St Andrew's Day


def test_the_same_nation_again_changes_nothing(browser, cast):
    page = browser(as_=cast.admin).visit(PAGE).submit("Save", nation="ENG")
    assert "Nothing was changed." in page.text


def test_another_word_is_no_nation(browser, cast):
    page = browser(as_=cast.admin).visit(PAGE)
    page.post(PAGE, nation="MARS")
    assert page.status == 422


def test_only_administrators_choose_it(browser, cast):
    for person in (cast.hr, cast.coordinator, cast.nqsw):
        assert browser(as_=person).visit(PAGE).status == 403
