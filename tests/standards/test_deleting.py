"""Deleting a draft: its writer may, with an undo for 30 days; what was shared is taken back."""

from datetime import timedelta

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.clock import now
from portal.database import db
from portal.standards import operations, policies
from portal.standards.models import Evidence, Piece, PieceRevision, Thought
from tests.factories.writing import a_piece, a_shared_piece, a_thought

GONE = timedelta(days=30, minutes=1)


@pytest.fixture
def piece(cast, commit):
    made = a_piece(cast.nqsw, title="After the visit")
    commit()
    return made


def only():
    db.session.rollback()
    db.session.expire_all()
    return db.session.query(Piece).one()


def autosave(page, piece, text, version):
    data = {"csrf_token": page.token(), "text": text, "version": version}
    address = f"/writing/{piece.id}/working-text"
    return page.send("post", address, data=data, headers={"HX-Request": "true"})


def test_a_draft_is_deleted_with_one_press_and_brought_back_with_the_next(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}").submit("Delete this piece")
    assert "You deleted this on" in page.text
    assert "You can bring it back until" in page.text
    assert "After the visit" not in page.visit("/writing").text
    assert "After the visit" in page.follow("Deleted").text
    page.submit("Bring it back")
    assert "It is back, as it was." in page.text
    assert "I noticed that I spoke too fast." in page.html
    assert not only().is_deleted
    trail = db.session.query(AuditEntry).order_by(AuditEntry.number)
    actions = [e.action for e in trail if "piece_" in e.action]
    assert actions[-2:] == ["standards.piece_deleted", "standards.piece_brought_back"]


def test_what_was_ever_shared_is_taken_back_and_never_deleted(browser, cast, commit):
    shared = a_shared_piece(cast.nqsw, cast.assessor)
    commit()
    page = browser(as_=cast.nqsw).visit(f"/writing/{shared.id}")
    assert "Delete this piece" not in page.text
    page.follow("Take it back").submit("Take it back")
    assert "Nobody else can open it" in page.text
    assert page.post(f"/writing/{shared.id}/deletion").status == 404
    with pytest.raises(operations.SharedOnceError):
        operations.delete_piece(cast.nqsw, only())


def test_only_the_writer_deletes_and_brings_back(browser, cast, piece):
    assert [p for p in cast if policies.delete_piece(p, piece)] == [cast.nqsw]
    for name in ("admin", "coordinator", "assessor", "manager"):
        page = browser(as_=getattr(cast, name))
        assert page.post(f"/writing/{piece.id}/deletion").status == 404
        assert page.post(f"/writing/{piece.id}/bringing-back").status == 404
    assert not only().is_deleted


def test_a_deleted_draft_is_neither_shared_nor_evidence(browser, cast, piece, commit):
    operations.delete_piece(cast.nqsw, piece)
    commit()
    page = browser(as_=cast.nqsw)
    assert page.send("get", f"/writing/{piece.id}/sharing").status_code == 404
    assert not policies.keep_as_evidence(cast.nqsw, piece)


def test_words_typed_in_another_window_bring_it_back_and_none_is_lost(browser, cast, piece):
    other = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    browser(as_=cast.nqsw).visit(f"/writing/{piece.id}").submit("Delete this piece")
    assert autosave(other, piece, "Still typing.", 1).status_code == 409
    other.submit("Save", text="Still typing.")
    assert other.status == 409
    other.submit("Save")
    assert not only().is_deleted
    assert only().text == "Still typing."


def test_after_thirty_days_it_is_gone_for_good_and_what_pointed_at_it_stays(
    built, browser, cast, commit
):
    thought = a_thought(cast.nqsw)
    piece = operations.write_from_thought(cast.nqsw, thought)
    operations.save_piece(cast.nqsw, piece, title="Kept", text="Some words.", model_key="")
    commit()
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    page.submit("Put it on my list of evidence").visit(f"/writing/{piece.id}")
    page.submit("Delete this piece")
    address = f"/writing/{piece.id}"
    tidy = ["standards", "tidy"]
    runner = built.test_cli_runner()
    assert "Forgotten: 0 pieces" in runner.invoke(args=tidy).output
    with clock.set_to(moment=now() + GONE):
        assert "Forgotten: 1 pieces" in runner.invoke(args=tidy).output
    db.session.rollback()
    db.session.expire_all()
    assert not db.session.query(Piece).count()
    assert not db.session.query(PieceRevision).count()
    assert db.session.query(Thought).one().piece_id is None
    evidence = db.session.query(Evidence).one()
    assert (evidence.title, evidence.subject_id) == ("Kept", None)
    assert page.visit("/writing/deleted").status == 200
    assert page.send("get", address).status_code == 404


def test_the_day_that_is_named_can_still_be_kept(cast, piece):
    with clock.set_to(moment=now()):
        operations.delete_piece(cast.nqsw, piece)
    assert piece.brought_back_until < (piece.deleted_at + GONE).date()
