"""What the demo shows of people over time: acting up, cover, days away, strengths."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from portal import audit
from portal.database import db
from portal.demo import data, past
from portal.demo.scene import Employee, Scene
from portal.people import operations
from portal.people.models import DaysAway, Person, PersonStrength, Post, Unit


def stand_in(scene: Scene) -> None:
    """Let some act up, cover for others or be away, as the organisation's file says."""
    said = data.read(scene.establishment.key)
    by = next(scene.with_role("hr"), None)
    if by is None:
        return
    db.session.flush()
    for row in said.get("acting_up", ()):
        _act_up(scene, by.person, row)
    for row in said.get("cover", ()):
        _cover(scene, by.person, row)
    for row in said.get("away", ()):
        _away(scene, row)
    for row in said.get("strengths", ()):
        _strong(scene, row)


def _act_up(scene: Scene, by: Person, row: dict[str, Any]) -> None:
    one, (begins, ends) = _found(scene, row["who"]), _days(scene, row)
    unit = db.session.get_one(Unit, scene.units[one.place.name].id)
    with past.on(begins):
        operations.act_up(
            one.person, by, unit=unit, job_title=row["title"], basis="acting up",
            started_on=begins, ended_on=ends, roles=row["roles"],
        )  # fmt: skip


def _cover(scene: Scene, by: Person, row: dict[str, Any]) -> None:
    one, (begins, ends) = _found(scene, row["who"]), _days(scene, row)
    held = select(Post).where(Post.person_id == _found(scene, row["of"]).person.id)
    post = db.session.scalars(held.order_by(Post.started_on).limit(1)).one()
    with past.on(begins):
        operations.arrange_cover(
            post, by, person=one.person, started_on=begins, ended_on=ends, roles=row["roles"]
        )


def _away(scene: Scene, row: dict[str, Any]) -> None:
    one, (begins, ends) = _found(scene, row["who"]), _days(scene, row)
    own = {"organisation_id": scene.organisation.id, "person_id": one.person.id}
    away = DaysAway(id=scene.new_id(), started_on=begins, ended_on=ends, **own)
    db.session.add(away)
    audit.record(one.person, "people.days_away_added", away)


def _strong(scene: Scene, row: dict[str, Any]) -> None:
    one = _found(scene, row["who"])
    own = {"organisation_id": scene.organisation.id, "person_id": one.person.id}
    db.session.add_all(PersonStrength(strength=key, **own) for key in row["keys"])
    audit.record(one.person, "people.strengths_chosen", one.person)


def _found(scene: Scene, who: list[str]) -> Employee:
    """The first in this team with this job title."""
    team, job = who
    fitting = (one for one in scene.staff if (one.place.name, one.job) == (team, job))
    found = next(fitting, None)
    if found is None:
        raise ValueError(f"{scene.establishment.key}.toml: nobody is a {job} in {team}.")
    return found


def _days(scene: Scene, row: dict[str, Any]) -> tuple[date, date]:
    first, last = row["days"]
    return scene.today + timedelta(days=first), scene.today + timedelta(days=last)
