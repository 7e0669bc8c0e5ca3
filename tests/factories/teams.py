"""Teams that are coached, what they want to learn, their sessions and relief, for tests."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.database import db
from portal.mentoring.models import (
    GROUP,
    Attendance,
    CoachRelief,
    KnowHow,
    Session,
    TeamAim,
    TeamCoach,
)
from portal.people.models import Person, Post, Unit


def team_of(person: Person) -> Unit:
    """The team in which somebody has a post."""
    post = db.session.query(Post).filter_by(person_id=person.id).first()
    return db.session.get_one(Unit, post.unit_id)


def a_team_coach(coach: Person, unit: Unit | None = None, **facts: Any) -> TeamCoach:
    """Somebody who coaches a team, their own unless told otherwise: a second time it is the same."""
    unit = unit or team_of(coach)
    known = db.session.query(TeamCoach).filter_by(coach_id=coach.id, unit_id=unit.id).first()
    if known is not None and not facts:
        return known
    days = {"started_on": date(2026, 4, 1), **facts}
    team = TeamCoach(
        organisation_id=coach.organisation_id, coach_id=coach.id, coach=coach, unit_id=unit.id,
        named_by_id=coach.id, **days,
    )  # fmt: skip
    return _kept(team)


def an_aim(coach: Person, owner: Person | None = None, **facts: Any) -> TeamAim:
    """Something that the team of a coach wants to learn."""
    team = a_team_coach(coach)
    told = {"words": "Write shorter chronologies", "due_on": date(2027, 3, 31), **facts}
    owner_id = owner.id if owner else None
    aim = TeamAim(
        organisation_id=team.organisation_id, unit_id=team.unit_id, owner_id=owner_id,
        written_by_id=coach.id, **told,
    )  # fmt: skip
    return _kept(aim)


def a_note(by: Person, **facts: Any) -> KnowHow:
    """Something that somebody knows, shared with their coached team."""
    if db.session.query(TeamCoach).filter_by(unit_id=team_of(by).id).first() is None:
        a_team_coach(by)
    told = {"title": "Getting an interpreter", "words": "Ring before ten.", **facts}
    note = KnowHow(
        organisation_id=by.organisation_id, unit_id=team_of(by).id, written_by_id=by.id, **told
    )
    return _kept(note)


def a_group(leader: Person, people: Sequence[Person], **facts: Any) -> Session:
    """A group session with these people, held on 24 November unless told otherwise."""
    told = {
        "form": "group session",
        "title": "Group session",
        "held_on": date(2026, 11, 24),
        "minutes": 60,
        **facts,
    }
    session = Session(
        organisation_id=leader.organisation_id, kind=GROUP, led_by_id=leader.id,
        recorded_by_id=leader.id, **told,
    )  # fmt: skip
    _kept(session)
    own = {"organisation_id": leader.organisation_id, "session_id": session.id}
    db.session.add_all(Attendance(**own, person_id=person.id) for person in people)
    db.session.flush()
    return session


def a_relief(coach: Person, agreed_by: Person | None = None, **facts: Any) -> CoachRelief:
    """Four hours a week less of casework for a coach, from September; perhaps agreed."""
    told = {"measure": "hours", "amount": 4, "started_on": date(2026, 9, 1), **facts}
    if agreed_by is not None:
        told |= {"agreed_by_id": agreed_by.id, "agreed_on": date(2026, 8, 28)}
    return _kept(
        CoachRelief(
            organisation_id=coach.organisation_id, coach_id=coach.id, coach=coach,
            planned_by_id=coach.id, **told,
        )
    )  # fmt: skip


def _kept(row: Any) -> Any:
    db.session.add(row)
    db.session.flush()
    return row
