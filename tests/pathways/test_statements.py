"""The manager has a clock; without a word it goes on, and a "not yet" can go to the chair."""

from collections.abc import Callable
from datetime import date

import pytest

from portal import clock
from portal.database import db
from portal.notices.models import Notice
from portal.pathways.models import Application
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.panels import a_panel, an_application, said_by, with_panel

Open = Callable[..., Browser]


@pytest.fixture
def sent(cast: Cast) -> Application:
    return an_application(cast.worker, a_panel(cast))


def test_the_manager_says_what_they_think_and_it_goes_on(
    sent: Application, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.manager).visit(f"/applications/{sent.id}")
    page.follow("Write your statement as manager").submit("Save", view="supports", words="Ready")
    assert "It is with the panel" in page.text
    assert "Supports it, Rosa Adeyemi" in page.text
    told = db.session.query(Notice).filter_by(person_id=cast.worker.id).one()
    assert "Ready" in browser(as_=cast.worker).visit(told.link).text
    assert page.visit(f"/applications/{sent.id}/manager-statement").status == 404


def test_without_a_word_by_the_day_it_goes_on_marked_and_a_late_one_keeps_its_words(
    sent: Application, cast: Cast, browser: Open
) -> None:
    assert sent.stage == "with the manager"
    page = browser(as_=cast.manager).visit(f"/applications/{sent.id}/manager-statement")
    with clock.set_to(day=date(2026, 12, 11)):
        assert sent.stage == "scoring"
        page.submit("Save", view="supports", words="My late words")
        assert page.status == 422
        assert "The day for it was Thursday 10 December 2026" in page.text
        assert "My late words" in page.html
        assert "No manager statement" in page.visit(f"/applications/{sent.id}").text


def test_an_applicant_without_a_manager_waits_for_nobody(cast: Cast, browser: Open) -> None:
    alone = an_application(cast.consultant, a_panel(cast))
    assert alone.stage == "scoring"
    page = browser(as_=cast.consultant).visit(f"/applications/{alone.id}")
    assert "The portal knows no manager who could be asked." in page.text


@pytest.mark.parametrize(("answer", "stage"), [("goes on", "scoring"), ("later", "later")])
def test_a_not_yet_is_taken_to_the_chair_who_answers(
    answer: str, stage: str, sent: Application, cast: Cast, browser: Open
) -> None:
    said_by(cast.manager, sent, view="not yet")
    page = browser(as_=cast.worker).visit(f"/applications/{sent.id}")
    assert "You can take it to the chair of the panel, Ivan Petrov." in page.text
    page.follow("Take it to the chair").submit("Send it to the chair", words="Please look")
    assert "who answers next" in page.text
    told = db.session.query(Notice).filter_by(person_id=cast.panel.id).one()
    chair = browser(as_=cast.panel).visit(told.link)
    assert "Please look" in chair.text
    chair.follow("Answer Leila").submit("Save", answer=answer, words="I have read it")
    db.session.refresh(sent)
    assert sent.stage == stage
    assert "I have read it" in page.visit(f"/applications/{sent.id}").text


def test_a_not_yet_keeps_it_from_the_panel_until_the_chair_has_answered(
    sent: Application, cast: Cast, browser: Open
) -> None:
    said_by(cast.manager, sent, view="not yet")
    page = browser(as_=cast.panel)
    assert page.visit(f"/applications/{sent.id}/my-scores").status == 404
    assert page.visit(f"/applications/{sent.id}").status == 404


def test_nobody_but_the_manager_speaks_for_them(cast: Cast, browser: Open) -> None:
    on = with_panel(cast)
    for person in (cast.worker, cast.hr, cast.coach, cast.panel):
        page = browser(as_=person).visit(f"/applications/{on.id}/manager-statement")
        assert page.status == 404
