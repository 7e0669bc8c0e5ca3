"""Sharing: exactly with whom is named, checked for identifiers, taken back; and what readers say."""

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.standards import operations, policies, queries
from portal.standards.models import Piece, PieceComment
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing
from tests.factories.writing import a_comment, a_piece, a_shared_piece


@pytest.fixture
def piece(cast, commit):
    an_induction(by=cast.coordinator, person=cast.nqsw, assessor=cast.assessor)
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    made = a_piece(cast.nqsw)
    commit()
    return made


def test_who_accompanies_is_offered_and_somebody_else_is_found_by_name(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}/sharing")
    assert "Dan Okoro, your assessor" in page.text
    assert "Rosa Adeyemi, your manager" in page.text
    assert "Priya Nair, your coach" in page.text
    assert "subject access" in page.html or "asks for the data held about them" in page.text
    page.submit("Find", q="Varga")
    page.submit("Share", readers=[str(cast.consultant.id)])
    assert "Shared with Tom Varga" in page.text


def test_only_those_named_can_read_it_and_are_told_without_a_word_of_it(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}/sharing")
    page.submit("Share", readers=[str(cast.assessor.id)])
    told = db.session.query(Notice).filter_by(person_id=cast.assessor.id)
    notice = told.filter(Notice.link.startswith("/writing")).one()
    assert notice.text == "Amira Khan shared something they wrote with you."
    reader = browser(as_=cast.assessor).visit(notice.link)
    assert "I noticed that I spoke too fast." in reader.text
    assert "A visit" in browser(as_=cast.assessor).visit("/writing/shared-with-me").text
    db.session.expire_all()
    piece = db.session.get(Piece, piece.id)
    assert {p.id for p in cast if policies.read_piece(p, piece)} == {
        cast.nqsw.id,
        cast.assessor.id,
    }
    for name in ("manager", "coordinator", "admin", "coach"):
        address = f"/writing/{piece.id}/shared"
        assert browser(as_=getattr(cast, name)).send("get", address).status_code == 404
    assert db.session.query(AuditEntry).filter_by(action="standards.piece_read").count() == 1


def test_nobody_chosen_is_refused(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}/sharing").submit("Share")
    assert page.status == 422
    assert "Choose at least one person" in page.text


def test_a_text_that_names_somebody_needs_the_tick(browser, cast, piece, commit):
    piece.text = "I visited Keira Doyle."
    commit()
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}/sharing")
    assert "Keira Doyle looks like a name" in page.text
    page.submit("Share", readers=[str(cast.assessor.id)])
    assert page.status == 422
    page.submit("Share", readers=[str(cast.assessor.id)], is_checked="y")
    assert "Shared with Dan Okoro" in page.text


def test_readers_see_what_was_shared_and_not_what_is_written_after(browser, cast, commit):
    piece = a_shared_piece(cast.nqsw, cast.assessor, text="As it was shared.")
    operations.keep_working_text(cast.nqsw, piece, "Not for others yet.")
    commit()
    reader = browser(as_=cast.assessor).visit(f"/writing/{piece.id}/shared")
    assert "As it was shared." in reader.text
    assert "Not for others yet." not in reader.html


def test_taken_back_it_is_gone_and_what_was_said_stays(browser, cast, commit):
    piece = a_shared_piece(cast.nqsw, cast.assessor)
    a_comment(cast.assessor, piece, "Say more about the start.")
    commit()
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}/shared").submit("Take it back")
    assert "What was read stays read" in page.text
    address = f"/writing/{piece.id}/shared"
    assert browser(as_=cast.assessor).send("get", address).status_code == 404
    assert "Say more about the start." in browser(as_=cast.nqsw).visit(address).text


def test_a_reader_comments_on_a_passage_and_the_writer_accepts_it(browser, cast, commit):
    piece = a_shared_piece(cast.nqsw, cast.assessor)
    commit()
    reader = browser(as_=cast.assessor).visit(f"/writing/{piece.id}/shared")
    reader.submit("Comment", passage="I spoke too fast", text="What would slower have given?")
    assert "What would slower have given?" in reader.text
    notice = db.session.query(Notice).filter_by(person_id=cast.nqsw.id).one()
    assert notice.text == "Dan Okoro commented on something you wrote."
    writer = browser(as_=cast.nqsw).visit(notice.link)
    assert "one comment waits" in writer.text.lower() or "1 comment waits" in writer.text
    writer.submit("Accept")
    assert db.session.query(PieceComment).one().settled_as == "accepted"
    writer.submit("Let it wait again")
    db.session.expire_all()
    assert db.session.query(PieceComment).one().settled_at is None


def test_a_comment_that_names_somebody_keeps_its_words_and_asks(browser, cast, commit):
    piece = a_shared_piece(cast.nqsw, cast.assessor)
    commit()
    reader = browser(as_=cast.assessor).visit(f"/writing/{piece.id}/shared")
    reader.submit("Comment", text="What did Keira Doyle say?")
    assert reader.status == 422
    reader.submit("Comment", is_checked="y")
    assert db.session.query(PieceComment).one().text == "What did Keira Doyle say?"


def test_the_writer_does_not_comment_on_their_own_and_readers_settle_nothing(cast):
    piece = a_shared_piece(cast.nqsw, cast.assessor)
    comment = a_comment(cast.assessor, piece)
    assert not policies.comment_on_piece(cast.nqsw, piece)
    assert policies.settle_comment(cast.nqsw, comment)
    assert not policies.settle_comment(cast.assessor, comment)


def test_a_list_of_readers_replaces_the_one_before(cast):
    piece = a_shared_piece(cast.nqsw, cast.assessor)
    operations.share_piece(cast.nqsw, piece, {cast.manager.id: "manager"})
    assert [reader.person_id for reader in piece.reading_now] == [cast.manager.id]
    assert queries.shared_with(cast.assessor, None).rows == []


def test_an_item_of_the_year_is_written_and_then_recorded(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit("/my-year/writing")
    page.submit("Write it")
    title = page.heading
    assert "Only you can read this now" in page.text
    page.visit("/my-year/writing")
    assert "begun, yours alone" in page.text
    page.follow("Go on writing")
    assert page.heading == title
    page.submit("Save", text="What I learned.", title=title).follow("Share")
    page.submit("Share", readers=[str(cast.assessor.id)])
    page.visit("/my-year/writing").follow("Record as written")
    assert page.status == 200


def test_a_name_that_is_too_long_is_answered_beside_it_and_kept(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}/sharing")
    page.submit("Share", q="Varga " * 20, readers=[str(cast.assessor.id)])
    assert page.status == 422
    assert "Write a name of at most 100 letters" in page.text
    assert "Varga Varga" in page.html


def test_no_comment_waits_is_said_in_words(browser, cast, commit):
    shared = a_shared_piece(cast.nqsw, cast.assessor)
    commit()
    page = browser(as_=cast.nqsw).visit(f"/writing/{shared.id}/shared")
    assert "No comment waits for you." in page.text
