"""Self and assessor side by side: each writes alone, both finish, the person shares, looks back."""

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.standards.forms.ratings import field_of
from portal.standards.models import RatingSet
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.induction import an_induction, item_of
from tests.factories.standards import PQS


@pytest.fixture
def year(cast: Cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def address(year):
    return f"/inductions/{year.id}/ratings"


def answers(word):
    return {field_of(each.key): word for each in PQS.standards}


def written(browser, person, year, point, word):
    mine = browser(as_=person).visit(address(year)).follow(f", {point}")
    return mine.submit("Finish", **answers(word))


def test_neither_sees_the_others_view_before_both_have_finished(cast, year, browser):
    amira = written(browser, cast.nqsw, year, "beginning", "with-help")
    assert "Finished." in amira.text
    amira.submit("Share it")
    dan = browser(as_=cast.assessor).visit(address(year))
    assert "Amira Khan has written a self-assessment at the beginning." in dan.text
    assert "With help" not in dan.text
    written(browser, cast.assessor, year, "beginning", "on-my-own")
    dan.visit(address(year))
    assert "With help" in dan.text
    assert "On my own" in dan.text
    amira.visit(address(year))
    assert "Beginning, assessor" in amira.text


def test_what_is_not_shared_is_the_persons_alone(cast, year, browser):
    written(browser, cast.nqsw, year, "beginning", "help-others")
    written(browser, cast.assessor, year, "beginning", "with-help")
    for person in (cast.assessor, cast.manager, cast.coordinator):
        page = browser(as_=person).visit(address(year))
        assert "I help others" not in page.html
        assert "With help" in page.text


def test_finishing_ones_own_view_is_the_self_assessment_of_the_year(cast, year, browser):
    written(browser, cast.nqsw, year, "beginning", "not-yet")
    db.session.expire_all()
    assert item_of(year, "self-assessment-1").held_on == TODAY
    assert item_of(year, "self-assessment-2").held_on is None


def test_a_draft_is_kept_and_finishing_asks_for_every_standard(cast, year, browser):
    amira = browser(as_=cast.nqsw).visit(address(year)).follow(", beginning")
    amira.submit("Save for later", rate_law="with-help")
    assert "Saved as a draft." in amira.text
    amira.follow(", beginning").submit("Finish")
    assert amira.status == 422
    assert "Choose a word for “Communication”, or save it for later" in amira.text
    assert db.session.query(RatingSet).one().words == {"law": "with-help"}
    rest = {name: word for name, word in answers("on-my-own").items() if name != "rate_law"}
    amira.submit("Finish", **rest)
    db.session.expire_all()
    assert db.session.query(RatingSet).one().words["law"] == "with-help"


def test_two_windows_lose_no_answers(cast, year, browser):
    one, two = browser(as_=cast.nqsw), browser(as_=cast.nqsw)
    for window in (one, two):
        window.visit(address(year)).follow(", beginning")
    one.submit("Save for later", rate_law="with-help")
    two.submit("Save for later", rate_law="on-my-own", rate_communication="not-yet")
    assert two.status == 409
    two.submit("Save for later")
    assert db.session.query(RatingSet).one().words == {
        "law": "on-my-own", "communication": "not-yet",
    }  # fmt: skip


def test_at_the_end_the_person_looks_back_to_the_start(cast, year, browser):
    for point, word in (
        ("beginning", "on-my-own"),
        ("middle", "on-my-own"),
        ("end", "help-others"),
    ):
        amira = written(browser, cast.nqsw, year, point, word)
    amira.follow("Look back to the start")
    assert "where were you really at the start" in amira.text
    amira.submit("Finish", **answers("not-yet"))
    assert "Beginning, looking back" in amira.text
    assert "You have written your view at all three points." in amira.text
    amira.visit(f"{address(year)}/looking-back")
    assert "You look back once" in amira.text


def test_looking_back_waits_for_the_end(cast, year, browser):
    amira = browser(as_=cast.nqsw).visit(f"{address(year)}/looking-back")
    assert "You look back once you have finished your view at the end." in amira.text


def test_a_finished_view_stays_as_it_was_written(cast, year, browser):
    amira = written(browser, cast.nqsw, year, "beginning", "not-yet")
    amira.visit(f"{address(year)}/view?point=beginning")
    assert "stays as it was written" in amira.text


def test_only_the_two_write_and_only_the_person_shares(cast, year, browser):
    for person in (cast.manager, cast.coordinator):
        page = browser(as_=person)
        assert page.visit(f"{address(year)}/view").status == 403
    assert browser(as_=cast.assessor).post(f"{address(year)}/sharing", rating="x").status == 403
    assert browser(as_=cast.coach).visit(address(year)).status == 403


def test_the_trail_holds_no_rating(cast, year, browser):
    written(browser, cast.nqsw, year, "beginning", "not-yet").submit("Share it")
    entries = db.session.query(AuditEntry).filter(AuditEntry.action.like("standards.%")).all()
    assert {entry.action for entry in entries} == {
        "standards.rating_finished", "standards.rating_shared",
    }  # fmt: skip
    assert not any("not-yet" in str(entry.particulars) for entry in entries)


def test_every_page_and_form_of_ratings_keeps_to_its_statements(cast, year, browser, statements):
    more = 3 if db.engine.dialect.name == "postgresql" else 0
    amira = browser(as_=cast.nqsw).visit(address(year)).follow(", beginning")
    statements.clear()
    amira.visit(address(year))
    assert len(statements) <= 12
    token = amira.token()
    statements.clear()
    fields = {"csrf_token": token, "finish": "yes", "version": "0", **answers("not-yet")}
    assert amira.send("post", f"{address(year)}/view", data=fields).status_code == 303
    assert len(statements) <= 14 + more
