"""What waits for whom in a year: whose turn it is, in one sentence each, the longest first."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from portal.database import db
from portal.induction import giving, operations, signing, waiting
from portal.induction.models import Induction, ProgrammeMove
from portal.induction.operations import feedback as feedback_operations
from portal.induction.queries.waiting import open_in, open_with
from portal.induction.waiting import Found, Reader, asked_of, listed
from portal.mentoring.operations import pair
from portal.standards.operations import comment_on_piece, share_piece, start_piece
from tests.conftest import TODAY
from tests.factories.agreements import a_review, an_agreement
from tests.factories.feedback import a_request, an_answer
from tests.factories.induction import an_induction
from tests.factories.observations import an_observation

YEAR, DAY = uuid4(), date(2026, 11, 2)
CALLED = {
    "nqsw": "Amira Khan",
    "assessor": "your assessor",
    "manager": "your manager",
    "coordinator": "the coordinator",
    "next assessor": "your next assessor",
}
AMIRA = Reader(["nqsw"], CALLED, ["nqsw", "assessor", "manager", "coordinator"])
ALONE = Reader(["nqsw"], CALLED, ["nqsw", "coordinator"])
ONE = UUID(int=1)


def row(kind, done_by="", about="", name="", subject=ONE, since=DAY):
    return Found(kind, YEAR, subject, since, about, done_by, name)


def said(*rows, reader=AMIRA):
    return [wait.sentence for wait in listed(rows, reader)]


def test_a_text_waits_for_whoever_has_not_signed_it():
    waits = said(row("agreement", done_by="assessor"))
    assert waits == [
        "The support and assessment agreement waits to be signed by you and your manager."
    ]
    assert said(*(row("agreement", done_by=party) for party in signing.OF_THE_YEAR)) == []


def test_a_review_asks_for_a_comment_first_and_then_for_the_signature():
    rows = [
        row("review", about="6 month review", done_by="manager"),
        row("review comment", about="6 month review", done_by="nqsw"),
    ]
    assert said(*rows) == [
        "6 month review waits to be signed by you, and for a comment from your assessor."
    ]


def test_nothing_waits_for_an_assessor_who_is_not_chosen():
    assert said(row("change", done_by="nqsw"), reader=ALONE) == [
        "A change of the year waits to be agreed by the coordinator."
    ]
    assert said(row("feedback to read"), reader=ALONE) == [
        "Feedback came in. It waits for the coordinator to read it first."
    ]


def test_the_observer_is_named_and_the_own_part_is_the_readers_turn():
    one = row("observation", about="2", name="Dan Okoro")
    two = row("observation", about="1", name="Tom Varga", done_by="nqsw", subject=UUID(int=2))
    waits = listed([one, two], AMIRA)
    assert [(wait.sentence, wait.is_mine) for wait in waits] == [
        ("Direct observation 1 waits to be finished by Tom Varga.", False),
        ("Direct observation 2 waits to be finished by you and Dan Okoro.", True),
    ]


def test_each_commenter_is_told_of_and_the_longest_waiting_comes_first():
    rows = [
        row("writing", about="reflection", name="Priya Nair", since=DAY + timedelta(days=1)),
        row("writing", about="plan", name="Dan Okoro"),
    ]
    assert said(*rows) == [
        "Dan Okoro commented on your development plan.",
        "Priya Nair commented on your reflection.",
    ]


@pytest.fixture
def year(cast) -> Induction:
    """Amira's year in week 22, with something open of every kind."""
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    agreement = an_agreement(year, by=cast.assessor)
    operations.sign_agreement(
        cast.assessor, agreement, party=signing.ASSESSOR, digest=agreement.digest
    )
    a_review(year, by=cast.assessor)
    an_observation(year, by=cast.nqsw, observer=cast.assessor)
    an_observation(year, by=cast.nqsw, observer=cast.assessor, planned_on=TODAY + waiting.AHEAD)
    operations.plan_hand_over(
        cast.coordinator, year, cast.consultant, from_on=TODAY + timedelta(days=30)
    )
    operations.propose_change(
        cast.nqsw, year, kind="extension", reason="time lost", started_on=TODAY, extends_by=28
    )
    an_answer(a_request(year, by=cast.nqsw), is_plain=False)
    read = an_answer(a_request(year, by=cast.nqsw, kind=giving.PROFESSIONAL), is_plain=False)
    feedback_operations.pass_on(cast.assessor, read, {})
    db.session.add(
        ProgrammeMove(
            organisation_id=year.organisation_id, induction_id=year.id,
            programme_key="asye-adults", programme_version="2026",
            proposed_by_id=cast.coordinator.id, proposed_on=TODAY,
        )
    )  # fmt: skip
    db.session.commit()
    return year


def test_every_kind_is_found_in_one_statement(year, cast, statements):
    assert year.id
    statements.clear()
    found = open_in(year, for_its_person=True)
    assert len(statements) == 1
    assert {row.kind for row in found} >= {
        "agreement", "review", "hand-over", "change", "observation", "context",
        "feedback to read", "feedback", "programme move",
    }  # fmt: skip
    assert all(isinstance(row.since, date) for row in found)
    others = {row.kind for row in open_in(year, for_its_person=False)}
    assert "feedback" not in others


def test_my_year_names_whose_turn_it_is_and_leads_to_the_page(year, browser, cast, statements):
    pair(cast.coordinator, cast.coach, cast.nqsw, kind="coaching", started_on=TODAY)
    mine = browser(as_=cast.nqsw)
    mine.visit("/my-year")
    statements.clear()
    mine.visit("/my-year")
    assert len(statements) <= 12, "\n".join(statements)
    assert "Priya Nair" in mine.text
    assert "A change of the year waits to be agreed by your assessor" in mine.text
    assert "Direct observation 1 waits to be finished by you and Dan Okoro." in mine.text
    mine.follow("What waits")
    assert mine.heading == "What waits for whom"
    assert "Feedback from a professional is there for you to read." in mine.text
    assert "The move to another programme waits for an answer from you." in mine.text
    mine.follow("Direct observation 1 waits to")
    assert mine.heading == "Direct observation 1"


def test_others_read_the_same_from_where_they_stand(year, browser, cast):
    page = browser(as_=cast.manager).visit(f"/inductions/{year.id}/waiting")
    assert "waits to be signed by Amira Khan and you." in page.text
    assert "commented on" not in page.text
    assert browser(as_=cast.worker).visit(f"/inductions/{year.id}/waiting").status == 403


def test_whoever_accompanies_years_finds_what_waits_in_all_of_them(year, cast, statements):
    assert cast.manager.id
    statements.clear()
    found = open_with(cast.manager)
    assert len(statements) == 1
    assert [(whose, wait.sentence) for whose, wait in asked_of(found)] == [
        ("Amira Khan", "3 month foundational review waits for a comment from you."),
        ("Amira Khan", "A change of the year waits to be agreed by you."),
        ("Amira Khan", "The support and assessment agreement waits to be signed by you."),
    ]
    assert open_with(cast.worker) == []
    of_dan = asked_of(open_with(cast.assessor))
    assert "Direct observation 1 waits to be finished by you." in [w.sentence for _, w in of_dan]


def test_a_comment_on_shared_writing_waits_for_its_writer_alone(year, cast):
    piece = start_piece(cast.nqsw, kind="reflection", title="A visit")
    db.session.flush()
    share_piece(cast.nqsw, piece, {cast.coach.id: "coach"})
    db.session.flush()
    comment_on_piece(cast.coach, piece, text="Say more of this.")
    db.session.flush()
    (found,) = [row for row in open_in(year, for_its_person=True) if row.kind == "writing"]
    assert (found.name, found.about, found.subject_id) == ("Priya Nair", "reflection", piece.id)
    assert not [row for row in open_in(year, for_its_person=False) if row.kind == "writing"]


def test_where_nothing_waits_for_the_reader_the_first_sentence_says_so(browser, cast):
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    an_answer(a_request(year, by=cast.nqsw), is_plain=False)
    db.session.commit()
    page = browser(as_=cast.manager).visit(f"/inductions/{year.id}/waiting")
    assert "Nothing waits for you, and 3 for others." in page.text


def test_each_kind_leads_to_a_page_that_there_is(app):
    routes = app.url_map.bind("")
    for kind in {*waiting.ASKED, waiting.REVIEW, waiting.ITEM}:
        href = waiting.Wait(kind, YEAR, ONE, DAY, "It waits.", is_mine=True).href
        assert routes.match(href)[0], href


def test_whoever_accompanies_people_finds_above_the_list_what_is_asked_of_them(year, cast, browser):
    page = browser(as_=cast.manager).visit("/inductions")
    assert "Waits on you" in page.text
    page.follow("Amira Khan: The support and assessment agreement waits to be signed by you")
    assert page.heading == "Support and assessment agreement"
