"""Kinds of task: who may do them, under whom, and the hours they free; by rule and by page."""

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.people.models import Person, Post, Unit
from portal.teams import tasks
from portal.teams.models import TeamTask
from portal.teams.tasks import Given
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.team_models import a_team_task, on_model
from tests.factories.teams import team_of

Open = Callable[..., Browser]
ASSISTANT, OTHER, WORKER = uuid4(), uuid4(), uuid4()


def a_task(hours: str = "4", done_by: UUID = ASSISTANT, kind: str = "visits") -> Given:
    return Given(kind, done_by, WORKER, Decimal(hours))


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (a_task(), None),
        (a_task(done_by=WORKER), "done_by"),
        (Given("visits", ASSISTANT, OTHER, Decimal(4)), "directed_by"),
        (Given("visits", ASSISTANT, ASSISTANT, Decimal(4)), "directed_by"),
        (a_task("0"), "hours"),
        (a_task("37.25"), "hours"),
        (a_task("1.1"), "hours"),
    ],
)
def test_a_task_is_done_by_a_support_role_under_a_social_worker(asked, field):
    found = tasks.objection(asked, [], {ASSISTANT, OTHER}, {WORKER})
    assert (found[0] if found else None) == field


def test_nobody_gets_a_kind_of_task_twice_or_more_than_a_week_of_hours():
    there = [a_task("30", kind="liaison"), a_task("20", done_by=OTHER)]
    twice = tasks.objection(a_task("1", kind="liaison"), there, {ASSISTANT}, {WORKER})
    assert twice == ("done_by", "They do this already. Change what is there")
    more = tasks.objection(a_task("7.5"), there, {ASSISTANT}, {WORKER})
    assert more == ("hours", "With their other tasks that is more than a week. 7 hours left")
    assert tasks.objection(a_task("7"), there, {ASSISTANT}, {WORKER}) is None


@given(st.lists(st.integers(1, 148), max_size=20))
def test_the_hours_freed_are_those_of_all_tasks_together(quarters):
    given = [a_task(str(Decimal(each) / 4), kind=str(n)) for n, each in enumerate(quarters)]
    assert tasks.freed(given) * 4 == sum(quarters)


def test_a_sentence_says_what_is_freed_and_what_needs_somebody_new():
    assert tasks.words([], 0) == "No kind of task has been given to anybody yet."
    assert tasks.words([a_task("1")], 0) == "1 hour a week is freed for social workers."
    assert tasks.words([a_task("2.5"), a_task("4")], 1) == (
        "6.5 hours a week are freed for social workers. One of the tasks needs somebody new."
    )


@pytest.fixture
def pod(cast: Cast) -> Unit:
    """The team that the cast works in, on the model of a pod."""
    unit = team_of(cast.worker)
    on_model(unit, "pod")
    return unit


def post_of(person: Person) -> Post:
    return db.session.query(Post).filter_by(person_id=person.id).one()


def give(browser: Browser, pod: Unit, cast: Cast, **answers: str) -> None:
    told = {
        "kind": "liaison",
        "done_by": str(cast.assistant.id),
        "directed_by": str(cast.worker.id),
        "hours": "4.5",
    }
    browser.visit(f"/teams/{pod.id}/tasks/new")
    browser.submit("Give this task", **{**told, **answers})


def test_a_manager_gives_a_task_and_both_people_are_told(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    manager = browser(as_=cast.manager)
    give(manager, pod, cast)
    assert "4.5 hours a week are freed for social workers." in manager.text
    assert cast.assistant.name in manager.text
    told = {each.person_id: each.text for each in db.session.query(Notice)}
    assert "A task of the team is yours now" in told[cast.assistant.id]
    assert f"You direct {cast.assistant.name}" in told[cast.worker.id]
    assert ("teams.task_given",) in db.session.query(AuditEntry.action).all()
    team = browser(as_=cast.worker).visit(f"/teams/{pod.id}").follow("Who does which task")
    assert "4.5 hours a week are freed" in team.text


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"hours": "many"}, "Write the hours in figures, like 2.5"),
        ({"hours": "40"}, "Write more than 0 hours and at most 37"),
        ({"hours": "nan"}, "Write more than 0 hours and at most 37"),
        ({"hours": "1.1"}, "in quarters"),
        ({"done_by": ""}, "Choose who does it"),
        ({"directed_by": str(uuid4())}, "Choose one of those offered"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_kept(
    cast: Cast, browser: Open, pod: Unit, answers: dict[str, str], said: str
) -> None:
    manager = browser(as_=cast.manager)
    give(manager, pod, cast, **answers)
    assert manager.status == 422
    assert said in manager.text
    assert db.session.query(TeamTask).count() == 0


def test_who_leaves_the_team_leaves_a_task_that_asks_for_somebody_new(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    a_team_task(pod, cast.assistant, cast.worker)
    post_of(cast.assistant).ended_on = post_of(cast.worker).started_on
    page = browser(as_=cast.manager).visit(f"/teams/{pod.id}/tasks")
    assert "One of the tasks needs somebody new." in page.text
    assert "Who did this is no longer in the team" in page.text


def test_a_task_is_changed_once_and_a_stale_form_is_told(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    task = a_team_task(pod, cast.assistant, cast.worker)
    one, other = browser(as_=cast.manager), browser(as_=cast.hr)
    one.visit(f"/team-tasks/{task.id}/change")
    other.visit(f"/team-tasks/{task.id}/change")
    one.submit("Save the task", hours="6")
    assert "6 hours a week are freed" in one.text
    other.submit("Save the task", hours="2")
    assert other.status == 409
    assert db.session.get_one(TeamTask, task.id).hours == 6


def test_a_task_that_is_ended_is_nobodys_and_cannot_be_changed(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    task = a_team_task(pod, cast.assistant, cast.worker)
    manager = browser(as_=cast.manager)
    manager.visit(f"/teams/{pod.id}/tasks")
    manager.submit("End")
    assert "no longer does: Letters, minutes and data entry." in manager.text
    assert "Given to nobody" in manager.text
    manager.visit(f"/team-tasks/{task.id}/change")
    assert manager.status == 403


def test_who_works_in_the_team_reads_its_tasks_and_changes_none(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    a_team_task(pod, cast.assistant, cast.worker)
    assistant = browser(as_=cast.assistant).visit(f"/teams/{pod.id}/tasks")
    assert cast.worker.name in assistant.text
    assert "Give a task" not in assistant.text
    assert assistant.visit(f"/teams/{pod.id}/tasks/new").status == 403
    assert browser(as_=cast.harbour_hr).visit(f"/teams/{pod.id}/tasks").status == 404


def test_a_team_without_a_model_is_told_where_kinds_of_task_come_from(
    cast: Cast, browser: Open
) -> None:
    unit = team_of(cast.worker)
    page = browser(as_=cast.hr).visit(f"/teams/{unit.id}/tasks/new")
    assert "Kinds of task come with one." in page.text
    assert page.follow("Choose a model for this team").status == 200
