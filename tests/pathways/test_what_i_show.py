"""What I show for a role already: on its page, beside another role, and in my own words."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.pathways.models import RequirementStatement
from portal.pathways.models.requirements import LONGEST
from portal.standards.operations import add_evidence
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.learning import a_booking, a_qualification, an_event
from tests.factories.mentoring import a_pairing
from tests.inspection import text_of

Open = Callable[..., Browser]
MARKER = "Quillfeather plan of May"
STATED = "/pathway/social-worker/next-year"


def rows(page: Browser) -> dict[str, str]:
    """What stands beside each requirement of the page."""
    found = [text_of(each) for each in page.all("li") if "show" in text_of(each).lower()]
    return {said.split(".")[0]: said for said in found}


def test_the_induction_year_and_its_evidence_count_without_being_typed_again(
    cast: Cast, browser: Open
) -> None:
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    for nth in (1, 2, 3):
        add_evidence(cast.nqsw, cast.nqsw, kind="observation", title=f"Observation {nth}",
                     dated_on=date(2026, 10, nth), note="")  # fmt: skip
    cast.nqsw.registration_status = "registered"
    db.session.commit()
    page = browser(as_=cast.nqsw).visit("/pathway/social-worker")
    assert "2 of 5 already shown." in page.text
    said = rows(page)
    assert "3 pieces among your evidence. Shown" in said["Three observations of your practice"]
    assert "Your year goes on until" in said["The outcome of the first-year programme"]
    assert page.follow("Go on with My year").heading == "My year"
    year.ended_on, year.ended_as = date(2026, 11, 20), "completed"
    db.session.commit()
    page.visit("/pathway/social-worker")
    assert (
        "Completed on Friday 20 November 2026. Shown"
        in rows(page)["The outcome of the first-year programme"]
    )
    assert "2 things to complete." in page.visit("/pathway").text


def test_months_of_helping_others_and_of_work_count_for_the_next_role(
    cast: Cast, browser: Open
) -> None:
    a_pairing(coach=cast.worker, supported=cast.nqsw, started_on=date(2026, 5, 1))
    db.session.commit()
    said = rows(browser(as_=cast.worker).visit("/pathway/senior-social-worker"))
    assert "34 months. Shown" in said["Two years as a social worker"]
    assert "6 months. Shown" in said["Help for somebody newer, as a mentor or coach"]


def test_what_only_i_can_say_i_say_change_and_take_back(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.nqsw).visit("/pathway/social-worker").follow("Say how you show it")
    assert page.heading == "Your plan for the next year of learning"
    assert "Only you can read it." in page.text
    page.submit("Save", words=MARKER)
    assert "Saved. Only you can read it." in page.text
    assert "You say so yourself. Shown" in rows(page)["Your plan for the next year of learning"]
    page.follow("Change what you said").submit("Save", words=MARKER)
    assert "Nothing was changed." in page.text
    page.follow("Change what you said").submit("Save", words=" ")
    assert "Taken back." in page.text
    assert db.session.query(RequirementStatement).count() == 0


def test_nobody_else_finds_what_somebody_says_or_lacks(cast: Cast, browser: Open) -> None:
    browser(as_=cast.nqsw).visit(STATED).submit("Save", words=MARKER)
    entry = db.session.query(AuditEntry).order_by(AuditEntry.number.desc()).first()
    assert (entry.action, entry.particulars) == ("pathways.requirement_stated", {})
    for other in (cast.hr, cast.principal, cast.manager, cast.coach, cast.admin):
        page = browser(as_=other)
        for path in (STATED, "/pathway/social-worker", "/pathway", "/pathways",
                     "/pathways/newly-qualified-social-worker/people", "/pathways/export",
                     f"/people/{cast.nqsw.id}"):  # fmt: skip
            assert MARKER not in page.visit(path).html


def test_the_second_of_two_windows_is_told_and_keeps_its_words(cast: Cast, browser: Open) -> None:
    browser(as_=cast.nqsw).visit(STATED).submit("Save", words="One.")
    first, second = (browser(as_=cast.nqsw).visit(STATED) for _ in range(2))
    first.submit("Save", words="Two.")
    second.submit("Save", words="Three.")
    assert (second.status, "Three." in second.html, "Two." in second.html) == (409, True, True)
    second.submit("Save")
    assert db.session.query(RequirementStatement).one().words == "Three."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("x" * (LONGEST + 1), f"Write at most {LONGEST} letters"),
        ("Ring me on 07700 900123.", "hone number"),
    ],
)
def test_too_many_words_or_a_number_of_somebody_are_refused_and_kept(
    cast: Cast, browser: Open, words: str, said: str
) -> None:
    page = browser(as_=cast.nqsw).visit(STATED).submit("Save", words=words)
    assert (page.status, said in page.text, words in page.html) == (422, True, True)
    assert db.session.query(RequirementStatement).count() == 0


@pytest.mark.parametrize("key", ["first-year", "nothing", "x" * 300])
def test_what_the_portal_counts_itself_is_not_stated(cast: Cast, browser: Open, key: str) -> None:
    assert browser(as_=cast.nqsw).visit(f"/pathway/social-worker/{key}").status == 404


def test_two_roles_stand_beside_each_other(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/pathway").follow("Compare two roles")
    assert "Choose two roles" in page.text
    page.submit("Compare", one="senior-social-worker", other="practice-educator")
    assert "Senior social worker beside practice educator." in page.text
    assert page.text.count("already shown") == 2
    page.visit("/pathway/compare?one=senior-social-worker&other=senior-social-worker")
    assert "Choose two roles" in page.text
    assert page.visit("/pathway/compare?one=nowhere&other=%22").status == 200


def test_a_course_that_is_asked_for_is_booked_from_the_page_and_counts_once_it_is_held(
    cast: Cast, browser: Open
) -> None:
    facts = {"course_key": "supervision", "title": "Supervision"}
    full = an_event(cast.coordinator, **facts, held_on=date(2026, 12, 3), places=1)
    a_booking(full, cast.nqsw)
    db.session.commit()
    page = browser(as_=cast.worker).visit("/pathway/practice-supervisor")
    assert "no day with places is planned yet" in rows(page)["The course in supervision"]
    an_event(cast.coordinator, **facts, held_on=date(2026, 12, 17), places=1)
    db.session.commit()
    page.visit("/pathway/compare?one=practice-supervisor&other=team-manager")
    page.follow("Book a place: Thursday 17 December 2026")
    assert page.heading == "Supervision"
    assert "It is asked for on your way to: practice supervisor. Only you see this." in page.text
    other = browser(as_=cast.manager).visit("/courses/supervision")
    assert "on your way to" not in other.text
    a_qualification(cast.worker, cast.hr, kind="training", key="supervision",
                    expires_on=date(2027, 5, 1))  # fmt: skip
    db.session.commit()
    page.visit("/pathway/practice-supervisor")
    assert "on your way to" not in browser(as_=cast.worker).visit("/courses/supervision").text
    assert "It counts until Saturday 1 May 2027." in rows(page)["The course in supervision"]
