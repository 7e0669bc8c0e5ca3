"""The panel decides, a letter says so, and nothing is changed without a superseding reason."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.pathways import operations
from portal.pathways.models import Appeal, Application, LetterText, Outcome
from portal.pathways.progression import letters
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.panels import decided, scored_by, with_panel

Open = Callable[..., Browser]
WORDS = {"reason": "All is shown", "feedback": "Keep teaching"}


@pytest.fixture
def scored(cast: Cast) -> Application:
    application = with_panel(cast, [cast.manager])
    scored_by(cast.panel, application)
    return application


def test_the_chair_writes_the_outcome_down_and_the_applicant_reads_the_letter(
    scored: Application, cast: Cast, browser: Open
) -> None:
    chair = browser(as_=cast.panel).visit(f"/applications/{scored.id}")
    chair.follow("Write down the outcome").submit("Save the outcome", decision="progress", **WORDS)
    assert "Paid fromThursday 17 December 2026" in chair.text
    told = db.session.query(Notice).filter(Notice.text.startswith("The panel has decided")).all()
    assert {each.person_id for each in told} == {cast.worker.id, cast.manager.id}
    mine = browser(as_=cast.worker).visit(f"/applications/{scored.id}")
    assert "Progress, 26 November 2026" in mine.text
    mine.follow("Read the letter")
    assert "Dear Leila Taylor" in mine.text
    assert "Why: All is shown" in mine.text
    assert "Your new role and pay count from Thursday 17 December 2026" in mine.text
    mine.visit(f"/applications/{scored.id}").follow("See the scores of the panel")
    assert "Member 1" in mine.text
    assert "Ivan Petrov" not in mine.text


def test_the_manager_and_hr_see_the_outcome_and_no_score(
    scored: Application, cast: Cast, browser: Open
) -> None:
    decided(cast, scored)
    for person, letter in ((cast.manager, 404), (cast.hr, 200)):
        page = browser(as_=person).visit(f"/applications/{scored.id}")
        assert "Not yet, 26 November 2026" in page.text
        assert page.visit(f"/applications/{scored.id}/scores").status == 404
        assert page.visit(f"/applications/{scored.id}/letter").status == letter


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"decision": "conditions"}, "Say what is still to do"),
        ({"decision": "deferred"}, "Enter the day"),
        ({"decision": "deferred", "again_on": "1/11/2026"}, "Enter a day to come"),
        ({"decision": "not yet", "reason": ""}, "Say why the panel decided so"),
        ({}, "Choose the outcome"),
    ],
)
def test_an_outcome_that_is_not_whole_is_refused_beside_the_field(
    given: dict[str, str], said: str, scored: Application, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.panel).visit(f"/applications/{scored.id}/outcome")
    page.submit("Save the outcome", **(WORDS | given))
    assert page.status == 422
    assert said in page.text
    assert "Keep teaching" in page.html
    assert db.session.query(Outcome).count() == 0


@pytest.mark.parametrize(
    ("rule", "day"),
    [("panel", date(2026, 12, 17)), ("sending", date(2026, 11, 26)),
     ("next month", date(2027, 1, 1))],
)  # fmt: skip
def test_pay_follows_the_organisations_rule_and_goes_out_as_a_file(
    rule: str, day: date, scored: Application, cast: Cast, browser: Open
) -> None:
    hr = browser(as_=cast.hr).visit("/panels").follow("Pay and letters")
    hr.submit("Save", paid_from=rule)
    outcome = decided(cast, scored, decision="progress")
    assert outcome.paid_from_on == day
    rows = hr.visit(f"/panels/{scored.panel_id}/payroll/export").html
    assert f"Leila Taylor,Social worker,Senior social worker,{day},Progress,2026-11-26" in rows
    operations.set_pay_rule(cast.hr, "panel")
    assert db.session.get_one(Outcome, outcome.id).paid_from_on == day


def test_an_outcome_is_superseded_with_a_reason_and_never_changed(
    scored: Application, cast: Cast, browser: Open
) -> None:
    first = decided(cast, scored)
    page = browser(as_=cast.panel).visit(f"/applications/{scored.id}")
    page.follow("Supersede the outcome").submit("Save the outcome", decision="progress", **WORDS)
    assert page.status == 422
    assert "Say why the outcome before no longer stands" in page.text
    page.submit("Save the outcome", superseding_reason="We had misread a date")
    letter = page.follow("Read the letter")
    assert "We had misread a date" in letter.text
    assert "Superseded: letter 1" in letter.text
    assert [each.number for each in db.session.query(Outcome).order_by(Outcome.number)] == [1, 2]
    assert db.session.get_one(Outcome, first.id).decision == "not yet"
    entries = db.session.query(AuditEntry).filter_by(action="pathways.outcome_decided").all()
    assert len(entries) == 2
    assert all("misread" not in str(entry.particulars) for entry in entries)


def test_somebody_who_has_left_is_not_progressed(
    scored: Application, cast: Cast, browser: Open
) -> None:
    cast.worker.left_on = date(2026, 11, 20)
    db.session.commit()
    page = browser(as_=cast.panel).visit(f"/applications/{scored.id}/outcome")
    page.submit("Save the outcome", decision="progress", **WORDS)
    assert page.status == 422
    assert "The applicant left on Friday 20 November 2026" in page.text


def test_an_appeal_has_a_clock_and_hr_answers_it(
    scored: Application, cast: Cast, browser: Open
) -> None:
    decided(cast, scored)
    page = browser(as_=cast.worker).visit(f"/applications/{scored.id}")
    assert "Appeal untilThursday 10 December 2026" in page.text
    page.follow("Appeal").submit("Send the appeal", words="A date was misread")
    assert "To be answered by Thursday 10 December 2026." in page.text
    assert "Your appeal is answered by Thursday 10 December 2026." in page.text
    hr = browser(as_=cast.hr).visit("/").follow("Answer the appeal of").follow("Answer the appeal")
    hr.submit("Save", answer="looked at again", words="It was")
    assert "The panel looks at it again" in page.visit(f"/applications/{scored.id}").text
    assert db.session.query(Appeal).one().answered_by_id == cast.hr.id
    told = db.session.query(Notice).filter_by(person_id=cast.panel.id, read_at=None)
    assert any("was upheld" in each.text for each in told)
    chair = browser(as_=cast.panel).visit("/").follow("Look again at the application of")
    chair.submit("Save the outcome", decision="progress", superseding_reason="As HR said", **WORDS)
    assert "progress. It is paid from" in page.visit(f"/applications/{scored.id}").text
    assert "against an outcome that was superseded" in page.text
    assert "Look again at" not in chair.visit("/").text


def test_an_appeal_that_comes_late_is_refused_in_words_and_kept_on_the_page(
    scored: Application, cast: Cast, browser: Open
) -> None:
    outcome = decided(cast, scored)
    page = browser(as_=cast.worker).visit(f"/outcomes/{outcome.id}/appeal")
    with clock.set_to(day=date(2026, 12, 11)):
        page.submit("Send the appeal", words="Too late perhaps")
        assert page.status == 422
        assert "The last day for an appeal was Thursday 10 December 2026" in page.text
        assert "Too late perhaps" in page.html


def test_a_letter_goes_out_with_the_text_that_was_approved(
    scored: Application, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit("/panels/letters/not-yet")
    page.submit("Approve this text", words="Dear {name}, not yet.")
    assert page.status == 422
    assert "Put {place} where the role applied for is to stand" in page.text
    own = letters.SHIPPED["not yet"].replace("Thank you for", "We have read")
    page.submit("Approve this text", words=own)
    assert "Approved on 26 November 2026" in page.text
    outcome = decided(cast, scored)
    assert "We have read your application" in outcome.letter
    assert outcome.letter_number == db.session.query(LetterText).one().number == 1


def test_what_was_decided_settles_it_so_that_they_may_apply_again(
    scored: Application, cast: Cast
) -> None:
    decided(cast, scored)
    facts: dict[str, Any] = {"person_id": cast.worker.id}
    assert not db.session.query(Application).filter_by(**facts, settled_on=None).count()
