"""A coach for a whole team: naming one, what the team wants to learn, and what its people know."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations, policies, queries
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.models import KnowHow, TeamAim, TeamCoach
from portal.notices.models import Notice
from portal.people.models import Unit
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.teams import a_note, a_team_coach, an_aim, team_of

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)
OFFICE = ("coordinator", "hr", "admin", "panel", "commissioner")


@pytest.fixture
def team(cast: Cast) -> TeamCoach:
    """Priya coaches the team that Rosa manages; the offices are in a place of their own."""
    away_from(cast, *OFFICE)
    return a_team_coach(cast.coach)


def away_from(cast: Cast, *names: str) -> None:
    office = Unit(organisation_id=cast.hr.organisation_id, name="Offices", kind="service")
    db.session.add(office)
    db.session.flush()
    for name in names:
        getattr(cast, name).posts_held[0].unit_id = office.id
    db.session.flush()


def test_the_coordinator_names_a_coach_and_the_team_is_told(cast: Cast, browser: Open) -> None:
    cast.coach.qualified_on = date(2016, 7, 1)
    page = browser(as_=cast.coordinator).visit("/team-coaching")
    assert "No whole team has a coach yet." in page.text
    page.follow("Name a coach for a team")
    assert "Priya Nair, qualified 2 years or more" in page.text
    assert "2016" not in page.text
    page.submit(
        "Name them coach", coach=str(cast.coach.id), team=str(team_of(cast.coach).id),
        started_on="1/12/2026",
    )  # fmt: skip
    assert "Priya Nair coaches Family Support Pod A from Tuesday 1 December 2026." in page.text
    told = {row.person_id: row.text for row in db.session.query(Notice)}
    assert told[cast.coach.id].startswith("Siân Hughes named you coach of the whole team")
    assert told[cast.nqsw.id].startswith("Priya Nair coaches the whole team")
    assert cast.manager.id in told
    assert cast.coordinator.id not in told
    entry = db.session.query(AuditEntry).filter_by(action="mentoring.team_coach_named").one()
    assert entry.particulars["experience"] == "enough"


def test_where_the_years_are_not_known_somebody_has_to_ask(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/team-coaching/new")
    chosen = {"coach": str(cast.coach.id), "team": str(team_of(cast.coach).id)}
    page.submit("Name them coach", **chosen)
    assert page.status == 422
    assert "is not known. Ask, and tick the box below" in page.text
    page.submit("Name them coach", has_asked="y")
    assert db.session.query(TeamCoach).one().coach_id == cast.coach.id


def test_who_manages_the_team_or_is_new_to_practice_cannot_coach_it(cast: Cast) -> None:
    unit = team_of(cast.coach)
    with pytest.raises(NotEligibleError, match="manages people in"):
        operations.name_team_coach(
            cast.coordinator, cast.manager, unit, started_on=TODAY, has_asked=True
        )
    cast.coach.qualified_on = date(2025, 9, 1)
    with pytest.raises(NotEligibleError, match="less than 2 years"):
        operations.name_team_coach(
            cast.coordinator, cast.coach, unit, started_on=TODAY, has_asked=True
        )


def test_the_same_coach_twice_is_refused(cast: Cast, team: TeamCoach) -> None:
    with pytest.raises(NotEligibleError, match="already, since 1 April 2026"):
        operations.name_team_coach(
            cast.coordinator, cast.coach, team.unit, started_on=TODAY, has_asked=True
        )


def test_it_ends_without_a_reason_and_the_plan_stays_with_the_team(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    an_aim(cast.coach)
    page = browser(as_=cast.coordinator).visit("/team-coaching").follow("End it")
    page.submit("Yes, end it")
    assert "The coaching of Family Support Pod A has ended." in page.text
    db.session.refresh(team)
    assert team.ended_on == TODAY
    assert db.session.query(Notice).filter_by(person_id=cast.coach.id).count() == 1
    assert (
        "Write shorter chronologies"
        in browser(as_=cast.nqsw).visit(f"/team-coaching/{team.id}").text
    )


def test_the_list_shows_what_its_policy_opens_and_all_of_it_to_the_coordinator(
    cast: Cast, team: TeamCoach
) -> None:
    for person in cast:
        rows = [row[0] for row in queries.team_coaches_page(person, None).rows]
        expected = policies.see_team(person, team) or person is cast.coordinator
        assert (team in rows) == expected, person.name
        opened = [row[0] for row in queries.team_coaches_page(person, None).rows if row[2]]
        assert (team in opened) == policies.see_team(person, team), person.name


def test_the_list_costs_no_more_for_many_teams(
    cast: Cast, team: TeamCoach, browser: Open, statements: list[str]
) -> None:
    for number in range(40):
        unit = Unit(organisation_id=cast.hr.organisation_id, name=f"Team {number}", kind="team")
        db.session.add(unit)
        db.session.flush()
        a_team_coach(cast.coach, unit)
    for person in (cast.coordinator, cast.coach):
        page = browser(as_=person).visit("/team-coaching")
        statements.clear()
        assert "Team 39" in page.visit("/team-coaching").text
        assert len(statements) <= 12, len(statements)


def test_the_coordinator_sees_that_a_team_is_coached_and_nothing_that_it_writes(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    an_aim(cast.coach)
    page = browser(as_=cast.coordinator).visit("/team-coaching")
    assert "Family Support Pod A" in page.text
    assert page.visit(f"/team-coaching/{team.id}").status == 403
    assert browser(as_=cast.harbour_hr).visit(f"/team-coaching/{team.id}").status == 404


def test_whoever_is_named_from_a_day_to_come_opens_what_they_are_told_of(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    ahead = a_team_coach(cast.coordinator, team.unit, started_on=date(2026, 12, 7))
    assert policies.see_team(cast.coordinator, ahead)
    assert not policies.log_team_session(cast.coordinator, ahead)
    rows = {row[0].id: row for row in queries.team_coaches_page(cast.coordinator, None).rows}
    assert ahead.id in rows
    page = browser(as_=cast.coordinator).visit(f"/team-coaching/{ahead.id}")
    assert "from Monday 7 December 2026" in page.text


def test_an_aim_has_an_owner_and_a_day_and_its_owner_is_told(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    page = browser(as_=cast.coach).visit(f"/team-coaching/{team.id}").follow("Write an aim")
    page.submit(
        "Save aim", words="Write shorter chronologies", owner=str(cast.nqsw.id), due_on="31/3/2027"
    )
    assert "The aim stands in the learning plan." in page.text
    assert "Amira Khan, by Wednesday 31 March 2027" in page.text
    notice = db.session.query(Notice).one()
    assert notice.person_id == cast.nqsw.id
    assert "chronologies" not in notice.text
    mine = browser(as_=cast.nqsw).visit(notice.link)
    assert mine.status == 200
    mine.follow("Say what became of it").submit("Save", became="met")
    assert db.session.query(TeamAim).one().settled_as == "met"
    assert "1 earlier aim" in mine.text


def test_an_aim_that_may_say_who_a_family_is_waits_for_a_second_look(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    page = browser(as_=cast.coach).visit(f"/team-coaching/{team.id}/aims/new")
    words = "Learn from our work with Ben Smith, born 3/4/2015"
    page.submit("Save aim", words=words, due_on="31/3/2027")
    assert page.status == 422
    assert "looks like" in page.text
    assert words in page.html
    page.submit("Save aim", is_checked="y")
    assert db.session.query(TeamAim).one().words == words


@pytest.mark.parametrize("wrong", [{"due_on": "1/11/2026"}, {"words": "  "}, {"words": "x" * 301}])
def test_an_aim_that_cannot_be_is_answered_beside_the_field(
    wrong: dict[str, str], cast: Cast, team: TeamCoach, browser: Open
) -> None:
    page = browser(as_=cast.coach).visit(f"/team-coaching/{team.id}/aims/new")
    page.submit("Save aim", **{"words": "Chronologies", "due_on": "31/3/2027", **wrong})
    assert page.status == 422
    assert db.session.query(TeamAim).count() == 0


def test_two_who_change_an_aim_at_once_lose_no_words(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    aim = an_aim(cast.coach)
    page = browser(as_=cast.manager).visit(f"/team-aims/{aim.id}/change")
    aim.due_on = date(2027, 2, 1)
    db.session.commit()
    page.submit("Save change", words="Write much shorter chronologies")
    assert page.status == 409
    assert "Write much shorter chronologies" in page.html
    page.submit("Save change")
    db.session.refresh(aim)
    assert aim.words == "Write much shorter chronologies"


def test_who_writes_and_who_reads_the_plan(cast: Cast, team: TeamCoach) -> None:
    aim = an_aim(cast.coach, owner=cast.worker)
    assert [p for p in cast if policies.write_aim(p, team)] == [cast.coach, cast.manager]
    assert [p for p in cast if policies.settle_aim(p, aim)] == [
        cast.coach, cast.manager, cast.worker,
    ]  # fmt: skip
    assert not any(policies.see_team(getattr(cast, name), team) for name in OFFICE)
    aim.settled_on = TODAY
    assert not policies.change_aim(cast.coach, aim)


def test_know_how_is_shared_with_the_team_and_taken_back(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    page = browser(as_=cast.nqsw).visit(f"/team-coaching/{team.id}").follow("Share something")
    page.submit("Share it", title="Interpreters", words="Ring before ten.")
    assert "Shared with your team." in page.text
    assert "Ring before ten." in browser(as_=cast.worker).visit(page.url).text
    page.follow("Change").submit("Save change", words="Ring before nine.")
    coach = browser(as_=cast.coach).visit(page.url)
    assert "Ring before nine." in coach.text
    assert not [link for link in coach.all("a") if "Change" in "".join(link.itertext())]
    coach.submit("Take it back")
    assert "Ring before nine." not in coach.text
    kept = db.session.query(KnowHow).one()
    assert (kept.withdrawn_by_id, kept.words) == (cast.coach.id, "Ring before nine.")
    assert {row.action for row in db.session.query(AuditEntry)} >= {
        "mentoring.know_how_shared", "mentoring.know_how_changed", "mentoring.know_how_withdrawn",
    }  # fmt: skip


def test_who_has_left_the_team_changes_no_note_of_theirs(cast: Cast, team: TeamCoach) -> None:
    note = a_note(cast.nqsw)
    assert policies.change_know_how(cast.nqsw, note)
    cast.nqsw.posts_held[0].ended_on = date(2026, 11, 25)
    assert not policies.change_know_how(cast.nqsw, note)
    assert not policies.see_team(cast.nqsw, team)


def test_what_a_team_writes_is_in_no_trail_and_no_notice(cast: Cast, team: TeamCoach) -> None:
    operations.write_aim(cast.coach, team, words="MARKER", owner=cast.nqsw, due_on=TODAY)
    operations.share_know_how(cast.coach, team, title="MARKER", words="MARKER")
    trail = [str(row.particulars) for row in db.session.query(AuditEntry)]
    told = [row.text for row in db.session.query(Notice)]
    assert not any("MARKER" in words for words in trail + told)


@pytest.mark.parametrize("size", [1, 50])
def test_the_pages_cost_no_more_for_much_that_is_written(
    size: int, cast: Cast, team: TeamCoach, browser: Open, statements: list[str]
) -> None:
    for _ in range(size):
        an_aim(cast.coach, owner=cast.worker)
        a_note(cast.nqsw)
    page = browser(as_=cast.nqsw)
    for path in (f"/team-coaching/{team.id}", f"/team-coaching/{team.id}/know-how"):
        page.visit(path)
        statements.clear()
        assert page.visit(path).status == 200
        assert len(statements) <= 12, (path, len(statements))
