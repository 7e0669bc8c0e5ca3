"""The page of answers: a text is there once both agreed to that very text, until one withdraws."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from portal.database import db
from portal.notices.models import Notice
from portal.people.areas import OFF_AT_FIRST, ON_AT_FIRST
from portal.people.models import Organisation
from portal.support import operations
from portal.support.models import Question, SharedAnswer
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.support import a_question, a_shared_answer, answered_by

Open = Callable[..., Browser]


@pytest.fixture
def question(cast: Cast) -> Question:
    """Amira asked, and Tom answered."""
    return answered_by(cast.consultant, a_question(cast.nqsw))


def test_a_text_is_for_everybody_once_both_agreed_to_it(
    question: Question, cast: Cast, browser: Open
) -> None:
    tom = browser(as_=cast.consultant).visit(f"/questions/{question.id}")
    tom.follow("Share the answer with everybody")
    assert "What comes first?" in tom.html
    tom.submit(
        "Propose the text", asked="What comes first in a statement?", answered="Who you are."
    )
    assert "Amira Khan is asked whether they agree." in tom.text
    assert "in a statement" not in browser(as_=cast.worker).visit("/answers").text
    told = db.session.query(Notice).filter_by(person_id=cast.nqsw.id)
    assert any(each.link.startswith("/shared-answers/") for each in told)
    amira = (
        browser(as_=cast.nqsw)
        .visit("/")
        .follow("Say whether an answer about court work may be shared")
    )
    assert "What comes first in a statement?" in amira.text
    amira.submit("I agree to this text")
    assert "You both agreed. Everybody can read it now." in amira.text
    page = browser(as_=cast.worker).visit("/answers")
    assert "What comes first in a statement?" in page.text
    assert "Amira" not in page.text
    assert "Tom" not in page.text
    assert browser(as_=cast.worker).visit(amira.url).status == 404


def test_who_agrees_to_a_text_that_was_changed_meanwhile_has_not_agreed(
    question: Question, cast: Cast, browser: Open
) -> None:
    shared = a_shared_answer(question, "What comes first?", "The end.")
    amira = browser(as_=cast.nqsw).visit(f"/shared-answers/{shared.id}")
    tom = browser(as_=cast.consultant).visit(f"/shared-answers/{shared.id}/text")
    tom.submit("Propose the text", answered="The very end.")
    amira.submit("I agree to this text")
    assert amira.status == 409
    assert "The text was changed meanwhile." in amira.text
    assert "The very end." in amira.text
    db.session.refresh(shared)
    assert (shared.asker_agreed, shared.is_published) == (None, False)
    amira.submit("I agree to this text")
    db.session.refresh(shared)
    assert shared.is_published
    assert shared.answered == "The very end."


def test_who_asked_changes_the_text_and_the_consultant_agrees_anew(
    question: Question, cast: Cast, browser: Open
) -> None:
    shared = a_shared_answer(question, "What comes first?", "The end.")
    amira = browser(as_=cast.nqsw).visit(f"/shared-answers/{shared.id}").follow("Change the text")
    amira.submit("Propose the text", asked="What is written first?")
    assert "You agree to this text. Tom Varga has not said yet." in amira.text
    tom = (
        browser(as_=cast.consultant)
        .visit("/")
        .follow("Say whether an answer about court work may be shared")
    )
    tom.submit("I agree to this text")
    assert "What is written first?" in browser(as_=cast.worker).visit("/answers").text


def test_a_stale_change_keeps_both_texts(question: Question, cast: Cast, browser: Open) -> None:
    shared = a_shared_answer(question, "What comes first?", "The end.")
    here = f"/shared-answers/{shared.id}/text"
    one, two = browser(as_=cast.nqsw).visit(here), browser(as_=cast.consultant).visit(here)
    one.submit("Propose the text", answered="The text of one.")
    two.submit("Propose the text", answered="The text of the other.")
    assert two.status == 409
    assert "The text of one." in two.text
    assert "The text of the other." in two.html


@pytest.mark.parametrize("who", ["nqsw", "consultant"])
def test_either_withdraws_it_and_its_words_are_deleted(
    who: str, question: Question, cast: Cast, browser: Open
) -> None:
    shared = a_shared_answer(question, "What comes first?", "The medlar end.")
    operations.agree_to_answer(cast.nqsw, shared, 1)
    assert "medlar" in browser(as_=cast.worker).visit("/answers?q=medl").text
    page = browser(as_=getattr(cast, who)).visit(f"/shared-answers/{shared.id}")
    page.submit("Withdraw it")
    assert "It is withdrawn, and its words are deleted." in page.text
    assert "No shared answer fits." in browser(as_=cast.worker).visit("/answers?q=medl").text
    row = db.session.execute(
        text("SELECT asked, answered, folded, sealed FROM shared_answer")
    ).one()
    assert tuple(row) == ("", "", "", None)


def test_nobody_is_pressed_a_no_ends_it_and_another_can_be_proposed(
    question: Question, cast: Cast, browser: Open
) -> None:
    shared = a_shared_answer(question, "What comes first?", "The end.")
    amira = browser(as_=cast.nqsw).visit(f"/shared-answers/{shared.id}")
    amira.submit("No, do not share it")
    assert "It was withdrawn" in amira.text
    again = browser(as_=cast.consultant).visit(f"/questions/{question.id}/shared-answer")
    again.submit("Propose the text", asked="Where do I begin?", answered="At the end.")
    assert db.session.query(SharedAnswer).count() == 2


def test_what_looks_like_an_identifier_is_confirmed_or_taken_out(
    question: Question, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.consultant).visit(f"/questions/{question.id}/shared-answer")
    page.submit("Propose the text", asked="What comes first?", answered="Ring 07700 900123 first.")
    assert page.status == 422
    assert "looks like" in page.text
    assert db.session.query(SharedAnswer).count() == 0
    page.submit("Propose the text", is_checked=True)
    assert db.session.query(SharedAnswer).count() == 1


def test_answers_are_found_by_the_beginnings_of_words_without_accents(
    question: Question, cast: Cast, browser: Open
) -> None:
    shared = a_shared_answer(question, "A résumé of what?", "Of the chronology, in brief.")
    operations.agree_to_answer(cast.nqsw, shared, 1)
    page = browser(as_=cast.worker)
    for found in ("resume", "chron brief", "COURT", "Résu"):
        assert "in brief" in page.visit(f"/answers?q={found}").text, found
    for missed in ("ronology", "chron court nothing", "%25"):
        seen = page.visit(f"/answers?q={missed}").text
        assert ("in brief" in seen) is (missed == "%25"), missed
    assert "in brief" in page.visit("/answers?kind=court-work").text
    assert "in brief" not in page.visit("/answers?kind=placements").text
    assert "in brief" not in browser(as_=cast.harbour_hr).visit("/answers").text
    part = page.send("get", "/answers?q=chron", headers={"HX-Request": "true"}).get_data(True)
    assert part.lstrip().startswith('<div id="answers"')


def test_the_page_has_a_switch_of_its_own_and_needs_consultant_support(
    question: Question, cast: Cast, browser: Open
) -> None:
    assert "answers" in OFF_AT_FIRST
    assert "support" in ON_AT_FIRST
    house = db.session.get_one(Organisation, cast.hr.organisation_id)
    house.areas = [each for each in house.areas if each != "answers"]
    page = browser(as_=cast.consultant)
    assert page.visit("/answers").status == 404
    assert "Share the answer" not in page.visit(f"/questions/{question.id}").text
    assert "Answers of consultants" not in page.visit("/consultants").text
    house.areas = [*[each for each in house.areas if each != "support"], "answers"]
    assert browser(as_=cast.consultant).visit("/answers").status == 404
    assert browser(as_=cast.consultant).visit("/").status == 200
