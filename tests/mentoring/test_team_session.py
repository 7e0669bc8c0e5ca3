"""A session of a whole team is logged once, with who was there, and counts in the record of each."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations, policies, queries
from portal.mentoring.models import Attendance, Session, TeamCoach
from portal.people.models import DaysAway
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.teams import a_group, a_team_coach, team_of

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)


@pytest.fixture
def team(cast: Cast) -> TeamCoach:
    return a_team_coach(cast.coach)


def there(session: Session) -> set[object]:
    return {row.person_id for row in db.session.query(Attendance).filter_by(session_id=session.id)}


def test_everybody_is_ticked_but_those_away_and_a_length_and_save_are_all(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    away = DaysAway(
        organisation_id=cast.worker.organisation_id, person_id=cast.worker.id,
        started_on=TODAY, ended_on=TODAY,
    )  # fmt: skip
    db.session.add(away)
    page = browser(as_=cast.coach).visit("/team-coaching").follow("Log a team session")
    assert page.heading == "Log a team session"
    assert "Leila Taylor (away today)" in page.text
    page.submit("Save", minutes="60")
    assert page.heading == "Family Support Pod A"
    assert "Team session saved: today, 1 hour, 11 people." in page.text
    session = db.session.query(Session).one()
    assert (session.form, session.unit_id, session.kind) == ("team session", team.unit_id, "group")
    assert cast.worker.id not in there(session)
    assert cast.coach.id not in there(session)


def test_a_corridor_conversation_ticks_nobody_and_has_its_usual_length(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    page = browser(as_=cast.coach).visit(f"/team-coaching/{team.id}")
    page.follow("Log a corridor conversation")
    assert page.submit("Save").status == 422
    assert "Tick at least one person who was there" in page.text
    page.submit("Save", people=[str(cast.nqsw.id)])
    assert "Corridor conversation saved: today, 15 minutes, 1 person." in page.text
    assert browser(as_=cast.nqsw).visit("/group-sessions").text.count("Corridor conversation") == 1


def test_a_second_team_session_of_a_day_leads_to_the_first(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    first = a_group(
        cast.coach, [cast.nqsw], form="team session", unit_id=team.unit_id, held_on=TODAY
    )
    page = browser(as_=cast.coach).visit(f"/team-coaching/{team.id}/sessions/new")
    page.submit("Save", minutes="30")
    assert page.url == f"/group-sessions/{first.id}/correction"
    assert db.session.query(Session).count() == 1


def test_a_double_click_is_one_session(cast: Cast, team: TeamCoach, browser: Open) -> None:
    page = browser(as_=cast.coach)
    here = f"/team-coaching/{team.id}/sessions/new"
    sent = {
        "csrf_token": page.token(), "form_key": "a" * 32, "form": "corridor conversation",
        "day": "today", "minutes": "15", "medium": "in person", "people": str(cast.nqsw.id),
    }  # fmt: skip
    assert [page.send("post", here, data=sent).status_code for _ in range(2)] == [303, 303]
    assert db.session.query(Session).count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"day": "other", "other_day": "27/11/2026"}, "must be today or in the past"),
        ({"minutes": "0"}, "Choose how long it was"),
        ({"form": "a party"}, "Choose what it was"),
        ({"title": "About Ben Smith, born 3/4/2015"}, "looks like"),
    ],
)
def test_bad_input_is_answered_beside_the_field_and_nothing_is_lost(
    wrong: dict[str, str], said: str, cast: Cast, team: TeamCoach, browser: Open
) -> None:
    page = browser(as_=cast.coach).visit(f"/team-coaching/{team.id}/sessions/new")
    given = {"minutes": "60", "title": "Court skills", "people": [str(cast.nqsw.id)], **wrong}
    assert page.submit("Save", **given).status == 422
    assert said in page.text
    assert given["title"] in page.html
    assert db.session.query(Session).count() == 0


def test_somebody_of_no_team_of_mine_cannot_be_ticked(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    page = browser(as_=cast.coach).visit(f"/team-coaching/{team.id}/sessions/new")
    page.submit("Save", minutes="60", people=[str(cast.harbour_nqsw.id)])
    assert page.status == 422
    assert db.session.query(Attendance).count() == 0


def test_only_its_coach_logs_for_a_team_and_only_while_it_lasts(
    cast: Cast, team: TeamCoach
) -> None:
    assert [p for p in cast if policies.log_team_session(p, team)] == [cast.coach]
    team.ended_on = date(2026, 11, 25)
    assert not policies.log_team_session(cast.coach, team)


def test_who_led_it_puts_it_right_and_the_trail_keeps_what_it_said(
    cast: Cast, team: TeamCoach, browser: Open
) -> None:
    session = a_group(
        cast.coach, [cast.nqsw, cast.worker], form="team session", unit_id=team.unit_id
    )
    page = browser(as_=cast.coach).visit("/group-sessions").follow("Change")
    page.submit("Save change", minutes="90", people=[str(cast.nqsw.id), str(cast.assistant.id)])
    db.session.refresh(session)
    assert session.minutes == 90
    assert there(session) == {cast.nqsw.id, cast.assistant.id}
    entry = db.session.query(AuditEntry).filter_by(action="mentoring.group_corrected").one()
    assert entry.particulars["before"]["minutes"] == 60


def test_two_windows_lose_nothing(cast: Cast, browser: Open) -> None:
    session = a_group(cast.coach, [cast.nqsw])
    page = browser(as_=cast.coach).visit(f"/group-sessions/{session.id}/correction")
    session.minutes = 45
    db.session.commit()
    page.submit("Save change", minutes="90")
    assert page.status == 409
    assert "Somebody else changed this" in page.text


def test_two_windows_that_tick_others_lose_nobody(cast: Cast, browser: Open) -> None:
    session = a_group(cast.coach, [cast.nqsw, cast.worker])
    first, second = browser(as_=cast.coach), browser(as_=cast.coach)
    for page in (first, second):
        page.visit(f"/group-sessions/{session.id}/correction")
    first.submit("Save change", people=[str(cast.nqsw.id)])
    second.submit("Save change", people=[str(cast.worker.id)])
    assert (first.status, second.status) == (200, 409)
    assert there(session) == {cast.nqsw.id}


def test_each_form_counts_in_the_record_and_only_group_days_keep_that_promise(cast: Cast) -> None:
    for day, form in enumerate(("team session", "corridor conversation", "peer circle"), 10):
        a_group(cast.coach, [cast.nqsw], form=form, held_on=date(2026, 11, day))
    assert queries.groups_since(cast.nqsw, date(2026, 1, 1)) == (3, 180)
    kept = queries.sessions_kept([cast.nqsw.id], date(2026, 1, 1))[cast.nqsw.id]
    assert [row.held_on.day for row in kept] == [12]


def test_a_circle_of_coaches_ticks_every_other_coach(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/group-sessions/new").follow("circle of coaches")
    page.submit("Save group session", minutes="60")
    assert "Circle of coaches saved: today, 1 hour, 1 person." in page.text
    assert there(db.session.query(Session).one()) == {cast.coach.id}


def test_a_group_is_of_anybody_who_is_found_by_name(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.consultant).visit("/group-sessions/new")
    page.submit("Find people", q="Leila")
    page.submit(
        "Save group session", form="peer circle", minutes="60", people=[str(cast.worker.id)]
    )
    assert "Peer circle saved: today, 1 hour, 1 person." in page.text
    assert "You" in page.text


@pytest.mark.parametrize("size", [1, 60])
def test_the_pages_cost_no_more_for_many(
    size: int, cast: Cast, team: TeamCoach, browser: Open, statements: list[str]
) -> None:
    for number in range(size):
        a_group(
            cast.coach, [cast.nqsw, cast.worker], form="corridor conversation",
            unit_id=team.unit_id, held_on=date(2026, 1 + number % 10, 1 + number % 28),
        )  # fmt: skip
    page = browser(as_=cast.coach)
    for path in (
        "/group-sessions",
        "/team-coaching",
        f"/team-coaching/{team.id}",
        f"/team-coaching/{team.id}/sessions",
        f"/team-coaching/{team.id}/sessions/new",
    ):
        page.visit(path)
        statements.clear()
        assert page.visit(path).status == 200
        assert len(statements) <= 12, path


def test_a_saved_team_session_costs_no_more_than_a_saved_form_may(
    cast: Cast, team: TeamCoach, browser: Open, statements: list[str]
) -> None:
    page = browser(as_=cast.coach)
    sent = {
        "csrf_token": page.token(), "form": "team session", "day": "today", "minutes": "60",
        "medium": "in person", "people": [str(cast.nqsw.id), str(cast.worker.id)],
    }  # fmt: skip
    statements.clear()
    answer = page.send("post", f"/team-coaching/{team.id}/sessions/new", data=sent)
    assert answer.status_code == 303
    assert len(statements) <= 14


def test_nobody_but_who_was_there_learns_who_was(cast: Cast, team: TeamCoach) -> None:
    session = operations.record_group(
        cast.coach, [cast.nqsw], held_on=TODAY, minutes=15, form="corridor conversation",
        unit=team_of(cast.coach),
    )  # fmt: skip
    assert queries.groups_page(cast.nqsw, None).rows == [session]
    assert queries.groups_page(cast.coach, None).rows == [session]
    assert queries.groups_page(cast.worker, None).rows == []
    (row,) = queries.team_sessions_page(team.unit_id, None).rows
    assert row[1] == 1
