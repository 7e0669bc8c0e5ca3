"""One row of each kind that a URL of the people area can name, tied to the standing cast."""

from collections.abc import Callable
from datetime import date
from typing import Any

from portal import clock
from portal.database import db
from portal.people import operations
from portal.people import queries as people
from portal.people.models import Cover, Organisation, Person, Post, RoleHeld, Unit
from portal.people.staff_list import columns, reading
from portal.people.uploads import StaffListUpload, Told
from tests.cast import Cast
from tests.factories.people import a_list, a_person, a_post, a_row, days_away, two_people


def _role(cast: Cast) -> RoleHeld:
    return db.session.query(RoleHeld).filter_by(person_id=cast.nqsw.id).one()


def _upload(cast: Cast) -> StaffListUpload:
    """A list that was looked at: of its two rows one would come in, and one is refused."""
    here = db.session.get_one(Organisation, cast.hr.organisation_id)
    told = Told(source_name="Payroll", as_at=clock.today())
    content = a_list(a_row(), a_row(Employee_No="", Surname=""))
    table = reading.read(content)
    mapping = columns.guess(table.headings)
    upload = operations.keep_upload(
        cast.hr, content=content, file_name="staff-list.csv",
        table=table, mapping=mapping, source_name=told.source_name,
    )  # fmt: skip
    outcome = people.outcome_of(here, cast.hr, table, mapping, told)
    operations.plan_upload(upload, cast.hr, mapping=mapping, told=told, outcome=outcome)
    return upload


def _post(cast: Cast) -> Post:
    return db.session.query(Post).filter_by(person_id=cast.manager.id).one()


def _cover(cast: Cast) -> Cover:
    days = {"started_on": date(2026, 11, 20), "ended_on": date(2026, 12, 31)}
    post = _post(cast)
    cover = Cover(organisation_id=post.organisation_id, person_id=cast.consultant.id,
                  post_id=post.id, **days)  # fmt: skip
    db.session.add(cover)
    db.session.flush()
    return cover


def _team(cast: Cast) -> Unit:
    return db.session.query(Unit).filter_by(organisation_id=cast.nqsw.organisation_id).one()


def _leaver(cast: Cast) -> Person:
    return a_person(cast.hr, given="Una", family="Left", left_on=date(2026, 9, 30))


def _leaving(cast: Cast) -> Person:
    return a_person(cast.hr, given="Owen", family="Leaving", left_on=date(2026, 12, 31))


def _vacancy(cast: Cast) -> Post:
    vacancy = Post(organisation_id=cast.hr.organisation_id, unit_id=_team(cast).id,
                   job_title="Social Worker", started_on=date(2026, 10, 1))  # fmt: skip
    db.session.add(vacancy)
    db.session.flush()
    return vacancy


def _acting_up(cast: Cast) -> Post:
    days = {"started_on": date(2026, 11, 2), "ended_on": date(2027, 1, 29)}
    acting = {"job_title": "Deputy Team Manager", "basis": "acting up"}
    return a_post(cast.worker, unit=_team(cast), **acting, **days)


def _closed(cast: Cast) -> Unit:
    unit = Unit(organisation_id=cast.hr.organisation_id, name="Old Duty Team", kind="team",
                closed_on=date(2026, 3, 31))  # fmt: skip
    db.session.add(unit)
    db.session.flush()
    return unit


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "RoleHeld": _role,
    "Post": _post,
    "Unit": _team,
    "DaysAway": days_away,
    "TwoPeople": two_people,
    "Cover": _cover,
    "StaffListUpload": _upload,
}

# The rows of routes that open only for a row in some state, by endpoint.
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {
    "people.bring_back": _leaver,
    "people.stay": _leaving,
    "people.fill_post": _vacancy,
    "people.change_acting_up": _acting_up,
    "people.end_acting_up": _acting_up,
    "people.reopen_unit": _closed,
}
