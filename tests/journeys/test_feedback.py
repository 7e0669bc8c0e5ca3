"""The page on which a family gives feedback, in a real browser: small, without script, by keys."""

import pytest
from sqlalchemy import select

from portal.database import db
from portal.induction import feedback_links, giving
from portal.induction.models import Feedback
from tests.factories.feedback import a_request
from tests.factories.induction import an_induction
from tests.journeys.conftest import DESKTOP, PHONE, violations

pytestmark = pytest.mark.once
SMALL_PHONE = (320, 640)


@pytest.fixture
def paths(cast, commit):
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    made = {
        kind: feedback_links.path_to(a_request(year, by=cast.nqsw, kind=kind))
        for kind in giving.KINDS
    }
    commit()
    return made


@pytest.mark.parametrize("size", [DESKTOP, PHONE, SMALL_PHONE], ids=["desktop", "phone", "small"])
@pytest.mark.parametrize("kind", giving.KINDS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(window, paths, kind, size):
    page = window(size=size)
    page.goto(paths[kind])
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.click("main button")
    assert page.locator(".govuk-error-summary").count() == 1
    assert violations(page) == []


def test_the_words_of_the_page_are_large(window, paths):
    page = window(size=PHONE)
    page.goto(paths[giving.FAMILY])
    sizes = page.evaluate(
        "[...document.querySelectorAll('main p, main legend, main .govuk-label, main button')]"
        ".map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 20


def test_a_family_answers_at_320_without_a_script(window, paths):
    page = window(size=SMALL_PHONE, javascript=False)
    page.goto(paths[giving.FAMILY])
    page.get_by_label("Sometimes").first.check()
    page.get_by_label("Is there anything you want to say?").fill("Kind and clear")
    page.get_by_label("Yes, they may read my answers").check()
    page.get_by_role("button", name="Send my answer").click()
    assert page.inner_text("h1") == "Thank you"
    db.session.rollback()
    answer = db.session.scalars(select(Feedback)).one()
    assert (answer.listened, answer.went_well) == ("sometimes", "Kind and clear")


def test_the_faces_are_chosen_by_keys(window, paths):
    page = window()
    page.goto(paths[giving.FAMILY])
    page.locator("#listened").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert page.locator("input[name=listened]:checked").get_attribute("value") == "sometimes"


def test_a_workers_own_telephone_shows_nothing_of_theirs_when_handed_over(window, paths, cast):
    page = window(cast.nqsw, size=PHONE)
    page.goto(paths[giving.FAMILY])
    assert page.locator("nav").count() == 0
    assert page.get_by_text("Sign out").count() == 0
