"""A document is seen in the case system and never stored: both confirm it, then it is held."""

from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction.models.verifications import Verification
from portal.standards.models import Evidence
from tests.cast import Cast
from tests.factories.induction import an_induction, item_of

GIVEN = {
    "kind": "assessment",
    "seen_on": "12/11/2026",
    "description": "An assessment of medium length, written over three weeks",
    "feedback": "Clear reasons for each conclusion",
}


@pytest.fixture
def year(cast: Cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def address(year):
    return f"/inductions/{year.id}/verifications"


def seen(browser, cast, year, **changes):
    dan = browser(as_=cast.assessor).visit(address(year)).follow("Say that you saw a document")
    return dan.submit("Save", **{**GIVEN, **changes})


def test_both_confirm_and_the_document_is_held_and_is_evidence_once(cast, year, browser):
    dan = seen(browser, cast, year)
    assert "Amira Khan has been asked to confirm it." in dan.text
    assert item_of(year, "document-1").held_on is None
    amira = browser(as_=cast.nqsw).visit(address(year))
    assert "1 document waits to be confirmed by you." in amira.text
    amira.submit("Confirm")
    assert "Confirmed." in amira.text
    db.session.expire_all()
    assert item_of(year, "document-1").held_on == date(2026, 11, 12)
    piece = db.session.query(Evidence).one()
    assert (piece.kind, piece.title) == ("document", "First assessed written document: assessment")
    told = browser(as_=cast.assessor).visit("/notices").text
    assert "Amira Khan confirmed the document that you saw." in told


def test_confirming_twice_is_confirming_once(cast, year, browser):
    seen(browser, cast, year)
    one = db.session.query(Verification).one()
    amira = browser(as_=cast.nqsw)
    for _ in range(2):
        amira.post(f"/inductions/verifications/{one.id}/confirmation", version="1")
    assert db.session.query(Evidence).count() == 1
    done = db.session.query(AuditEntry).filter_by(action="induction.verification_confirmed")
    assert done.count() == 1


def test_what_was_changed_meanwhile_is_not_confirmed_unseen(cast, year, browser):
    dan = seen(browser, cast, year)
    amira = browser(as_=cast.nqsw).visit(address(year))
    dan.follow("Change what it says").submit("Save", description="A plan, and not an assessment")
    amira.submit("Confirm")
    assert amira.status == 409
    assert "Your assessor changed this while you were looking at it." in amira.text
    assert "A plan, and not an assessment" in amira.text
    amira.submit("Confirm")
    assert "Confirmed." in amira.text


def test_what_is_confirmed_does_not_change(cast, year, browser):
    dan = seen(browser, cast, year)
    browser(as_=cast.nqsw).visit(address(year)).submit("Confirm")
    one = db.session.query(Verification).one()
    assert dan.visit(f"/inductions/verifications/{one.id}/correction").status == 403


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seen_on": "1/1/2027"}, "This day is still to come."),
        ({"seen_on": "1/6/2026"}, "The induction year starts on 29 June 2026."),
        ({"kind": ""}, "Choose the kind of document"),
        ({"description": " "}, "Say in general words what it is"),
        ({"feedback": "x" * 2001}, "Use at most 2,000 letters"),
    ],
)
def test_a_faulty_answer_says_what_to_do_and_keeps_every_word(cast, year, browser, changes, said):
    dan = seen(browser, cast, year, **changes)
    assert dan.status == 422
    assert said in dan.text
    assert (changes.get("feedback") or GIVEN["feedback"]) in dan.html
    assert db.session.query(Verification).count() == 0


def test_a_name_in_the_description_is_asked_about_first(cast, year, browser):
    dan = seen(
        browser, cast, year, description="The assessment of Kayleigh Thornton, born 12/03/2015"
    )
    assert dan.status == 422
    assert "nobody can be recognised from this" in dan.text
    assert db.session.query(Verification).count() == 0


def test_who_sees_it_and_who_may_say_it(cast, year, browser):
    seen(browser, cast, year)
    for person in (cast.nqsw, cast.manager, cast.coordinator):
        page = browser(as_=person).visit(address(year))
        assert GIVEN["description"] in page.text
        assert page.visit(f"{address(year)}/new").status == 403
    one = db.session.query(Verification).one()
    confirmation = f"/inductions/verifications/{one.id}/confirmation"
    assert browser(as_=cast.assessor).post(confirmation, version="1").status == 403
    assert browser(as_=cast.worker).visit(address(year)).status == 403


def test_the_file_holds_no_description(cast, year, browser):
    seen(browser, cast, year)
    taken = browser(as_=cast.manager).send("get", f"{address(year)}/export").get_data(as_text=True)
    assert "First assessed written document,Assessment,2026-11-12,Dan Okoro,no" in taken
    assert GIVEN["description"] not in taken


def test_the_trail_holds_no_words(cast, year, browser):
    dan = seen(browser, cast, year)
    dan.follow("Change what it says").submit("Save", feedback="Something else")
    entries = db.session.query(AuditEntry).filter(AuditEntry.action.like("%veri%")).all()
    assert len(entries) == 2
    assert not any("assessment of medium" in str(entry.particulars) for entry in entries)


def test_confirming_keeps_to_the_statements_of_a_saved_form(cast, year, browser, statements):
    more = 3 if db.engine.dialect.name == "postgresql" else 0
    seen(browser, cast, year)
    one = db.session.query(Verification).one()
    amira = browser(as_=cast.nqsw)
    token = amira.token()
    path = f"/inductions/verifications/{one.id}/confirmation"
    statements.clear()
    amira.send("post", path, data={"csrf_token": token, "version": "1"})
    assert len(statements) <= 14 + more, "\n".join(statements)
