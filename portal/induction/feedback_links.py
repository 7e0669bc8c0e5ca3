"""Links to one answer: how somebody without an account gives feedback.

The address holds the signature (256 bits) of the request's id, which stands in no table, so that
a copy of the database opens nothing. A link works until its last day, once, while the year lasts.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import joinedload

from portal.clock import today
from portal.database import db, rows_changed
from portal.induction.models import FeedbackRequest, Induction
from portal.people.models import Person
from portal.web import signing

PURPOSE = "feedback link"


def path_to(request: FeedbackRequest) -> str:
    """Where the link leads: the only place its token is ever written."""
    return f"/feedback/{signing.sign(request.id.hex, purpose=PURPOSE)}"


def opened_by(token: str) -> FeedbackRequest | None:
    """The request behind a token, or nothing where it takes no answer (any more)."""
    signed = signing.read(token, purpose=PURPOSE)
    if signed is None:
        return None
    worker = joinedload(FeedbackRequest.induction).joinedload(Induction.person)
    found = (
        select(FeedbackRequest)
        .where(FeedbackRequest.id == UUID(hex=signed))
        .options(worker.joinedload(Person.organisation))
    )
    request = db.session.scalar(found)
    return request if request is not None and _takes_an_answer(request, today()) else None


def use(request: FeedbackRequest, day: date) -> bool:
    """Use the link up; False when somebody else was first."""
    unused = update(FeedbackRequest).where(
        FeedbackRequest.id == request.id, FeedbackRequest.used_on.is_(None)
    )
    taking = unused.values(used_on=day).execution_options(synchronize_session=False)
    return rows_changed(taking) == 1


def _takes_an_answer(request: FeedbackRequest, day: date) -> bool:
    year = request.induction
    return request.is_open(day) and year.is_open and year.person.organisation.has_area("induction")
