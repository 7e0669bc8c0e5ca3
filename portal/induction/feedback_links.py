"""Links to one answer: how somebody without an account gives feedback.

The address holds the signature (256 bits) of the request's id, which stands in no table, so that
a copy of the database opens nothing. A link works until its last day, once, while the year lasts.
Whoever began to write on that day may send on the day after.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import joinedload

from portal.clock import today
from portal.database import db, rows_changed
from portal.induction.models import Feedback, FeedbackRequest, Induction
from portal.people.models import Person
from portal.web import signing

PURPOSE = "feedback link"
TIME_TO_SEND = timedelta(days=1)


def path_to(request: FeedbackRequest) -> str:
    """Where the link leads: the only place its token is ever written."""
    return f"/feedback/{signing.sign(request.id.hex, purpose=PURPOSE)}"


def opened_by(token: str, *, to_send: bool = False) -> FeedbackRequest | None:
    """The request behind a token, or nothing where it takes no answer (any more).

    An answer that was begun in time is taken a day longer than the page is opened.
    """
    request = _request_of(token)
    day = today() - TIME_TO_SEND if to_send else today()
    return request if request is not None and _takes_an_answer(request, day) else None


def sent_before(token: str, words: Mapping[str, str]) -> FeedbackRequest | None:
    """The request that these very words answered today: whoever pressed twice is thanked again."""
    request = _request_of(token)
    if request is None or request.used_on != today():
        return None
    kept = db.session.scalar(select(Feedback).where(Feedback.request_id == request.id))
    same = kept is not None and all(getattr(kept, each, "") == words[each] for each in words)
    return request if same else None


def _request_of(token: str) -> FeedbackRequest | None:
    signed = signing.read(token, purpose=PURPOSE)
    if signed is None:
        return None
    worker = joinedload(FeedbackRequest.induction).joinedload(Induction.person)
    found = (
        select(FeedbackRequest)
        .where(FeedbackRequest.id == UUID(hex=signed))
        .options(worker.joinedload(Person.organisation))
        .execution_options(populate_existing=True)
    )
    return db.session.scalar(found)


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
