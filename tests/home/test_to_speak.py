"""Home asks a coordinator to speak with whoever asked in confidence, until the two have spoken."""

from portal.database import db
from portal.induction.operations import promises as operations
from tests.factories.induction import an_induction


def test_a_coordinator_is_asked_to_speak_until_it_is_noted(browser, cast):
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    operations.ask_in_confidence(cast.nqsw, year, "workload")
    db.session.commit()
    page = browser(as_=cast.coordinator).visit("/")
    assert "Asked in confidence on" in page.text
    page.follow("Speak with Amira Khan").submit("We have spoken")
    assert "You have spoken with Amira Khan about all that was asked" in page.text
    assert "Speak with" not in page.visit("/").text


def test_nobody_else_learns_that_it_was_asked(browser, cast):
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    operations.ask_in_confidence(cast.nqsw, year, "workload")
    db.session.commit()
    for person in (cast.assessor, cast.manager, cast.hr, cast.nqsw, cast.harbour_hr):
        assert "in confidence on" not in browser(as_=person).visit("/").text
