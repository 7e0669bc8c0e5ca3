"""Teams against their models by page: who sees what, on any day, and how models are kept."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import Cover, Post, Unit
from portal.teams import operations, queries
from portal.teams.modelling import shipped
from portal.teams.models import TeamModel, TeamOnModel
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing
from tests.factories.people import a_person, a_post
from tests.factories.team_models import on_model
from tests.factories.teams import team_of

Open = Callable[..., Browser]


@pytest.fixture
def pod(cast: Cast) -> Unit:
    """The team that the cast works in, on the model of a pod."""
    unit = team_of(cast.worker)
    on_model(unit, "pod")
    return unit


def test_hr_sees_every_team_with_how_far_it_is_from_its_model(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    page = browser(as_=cast.hr).visit("/teams")
    assert "1 team keeps to a model." in page.text
    assert pod.name in page.text
    assert "Social work assistant" in page.text


def test_somebody_without_a_team_is_told_what_will_be_here(cast: Cast, browser: Open) -> None:
    post = db.session.query(Post).filter_by(person_id=cast.harbour_nqsw.id).one()
    post.ended_on = date(2026, 10, 31)
    page = browser(as_=cast.harbour_nqsw).visit("/teams")
    assert "You work in no team" in page.text


def test_who_works_in_a_team_sees_it_and_nobody_from_another_team_does(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    other = Unit(organisation_id=pod.organisation_id, name="Night team", kind="team")
    db.session.add(other)
    db.session.flush()
    assert browser(as_=cast.worker).visit(f"/teams/{pod.id}").status == 200
    assert browser(as_=cast.worker).visit(f"/teams/{other.id}").status == 403
    assert browser(as_=cast.harbour_hr).visit(f"/teams/{pod.id}").status == 404
    listed = browser(as_=cast.worker).visit("/teams").text
    assert "Night team" not in listed


def test_a_team_is_shown_as_it_will_be_on_another_day(cast: Cast, browser: Open, pod: Unit) -> None:
    post = db.session.query(Post).filter_by(person_id=cast.assistant.id).one()
    post.ended_on = date(2027, 1, 31)
    hr = browser(as_=cast.hr)
    assert "1 of 2, no post for one" in hr.visit(f"/teams/{pod.id}").text
    ahead = hr.visit(f"/teams/{pod.id}?on=1/2/2027")
    assert "On Monday 1 February 2027" in ahead.text
    assert "0 of 2, no post for two" in ahead.text
    wrong = hr.visit(f"/teams/{pod.id}?on=31/2/2027")
    assert "There is a problem" in wrong.text


def test_a_team_shows_no_name_and_nobodys_day_of_qualifying(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    cast.coach.qualified_on = date(2025, 2, 3)
    page = browser(as_=cast.worker).visit(f"/teams/{pod.id}")
    assert "Nair" not in page.text
    assert "2025" not in page.text


def test_a_vacant_post_says_since_when_and_who_covers_it(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    post = a_post(a_person(cast.hr), unit=pod, job_title="Social Worker")
    post.person_id = None
    page = browser(as_=cast.manager).visit(f"/teams/{pod.id}")
    assert "Vacant since 1 September 2020. Nobody covers it." in page.text
    db.session.add(
        Cover(organisation_id=pod.organisation_id, post_id=post.id, person_id=cast.coach.id,
              started_on=date(2026, 11, 2), ended_on=date(2026, 12, 18))
    )  # fmt: skip
    page.visit(f"/teams/{pod.id}")
    assert "Priya Nair does its work until 18 December 2026." in page.text
    assert "Whole-time equivalent" not in page.text
    assert "Whole-time equivalent" in browser(as_=cast.hr).visit(f"/teams/{pod.id}").text


def test_putting_a_team_on_a_model_ends_the_one_before(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    hr = browser(as_=cast.hr)
    hr.visit(f"/teams/{pod.id}").follow("Choose another model")
    hr.submit("Save the model", model="balanced 0", started_on="1/12/2026")
    assert "keeps to its model from Tuesday 1 December 2026" in hr.text
    rows = db.session.query(TeamOnModel).order_by(TeamOnModel.started_on).all()
    assert [(row.model_key, row.started_on, row.ended_on) for row in rows] == [
        ("pod", date(2026, 1, 1), date(2026, 11, 30)),
        ("balanced", date(2026, 12, 1), None),
    ]
    hr.visit(f"/teams/{pod.id}/model")
    hr.submit("Save the model", model="unit 0", started_on="26/11/2026")
    assert hr.status == 422
    assert "It keeps to another model from 1 December 2026 on" in hr.text
    deeds = db.session.query(AuditEntry.action).order_by(AuditEntry.number).all()
    assert ("teams.put_on_model",) in deeds


def test_a_team_can_be_taken_off_its_model(cast: Cast, browser: Open, pod: Unit) -> None:
    hr = browser(as_=cast.hr).visit(f"/teams/{pod.id}/model")
    hr.submit("Save the model", model="", started_on="26/11/2026")
    assert "keeps to no model" in hr.text
    assert queries.on_model(pod.id, date(2026, 11, 26)) is None


def test_a_model_of_our_own_begins_as_a_copy_and_needs_a_name_of_its_own(
    cast: Cast, browser: Open
) -> None:
    hr = browser(as_=cast.hr).visit("/teams/models/new")
    hr.submit("Add the model", title="pod", like="unit")
    assert hr.status == 422
    assert "A model of that name is there" in hr.text
    hr.submit("Add the model", title="Hub for young people", like="pod")
    assert hr.heading == "Hub for young people"
    assert "8 posts in 4 roles" in hr.text


def test_a_change_of_a_shipped_model_is_an_edition_and_teams_stay_on_theirs(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    hr = browser(as_=cast.hr).visit("/teams/models/pod/slots/change")
    hr.submit("Save", **{"rows-1-number": "4"})
    assert "Edition 1 of our own" in hr.text
    assert "1 team to an earlier edition" in hr.text
    kept = db.session.query(TeamModel).one()
    assert [slot.number for slot in kept.model.slots] == [1, 4, 2, 2]
    team = hr.visit(f"/teams/{pod.id}")
    assert "A newer edition is there" in team.text
    assert "of 3" in team.text
    hr.visit("/teams/models/pod/slots/change").submit("Save", **{"rows-1-number": "5"})
    assert db.session.query(TeamModel).count() == 1  # nobody was on it yet, so it is written over
    operations.put_on_model(cast.hr, pod, "pod", 1, date(2026, 11, 26))
    hr.visit("/teams/models/pod/slots/change").submit("Save", **{"rows-1-number": "6"})
    assert db.session.query(TeamModel).count() == 2


def test_a_part_that_cannot_be_is_refused_beside_what_was_typed(cast: Cast, browser: Open) -> None:
    hr = browser(as_=cast.hr).visit("/teams/models/balanced/rules/change")
    hr.submit("Save", **{"rows-0-people": "12"})
    assert hr.status == 422
    assert "can never hold" in hr.text
    assert 'value="12"' in hr.html
    hr.submit("Save", **{"rows-0-people": "many"})
    assert "Write how many people" in hr.text
    assert 'value="many"' in hr.html
    hr.visit("/teams/models/pod/slots/change").submit("Save", **{"rows-2-title": ""})
    assert hr.status == 422
    assert "belongs to a role that is not in the model" in hr.text


def test_two_people_who_change_a_model_at_once_lose_nothing(cast: Cast, browser: Open) -> None:
    first = browser(as_=cast.hr).visit("/teams/models/pod/slots/change")
    second = browser(as_=cast.principal).visit("/teams/models/pod/slots/change")
    first.submit("Save", **{"rows-1-number": "4"})
    second.submit("Save", **{"rows-2-number": "3"})
    assert second.status == 409
    assert "Somebody else changed this" in second.text
    assert 'value="3"' in second.html
    second.submit("Save")
    assert [s.number for s in db.session.query(TeamModel).one().model.slots] == [1, 3, 3, 2]


@pytest.mark.parametrize("part", ["rhythms", "decisions", "tasks"])
def test_each_part_saves_as_it_is_shown_and_nothing_is_changed(
    part: str, cast: Cast, browser: Open
) -> None:
    hr = browser(as_=cast.hr).visit(f"/teams/models/balanced/{part}/change").submit("Save")
    assert hr.status == 200
    assert db.session.query(TeamModel).count() == 0


def test_a_kind_of_task_and_a_decision_are_added_on_the_page(cast: Cast, browser: Open) -> None:
    hr = browser(as_=cast.hr).visit("/teams/models/unit/tasks/change")
    number = len(shipped()["unit"].tasks)
    hr.submit(
        "Save", **{f"rows-{number}-title": "School runs", f"rows-{number}-slot": "practitioner"}
    )
    assert "School runs: Children’s practitioner" in hr.text.replace("'", "’")
    hr.visit("/teams/models/unit/decisions/change")
    number = len(shipped()["unit"].decisions)
    hr.submit("Save", **{f"rows-{number}-title": "Take a holiday home"})
    assert "Write who decides" in hr.text
    hr.submit("Save", **{f"rows-{number}-decides": "The consultant"})
    assert "Take a holiday home" in hr.text


def test_a_pod_without_a_model_counts_with_the_team_that_it_is_part_of(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    inner = Unit(
        organisation_id=pod.organisation_id, name="Inner pod", kind="team", parent_id=pod.id
    )
    db.session.add(inner)
    db.session.flush()
    a_post(a_person(cast.hr), unit=inner, job_title="Social Work Assistant")
    page = browser(as_=cast.hr).visit(f"/teams/{pod.id}")
    assert "2 of 2" in page.text
    on_model(inner, "pod")
    assert "1 of 2" in page.visit(f"/teams/{pod.id}").text


def test_the_list_sends_as_many_statements_for_many_teams_as_for_one(
    cast: Cast, browser: Open, pod: Unit, statements: list[str]
) -> None:
    hr = browser(as_=cast.hr)
    hr.visit("/teams")
    statements.clear()
    hr.visit("/teams")
    before = len(statements)
    for number in range(24):
        unit = Unit(organisation_id=pod.organisation_id, name=f"Team {number:02}", kind="team")
        db.session.add(unit)
        db.session.flush()
        on_model(unit, "pod")
        a_post(a_person(cast.hr), unit=unit)
    statements.clear()
    hr.visit("/teams")
    assert len(statements) == before <= 12


def test_what_a_team_carries_for_others_stands_beside_it_as_numbers(
    cast: Cast, browser: Open, pod: Unit
) -> None:
    an_induction(cast.nqsw, by=cast.coordinator)
    page = browser(as_=cast.manager).visit(f"/teams/{pod.id}")
    page.follow("See whom this team supports and assesses")
    assert (
        "1 in an induction year here; 1 without a coach or mentor; 1 without an assessor"
        in page.text
    )
    a_pairing(coach=cast.coach, supported=cast.nqsw, started_on=date(2026, 10, 1))
    page.visit(f"/teams/{pod.id}/load")
    assert "1 supported as coach or mentor by people of this team" in page.text
    assert "Somebody new here still lacks" in page.text
    part = page.visit(f"/teams/{pod.id}/load", **{"HX-Request": "true"})
    assert "<h1" not in part.html
    assert "Khan" not in part.text
