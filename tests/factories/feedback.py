"""Feedback for tests: asked for, given and passed on."""

from portal.database import db
from portal.induction import giving
from portal.induction.models import Feedback, FeedbackRequest, Induction
from portal.induction.operations import feedback as operations
from portal.people.models import Person

WORDS = {"listened": "yes", "explained": "sometimes", "reliable": "", "went_well": "She was kind."}
PROFESSIONAL_WORDS = {
    "role_in_words": "Health visitor",
    "connection": "Core group meetings",
    "went_well": "Clear and calm in every meeting.",
    "to_work_on": "Saying earlier what is needed.",
}


def a_request(
    induction: Induction, *, by: Person, kind: str = giving.FAMILY, way: str = giving.LINK
) -> FeedbackRequest:
    """A link that takes one answer."""
    return operations.ask_for_feedback(by, induction, kind=kind, way=way)[0]


def an_answer(request: FeedbackRequest, *, is_plain: bool = True) -> Feedback:
    """The answer to it, as it came in."""
    words = WORDS if request.kind == giving.FAMILY else PROFESSIONAL_WORDS
    assert operations.receive(request, words, is_plain=is_plain)
    db.session.flush()
    db.session.expire(request)
    return db.session.query(Feedback).filter_by(request_id=request.id).one()
