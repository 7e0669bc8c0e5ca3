"""The evidence of a year: who sees pieces, who sees counts, suggesting, and moving to new ones."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal import clock
from portal.database import db
from portal.standards import operations, queries
from portal.standards.models import StandardShown
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.standards import ECS, PQS, TO_ECS, a_piece

NEW_DAY = date(2027, 4, 1)


@pytest.fixture
def year(cast: Cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def address(year, page="evidence"):
    return f"/inductions/{year.id}/{page}"


def marks(person, framework):
    return set(queries.every_mark(person.id, framework.key))


def test_the_person_and_the_assessor_see_pieces_and_others_counts(cast, year, browser):
    a_piece(cast.nqsw, title="Only for two", shows=("law",))
    for person in (cast.nqsw, cast.assessor):
        page = browser(as_=person).visit(address(year))
        assert "Only for two" in page.text
        assert "Only for two" in page.visit(address(year) + "/export").response.get_data(
            as_text=True
        )
    for person in (cast.manager, cast.coordinator):
        page = browser(as_=person).visit(address(year))
        assert "Pieces" in page.text
        assert "Only for two" not in page.html
        taken = page.visit(address(year) + "/export").response.get_data(as_text=True)
        assert "youth justice systems,1" in taken
        assert "Only for two" not in taken
    for person in (cast.coach, cast.worker, cast.hr):
        assert browser(as_=person).visit(address(year)).status == 403


def test_the_assessor_suggests_and_the_person_decides(cast, year, browser):
    a_piece(cast.nqsw, title="A report", shows=("communication",))
    dan = browser(as_=cast.assessor).visit(address(year)).follow("Suggest standards")
    dan.submit("Suggest", standards=["law"])
    assert "Amira Khan has been told" in dan.text
    assert "1 standard suggested" in dan.text
    amira = browser(as_=cast.nqsw).visit("/evidence").follow("Standards for A report")
    assert "Your assessor suggests 1 standard." in amira.text
    amira.submit("Save", standards=["communication", "law"])
    assert queries.overview(cast.nqsw.id, PQS).counts == {"communication": 1, "law": 1}


def test_suggesting_nothing_says_what_to_do(cast, year, browser):
    piece = a_piece(cast.nqsw)
    dan = browser(as_=cast.assessor).visit(f"{address(year, 'suggestions')}?evidence={piece.id}")
    dan.submit("Suggest")
    assert dan.status == 422
    assert "Choose at least one standard, or go back" in dan.text


def test_a_piece_of_somebody_else_is_not_found(cast, year, browser):
    piece = a_piece(cast.worker)
    dan = browser(as_=cast.assessor).visit(f"{address(year, 'suggestions')}?evidence={piece.id}")
    assert dan.status == 404


def test_until_the_new_standards_begin_moving_is_a_preview(cast, year, browser):
    a_piece(cast.nqsw, shows=("law", "analysis"))
    page = browser(as_=cast.coordinator).visit(address(year)).follow("What moving to")
    assert "in force from 1 April 2027. Until then this is a preview." in page.text
    assert "No counterpart: stays here" in page.text
    page.post(address(year, "standards"))
    assert page.status == 422
    assert marks(cast.nqsw, ECS) == set()


def test_moving_carries_evidence_along_and_undoing_gives_back_what_was_there(cast, year, browser):
    a_piece(cast.nqsw, title="Court", shows=("law", "analysis"))
    before = marks(cast.nqsw, PQS)
    with clock.set_to(day=NEW_DAY):
        page = browser(as_=cast.coordinator).visit(address(year, "standards"))
        page.submit("Move to Early career standards")
        assert "Nothing was lost." in page.text
        assert marks(cast.nqsw, PQS) == before
        assert {key for _, key in marks(cast.nqsw, ECS)} == {"assessment", "reflection"}
        assert (
            "moved your evidence to new standards" in browser(as_=cast.nqsw).visit("/notices").text
        )
        page.visit(address(year)).submit("Move back to PQS, child and family")
    assert marks(cast.nqsw, ECS) == set()
    assert marks(cast.nqsw, PQS) == before


def test_the_assessor_does_not_move_anybody(cast, year, browser):
    assert browser(as_=cast.assessor).visit(address(year, "standards")).status == 403
    assert browser(as_=cast.manager).visit(address(year, "standards")).status == 403


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sets(st.sampled_from([each.key for each in PQS.standards])), max_size=6),
    st.sets(st.sampled_from([each.key for each in ECS.standards])),
)
def test_no_evidence_is_lost_by_any_move(cast, shown, by_hand):
    """Twice is once, and undone is as before: also with standards that were chosen by hand."""
    before_all = db.session.begin_nested()
    with clock.set_to(day=NEW_DAY):
        moved_and_back(cast, shown, by_hand)
    before_all.rollback()


def moved_and_back(cast, shown, by_hand):
    pieces = [a_piece(cast.worker, title=f"Piece {n}", shows=keys) for n, keys in enumerate(shown)]
    if pieces:
        operations.choose_standards(cast.worker, pieces[0], ECS, by_hand)
    old, new = marks(cast.worker, PQS), marks(cast.worker, ECS)
    move = operations.move_standards(cast.worker, cast.worker, old=PQS, move=TO_ECS)
    after = marks(cast.worker, ECS)
    assert operations.move_standards(cast.worker, cast.worker, old=PQS, move=TO_ECS) is move
    db.session.flush()
    assert marks(cast.worker, ECS) == after
    assert marks(cast.worker, PQS) == old
    assert new <= after
    assert all((piece, to) in after for piece, key in old for to in TO_ECS.carries[key])
    operations.undo_move(cast.worker, cast.worker, move)
    db.session.flush()
    assert (marks(cast.worker, PQS), marks(cast.worker, ECS)) == (old, new)
    assert queries.last_move(cast.worker.id) is None


def test_a_move_that_is_not_the_last_is_not_undone(cast):
    with clock.set_to(day=NEW_DAY):
        move = operations.move_standards(cast.worker, cast.worker, old=PQS, move=TO_ECS)
    operations.undo_move(cast.worker, cast.worker, move)
    with pytest.raises(operations.NotTheLastMoveError):
        operations.undo_move(cast.worker, cast.worker, move)
    assert db.session.query(StandardShown).count() == 0


def test_a_year_with_two_hundred_pieces_costs_as_much_as_one_with_two(
    cast, year, browser, statements
):
    for number in range(2):
        a_piece(cast.nqsw, title=f"Piece {number}", shows=("law",))
    sent = []
    for _ in range(2):
        for person in (cast.nqsw, cast.assessor, cast.coordinator):
            mine = browser(as_=person)
            mine.visit(address(year))
            statements.clear()
            mine.visit(address(year))
            sent.append(len(statements))
        for number in range(200):
            a_piece(cast.nqsw, title=f"Piece {number}", shows=("analysis",))
        db.session.commit()
    assert sent[:3] == sent[3:]
    assert max(sent) <= 12
