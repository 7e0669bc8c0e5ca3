"""A pair is proposed to both, each answers, and with two yeses it begins."""

from collections.abc import Callable
from datetime import date

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.models import PairAnswer, Pairing, PairProposal
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing, a_proposal

Open = Callable[..., Browser]
NEXT_WEEK = date(2026, 11, 30)


def told() -> dict[object, str]:
    return {notice.person_id: notice.text for notice in db.session.query(Notice)}


def test_both_are_told_by_when_to_answer_and_nothing_begins(cast: Cast) -> None:
    pairs = [(cast.coach, cast.nqsw), (cast.consultant, cast.worker)]
    made = operations.propose_each(
        cast.coordinator, pairs, kind="mentoring", started_on=NEXT_WEEK, days_to_answer=7
    )
    assert len(made) == 2
    said = told()
    last = "Say yes or no by Thursday 3 December 2026."
    assert said[cast.coach.id] == f"Siân Hughes proposes that you mentor Amira Khan. {last}"
    assert said[cast.nqsw.id] == f"Siân Hughes proposes that Priya Nair mentors you. {last}"
    assert len(said) == 4
    assert db.session.query(Pairing).count() == 0
    assert db.session.query(AuditEntry).filter_by(action="mentoring.pair_proposed").count() == 2


def test_one_pair_that_cannot_be_stops_the_whole_round(cast: Cast) -> None:
    a_proposal(cast)
    with pytest.raises(NotEligibleError) as refused:
        operations.propose_each(
            cast.coordinator, [(cast.consultant, cast.worker), (cast.coach, cast.nqsw)],
            kind="mentoring", started_on=NEXT_WEEK,
        )  # fmt: skip
    assert refused.value.args == ("Priya Nair and Amira Khan are proposed for mentoring already",)
    with pytest.raises(NotEligibleError, match="Dan Okoro assesses Amira Khan"):
        operations.propose_each(
            cast.coordinator, [(cast.assessor, cast.nqsw)], kind="mentoring",
            started_on=NEXT_WEEK, assessors={cast.nqsw.id: [cast.assessor.id]},
        )  # fmt: skip
    assert db.session.query(PairProposal).count() == 1


def test_with_two_yeses_the_pair_begins_on_its_first_day(cast: Cast) -> None:
    proposal = a_proposal(cast)
    operations.answer_proposal(cast.coach, proposal, says="yes")
    assert proposal.outcome is None
    operations.answer_proposal(cast.nqsw, proposal, says="yes")
    pairing = db.session.query(Pairing).one()
    assert (proposal.outcome, proposal.pairing_id) == ("agreed", pairing.id)
    assert (pairing.started_on, pairing.started_by_id) == (NEXT_WEEK, cast.coordinator.id)
    said = told()
    assert said[cast.nqsw.id].startswith("You and Priya Nair have both said yes: mentoring from")
    assert said[cast.coordinator.id].startswith("Priya Nair and Amira Khan have both said yes.")


def test_who_agrees_late_begins_on_that_day(cast: Cast) -> None:
    proposal = a_proposal(cast)
    operations.answer_proposal(cast.coach, proposal, says="yes")
    with clock.set_to(day=date(2026, 12, 2)):
        operations.answer_proposal(cast.nqsw, proposal, says="yes")
    assert db.session.query(Pairing).one().started_on == date(2026, 12, 2)


def test_a_no_closes_it_and_nobody_is_told_whose_it_was(cast: Cast) -> None:
    proposal = a_proposal(cast)
    operations.answer_proposal(cast.nqsw, proposal, says="no")
    assert proposal.outcome == "declined"
    said = told()
    assert said[cast.coach.id] == "The mentoring proposed with Amira Khan does not begin."
    assert said[cast.coordinator.id].startswith("Priya Nair and Amira Khan will not be paired")
    assert cast.nqsw.id not in said
    assert db.session.query(Pairing).count() == 0


def test_what_nobody_answers_lapses_and_the_coordinator_is_told_once(cast: Cast) -> None:
    proposal = a_proposal(cast)
    here = cast.coordinator.organisation_id
    with clock.set_to(day=proposal.lapses_on):
        assert operations.lapse_proposals(here) == 0
    with clock.set_to(day=date(2026, 12, 11)):
        assert proposal.has_lapsed
        assert operations.lapse_proposals(here) == 1
        assert operations.lapse_proposals(here) == 0
    assert told() == {
        cast.coordinator.id: "The mentoring proposed for Priya Nair and Amira Khan was not "
        "answered in time and has lapsed."
    }


def test_the_same_two_may_be_asked_again_after_a_no_or_a_lapse(cast: Cast) -> None:
    proposal = a_proposal(cast)
    with clock.set_to(day=date(2026, 12, 11)):
        again = a_proposal(cast)
        assert proposal.outcome == "lapsed"
        operations.answer_proposal(cast.nqsw, again, says="no")
        a_proposal(cast)


def test_two_who_were_paired_meanwhile_do_not_begin_twice(cast: Cast, browser: Open) -> None:
    proposal = a_proposal(cast)
    operations.answer_proposal(cast.coach, proposal, says="yes")
    a_pairing(coach=cast.coach, supported=cast.nqsw, kind="mentoring")
    page = browser(as_=cast.nqsw).visit(f"/pairings/proposals/{proposal.id}")
    page.submit("Yes, I would like this", says="yes")
    assert page.status == 422
    assert "already paired for mentoring, since 1 April 2026. Say no, or ask" in page.text
    assert db.session.query(PairAnswer).count() == 1


def test_home_asks_each_of_the_two_until_they_have_answered(cast: Cast, browser: Open) -> None:
    a_proposal(cast)
    mentor, mentored = browser(as_=cast.coach), browser(as_=cast.nqsw)
    assert "Say yes or no to mentoring with Amira Khan" in mentor.visit("/").text
    page = mentored.visit("/").follow("Say yes or no to mentoring with Priya Nair")
    assert "Siân Hughes proposes that Priya Nair mentors you." in page.text
    page.submit("Yes, I would like this", says="yes")
    assert "You have said yes. Priya Nair has still to answer." in page.text
    assert "Say yes or no" not in page.visit("/").text
    page = mentor.follow("Say yes or no to mentoring with Amira Khan")
    page.submit("Yes, I would like this", says="yes")
    assert page.heading == "Mentoring with Amira Khan"
    assert "You and Amira Khan have both said yes." in page.text


def test_a_second_answer_changes_nothing(cast: Cast, browser: Open) -> None:
    proposal = a_proposal(cast)
    page = browser(as_=cast.nqsw).visit(f"/pairings/proposals/{proposal.id}")
    page.submit("No, thank you", says="no")
    assert "You have said no. Nobody is asked for a reason." in page.text
    again = browser(as_=cast.nqsw).post(f"/pairings/proposals/{proposal.id}/answer", says="yes")
    assert again.url == f"/pairings/proposals/{proposal.id}"
    assert "There is nothing to answer here any more." in again.text
    assert db.session.query(PairAnswer).count() == 1


def test_the_coordinator_proposes_and_sees_how_far_it_is(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/pairings/proposals")
    assert "No pair has been proposed yet." in page.text
    page.follow("Pair people")
    page.submit("Save and tell them", coach=str(cast.coach.id), people=str(cast.nqsw.id))
    assert "Proposed to Priya Nair and Amira Khan. Each is asked to say yes or no." in page.text
    assert "None of the two has said yes" in page.text
    page.visit("/pairings/new")
    assert "Amira Khan" not in page.text
    operations.answer_proposal(cast.coach, db.session.query(PairProposal).one(), says="yes")
    db.session.commit()
    page.visit("/pairings/proposals").follow("Amira Khan")
    assert "One of the two has said yes. They have until" in page.text
    page.submit("Take it back")
    assert "Taken back. Both are told." in page.text
    assert "Say yes or no to" not in browser(as_=cast.nqsw).visit("/").text


@pytest.mark.parametrize(("who", "status"), [("manager", 403), ("hr", 403), ("harbour_hr", 404)])
def test_nobody_else_sees_it(cast: Cast, browser: Open, who: str, status: int) -> None:
    proposal = a_proposal(cast)
    visitor = browser(as_=getattr(cast, who))
    assert visitor.visit(f"/pairings/proposals/{proposal.id}").status == status
    assert visitor.visit("/pairings/proposals").status == 403


def test_nothing_begins_with_somebody_who_left_after_saying_yes(cast: Cast) -> None:
    proposal = a_proposal(cast)
    operations.answer_proposal(cast.coach, proposal, says="yes")
    cast.coach.left_on = date(2026, 11, 20)
    with pytest.raises(NotEligibleError, match="Priya Nair does not work here any more"):
        operations.answer_proposal(cast.nqsw, proposal, says="yes")
    assert db.session.query(Pairing).count() == 0
    operations.answer_proposal(cast.nqsw, proposal, says="no")
    assert proposal.outcome == "declined"


def test_nothing_begins_with_a_coach_who_gave_that_up_or_a_mentor_who_came_to_assess(
    cast: Cast, browser: Open
) -> None:
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    proposal = a_proposal(cast)
    operations.answer_proposal(cast.nqsw, proposal, says="yes")
    year.assessor_id = cast.coach.id
    page = browser(as_=cast.coach).visit(f"/pairings/proposals/{proposal.id}")
    page.submit("Yes, I would like this")
    assert page.status == 422
    assert "Priya Nair assesses Amira Khan. Say no, or ask the coordinator" in page.text
    year.assessor_id = cast.assessor.id
    for held in cast.coach.roles_held:
        held.ended_on = date(2026, 11, 1)
    page.visit(f"/pairings/proposals/{proposal.id}").submit("Yes, I would like this")
    assert "Priya Nair is no coach or mentor any more, so this cannot begin" in page.text
    assert db.session.query(Pairing).count() == 0


def test_a_second_press_on_taking_back_leads_to_what_stands(cast: Cast, browser: Open) -> None:
    proposal = a_proposal(cast)
    page = browser(as_=cast.coordinator)
    for said in ("Taken back. Both are told.", "There is nothing to take back any more."):
        page.post(f"/pairings/proposals/{proposal.id}/withdrawal")
        assert said in page.text
    assert db.session.query(Notice).filter_by(person_id=cast.nqsw.id).count() == 1
