"""Whose bank holidays an organisation keeps: an administrator says it, and dates follow."""

from datetime import date

from portal.audit.models import AuditEntry
from portal.database import db
from portal.home.operations import change_nation
from portal.induction import operations, queries
from portal.notices.models import Notice
from portal.people.models import Organisation
from tests.factories.induction import an_induction, item_of
from tests.factories.people import a_person

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


def test_years_under_way_follow_once_their_new_dates_were_looked_at(browser, cast):
    year = an_induction(cast.nqsw, by=cast.coordinator, started_on=date(2026, 6, 30))
    booked = item_of(year, "review-6")
    operations.book_item(cast.coordinator, booked, date(2027, 1, 2))
    db.session.commit()
    before = {item.code: item.due_on for item in queries.items_of(year)}
    page = browser(as_=cast.admin).visit(PAGE).submit("Save", nation="SCT")
    assert "Nothing is changed yet" in page.text
    assert "in 1 induction year" in page.text
    assert cast.nqsw.name not in page.text
    assert {item.code: item.due_on for item in queries.items_of(year)} == before
    page.submit("Change the bank holidays and these dates")
    assert "The dates of 1 induction year moved" in page.text
    assert item_of(year, "observation-2").due_on == date(2026, 11, 27)
    assert item_of(year, "review-6").booked_on == date(2027, 1, 2)
    told = db.session.query(Notice).filter_by(person_id=cast.nqsw.id).all()
    assert any("other bank holidays" in notice.text for notice in told)
    entry = db.session.query(AuditEntry).filter_by(action="induction.nation_followed").one()
    assert entry.particulars["nation"] == "SCT"
    browser(as_=cast.admin).visit(PAGE).submit("Save", nation="ENG").submit(
        "Change the bank holidays and these dates"
    )
    assert {item.code: item.due_on for item in queries.items_of(year)} == before


def test_pauses_hold_and_the_same_dates_come_out_as_for_one_year(cast):
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    year.stops = [["2026-09-07", "2026-10-04"]]
    operations.redate(year)
    house = db.session.get_one(Organisation, cast.nqsw.organisation_id)
    change_nation(house, cast.admin, nation="SCT")
    at_once = {item.code: item.due_on for item in queries.items_of(year)}, year.planned_end_on
    operations.redate(year)
    assert ({item.code: item.due_on for item in queries.items_of(year)}, year.planned_end_on) == (
        at_once
    )


def test_many_years_take_few_statements(cast, statements):
    people = [a_person(cast.nqsw, given=f"Ann{number}") for number in range(12)]
    for person in people:
        an_induction(person, by=cast.coordinator, started_on=date(2026, 6, 30))
    db.session.commit()
    house = db.session.get_one(Organisation, cast.nqsw.organisation_id)
    statements.clear()
    assert change_nation(house, cast.admin, nation="SCT") == 12
    assert len(statements) <= 14
