"""Routes into social work for tests, begun as human resources would."""

from datetime import date
from decimal import Decimal
from typing import Any

from portal.database import db
from portal.learning.models import Qualification
from portal.people.models import Person
from portal.routes import catalogue, operations
from portal.routes.models import Placement, Route
from tests.factories.learning import a_qualification

APPRENTICESHIP = catalogue.pinned("degree-apprenticeship", "2026")
START = date(2026, 5, 11)  # a Monday, so that 26 November 2026 is in month 7


def a_route(person: Person, by: Person, **facts: Any) -> Route:
    """A person on the apprenticeship, studying on Wednesdays; one they are on is the same."""
    known = db.session.query(Route).filter_by(person_id=person.id, ended_on=None).first()
    told = {"template": APPRENTICESHIP, "started_on": START, "fte": Decimal(1),
            "study_weekday": 2, **facts}  # fmt: skip
    return known or operations.enrol_on_route(by, person, **told)


def a_stage(person: Person, by: Person, expires_on: date | None = None) -> Qualification:
    """A stage as a practice educator since 2024."""
    return a_qualification(
        person, by, kind="practice educator", key="practice-educator-2",
        title="Practice educator, stage 2", awarded_on=date(2024, 1, 8), expires_on=expires_on,
    )  # fmt: skip


def a_placement(route: Route, educator: Person | None = None, **facts: Any) -> Placement:
    """The first placement of a route since 5 October 2026; one that is there is the same."""
    known = db.session.query(Placement).filter_by(route_id=route.id, kind="first").first()
    placed = known or Placement(
        organisation_id=route.organisation_id, route_id=route.id, route=route, kind="first",
        days_wanted=70, workplace="Hospital team", started_on=date(2026, 10, 5),
        ended_on=date(2027, 3, 26), educator_id=educator.id if educator else None, **facts,
    )  # fmt: skip
    db.session.add(placed)
    db.session.flush()
    return placed
