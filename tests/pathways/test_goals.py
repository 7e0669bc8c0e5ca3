"""My goal and my plan: mine until I share them, and a check-in that neither sees too early."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.pathways.models import CheckIn, GoalStep, PathwayGoal
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.goals import a_check_in, a_goal, a_step
from tests.factories.mentoring import a_pairing

Open = Callable[..., Browser]
MARKER = "Quillfeather wants the night shift"


def goal_of(cast: Cast) -> PathwayGoal:
    return db.session.query(PathwayGoal).filter_by(ended_on=None).one()


def test_a_goal_is_one_press_and_the_first_sentence_says_it(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/pathway/senior-social-worker").submit("Make it my goal")
    assert page.heading == "My goal"
    assert "You want to become a senior social worker" in page.text
    assert "Your plan is empty" in page.text
    page.submit("Put it in my plan")
    assert "Next:" in page.text
    assert (
        "Your goal is to become a senior social worker; next in your plan:"
        in page.visit("/pathway").text
    )
    assert "It is your goal" in page.visit("/pathway/senior-social-worker").text
    page.visit("/pathway/practice-educator").submit("Make it my goal")
    first, second = db.session.query(PathwayGoal).order_by(PathwayGoal.ended_on.desc()).all()
    assert {first.ended_as, second.ended_as} == {"replaced", ""}


def test_steps_are_added_done_opened_again_and_taken_out(cast: Cast, browser: Open) -> None:
    a_goal(cast.worker)
    page = browser(as_=cast.worker).visit("/pathway/goal")
    page.submit("Add the step", words=" ", due_on="")
    assert page.status == 422
    assert "Write what you will do" in page.text
    page.submit("Add the step", words="Ask Priya 🙂", due_on="31/2/2027")
    assert page.status == 422
    assert "Ask Priya 🙂" in page.html
    page.submit("Add the step", due_on="31/3/2027")
    assert "Next: Ask Priya 🙂, by Wednesday 31 March 2027" in page.text
    step = db.session.query(GoalStep).one()
    page.submit("Done")
    assert "Every step of your plan is done." in page.text
    page.submit("Open again")
    assert step.done_on is None
    page.submit("Take out")
    assert db.session.query(GoalStep).count() == 0


def test_why_and_by_when_are_kept_and_a_stale_form_loses_no_word(cast: Cast, browser: Open) -> None:
    goal = a_goal(cast.worker)
    one = browser(as_=cast.worker).visit(f"/goals/{goal.id}/change")
    two = browser(as_=cast.worker).visit(f"/goals/{goal.id}/change")
    one.submit("Save", why="For the work", by_on="31/12/2027")
    two.submit("Save", why="My other words", by_on="")
    assert two.status == 409
    assert "My other words" in two.html
    assert "by Friday 31 December 2027" in one.text


def test_a_goal_is_mine_until_i_share_it_with_one_person_and_theirs_no_longer_than_they_help(
    cast: Cast, browser: Open
) -> None:
    """A marker is planted in every word of it: nobody else reads any, HR included."""
    goal = a_goal(cast.worker, why=MARKER, place_title="Keeper of Quillfeather")
    a_step(goal, f"Step: {MARKER}")
    pair = a_pairing(coach=cast.coach, supported=cast.worker, started_on=date(2026, 1, 5))
    everybody = (cast.manager, cast.hr, cast.coach, cast.principal, cast.admin, cast.coordinator)
    for person in everybody:
        page = browser(as_=person)
        assert page.visit(f"/goals/{goal.id}").status == 403, person.name
        assert "Quillfeather" not in page.visit("/goals").text
        assert "Quillfeather" not in page.visit(f"/people/{cast.worker.id}").text
        assert "Quillfeather" not in page.visit("/").text
    mine = browser(as_=cast.worker).visit(f"/goals/{goal.id}/sharing")
    assert "Grace Mensah" not in mine.text  # HR is not offered
    mine.submit("Save", reader=str(cast.coach.id))
    assert "Priya Nair may read your goal" in mine.text
    told = db.session.query(Notice).filter_by(person_id=cast.coach.id).one()
    assert "Quillfeather" not in told.text
    theirs = browser(as_=cast.coach)
    assert MARKER in theirs.visit(told.link).text
    assert "1 person shares a goal with you." in theirs.visit("/goals").text
    assert browser(as_=cast.manager).visit(f"/goals/{goal.id}").status == 403
    pair.ended_on = date(2026, 11, 25)
    assert theirs.visit(f"/goals/{goal.id}").status == 403
    assert "Nobody shares a goal with you" in theirs.visit("/goals").text
    assert "cannot read it" in mine.visit("/pathway/goal").text
    for entry in db.session.query(AuditEntry).order_by(AuditEntry.number):
        assert "Quillfeather" not in str(entry.particulars)


def test_it_is_shared_with_nobody_who_is_not_offered(cast: Cast, browser: Open) -> None:
    goal = a_goal(cast.worker)
    page = browser(as_=cast.worker).visit(f"/goals/{goal.id}/sharing")
    page.post(f"/goals/{goal.id}/sharing", reader=str(cast.hr.id), version="1")
    assert page.status == 422
    assert goal_of(cast).shared_with_id is None


def test_what_is_shared_is_taken_back(cast: Cast, browser: Open) -> None:
    goal = a_goal(cast.worker, cast.manager)
    assert browser(as_=cast.manager).visit(f"/goals/{goal.id}").status == 200
    browser(as_=cast.worker).visit(f"/goals/{goal.id}/sharing").submit("Save", reader="")
    assert browser(as_=cast.manager).visit(f"/goals/{goal.id}").status == 403


@pytest.mark.parametrize("first", ["the worker", "the manager"])
def test_neither_sees_what_the_other_said_before_both_have(
    first: str, cast: Cast, browser: Open
) -> None:
    a_goal(cast.worker, cast.manager)
    people = [cast.worker, cast.manager][:: 1 if first == "the worker" else -1]
    mine = browser(as_=cast.worker).visit("/pathway/goal").submit("Ask Rosa Adeyemi for a check-in")
    begun = db.session.query(CheckIn).one()
    asked = f"/check-ins/{begun.id}"
    keys = [f"at_{number}" for number in range(len(begun.asked))]
    one, other = (browser(as_=person).visit(asked) for person in people)
    one.submit("Say mine", **dict.fromkeys(keys, "shown"))
    assert "You have said yours" in one.text
    other.visit(asked)
    assert "has said theirs" in other.text
    assert "checked" not in other.html
    other.submit("Say mine")
    assert other.status == 422
    other.submit("Say mine", **(dict.fromkeys(keys, "shown") | {keys[-1]: "not yet"}))
    assert f"1 point of {len(keys)} is seen differently." in other.text
    assert other.text.index(begun.asked[-1][1]) < other.text.index(begun.asked[0][1])
    assert "Seen differently" in one.visit(asked).text
    one.follow("Write down what you agreed").submit("Save for both of us", words="A hearing in May")
    assert "A hearing in May" in other.visit(asked).text
    assert browser(as_=cast.hr).visit(asked).status == 403
    mine.visit("/pathway/goal").submit("Ask Rosa Adeyemi for a check-in")
    assert db.session.query(CheckIn).count() == 2  # an earlier one stays as it was


def test_the_request_for_a_check_in_is_read_by_answering_it_and_not_by_the_other(
    cast: Cast, browser: Open
) -> None:
    a_goal(cast.worker, cast.manager)
    mine = browser(as_=cast.worker).visit("/pathway/goal").submit("Ask Rosa Adeyemi for a check-in")
    begun = db.session.query(CheckIn).one()
    keys = {f"at_{number}": "shown" for number in range(len(begun.asked))}
    mine.visit(f"/check-ins/{begun.id}").submit("Say mine", **keys)
    told = db.session.query(Notice).filter_by(person_id=cast.manager.id).one()
    assert told.read_at is None
    browser(as_=cast.manager).visit(f"/check-ins/{begun.id}").submit("Say mine", **keys)
    db.session.refresh(told)
    assert told.read_at is not None


def test_an_ended_goal_is_its_owners_alone_and_its_words_stay(cast: Cast, browser: Open) -> None:
    goal = a_goal(cast.worker, cast.manager, why=MARKER)
    page = browser(as_=cast.worker).visit(f"/goals/{goal.id}/ending").submit("End my goal")
    assert page.status == 422
    page.submit("End my goal", ended_as="reached")
    assert browser(as_=cast.manager).visit(f"/goals/{goal.id}").status == 403
    page.visit("/pathway/goal").follow("Senior Social Worker")
    assert MARKER in page.text


def test_a_place_that_the_catalogue_has_no_longer_is_said_and_loses_no_word(
    cast: Cast, browser: Open
) -> None:
    goal = a_goal(cast.worker, place_key="gone-from-here", why=MARKER)
    page = browser(as_=cast.worker).visit("/pathway/goal")
    assert "no longer in the catalogue" in page.text
    assert MARKER in page.text
    assert browser(as_=cast.worker).visit(f"/goals/{goal.id}/change").status == 200


def test_a_check_in_ends_for_the_other_with_the_sharing(cast: Cast, browser: Open) -> None:
    goal = a_goal(cast.worker, cast.manager)
    check_in = a_check_in(goal, cast.manager)
    assert browser(as_=cast.manager).visit(f"/check-ins/{check_in.id}").status == 200
    goal.shared_with_id = None
    assert browser(as_=cast.manager).visit(f"/check-ins/{check_in.id}").status == 403
    assert browser(as_=cast.worker).visit(f"/check-ins/{check_in.id}").status == 200
