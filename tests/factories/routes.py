"""Routes into social work for tests, begun as human resources would."""

from datetime import date
from decimal import Decimal
from typing import Any

from portal.database import db
from portal.people.models import Person
from portal.routes import catalogue, operations
from portal.routes.models import Route

APPRENTICESHIP = catalogue.pinned("degree-apprenticeship", "2026")
START = date(2026, 5, 11)  # a Monday, so that 26 November 2026 is in month 7


def a_route(person: Person, by: Person, **facts: Any) -> Route:
    """A person on the apprenticeship, studying on Wednesdays; one they are on is the same."""
    known = db.session.query(Route).filter_by(person_id=person.id, ended_on=None).first()
    told = {"template": APPRENTICESHIP, "started_on": START, "fte": Decimal(1),
            "study_weekday": 2, **facts}  # fmt: skip
    return known or operations.enrol_on_route(by, person, **told)
