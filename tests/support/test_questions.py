"""Ask a consultant: asked, taken, answered, followed up, handed over, thanked for, closed."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from flask import Flask

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.people.models import DaysAway, Person, RoleHeld
from portal.support import operations
from portal.support.models import Question, QuestionWords
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_role
from tests.factories.support import a_question, answered_by, taken_by

Open = Callable[..., Browser]


@pytest.fixture
def other(cast: Cast) -> Person:
    """Another consultant."""
    a_role(cast.coach, "consultant")
    return cast.coach


def away(person: Person, first: date, last: date | None = None) -> None:
    db.session.add(DaysAway(organisation_id=person.organisation_id, person_id=person.id,
                            started_on=first, ended_on=last))  # fmt: skip
    db.session.flush()


def told(person: Person) -> list[str]:
    """What somebody was told; the clock stands still, so that it has no order."""
    own = db.session.query(Notice).filter_by(person_id=person.id)
    return [each.text for each in own.order_by(Notice.text)]


def moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, clock.LONDON)


def test_a_question_to_any_waits_in_the_queue_until_one_takes_it(
    cast: Cast, browser: Open, other: Person
) -> None:
    page = browser(as_=cast.nqsw).visit("/consultants").follow("Ask a consultant")
    page.submit("Ask", words="What belongs into a first statement?")
    assert page.status == 422
    assert "Choose what kind of help it is" in page.text
    assert "What belongs into a first statement?" in page.html
    page.submit("Ask", kind="court-work", urgency="two-days")
    assert "Your question is asked. Due by Monday 30 November 2026, 17:00." in page.text
    asked = page.url
    assert told(cast.consultant) == told(other) == [
        "A question about court work waits for a consultant. Due by Monday 30 November 2026, 17:00."
    ]  # fmt: skip
    tom = browser(as_=cast.consultant).visit("/")
    assert "1 question waits for a consultant" in tom.text
    tom.visit("/questions/queue").submit("Take it")
    assert "It waits for your answer. Due by Monday 30 November 2026, 17:00." in tom.text
    bea = browser(as_=other)
    assert bea.visit(asked).status == 404
    bea.post(f"{asked}/taking")
    assert "Somebody else has taken this question, or it is closed." in bea.text
    assert "Answer the question of Amira Khan" in tom.visit("/").text


def test_an_answer_is_thanked_for_followed_up_and_closed(cast: Cast, browser: Open) -> None:
    question = taken_by(cast.consultant, a_question(cast.nqsw, words="What comes first?"))
    asked = f"/questions/{question.id}"
    tom, mine = browser(as_=cast.consultant).visit(asked), browser(as_=cast.nqsw)
    tom.submit("Send the answer", words="Who you are, then what you saw.", minutes="30")
    assert "Your answer is with Amira Khan." in tom.text
    assert "Your answer is here" in mine.visit("/").text
    mine.visit(asked).submit("Say thank you")
    mine.visit(asked).submit("Send", words="And how long may it be?")
    assert "It is added." in mine.text
    tom.visit(asked).submit("Send the answer", words="As short as it can be.")
    mine.visit(asked).submit("Close the question")
    assert "The words are kept until Friday 26 November 2027." in mine.text
    question = db.session.query(Question).one()
    assert question.minutes == 45
    written = list(db.session.query(QuestionWords).order_by(QuestionWords.number))
    assert [each.part for each in written] == ["question", "answer", "follow-up", "answer"]
    assert written[0].words == "What comes first?"
    actions = [each.action for each in db.session.query(AuditEntry).order_by(AuditEntry.number)
               if each.action.startswith("support.") and not each.action.endswith("_read")]  # fmt: skip
    assert actions == [
        "support.question_asked", "support.question_taken", "support.question_answered",
        "support.consultant_thanked", "support.question_followed_up", "support.question_answered",
        "support.question_closed",
    ]  # fmt: skip


def test_what_looks_like_an_identifier_is_warned_of_before_it_is_sent(
    cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.nqsw).visit("/questions/new")
    page.submit("Ask", kind="court-work", words="Jayden Smith, born 3/4/2015, what do I do?")
    assert page.status == 422
    assert "looks like" in page.text
    page.submit("Ask", words="A child of eleven, what do I do?")
    assert "Your question is asked." in page.text


def test_a_question_by_name_is_read_by_that_consultant_alone(
    cast: Cast, browser: Open, other: Person
) -> None:
    page = browser(as_=cast.nqsw).visit(f"/consultants/{cast.consultant.id}")
    page.follow("Ask Tom Varga a question")
    page.submit("Ask", kind="assessment", words="Where do I begin?")
    assert told(other) == []
    assert "Amira Khan asks you about an assessment or a plan." in told(cast.consultant)[0]
    assert browser(as_=other).visit(page.url).status == 404
    assert "No question waits" in browser(as_=other).visit("/").text
    assert browser(as_=cast.consultant).visit(page.url).status == 200


def test_a_consultant_who_is_away_cannot_be_asked_by_name(
    cast: Cast, browser: Open, other: Person
) -> None:
    page = browser(as_=cast.nqsw).visit("/questions/new")
    away(cast.consultant, date(2026, 11, 26), date(2026, 12, 4))
    db.session.commit()
    page.submit("Ask", kind="assessment", words="Where do I begin?", to=str(cast.consultant.id))
    assert page.status == 422
    assert "Where do I begin?" in page.html
    page.submit("Ask", to="")
    assert told(cast.consultant) == []
    assert len(told(other)) == 1


def test_open_questions_of_a_consultant_who_is_away_are_offered_to_the_others(
    app: Flask, cast: Cast, browser: Open, other: Person
) -> None:
    question = taken_by(cast.consultant, a_question(cast.nqsw))
    answered = answered_by(cast.consultant, a_question(cast.worker))
    away(cast.consultant, date(2026, 11, 26))
    db.session.commit()
    said = app.test_cli_runner().invoke(args=["support", "tell"]).output
    assert said == "1 question offered to other consultants.\n"
    db.session.expire_all()
    assert question.waits_for_any
    assert answered.consultant_id == cast.consultant.id
    said = "Tom Varga cannot answer your question about court work now. The others can take it."
    assert said in told(cast.nqsw)
    assert browser(as_=cast.consultant).visit(f"/questions/{question.id}").status == 200
    page = browser(as_=other).visit("/questions/queue").submit("Take it")
    assert "It waits for your answer." in page.text
    assert app.test_cli_runner().invoke(args=["support", "tell"]).output.startswith("0 ")


def test_who_marks_today_as_a_day_away_lets_the_others_take_over_at_once(
    cast: Cast, browser: Open, other: Person
) -> None:
    question = taken_by(cast.consultant, a_question(cast.nqsw))
    page = browser(as_=cast.consultant).visit(f"/people/{cast.consultant.id}/days-away")
    page.post(page.url, started_on="26/11/2026", ended_on="27/11/2026")
    assert "Marked: away" in page.text
    db.session.refresh(question)
    assert question.waits_for_any
    assert browser(as_=other).visit(f"/questions/{question.id}").status == 200


def test_a_question_by_name_is_offered_once_its_target_has_gone_by(cast: Cast) -> None:
    question = a_question(cast.nqsw, cast.consultant, urgency="today")
    house = cast.nqsw.organisation_id
    assert operations.offer_questions(house) == 0
    with clock.set_to(moment=moment(date(2026, 11, 26), time(17))):
        assert question.is_past
        assert operations.offer_questions(house) == 1
    assert question.consultant_id is None


def test_questions_of_somebody_who_is_no_consultant_any_more_are_offered(
    cast: Cast, browser: Open
) -> None:
    question = taken_by(cast.consultant, a_question(cast.nqsw))
    held = db.session.query(RoleHeld).filter_by(person_id=cast.consultant.id, role="consultant")
    held.update({"ended_on": date(2026, 11, 25)})
    db.session.commit()
    assert browser(as_=cast.consultant).visit(f"/questions/{question.id}").status == 404
    assert operations.offer_questions(cast.nqsw.organisation_id) == 1


def test_writing_again_to_a_consultant_who_is_away_offers_it_at_once(
    cast: Cast, browser: Open, other: Person
) -> None:
    question = answered_by(cast.consultant, a_question(cast.nqsw))
    away(cast.consultant, date(2026, 11, 26))
    page = browser(as_=cast.nqsw).visit(f"/questions/{question.id}")
    page.submit("Send", words="And then?")
    assert "It waits for a consultant." in page.text
    assert len(told(other)) == 2


def test_a_consultant_hands_a_question_over_and_reads_it_no_longer(
    cast: Cast, browser: Open, other: Person
) -> None:
    question = taken_by(cast.consultant, a_question(cast.nqsw))
    page = browser(as_=cast.consultant).visit(f"/questions/{question.id}")
    page.follow("Hand it over to another consultant")
    page.submit("Hand it over", to=str(other.id))
    assert "Handed over. Amira Khan is told." in page.text
    assert page.visit(f"/questions/{question.id}").status == 404
    said = "Tom Varga handed your question about court work over to Priya Nair."
    assert said in told(cast.nqsw)
    bea = browser(as_=other).visit(f"/questions/{question.id}")
    bea.submit("Send the answer", words="Begin at the end.")
    assert "You answered it." in bea.text


def test_a_consultant_asks_the_others_and_never_takes_their_own(
    cast: Cast, browser: Open, other: Person
) -> None:
    question = a_question(cast.consultant)
    page = browser(as_=cast.consultant)
    page.post(f"/questions/{question.id}/taking")
    assert page.status == 404
    assert "What comes first?" not in page.visit("/questions/queue").text
    assert "0 questions" not in page.visit("/").text
    assert browser(as_=other).visit("/questions/queue").follow("Court work").status == 200


def test_a_question_that_rests_is_closed_and_its_words_go_a_year_later(
    app: Flask, cast: Cast, browser: Open
) -> None:
    question = answered_by(cast.consultant, a_question(cast.nqsw))
    waiting = a_question(cast.worker)
    db.session.commit()
    tidy = ["support", "tidy"]
    with clock.set_to(day=date(2026, 12, 24)):
        assert app.test_cli_runner().invoke(args=tidy).output.startswith("0 questions closed.")
    with clock.set_to(day=date(2026, 12, 25)):
        assert app.test_cli_runner().invoke(args=tidy).output.startswith("1 question closed.")
    db.session.expire_all()
    assert waiting.is_open
    assert question.words_until == date(2027, 12, 25)
    with clock.set_to(day=date(2027, 12, 25)):
        assert app.test_cli_runner().invoke(args=tidy).output.endswith("deleted: 0.\n")
    with clock.set_to(day=date(2027, 12, 26)):
        assert app.test_cli_runner().invoke(args=tidy).output.endswith("deleted: 2.\n")
        page = browser(as_=cast.nqsw).visit(f"/questions/{question.id}")
        assert "The words of this question were deleted" in page.text
    assert db.session.query(QuestionWords).filter_by(question_id=question.id).count() == 0
    assert db.session.query(Question).count() == 2


def test_nothing_is_written_into_a_closed_question(cast: Cast, browser: Open) -> None:
    question = answered_by(cast.consultant, a_question(cast.nqsw))
    operations.close_question(cast.consultant, question)
    for person, deed in ((cast.nqsw, "follow-ups"), (cast.consultant, "answers")):
        page = browser(as_=person)
        page.post(f"/questions/{question.id}/{deed}", words="One more thing", minutes="5")
        assert page.status == 404
    page = browser(as_=cast.nqsw).visit(f"/questions/{question.id}")
    page.submit("Say thank you")
    assert "You said thank you" in page.text
    assert "Amira Khan thanks you for your answer about court work." in told(cast.consultant)


def test_an_answer_sent_twice_is_one(cast: Cast, browser: Open) -> None:
    question = taken_by(cast.consultant, a_question(cast.nqsw))
    page = browser(as_=cast.consultant).visit(f"/questions/{question.id}")
    key = next(e.attrib["value"] for e in page.all("input") if e.attrib.get("name") == "form_key")
    for _ in range(2):
        page.post(f"/questions/{question.id}/answers", words="Once.", minutes="5", form_key=key)
    assert db.session.query(QuestionWords).filter_by(part="answer").count() == 1


def test_the_queue_shows_the_oldest_target_first_and_what_is_past(
    cast: Cast, browser: Open
) -> None:
    a_question(cast.nqsw, kind="placements")
    with clock.set_to(moment=moment(date(2026, 11, 25), time(9)), day=date(2026, 11, 25)):
        a_question(cast.worker, kind="assessment", urgency="today")
    page = browser(as_=cast.consultant).visit("/questions/queue")
    first, second = page.text.index("An assessment"), page.text.index("Placements and")
    assert first < second
    assert "Past its target of Wednesday 25 November 2026, 17:00" in page.text
