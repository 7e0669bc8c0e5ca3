"""Thoughts: caught with one box and one button, sorted, ticked, or turned into a reflection."""

import pytest

from portal.database import db
from portal.standards import operations, policies
from portal.standards.models import Piece, Thought
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing
from tests.factories.writing import a_thought


@pytest.fixture
def thought(cast, commit):
    made = a_thought(cast.nqsw)
    commit()
    return made


def only():
    db.session.expire_all()
    return db.session.query(Thought).one()


def test_a_thought_is_caught_with_one_box_and_one_button(browser, cast):
    page = browser(as_=cast.nqsw).visit("/thoughts")
    page.submit("Catch it", text="Ask about the silence.")
    assert "Only you can read" in page.text
    assert "Ask about the silence." in page.text
    assert only().goes_to == ""


def test_an_empty_thought_is_refused(browser, cast):
    page = browser(as_=cast.nqsw).visit("/thoughts").submit("Catch it")
    assert page.status == 422
    assert "Write the thought first" in page.text


def test_for_htmx_the_box_asks_where_it_goes(browser, cast):
    page = browser(as_=cast.nqsw)
    data = {"csrf_token": page.token(), "text": "Bring the plan.", "form_key": "one"}
    answer = page.send("post", "/thoughts", data=data, headers={"HX-Request": "true"})
    assert "To supervision" in answer.get_data(as_text=True)


def test_a_thought_goes_to_supervision_and_is_ticked_there(browser, cast, thought):
    page = browser(as_=cast.nqsw).visit("/thoughts").submit("To supervision")
    assert only().goes_to == "supervision"
    assert "Ask about the silence" in page.visit("/thoughts?to=supervision").text
    assert "Ask about the silence" not in page.visit("/thoughts?to=coaching").text
    page.visit("/thoughts").submit("Tick as taken up")
    assert not only().is_open
    page.submit("Put it back")
    assert only().is_open


def test_one_press_makes_it_a_reflection_that_begins_with_its_words(browser, cast, thought):
    page = browser(as_=cast.nqsw).visit("/thoughts").submit("Write a reflection from it")
    assert "Ask about the silence at the end." in page.html
    page.post(f"/thoughts/{thought.id}/writing")
    assert db.session.query(Piece).count() == 1
    assert only().piece_id == db.session.query(Piece).one().id
    assert "Read the reflection" in page.visit("/thoughts").text


def test_a_thought_is_its_persons_alone(browser, cast, thought):
    assert [p for p in cast if policies.sort_thought(p, thought)] == [cast.nqsw]
    for name in ("admin", "coordinator", "assessor", "manager"):
        page = browser(as_=getattr(cast, name))
        assert page.post(f"/thoughts/{thought.id}/taking-up").status == 404
        assert "silence" not in page.visit("/thoughts").html


def test_a_thought_for_supervision_is_ticked_off_where_supervision_is_prepared_and_logged(
    browser, cast, commit
):
    induction = an_induction(cast.nqsw, by=cast.coordinator)
    commit()
    thought = a_thought(cast.nqsw)
    operations.sort_thought(cast.nqsw, thought, "supervision")
    commit()
    places = ("/supervision", "/supervision/new", f"/inductions/{induction.id}/supervision/new",
              f"/inductions/{induction.id}/supervision/planning")  # fmt: skip
    page = browser(as_=cast.nqsw)
    for place in places:
        assert "Ask about the silence" in page.visit(place).text, place
    page.submit("Tick off")
    assert page.heading == "Agree a day for supervision"
    assert "Ask about the silence" not in page.text
    assert not only().is_open
    assert "silence" not in browser(as_=cast.assessor).visit(places[2]).text


def test_a_thought_for_coaching_is_on_the_page_of_the_pair_for_its_person_alone(
    browser, cast, commit
):
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    operations.sort_thought(cast.nqsw, a_thought(cast.nqsw), "coaching")
    commit()
    address = f"/pairings/{pairing.id}"
    assert "silence" not in browser(as_=cast.coach).visit(address).text
    page = browser(as_=cast.nqsw).visit(address)
    assert "To bring to your next session" in page.text
    page.submit("Tick off")
    assert page.url == address
    assert not only().is_open


def test_a_thought_for_a_reflection_is_the_start_of_one(browser, cast, commit):
    operations.sort_thought(cast.nqsw, a_thought(cast.nqsw), "reflection")
    commit()
    page = browser(as_=cast.nqsw).visit("/writing/new")
    assert "Begin from a thought" in page.text
    page.submit("Write from it")
    assert "Ask about the silence at the end." in page.html


def test_ticking_leads_nowhere_outside_the_portal(browser, cast, thought):
    page = browser(as_=cast.nqsw).visit("/thoughts")
    page.post(f"/thoughts/{thought.id}/taking-up", back="https://elsewhere.example/")
    assert page.url == "/thoughts"
