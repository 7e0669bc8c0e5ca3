"""Posts for the tests of the lattice: many people at a place, or a post that nobody holds."""

from datetime import date

from portal.database import db
from portal.people.models import Person, Post, Unit

SINCE = date(2025, 1, 1)


def a_team(like: Person, name: str = "CLA North") -> Unit:
    """A team in the organisation of this person."""
    team = Unit(organisation_id=like.organisation_id, name=name, kind="team")
    db.session.add(team)
    db.session.flush()
    return team


def a_post(
    team: Unit,
    job_title: str,
    held_by: Person | None = None,
    *,
    started_on: date = SINCE,
    ended_on: date | None = None,
    fte: float = 1,
) -> Post:
    """A post in this team, vacant unless somebody holds it."""
    post = Post(
        organisation_id=team.organisation_id,
        unit_id=team.id,
        person_id=held_by.id if held_by else None,
        job_title=job_title,
        started_on=started_on,
        ended_on=ended_on,
        fte=fte,
    )
    db.session.add(post)
    db.session.flush()
    return post


def people(team: Unit, job_title: str, number: int) -> list[Person]:
    """This many people with this job title in this team."""
    joined = [
        Person(
            organisation_id=team.organisation_id,
            given_names=f"Given{n:03}",
            family_name=f"Family{n:03}",
        )
        for n in range(number)
    ]
    db.session.add_all(joined)
    db.session.flush()
    for person in joined:
        a_post(team, job_title, person)
    return joined
