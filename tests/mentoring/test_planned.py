"""The next session of a pair: agreed by either, moved, missed, or held by logging it."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations, policies, queries, when
from portal.mentoring.models import PlannedSession
from portal.notices.models import Notice
from tests.factories.mentoring import a_pairing, a_planned_session
from tests.factories.people import a_person

TODAY = date(2026, 11, 26)
NEXT_WEEK = date(2026, 12, 3)


@pytest.fixture
def pairing(cast):
    return a_pairing(coach=cast.coach, supported=cast.nqsw)


def page_of(pairing):
    return f"/pairings/{pairing.id}"


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.none() | st.integers(0, 400),
    st.integers(1, 12),
)
def test_the_day_that_is_offered_is_a_working_day_to_come(today, ago, weeks):
    last_on = None if ago is None else date.fromordinal(today.toordinal() - ago)
    offered = when.likely_next(last_on, weeks, today)
    assert offered > today
    assert offered.weekday() < 5
    assert (offered - today).days <= max(7 * weeks, 7) + 2


def test_nobody_plans_to_meet_after_their_work_together_has_ended():
    span = when.Span(date(2026, 1, 1), date(2026, 12, 1))
    assert when.objection_to_meeting(NEXT_WEEK, TODAY, span)
    assert when.objection_to_meeting(date(2026, 12, 1), TODAY, span) is None
    assert when.objection_to_meeting(date(2026, 11, 25), TODAY, span)


def test_either_plans_the_next_session_and_the_other_is_told(browser, cast, commit, pairing):
    commit()
    page = browser(as_=cast.nqsw)
    page.visit(page_of(pairing)).follow("Plan the next session")
    page.submit("Save the day", meets_on="3/12/2026", from_time="14:30", medium="video")
    planned = db.session.query(PlannedSession).one()
    assert (planned.meets_on, planned.from_time, planned.medium) == (
        NEXT_WEEK,
        time(14, 30),
        "video",
    )
    told = db.session.query(Notice).filter_by(person_id=cast.coach.id).one()
    assert told.text == (
        "Amira Khan put your next session down for Thursday 3 December 2026 at 14:30."
    )
    assert "Next session" in page.text
    assert "14:30, video" in page.text


def test_a_pair_has_one_next_session_and_planning_again_moves_it(browser, cast, commit, pairing):
    a_planned_session(pairing, meets_on=NEXT_WEEK)
    commit()
    page = browser(as_=cast.coach)
    page.visit(f"{page_of(pairing)}/next-session")
    assert page.heading == "Move the next session"
    page.submit("Save the new day", meets_on="4/12/2026")
    states = {each.meets_on.day: each.state for each in db.session.query(PlannedSession)}
    assert states == {3: "moved", 4: "planned"}
    with pytest.raises(operations.AlreadyPlannedError):
        operations.plan_session(cast.coach, pairing, meets_on=NEXT_WEEK)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"meets_on": ""}, "Enter the day"),
        ({"meets_on": "25/11/2026"}, "This day has passed. Choose today or a later day"),
        (
            {"meets_on": "3/12/2026", "from_time": "half two"},
            "Enter the time in figures, like 14:30",
        ),
        ({"meets_on": "3/12/2029"}, "or earlier"),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_its_field(
    browser, cast, commit, pairing, answers, said
):
    commit()
    page = browser(as_=cast.coach)
    page.visit(f"{page_of(pairing)}/next-session").submit("Save the day", **answers)
    assert page.status == 422
    assert said in page.text
    assert db.session.query(PlannedSession).count() == 0


def test_logging_the_session_settles_what_was_planned(cast, pairing):
    planned = a_planned_session(pairing, meets_on=date(2026, 11, 25))
    operations.record_session(cast.nqsw, pairing, held_on=TODAY, minutes=45)
    assert (planned.state, planned.settled_by_id) == ("held", cast.nqsw.id)
    assert queries.next_planned(pairing) is None


def test_a_session_of_an_earlier_day_leaves_the_next_one_as_it_is(cast, pairing):
    planned = a_planned_session(pairing, meets_on=NEXT_WEEK)
    operations.record_session(cast.coach, pairing, held_on=TODAY, minutes=45)
    assert planned.is_next


def test_what_did_not_take_place_is_missed_with_a_neutral_reason(browser, cast, commit, pairing):
    planned = a_planned_session(pairing, meets_on=date(2026, 11, 25))
    commit()
    page = browser(as_=cast.coach)
    page.visit(page_of(pairing))
    assert "Did you meet?" in page.text
    page.follow("It did not take place").submit("Save the reason", reason="urgent work")
    db.session.refresh(planned)
    assert (planned.state, planned.reason) == ("missed", "urgent work")
    coordinator = browser(as_=cast.coordinator)
    coordinator.visit(page_of(pairing))
    assert "Wednesday 25 November 2026: missed" in coordinator.text
    assert "rgent work" not in coordinator.text


def test_a_session_to_come_cannot_be_said_to_be_missed(cast, pairing):
    assert not policies.miss_planned(cast.coach, a_planned_session(pairing, meets_on=NEXT_WEEK))


def test_a_change_made_meanwhile_by_the_other_is_seen_first(browser, cast, commit, pairing):
    planned = a_planned_session(pairing, meets_on=NEXT_WEEK)
    commit()
    page = browser(as_=cast.coach)
    page.visit(f"/planned-sessions/{planned.id}/moving")
    operations.move_planned(cast.nqsw, planned, meets_on=NEXT_WEEK, from_time=time(9, 0))
    commit()
    page.submit("Save the new day", meets_on="4/12/2026")
    assert page.status == 409
    assert "changed this while you were looking" in page.text


def test_what_a_session_was_about_is_seen_by_the_two_alone(browser, cast, commit, pairing):
    commit()
    page = browser(as_=cast.coach)
    page.visit("/sessions/new").submit("Save session", minutes="45", topic="court")
    session = queries.pair_sessions(pairing, None).rows[0]
    assert queries.topics_of(session) == ["court"]
    own = browser(as_=cast.nqsw)
    own.visit(f"/sessions/{session.id}")
    assert "It was about: Court and legal work." in own.text
    coordinator = browser(as_=cast.coordinator)
    coordinator.visit(page_of(pairing))
    assert "Court and legal" not in coordinator.text
    assert "court" not in str([entry.particulars for entry in db.session.query(AuditEntry)])


def test_putting_a_session_right_puts_its_topics_right(browser, cast, commit, pairing):
    session = operations.record_session(
        cast.coach, pairing, held_on=TODAY, minutes=45, topics=["court"]
    )
    commit()
    page = browser(as_=cast.nqsw)
    page.visit(f"/sessions/{session.id}/correction").submit(
        "Save changes", topics=["career", "wellbeing"]
    )
    assert queries.topics_of(session) == ["career", "wellbeing"]


def test_totals_of_topics_are_told_from_ten_people_only(cast, pairing):
    others = [a_person(cast.hr, given=f"N{n}", family="Person") for n in range(9)]
    for n, person in enumerate([cast.nqsw, *others]):
        pair = pairing if person is cast.nqsw else a_pairing(coach=cast.coach, supported=person)
        about = ["court", "career"] if n else ["court"]
        operations.record_session(cast.coach, pair, held_on=TODAY, minutes=45, topics=about)
    assert queries.topic_totals(cast.coach.organisation_id, TODAY) == [("Court and legal work", 10)]


def test_the_first_sentence_of_the_pairs_page_and_the_home_of_both_name_the_day(
    browser, cast, commit, pairing
):
    a_planned_session(pairing, meets_on=NEXT_WEEK)
    commit()
    for person, other in ((cast.nqsw, cast.coach), (cast.coach, cast.nqsw)):
        page = browser(as_=person).visit(page_of(pairing))
        assert "The next session is on Thursday 3 December 2026" in page.text
        assert f"Session with {other.name}" in page.visit("/").text
    page = browser(as_=cast.nqsw).visit("/").follow(f"Session with {cast.coach.name}")
    assert page.heading.startswith("Prepare for your session")


def test_a_move_to_where_it_is_already_tells_nobody(cast, pairing):
    planned = a_planned_session(pairing, meets_on=NEXT_WEEK)
    told = db.session.query(Notice).count()
    same = {"meets_on": NEXT_WEEK, "from_time": planned.from_time, "medium": planned.medium}
    assert operations.move_planned(cast.nqsw, planned, **same) is planned
    assert db.session.query(Notice).count() == told


def test_pressing_twice_leads_to_what_stands_and_moves_once(browser, cast, commit, pairing):
    planned = a_planned_session(pairing, meets_on=NEXT_WEEK)
    commit()
    page = browser(as_=cast.coach).visit(f"/planned-sessions/{planned.id}/moving")
    fields = {"csrf_token": page.token(), "version": "1", "meets_on": "4/12/2026",
              "medium": "phone"}  # fmt: skip
    for _ in range(2):
        page.post(f"/planned-sessions/{planned.id}/moving", **fields)
    assert "The session of Thursday 3 December 2026 was moved already." in page.text
    assert db.session.query(PlannedSession).count() == 2
