"""The assessor of a year: chosen, handed over by three on a day, and who sees what when."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from portal import clock
from portal.database import db
from portal.induction import operations, policies, queries, signing
from portal.induction.entry import NotPossibleError
from portal.induction.models import HandOver
from portal.induction.queries import feedback
from portal.notices.models import Notice
from portal.people.models import RoleHeld
from tests.factories.agreements import a_hand_over
from tests.factories.feedback import a_request, an_answer
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing
from tests.factories.people import a_person

TOMORROW = timedelta(days=1)


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


@pytest.fixture
def other(cast):
    return cast.worker


@pytest.fixture
def day(cast):
    return clock.today() + timedelta(days=14)


def on(monkeypatch, day):
    queries = "portal.induction.queries"
    for place in ("portal.clock.today", f"{queries}.years.today", f"{queries}.reading.today"):
        monkeypatch.setattr(place, lambda: day)


def test_access_moves_on_the_day_and_not_before(cast, year, other, day, monkeypatch):
    a_hand_over(year, other, by=cast.coordinator, from_on=day)
    for today, old, new in ((day - TOMORROW, True, False), (day, False, True)):
        on(monkeypatch, today)
        assert (year.is_assessed_by(cast.assessor), year.is_assessed_by(other)) == (old, new)
        assert policies.see_induction(cast.assessor, year) is old
        assert policies.see_induction(other, year) is new
        for person, sees in ((cast.assessor, old), (other, new)):
            assert (year in db.session.scalars(queries.visible_inductions(person)).all()) is sees
    assert year.assessor is other


def test_the_day_of_a_hand_over_counts_from_its_first_moment(cast, year, other):
    a_hand_over(year, other, by=cast.coordinator, from_on=clock.today())
    assert year.assessor is other
    assert not policies.see_induction(cast.assessor, year)


def test_one_hand_over_follows_another(cast, year, other):
    a_hand_over(year, other, by=cast.coordinator, from_on=clock.today())
    a_hand_over(year, cast.assessor, by=cast.coordinator, from_on=clock.today() + TOMORROW)
    assert year.assessor is other
    assert year.next_assessor_id == cast.assessor.id
    kept = queries.hand_overs_of(year)
    assert [(each.from_id, each.to_id) for each in kept] == [
        (other.id, cast.assessor.id), (cast.assessor.id, other.id),
    ]  # fmt: skip


def test_the_first_assessor_is_chosen_where_there_is_none(cast):
    year = an_induction(cast.nqsw, by=cast.coordinator)
    operations.choose_assessor(cast.coordinator, year, cast.assessor)
    assert year.is_assessed_by(cast.assessor)
    said = db.session.scalars(select(Notice.text).where(Notice.person_id == cast.nqsw.id)).all()
    assert "Dan Okoro is now your assessor." in said


@pytest.mark.parametrize(
    ("who", "after", "why"),
    [
        ("nqsw", 14, "Amira Khan cannot assess their own year"),
        ("assessor", 14, "Dan Okoro assesses this year already"),
        ("worker", -1, "This day has passed"),
        ("worker", 800, "The year ends on 28 June 2027"),
        ("coach", 14, "Priya Nair mentors Amira Khan, and whoever mentors"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(cast, year, who, after, why):
    a_pairing(coach=cast.coach, supported=cast.nqsw, kind="mentoring")
    day = clock.today() + timedelta(days=after)
    with pytest.raises(NotPossibleError, match=why):
        operations.plan_hand_over(cast.coordinator, year, getattr(cast, who), from_on=day)
    assert year.next_assessor_id is None


def test_a_second_hand_over_is_not_planned_over_the_first(cast, year, other, day):
    a_hand_over(year, other, by=cast.coordinator, from_on=day)
    with pytest.raises(NotPossibleError, match="A hand-over to Leila Taylor is planned already"):
        operations.plan_hand_over(cast.coordinator, year, cast.coach, from_on=day)


def test_three_confirm_each_for_themself(cast, year, other, day):
    made = a_hand_over(year, other, by=cast.coordinator, from_on=day)
    for person in (cast.assessor, other, cast.nqsw):
        [party] = policies.parties_of_hand_over(person, made)
        operations.confirm_hand_over(person, made, party=party, digest=made.digest)
    assert made.confirmed_on == clock.today()
    assert policies.parties_of_hand_over(cast.coordinator, made) == []


def test_who_handed_over_confirms_up_to_two_weeks_after_the_day(browser, cast, year, other):
    made = a_hand_over(year, other, by=cast.coordinator, from_on=clock.today())
    here = f"/hand-overs/{made.id}"
    page = browser(as_=cast.assessor).visit(here)
    assert "Waits to be confirmed by you" in page.text
    assert page.visit(f"/inductions/{year.id}").status == 403
    with clock.set_to(day=clock.today() + timedelta(days=14)):
        assert page.visit(here).status == 200
    with clock.set_to(day=clock.today() + timedelta(days=15)):
        assert page.visit(here).status == 403


def test_home_asks_those_of_the_year_to_confirm_and_nobody_for_the_word_of_another(
    browser, cast, other
):
    begins = {"started_on": clock.today(), "assessor": cast.assessor}
    year = an_induction(cast.nqsw, by=cast.coordinator, **begins)
    role = {"role": "assessor", "started_on": clock.today()}
    db.session.add(RoleHeld(organisation_id=other.organisation_id, person_id=other.id, **role))
    made = a_hand_over(year, other, by=cast.coordinator, from_on=clock.today())
    asked = "hand-over to the next assessor waits to be signed by you"
    db.session.commit()
    for person, party in ((cast.nqsw, signing.NQSW), (other, signing.NEXT_ASSESSOR)):
        page = browser(as_=person).visit("/")
        assert asked in page.text
        assert page.follow(asked).url == f"/hand-overs/{made.id}"
        operations.confirm_hand_over(person, made, party=party, digest=made.digest)
        db.session.commit()
        assert asked not in page.visit("/").text


def test_other_actions_make_confirmations_void(cast, year, other, day):
    made = a_hand_over(year, other, by=cast.coordinator, from_on=day)
    operations.confirm_hand_over(cast.nqsw, made, party=signing.NQSW, digest=made.digest)
    operations.write_agreed_actions(cast.assessor, made, "The second observation comes first.")
    assert queries.signatures_of([made.id])[0].voided_at is not None


def test_one_that_is_taken_back_changes_nothing(cast, year, other, day, monkeypatch):
    made = a_hand_over(year, other, by=cast.coordinator, from_on=day)
    operations.take_back_hand_over(cast.coordinator, made)
    on(monkeypatch, day)
    assert year.is_assessed_by(cast.assessor)
    assert not policies.hand_over(other, made)


def test_once_its_day_has_come_it_is_not_taken_back(cast, year, other):
    made = a_hand_over(year, other, by=cast.coordinator, from_on=clock.today())
    with pytest.raises(NotPossibleError, match="Its day has come"):
        operations.take_back_hand_over(cast.coordinator, made)


def test_the_coordinator_plans_it_and_the_next_assessor_reads_the_summary(browser, cast, year):
    assessor = a_person(cast.hr, given="Nadia", family="Bell")
    hold = {"organisation_id": assessor.organisation_id, "person_id": assessor.id}
    db.session.add(RoleHeld(role="assessor", started_on=clock.today(), **hold))
    db.session.commit()
    hers = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/assessor")
    hers.follow("Plan a hand-over")
    hers.submit("Plan the hand-over", assessor=str(assessor.id), from_on="1 1 2020")
    assert hers.status == 422
    assert "This day has passed" in hers.text
    hers.submit("Plan the hand-over", from_on="10/12/2026")
    assert "From Dan Okoro to Nadia Bell on Thursday 10 December 2026." in hers.text
    assert "Next dates" in hers.text
    made = db.session.query(HandOver).one()
    assert (made.to_id, made.from_on.isoformat()) == (assessor.id, "2026-12-10")


def test_a_double_click_plans_one(browser, cast, year, other, day):
    mine = browser(as_=cast.coordinator)
    db.session.commit()
    mine.visit(f"/inductions/{year.id}/assessor/hand-over")
    assert mine.status == 200
    with pytest.raises(NotPossibleError):
        a_hand_over(year, cast.assessor, by=cast.coordinator, from_on=day)
    assert db.session.query(HandOver).count() == 0


def test_the_next_assessor_confirms_before_the_day(browser, cast, year, day):
    made = a_hand_over(year, cast.consultant, by=cast.coordinator, from_on=day)
    his = browser(as_=cast.consultant).visit(f"/inductions/{year.id}")
    assert his.status == 403
    his.visit(f"/hand-overs/{made.id}").follow("Read and confirm")
    his.submit("Sign as", agree="y")
    assert "Waits to be confirmed by" in his.text


def test_actions_that_two_write_at_once_lose_no_words(browser, cast, year, other, day):
    made = a_hand_over(year, other, by=cast.coordinator, from_on=day)
    address = f"/hand-overs/{made.id}/actions"
    one = browser(as_=cast.assessor).visit(address)
    two = browser(as_=cast.coordinator).visit(address)
    one.submit("Save the actions", actions="First words")
    two.submit("Save the actions", actions="Second words")
    assert two.status == 409
    assert "First words" in two.text
    assert "Second words" in two.text


def test_pages_ask_the_database_little(browser, cast, year, other, day, statements):
    made = a_hand_over(year, other, by=cast.coordinator, from_on=day)
    mine = browser(as_=cast.assessor)
    for page in (f"/inductions/{year.id}/assessor", f"/hand-overs/{made.id}"):
        mine.send("get", page)
        statements.clear()
        mine.send("get", page)
        assert len(statements) <= 12, "\n".join(statements)


def test_what_waits_to_be_read_and_observed_follows_the_day(cast, year, other, day, monkeypatch):
    hold = {"organisation_id": other.organisation_id, "person_id": other.id}
    db.session.add(RoleHeld(role="assessor", started_on=clock.today(), **hold))
    db.session.flush()
    db.session.refresh(other)
    a_hand_over(year, other, by=cast.coordinator, from_on=day)
    an_answer(a_request(year, by=cast.nqsw))
    db.session.flush()
    for today, old, new in ((day - TOMORROW, 1, 0), (day, 0, 1)):
        on(monkeypatch, today)
        assert len(feedback.to_read(cast.assessor)) == old
        assert len(feedback.to_read(other)) == new
