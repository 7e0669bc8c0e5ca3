"""Extra support: started in the open, with an end, extended once, read by those who must."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from portal.database import db
from portal.induction import operations, policies, supporting
from portal.induction.entry import NotPossibleError
from portal.induction.models import SupportPlan, SupportPlanWording
from portal.notices.models import Notice
from tests.conftest import TODAY
from tests.factories.agreements import a_support_plan
from tests.factories.induction import an_induction

LAST = date(2027, 1, 8)


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


@pytest.fixture
def plan(cast, year):
    return a_support_plan(year, by=cast.assessor, supporter=cast.assessor, ends_on=LAST)


def on(monkeypatch, day):
    monkeypatch.setattr("portal.clock.today", lambda: day)


def readers(cast, plan):
    return {name for name, one in vars(cast).items() if policies.see_support_plan(one, plan)}


def test_the_person_is_told_at_once_and_reads_all_of_it(browser, cast, plan):
    told = db.session.scalars(select(Notice).where(Notice.person_id == cast.nqsw.id)).all()
    assert any("An extra support plan for you starts" in one.text for one in told)
    page = browser(as_=cast.nqsw).visit(f"/inductions/{plan.induction_id}/support-plan")
    for words in (plan.support, plan.good, supporting.NOT_CAPABILITY):
        assert words in page.text


def test_notices_hold_none_of_its_words(cast, plan):
    told = db.session.scalars(select(Notice.text)).all()
    assert not any(plan.support in text or plan.good in text for text in told)


def test_who_reads_it_while_it_is_open_and_once_it_has_ended(cast, plan, monkeypatch):
    four = {"nqsw", "assessor", "manager", "coordinator", "hr"}
    assert readers(cast, plan) == {*four, "panel"}
    on(monkeypatch, LAST)
    assert readers(cast, plan) == {*four, "panel"}
    on(monkeypatch, LAST + timedelta(days=1))
    assert readers(cast, plan) == four


def test_it_ends_by_itself(plan, monkeypatch):
    on(monkeypatch, LAST)
    assert plan.is_open
    on(monkeypatch, LAST + timedelta(days=1))
    assert not plan.is_open


def test_it_is_extended_once_with_a_reason(cast, plan):
    operations.extend_support_plan(cast.assessor, plan, to=date(2027, 2, 5), why="Days away")
    assert (plan.ends_on, plan.first_end_on) == (date(2027, 2, 5), LAST)
    with pytest.raises(NotPossibleError, match="It was extended once already"):
        operations.extend_support_plan(cast.assessor, plan, to=date(2027, 3, 5), why="More")


def test_it_is_not_extended_backwards(cast, plan):
    with pytest.raises(NotPossibleError, match="Choose a day after its last day, 8 January 2027"):
        operations.extend_support_plan(cast.assessor, plan, to=LAST, why="More")


def test_it_is_ended_early_once(cast, plan):
    operations.end_support_plan(cast.manager, plan, "It is all there.")
    operations.end_support_plan(cast.manager, plan, "Again")
    assert (plan.ended_on, plan.ended_why, plan.is_open) == (TODAY, "It is all there.", False)


def test_its_words_are_corrected_in_the_open_and_what_they_were_is_kept(browser, cast, plan):
    page = browser(as_=cast.manager).visit(f"/inductions/{plan.induction_id}/support-plan")
    page.follow("Correct its words")
    page.submit("Save the correction", support="")
    assert page.status == 422
    page.submit("Save the correction", support="A reader on Tuesdays and Fridays.")
    assert "Everybody who reads it is told" in page.text
    hers = browser(as_=cast.nqsw).visit(f"/inductions/{plan.induction_id}/support-plan")
    assert "A reader on Tuesdays and Fridays." in hers.text
    assert "A second reader for each report, every Tuesday." in hers.text
    assert "when Rosa Adeyemi corrected it" in hers.text
    corrected = select(Notice).where(Notice.text.contains("corrected the extra support plan"))
    told = db.session.scalars(corrected).all()
    readers = {cast.nqsw.id, cast.assessor.id, cast.coordinator.id, cast.hr.id}
    assert {one.person_id for one in told} >= readers
    assert cast.manager.id not in {one.person_id for one in told}


def test_the_same_words_are_no_correction(cast, plan):
    operations.correct_support_plan(cast.manager, plan, support=plan.support, good=plan.good)
    assert db.session.query(SupportPlanWording).count() == 0


def test_two_who_correct_it_at_once_lose_no_words(browser, cast, plan):
    address = f"/support-plans/{plan.id}/correction"
    one, two = browser(as_=cast.assessor).visit(address), browser(as_=cast.manager).visit(address)
    one.submit("Save the correction", good="His words")
    two.submit("Save the correction", good="Her words")
    assert two.status == 409
    assert "His words" in two.text
    assert "Her words" in two.html
    two.submit("Save the correction")
    assert two.status == 200
    assert db.session.query(SupportPlanWording).count() == 2


def test_one_that_has_ended_is_not_corrected(browser, cast, plan):
    operations.end_support_plan(cast.manager, plan, "It is all there.")
    with pytest.raises(NotPossibleError, match="This plan has ended"):
        operations.correct_support_plan(cast.manager, plan, support="Other", good="Other")
    assert browser(as_=cast.manager).visit(f"/support-plans/{plan.id}/correction").status == 403


def test_two_are_not_open_at_once(cast, year, plan):
    with pytest.raises(NotPossibleError, match="is open already"):
        a_support_plan(year, by=cast.manager, supporter=cast.assessor)


def test_another_follows_one_that_has_ended(cast, year, plan):
    operations.end_support_plan(cast.manager, plan, "It is all there.")
    assert a_support_plan(year, by=cast.manager, supporter=cast.assessor).is_open


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ((-1, 42, 20), "started_on"),
        ((300, 342, 310), "started_on"),
        ((0, 3, 1), "ends_on"),
        ((0, 200, 20), "ends_on"),
        ((0, 42, 43), "first_review_on"),
        ((0, 42, 20, 50), "second_review_on"),
        ((0, 42, 20, 20), "second_review_on"),
    ],
)
def test_dates_that_cannot_be_are_refused_beside_their_field(days, field):
    first, last, *looks = (TODAY + timedelta(days=each) for each in days)
    found, why = supporting.objection_to_dates(first, last, looks, TODAY)
    assert found == field
    assert why


def test_the_person_does_not_start_one_for_themself(cast, year):
    who = {name for name, one in vars(cast).items() if policies.start_support_plan(one, year)}
    assert who == {"assessor", "manager", "coordinator"}


def test_the_page_starts_extends_and_ends_it(browser, cast, year):
    page = browser(as_=cast.manager).visit(f"/inductions/{year.id}/support-plan")
    page.follow("Start an extra support plan")
    words = {"support": "A second reader.", "good": "Reports are ready."}
    page.submit("Start the plan", supporter=str(cast.assessor.id), ends_on="1/1/2020", **words)
    assert page.status == 422
    assert "A second reader." in page.html
    page.submit("Start the plan", ends_on="08/01/2027")
    assert "until Friday 8 January 2027" in page.text
    page.follow("Extend it once")
    page.submit("Extend the plan", ends_on="29/01/2027", why="Days away in between.")
    assert "now lasts until Friday 29 January 2027" in page.text
    page.follow("End it early")
    page.submit("End the plan", why="")
    assert page.status == 422
    page.submit("End the plan", why="It is all there.")
    assert "There is no extra support plan at present." in page.text


def test_a_double_click_starts_one(browser, cast, year):
    mine = browser(as_=cast.manager)
    fields = {
        "supporter": str(cast.assessor.id), "support": "A second reader.", "good": "It is ready.",
        "started_on": "26/11/2026", "ends_on": "08/01/2027", "first_review_on": "15/12/2026",
        "form_key": "one key",
    }  # fmt: skip
    for _ in range(2):
        mine.post(f"/inductions/{year.id}/support-plan/new", **fields)
        assert mine.status == 200
    assert db.session.query(SupportPlan).count() == 1


def test_two_who_extend_it_at_once_are_told(browser, cast, plan):
    address = f"/support-plans/{plan.id}/extension"
    one, two = browser(as_=cast.assessor).visit(address), browser(as_=cast.manager).visit(address)
    one.submit("Extend the plan", ends_on="29/01/2027", why="Days away.")
    two.submit("Extend the plan", ends_on="05/02/2027", why="More time.")
    assert two.status == 409
    assert "More time." in two.html
    two.submit("Extend the plan")
    assert two.status == 422
    assert "It was extended once already" in two.text


def test_the_panel_finds_nothing_once_it_has_ended(browser, cast, plan):
    page = browser(as_=cast.panel).visit(f"/support-plans/{plan.id}")
    assert page.status == 200
    operations.end_support_plan(cast.manager, plan, "It is all there.")
    assert page.visit(f"/support-plans/{plan.id}").status == 404


def test_pages_ask_the_database_little(browser, cast, plan, statements):
    for person in (cast.nqsw, cast.hr, cast.manager):
        mine = browser(as_=person)
        mine.send("get", f"/inductions/{plan.induction_id}/support-plan")
        statements.clear()
        mine.send("get", f"/inductions/{plan.induction_id}/support-plan")
        assert len(statements) <= 12, "\n".join(statements)


def test_starting_one_asks_for_three_days_two_sentences_and_a_choice(browser, cast, year):
    page = browser(as_=cast.manager).visit(f"/inductions/{year.id}/support-plan/new")
    known = [
        e.attrib["name"] for e in page.all("input") if e.attrib.get("value", "").count("/") == 2
    ]
    assert known == ["started_on", "ends_on", "first_review_on"]
    assert len(page.all("textarea")) * 30 + 5 <= 120
