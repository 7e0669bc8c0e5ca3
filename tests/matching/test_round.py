"""A matching round: opened and told of, proposed with reasons, reviewed, published together."""

from datetime import date, timedelta

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.matching import operations, queries
from portal.matching.models import MatchChoice, MatchPair, MatchRound
from portal.matching.values import ImpossibleError
from portal.mentoring.models import PairProposal
from portal.mentoring.operations import answer_proposal
from portal.notices.models import Notice
from portal.people.models import Post, Unit
from tests.factories.induction import an_induction
from tests.factories.matching import (
    a_mentor,
    a_need,
    a_proposed,
    a_published,
    a_round,
    a_ruling_out,
    an_offer,
    pair_of,
)
from tests.factories.mentoring import a_pairing
from tests.factories.people import a_person

FIRST_DAY = date(2027, 1, 4)


@pytest.fixture
def elsewhere(cast):
    """The mentors work in another team than those who look."""
    unit = Unit(organisation_id=cast.hr.organisation_id, name="Court Team", kind="team")
    db.session.add(unit)
    db.session.flush()
    mentors = [cast.consultant.id, cast.principal.id, cast.panel.id]
    db.session.query(Post).filter(Post.person_id.in_(mentors)).update({"unit_id": unit.id})
    return cast


@pytest.fixture
def three(elsewhere):
    """Three who look, and two mentors of whom one has one place."""
    cast = elsewhere
    for person in (cast.nqsw, cast.worker, cast.assistant):
        a_need(person)
    a_mentor(cast.consultant, people=1)
    a_mentor(cast.principal, strengths=["neglect"])
    return cast


def paired(made):
    return {pair.person_id: pair.coach_id for pair in queries.pairs_of(made)}


def test_a_coordinator_opens_a_round_and_those_it_concerns_are_told(cast, browser):
    page = browser(as_=cast.coordinator).visit("/rounds")
    assert "No round has been opened yet." in page.text
    page = page.visit("/rounds/new").submit("Open the round", name="Spring 2027", goals="5")
    assert "The round is open. 2 people were told." in page.text
    made = db.session.query(MatchRound).one()
    assert (made.kind, made.weights["goals"], made.closes_on) == (
        "mentoring",
        5,
        date(2026, 12, 10),
    )
    told = {notice.person_id: notice for notice in db.session.query(Notice)}
    assert told.keys() == {cast.coach.id, cast.nqsw.id}
    assert told[cast.coach.id].link == "/my-offer"
    assert told[cast.nqsw.id].text == (
        "Siân Hughes opened a round of mentoring, Spring 2027. Say what you look for by "
        "Thursday 10 December 2026, and whom you would choose."
    )
    assert browser(as_=cast.nqsw).visit(told[cast.nqsw.id].link).status == 200


def test_hard_rules_come_from_what_the_portal_knows(three):
    cast = three
    an_offer(cast.coach)  # of the same team as all three
    an_offer(cast.manager)  # no role of a mentor
    an_induction(by=cast.coordinator, person=cast.nqsw, assessor=cast.consultant)
    a_ruling_out(cast.worker, cast.principal)
    made = a_proposed(cast.coordinator)
    found = paired(made)
    assert found[cast.nqsw.id] == cast.principal.id
    assert found[cast.worker.id] == cast.consultant.id
    a_pairing(coach=cast.consultant, supported=cast.hr, kind="coaching")
    operations.propose_pairs(cast.coordinator, made)
    alone = pair_of(made, cast.worker)
    assert alone.coach_id is None
    assert alone.why == (
        "Of the three who offer, one is ruled out by one of the two; one is in the same team; "
        "one has no place in this round."
    )


def test_each_pair_has_its_reasons_and_others_it_could_be(three):
    made = a_proposed(three.coordinator)
    chosen = [pair for pair in queries.pairs_of(made) if pair.coach_id == three.consultant.id]
    assert len(chosen) == 1
    assert "Can help with every goal: Court skills." in chosen[0].reasons
    assert [other["id"] for other in chosen[0].alternatives] == [str(three.principal.id)]


def test_pairs_are_looked_through_changed_kept_and_found_again(three, browser):
    made = a_proposed(three.coordinator)
    lucky = next(p for p in queries.pairs_of(made) if p.coach_id == three.consultant.id).person_id
    other = next(each for each in (three.nqsw, three.worker, three.assistant) if each.id != lucky)
    page = browser(as_=three.coordinator).visit(f"/rounds/{made.id}/pairs")
    assert "3 pairs. None is kept by hand" in page.text
    page.visit(f"/rounds/pairs/{pair_of(made, other).id}")
    page.submit("Save", coach=str(three.consultant.id))
    assert "Kept. The others were found anew around it." in page.text
    db.session.expire_all()
    assert paired(made)[other.id] == three.consultant.id
    assert paired(made)[lucky] == three.principal.id
    assert pair_of(made, other).is_locked
    page.submit("Find the best pairs again")
    db.session.expire_all()
    assert paired(made)[other.id] == three.consultant.id
    page.visit(f"/rounds/pairs/{pair_of(made, other).id}").submit("Save", coach="portal")
    db.session.expire_all()
    assert not pair_of(made, other).is_locked


def test_two_cannot_be_kept_for_one_place(three, browser):
    made = a_proposed(three.coordinator)
    operations.change_pair(three.coordinator, pair_of(made, three.nqsw), three.consultant.id)
    with pytest.raises(ImpossibleError):
        operations.change_pair(three.coordinator, pair_of(made, three.worker), three.consultant.id)
    db.session.rollback()


def test_publishing_asks_both_of_every_pair_together_or_nobody(three, browser):
    made = a_proposed(three.coordinator)
    a_need(three.hr, goals=[])
    operations.propose_pairs(three.coordinator, made)
    page = browser(as_=three.coordinator).visit(f"/rounds/{made.id}/publication")
    twice = browser(as_=three.coordinator).visit(f"/rounds/{made.id}/publication")
    page.submit("Publish them together", started_on="04/01/2027")
    assert "Published: 3 pairs are proposed, and both are asked." in page.text
    twice.submit("Publish them together", started_on="04/01/2027")
    assert "This round was published already. Nothing was changed." in twice.text
    asked = db.session.query(PairProposal).all()
    assert {(p.supported_id, p.coach_id) for p in asked} == {
        (person, coach) for person, coach in paired(made).items() if coach
    }
    assert {p.lapses_on for p in asked} == {date(2026, 12, 10)}
    nobody = [key for key, coach in paired(made).items() if coach is None]
    told = db.session.query(Notice).filter_by(link="/my-goals").one()
    assert [told.person_id] == nobody
    assert "found nobody for you this time" in told.text
    entry = db.session.query(AuditEntry).filter_by(action="matching.round_published").one()
    assert entry.particulars["pairs"] == 3


def test_a_pair_that_may_not_be_any_more_stops_all(three, browser):
    made = a_proposed(three.coordinator)
    a_ruling_out(three.consultant, three.nqsw)
    a_ruling_out(three.principal, three.nqsw)
    page = browser(as_=three.coordinator).visit(f"/rounds/{made.id}/publication")
    page.submit("Publish them together", started_on="04/01/2027")
    assert page.status == 422
    assert "Something has changed for Amira Khan since the pairs were proposed" in page.text
    assert db.session.query(PairProposal).count() == 0


def test_whoever_says_no_or_does_not_answer_gives_way_to_the_next_choice(three, browser):
    made = a_published(three.coordinator)
    proposals = {p.supported_id: p for p in db.session.query(PairProposal)}
    said_no = next(p for p in proposals.values() if p.coach_id == three.consultant.id)
    answer_proposal(three.consultant, said_no, says="no")
    db.session.commit()
    page = browser(as_=three.coordinator).visit(f"/rounds/{made.id}")
    assert "1 pair came to nothing" in page.text
    with pytest.raises(AssertionError):
        page.visit("/rounds").submit("Propose the next choice")
    a_mentor(three.panel)
    db.session.commit()
    page.visit(f"/rounds/{made.id}").submit("Propose the next choice", started_on="11/01/2027")
    assert "1 pair is proposed. 0 have nobody else." in page.text
    db.session.expire_all()
    assert paired(made)[said_no.supported_id] == three.panel.id
    with clock.set_to(day=clock.today() + timedelta(days=15)):
        asked, waiting = operations.ask_next(three.coordinator, made, started_on=date(2027, 1, 18))
    assert asked + waiting == 3
    again = {(p.supported_id, p.coach_id) for p in db.session.query(PairProposal)}
    assert len(again) == db.session.query(PairProposal).count()


def test_people_say_whom_they_would_choose_and_it_counts(three, browser):
    made = a_round(three.coordinator)
    page = browser(as_=three.assistant).visit(f"/rounds/{made.id}/my-choices")
    assert "Can help with every goal: Court skills." in page.text
    page.submit("Save my choices", first=str(three.consultant.id), second=str(three.consultant.id))
    assert "Choose each person once" in page.text
    page.submit("Save my choices", first=str(three.consultant.id), second="")
    assert "Your choices are kept." in page.text
    assert db.session.query(MatchChoice).one().coach_id == three.consultant.id
    operations.propose_pairs(three.coordinator, made)
    pair = pair_of(made, three.assistant)
    assert (pair.coach_id, pair.choice, pair.ranked) == (three.consultant.id, 0, True)
    assert "The first choice of Kofi Owusu." in pair.reasons
    late = page.submit("Save my choices", first=str(three.principal.id), second="")
    assert late.status == 200, "whoever was told of the round may still open its page"
    assert "takes no more choices" in late.text
    assert db.session.query(MatchChoice).one().coach_id == three.consultant.id


def test_a_short_list_tells_nothing_that_others_chose_to_say_about_themselves(elsewhere, browser):
    cast = elsewhere
    a_mentor(cast.consultant, identity=["faith"])
    a_mentor(cast.principal)
    a_need(cast.nqsw, identity=["faith"])
    made = a_round(cast.coordinator)
    page = browser(as_=cast.nqsw).visit(f"/rounds/{made.id}/my-choices")
    assert "themself" not in page.text
    operations.propose_pairs(cast.coordinator, made)
    pair = pair_of(made, cast.nqsw)
    assert pair.coach_id == cast.consultant.id
    assert "Shares something about themself that Amira Khan asked to count." in pair.reasons


def test_whoever_has_not_said_what_they_look_for_is_led_there_first(cast, browser):
    made = a_round(cast.coordinator)
    page = browser(as_=cast.nqsw).visit(f"/rounds/{made.id}/my-choices")
    assert "Say first that you look for mentoring" in page.text


def test_fairness_is_shown_of_ten_and_more_alone(three, browser):
    made = a_proposed(three.coordinator)
    page = browser(as_=three.coordinator).visit(f"/rounds/{made.id}/fairness")
    assert "There are fewer than ten people in this round" in page.text
    for number in range(12):
        a_need(a_person(three.hr, given=f"New{number}", family="Starter"))
    operations.propose_pairs(three.coordinator, made)
    db.session.commit()
    page.visit(f"/rounds/{made.id}/fairness")
    assert "By base" in page.text


def test_a_round_is_edited_or_closed_without_being_published(three, browser):
    made = a_proposed(three.coordinator)
    page = browser(as_=three.coordinator).visit(f"/rounds/{made.id}/edit")
    page.submit("Save", identity="0", closes_on="15/12/2026")
    assert "Let pairs be proposed again to use it." in page.text
    db.session.expire_all()
    assert (made.weights["identity"], made.closes_on) == (0, date(2026, 12, 15))
    assert f"Look through the pairs of {made.name} and publish them" in page.visit("/").text
    page.visit(f"/rounds/{made.id}/withdrawal").submit("Yes, close it")
    assert "was closed" in page.text
    assert (
        "This round was closed already. Nothing was changed."
        in page.visit(f"/rounds/{made.id}/publication").text
    )
    for rest in ("publication", "withdrawal", "proposal", "edit"):
        page.post(f"/rounds/{made.id}/{rest}")
        assert (page.url, page.status) == (f"/rounds/{made.id}", 200)
        assert "Nothing was changed." in page.text


def test_when_a_mentor_leaves_the_others_stay_and_those_left_find_somebody(elsewhere, browser):
    cast = elsewhere
    for person in (cast.nqsw, cast.worker):
        a_pairing(coach=cast.consultant, supported=person, kind="mentoring")
    stays = a_pairing(coach=cast.coach, supported=cast.hr, kind="mentoring")
    a_mentor(cast.principal, people=1)
    a_mentor(cast.consultant)
    page = browser(as_=cast.coordinator)
    page.visit(f"/rematch?coach={cast.consultant.id}&kind=mentoring")
    assert "1 person could be with somebody else, 1 would have nobody." in page.text
    assert "No other pair moves, 1 stays as they are." in page.text
    page.submit("Propose these pairs", started_on="04/01/2027")
    assert "1 pair is proposed, and both of each are asked." in page.text
    made = db.session.query(PairProposal).one()
    assert made.coach_id == cast.principal.id
    assert stays.ended_on is None


def test_a_coordinator_alone_sees_rounds(cast, browser):
    made = a_round(cast.coordinator)
    for person in (cast.nqsw, cast.coach, cast.manager, cast.hr, cast.admin):
        for page in ("/rounds", f"/rounds/{made.id}", f"/rounds/{made.id}/pairs", "/rematch"):
            assert browser(as_=person).visit(page).status == 403
    assert db.session.query(MatchPair).count() == 0


def test_whoever_reads_the_reasons_cannot_ask_them_what_others_said_about_themselves(elsewhere):
    cast = elsewhere
    a_need(cast.nqsw, identity=["faith"])
    a_need(cast.coordinator, identity=["faith"])
    a_mentor(cast.principal, identity=["faith"])
    made = a_proposed(cast.coordinator)
    said = "Shares something about themself"
    assert said in " ".join(pair_of(made, cast.nqsw).reasons)
    assert said not in " ".join(pair_of(made, cast.coordinator).reasons)
