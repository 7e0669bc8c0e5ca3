"""First times in court, for tests."""

from datetime import date
from typing import Any

from portal.court import operations
from portal.court.models import CourtSupport
from portal.database import db
from portal.people.models import Person


def a_matter(practitioner: Person, consultant: Person, **facts: Any) -> CourtSupport:
    """A matter that goes on; one that the two have is the same."""
    known = db.session.query(CourtSupport).filter_by(
        practitioner_id=practitioner.id, consultant_id=consultant.id
    )
    support = known.first() or operations.start_court(practitioner, consultant)
    for name, value in facts.items():
        setattr(support, name, value)
    db.session.flush()
    return support


def an_offer(practitioner: Person, consultant: Person) -> CourtSupport:
    """A matter that a consultant has offered, and nobody has answered."""
    return operations.offer_court(consultant, practitioner)


def talked_about(practitioner: Person, consultant: Person) -> CourtSupport:
    """A matter that the two talked about after the hearing, on 20 November 2026."""
    return a_matter(practitioner, consultant, debriefed_on=date(2026, 11, 20))
