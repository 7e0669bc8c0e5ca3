"""Before day one and the first six weeks: who does what by when, and the one question after."""

from datetime import date

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.home.cards import first_year
from portal.induction import beginning, operations, policies, programmes, queries
from portal.induction.models import FirstWeeksTask, Induction
from portal.notices.models import Notice
from portal.people.models import Person
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.induction import an_induction

ASYE = programmes.pinned("asye-child-and-family", "2026")
DAY_ONE = date(2026, 11, 23)


def year_of(cast: Cast, started_on: date = DAY_ONE) -> Induction:
    return an_induction(
        cast.nqsw, by=cast.coordinator, assessor=cast.assessor, started_on=started_on
    )


def task_of(induction: Induction, key: str) -> FirstWeeksTask:
    return next(task for task in queries.tasks_of(induction) if task.key == key)


def test_days_before_and_after_day_one_are_working_days() -> None:
    due = {task.key: beginning.due_on(task, date(2027, 1, 4)) for task in ASYE.first_weeks}
    assert due["badge"] == date(2027, 1, 4)
    assert due["case-system"] == date(2026, 12, 23)  # Christmas, Boxing Day's Monday, New Year
    assert due["laptop-works"] == date(2027, 1, 5)


def test_enrolling_makes_every_task_with_its_day(cast: Cast) -> None:
    tasks = queries.tasks_of(year_of(cast, date(2027, 1, 4)))
    assert len(tasks) == len(ASYE.first_weeks)
    assert [task.due_on for task in tasks] == sorted(task.due_on for task in tasks)
    assert all(task.is_known for task in tasks)


def test_whoever_is_enrolled_in_mid_year_gets_no_stale_tasks(cast: Cast) -> None:
    tasks = queries.tasks_of(year_of(cast, date(2026, 6, 29)))
    assert not any(task.is_known for task in tasks)
    said = beginning.standing(tasks, clock.today(), date(2026, 6, 29), "your")
    assert said == "The portal does not know your first weeks: they were over at enrolling."


def test_a_tick_and_its_taking_back_are_on_the_trail(browser, cast: Cast) -> None:
    year = year_of(cast)
    page = browser(as_=cast.manager).visit(f"/inductions/{year.id}/first-weeks")
    assert "It is week 1 since day one." in page.text
    page.submit("Done (Welcome by the manager, and a tour)")
    assert task_of(year, "welcome").done_on == clock.today()
    page.submit("Undo (Welcome by the manager, and a tour)")
    assert task_of(year, "welcome").done_on is None
    actions = [entry.action for entry in db.session.query(AuditEntry).all()]
    assert "induction.task_done" in actions
    assert "induction.task_taken_back" in actions


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("nqsw", {"nqsw", "coach"}),
        ("manager", {"manager", "it", "coach"}),
        ("assessor", {"assessor"}),
        ("hr", {"hr", "it", "coach"}),
        ("coordinator", {"manager", "it", "hr", "coach", "coordinator", "assessor"}),
        ("coach", set()),
        ("panel", set()),
        ("harbour_hr", set()),
    ],
)
def test_each_ticks_their_own(cast: Cast, who: str, may: set[str]) -> None:
    person: Person = getattr(cast, who)
    tasks = queries.tasks_of(year_of(cast))
    assert {task.owner for task in tasks if policies.record_task(person, task)} == may


@pytest.mark.parametrize("who", ["manager", "assessor", "hr", "coordinator"])
def test_the_list_of_what_is_mine_holds_only_what_i_may_tick(cast: Cast, who: str) -> None:
    person: Person = getattr(cast, who)
    year = year_of(cast)
    mine = queries.my_tasks_page(person).rows
    assert mine
    assert all(policies.record_task(person, task) for task in mine)
    operations.record_task(person, mine[0])
    db.session.flush()
    assert mine[0].id not in {task.id for task in queries.my_tasks_page(person).rows}
    assert year.id == mine[0].induction_id


def test_the_list_is_ticked_where_it_stands(browser, cast: Cast) -> None:
    year_of(cast)
    page = browser(as_=cast.hr).visit("/first-weeks")
    assert "yours to do for people who start" in page.text
    page.submit("Done (Badge and access to the buildings, Amira Khan)")
    assert page.url == "/first-weeks"
    assert "Badge and access" not in page.text.replace("Done: Badge and access", "")


def test_nobody_is_asked_before_week_six(browser, cast: Cast) -> None:
    year = year_of(cast)
    page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/promised")
    assert "From week 6 on" in page.text
    assert not beginning.is_asked(DAY_ONE, date(2026, 12, 27))
    assert beginning.is_asked(DAY_ONE, date(2026, 12, 28))


def test_the_question_stands_on_my_year_and_at_home_until_it_is_answered(browser, cast) -> None:
    year = year_of(cast, TODAY - beginning.ASKED_AFTER)
    asked = "Is this what you were promised?"
    at_home = [need.what for need in first_year.card(cast.nqsw, TODAY).needs]
    page = browser(as_=cast.nqsw).visit("/my-year")
    assert page.follow(asked).url == f"/inductions/{year.id}/promised"
    page.submit("Save", answer="yes", told="nobody")
    after = [need.what for need in first_year.card(cast.nqsw, TODAY).needs]
    assert (asked in at_home, asked in after) == (True, False)
    assert "who does what for you, and by when" in page.visit("/my-year").text


def test_what_is_mine_in_the_first_weeks_is_asked_for_at_home(browser, cast) -> None:
    year = year_of(cast, TODAY)
    first = queries.first_weeks.own_of(year)[0]
    page = browser(as_=cast.nqsw).visit("/")
    assert page.follow(first.title).url == f"/inductions/{year.id}/first-weeks"


def test_none_done_is_said_in_plain_english(cast) -> None:
    year = year_of(cast, TODAY)
    said = beginning.standing(queries.tasks_of(year), TODAY, TODAY, "your")
    assert "None of 17 things is done yet." in said


def answered(browser, cast: Cast, told: str) -> Induction:
    year = year_of(cast, date(2026, 10, 12))
    page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/first-weeks")
    page.follow("Answer the question")
    page.submit("Save", answer="partly", words="Fewer visits with others", told=told)
    assert "Fewer visits with others" in page.text
    return year


def test_what_is_told_to_nobody_is_seen_by_nobody(browser, cast: Cast) -> None:
    year = answered(browser, cast, "nobody")
    for who in (cast.coordinator, cast.manager, cast.assessor, cast.hr):
        page = browser(as_=who).visit(f"/inductions/{year.id}/first-weeks")
        assert page.status == 200
        assert "Fewer visits" not in page.text
        assert "Partly" not in page.text
    said = {notice.text for notice in db.session.query(Notice).all()}
    assert not any("in confidence" in each for each in said)


def test_what_is_told_to_the_coordinator_stays_with_the_coordinator(browser, cast: Cast) -> None:
    year = answered(browser, cast, "coordinator")
    read = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/first-weeks")
    assert "Fewer visits with others" in read.text
    for who in (cast.manager, cast.assessor, cast.hr):
        assert (
            "Fewer visits" not in browser(as_=who).visit(f"/inductions/{year.id}/first-weeks").text
        )
    notices = [
        notice for notice in db.session.query(Notice).all() if "in confidence" in notice.text
    ]
    assert [notice.person_id for notice in notices] == [cast.coordinator.id]
    assert not any("Fewer" in notice.text for notice in notices)


def test_the_trail_holds_nothing_of_the_answer(browser, cast: Cast) -> None:
    answered(browser, cast, "nobody")
    entries = db.session.query(AuditEntry).filter_by(action="induction.promise_answered").all()
    assert len(entries) == 1
    assert "partly" not in str(entries[0].particulars)


def test_only_the_person_answers(cast: Cast) -> None:
    year = year_of(cast, date(2026, 10, 12))
    allowed = [person for person in cast if policies.answer_promise(person, year)]
    assert allowed == [cast.nqsw]


def test_an_answer_without_a_choice_keeps_the_words(browser, cast: Cast) -> None:
    year = year_of(cast, date(2026, 10, 12))
    page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/promised")
    page.submit("Save", words="Fewer visits with others")
    assert page.status == 422
    assert "Choose yes, partly or no" in page.text
    assert "Fewer visits with others" in page.html
