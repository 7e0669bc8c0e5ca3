"""What happens in a year is evidence by itself: observations and feedback, each counted once."""

import pytest
from sqlalchemy import select

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import giving
from portal.induction.operations import evidence as keeping
from portal.induction.operations import feedback, observations
from portal.standards import operations, policies, queries
from portal.standards.models import Evidence
from tests.conftest import TODAY
from tests.factories.feedback import a_request, an_answer
from tests.factories.induction import an_induction
from tests.factories.observations import HELD_ON, an_observation, finished_by_both
from tests.factories.standards import ECS, PQS, TO_ECS, a_piece
from tests.induction.test_evidence import NEW_DAY


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


@pytest.fixture
def held(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    finished_by_both(observation)
    return observation


def kept(person):
    found = select(Evidence).where(Evidence.person_id == person.id)
    return list(db.session.scalars(found.order_by(Evidence.dated_on, Evidence.id)))


def listed(person):
    return [piece.title for piece in kept(person) if piece.removed_at is None]


def test_an_observation_that_both_have_finished_is_evidence_once(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    assert listed(cast.nqsw) == []
    finished_by_both(observation)
    (piece,) = kept(cast.nqsw)
    assert (piece.kind, piece.dated_on, piece.note) == ("observation", HELD_ON, "A visit at home")
    assert piece.title == "Direct observation 1"
    keeping.keep_observation(cast.nqsw, observation)
    assert keeping.catch_up(cast.nqsw.organisation_id) == 0
    assert len(kept(cast.nqsw)) == 1


def test_feedback_is_evidence_once_it_is_passed_on_and_not_before(cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    assert listed(cast.nqsw) == []
    feedback.pass_on(cast.assessor, answer, {"went_well": "She was kind."})
    assert listed(cast.nqsw) == ["Feedback from a family"]
    an_answer(a_request(year, by=cast.nqsw, kind=giving.PROFESSIONAL))
    assert sorted(listed(cast.nqsw)) == [
        "Feedback from a family",
        "Feedback from another professional",
    ]


def test_feedback_that_does_not_go_on_is_no_evidence(cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    feedback.keep_feedback_back(cast.assessor, answer, for_safety=False)
    assert kept(cast.nqsw) == []


def test_it_stands_in_the_gap_view_and_is_mapped_later_by_choice(cast, year, held, browser):
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/evidence")
    assert "You have 1 piece of evidence." in worker.text
    assert "1 piece shows none yet" in worker.text
    worker.follow("Standards for Direct observation 1").submit("Save", standards=["communication"])
    assert queries.overview(cast.nqsw.id, PQS).counts == {"communication": 1}
    page = worker.visit(f"/inductions/{year.id}/evidence")
    assert page.follow("What was written").heading == "Direct observation 1"
    counted = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/evidence").text
    assert "Amira Khan has 1 piece of evidence." in counted


@pytest.mark.parametrize("here", ["/evidence", "/inductions/{}/evidence"])
def test_from_feedback_on_the_list_its_owner_gets_to_its_words(cast, year, browser, here):
    answer = an_answer(a_request(year, by=cast.nqsw))
    feedback.pass_on(cast.assessor, answer, {"went_well": "She was kind."})
    page = browser(as_=cast.nqsw).visit(here.format(year.id))
    assert "She was kind." in page.follow("What was written").text
    theirs = browser(as_=cast.assessor).visit(f"/inductions/{year.id}/evidence")
    assert "What was written" not in theirs.text


def test_with_the_consent_it_leaves_the_list_for_good_and_what_was_noted_goes_too(
    cast, held, browser
):
    (piece,) = kept(cast.nqsw)
    about = {"kind": piece.kind, "title": "The visit in the rain", "dated_on": piece.dated_on}
    operations.change_evidence(cast.nqsw, piece, **about, note="She was sad")
    observations.record_consent(cast.nqsw, held, answer="withdrawn", on=TODAY)
    assert listed(cast.nqsw) == []
    assert (piece.title, piece.note) == ("Direct observation 1", "")
    assert not policies.restore_evidence(cast.nqsw, piece)
    keeping.keep_observation(cast.nqsw, held)
    assert keeping.catch_up(cast.nqsw.organisation_id) == 0
    assert listed(cast.nqsw) == []
    page = browser(as_=cast.nqsw).visit(f"/evidence/{piece.id}")
    assert "does not come back" in page.text
    page.post(f"/evidence/{piece.id}/restoring")
    assert page.status == 403


def test_what_the_worker_took_off_the_list_stays_off(cast, held):
    (piece,) = kept(cast.nqsw)
    operations.remove_evidence(cast.nqsw, piece)
    assert keeping.catch_up(cast.nqsw.organisation_id) == 0
    assert listed(cast.nqsw) == []
    assert policies.restore_evidence(cast.nqsw, piece)


def test_what_came_by_itself_keeps_its_kind_and_its_day(cast, held, browser):
    (piece,) = kept(cast.nqsw)
    page = browser(as_=cast.nqsw).visit(f"/evidence/{piece.id}")
    assert "It came onto the list by itself." in page.text
    page.submit("Save", title="My first observation")
    assert page.status == 200
    page.post(f"/evidence/{piece.id}", title="x", kind="other", dated_on="1/1/2020", version="2")
    db.session.rollback()
    assert (piece.kind, piece.dated_on) == ("observation", HELD_ON)


def test_what_happened_before_comes_onto_the_list_once(cast, year, held):
    answer = an_answer(a_request(year, by=cast.nqsw))
    feedback.pass_on(cast.assessor, answer, {"went_well": ""})
    for piece in kept(cast.nqsw):
        db.session.delete(piece)
    db.session.flush()
    here = cast.nqsw.organisation_id
    assert keeping.catch_up(here) == 2
    assert keeping.catch_up(here) == 0
    assert len(listed(cast.nqsw)) == 2
    deeds = select(AuditEntry.actor_id).where(AuditEntry.action == "standards.evidence_added")
    assert None in set(db.session.scalars(deeds))


def test_the_deed_itself_refuses_to_move_early(cast):
    with pytest.raises(operations.NotYetInForceError, match="in force from 1 April 2027"):
        operations.move_standards(cast.worker, cast.worker, old=PQS, move=TO_ECS)
    assert queries.last_move(cast.worker.id) is None
    with clock.set_to(day=NEW_DAY):
        assert operations.move_standards(cast.worker, cast.worker, old=PQS, move=TO_ECS)


def test_after_a_move_old_and_new_stand_side_by_side(cast, year, browser, statements):
    a_piece(cast.nqsw, title="Court", shows=("law", "analysis"))
    with clock.set_to(day=NEW_DAY):
        operations.move_standards(cast.coordinator, cast.nqsw, old=PQS, move=TO_ECS)
        for person in (cast.nqsw, cast.assessor, cast.coordinator, cast.manager):
            mine = browser(as_=person)
            mine.visit(f"/inductions/{year.id}/evidence")
            statements.clear()
            page = mine.visit(f"/inductions/{year.id}/evidence")
            assert len(statements) <= 12
            assert "Old and new, side by side" in page.text
            assert "Assessment and planning; Reflection and learning" in page.text
            assert "No counterpart: it stays here" in page.text
            may_undo = person in (cast.nqsw, cast.coordinator)
            assert ("Move back" in page.text) is may_undo
        own = browser(as_=cast.nqsw).visit("/evidence")
        assert "Old and new, side by side" in own.text
        page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/evidence")
        page.submit("Move back to PQS, child and family")
        assert "Old and new" not in page.text
    assert set(queries.every_mark(cast.nqsw.id, ECS.key)) == set()


def test_finishing_costs_no_more_than_a_saved_form_may(cast, year, browser, statements):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    finished_by_both(observation)
    observation.worker_finished_on = None
    db.session.commit()
    worker = browser(as_=cast.nqsw)
    fields = {"csrf_token": worker.token(), "version": "1"}
    worker.send("get", f"/observations/{observation.id}")
    statements.clear()
    answer = worker.send("post", f"/observations/{observation.id}/finishing", data=fields)
    assert answer.status_code == 303
    assert len(statements) <= (17 if db.engine.dialect.name == "postgresql" else 14)
