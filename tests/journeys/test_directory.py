"""The directory and the profile in a real browser: live filters, the keyboard, and no faults."""

from urllib.parse import quote

import pytest

from portal.database import db
from portal.people.models import PersonStrength, Post
from tests.journeys.conftest import DESKTOP, PHONE, violations

pytestmark = pytest.mark.once


@pytest.fixture
def strong(cast):
    """Leila can help with court skills."""
    own = {"organisation_id": cast.worker.organisation_id, "person_id": cast.worker.id}
    db.session.add(PersonStrength(**own, strength="court-skills"))
    db.session.commit()


def test_choosing_a_filter_narrows_the_list_at_once_and_the_address_says_so(cast, strong, window):
    page = window(cast.nqsw, size=DESKTOP)
    page.goto("/people")
    page.locator("summary", has_text="Narrow the list").click()
    page.select_option("#strength", "court-skills")
    page.get_by_text("1 person who can help with court skills.").wait_for()
    assert "strength=court-skills" in page.url
    assert page.locator("#results tbody tr").count() == 1
    page.fill("#q", "zz")
    page.get_by_text("0 people found for zz who can help with court skills.").wait_for()
    page.reload()
    page.locator("summary", has_text="Narrow the list").click()
    page.locator("#strength").wait_for()
    assert page.input_value("#strength") == "court-skills"


def test_the_filters_are_asked_for_when_they_are_opened_by_the_keyboard_too(cast, strong, window):
    page = window(cast.nqsw, size=PHONE)
    page.goto("/people")
    assert page.locator("#strength").count() == 0
    page.locator("summary", has_text="Narrow the list").focus()
    page.keyboard.press("Enter")
    page.locator("#strength").wait_for()
    page.locator("#strength").focus()
    page.keyboard.type("Court skills")
    page.get_by_text("1 person who can help with court skills.").wait_for()


def test_without_javascript_the_filters_are_a_form(cast, strong, window):
    page = window(cast.nqsw, size=PHONE, javascript=False)
    page.goto("/people")
    page.locator("summary", has_text="Narrow the list").click()
    page.get_by_role("link", name="Choose by team, job, base").click()
    page.select_option("#strength", "court-skills")
    page.get_by_role("button", name="Show these people").click()
    assert page.locator(".lead").inner_text() == "1 person who can help with court skills."
    page.get_by_role("link", name="Remove: Court skills").click()
    assert page.locator(".lead").inner_text() == "13 people work here."


def test_long_names_of_filters_stay_inside_a_narrow_screen(cast, window):
    """Chips break where they must: a job title in many words, a base in one."""
    job = "Advanced Social Work Practitioner for Children Looked After and Leaving Care " * 2
    base = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    post = db.session.query(Post).filter_by(person_id=cast.worker.id).one()
    post.job_title, cast.worker.base = job.strip(), base
    db.session.commit()
    page = window(cast.nqsw, size=(320, 640))
    page.goto(f"/people?base={base}&job={quote(job.strip())}&q={'leila' * 12}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, "found for one long word"
    page.goto(f"/people?base={base}&job={quote(job.strip())}&q=leila")
    assert page.locator(".chips li").count() == 3
    assert page.locator("#results tbody tr").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    right = "es => es.map(e => e.getBoundingClientRect().right)"
    assert max(page.locator(".chips a").evaluate_all(right)) <= 320


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_state_is_without_fault(size, cast, strong, window):
    page = window(cast.worker, size=size)
    faults = []
    for path in ("/people?strength=court-skills&base=Civic+Centre&q=l", "/people?q=zzz"):
        page.goto(path)
        faults += [f"{path}: {fault}" for fault in violations(page)]
    page.goto("/my-profile")
    page.fill("#phone", "ring me")
    page.fill("#qualified_on", "soon")
    page.get_by_role("button", name="Save your profile").click()
    assert "Error:" in page.title()
    faults += [f"the profile with errors: {fault}" for fault in violations(page)]
    page.fill("#phone", "01632 960 001")
    page.fill("#qualified_on", "13/7/2023")
    page.get_by_label("Neglect").check()
    page.get_by_role("button", name="Save your profile").click()
    page.get_by_text("Saved your profile.").wait_for()
    page.goto(f"/people/{cast.worker.id}")
    assert page.get_by_role("link", name="01632 960 001").get_attribute("href") == "tel:01632960001"
    faults += [f"the card: {fault}" for fault in violations(page)]
    assert not faults, "\n".join(faults)
