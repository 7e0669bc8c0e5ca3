"""What goes by itself about feedback: one reminder, telling of what nobody read, forgetting."""

from collections.abc import Iterable
from itertools import groupby
from uuid import UUID

from portal import audit, notices
from portal.clock import now, today
from portal.database import db
from portal.induction import feedback_notices, giving
from portal.induction.models import FeedbackLetter, FeedbackRequest
from portal.induction.models.feedback_letters import QUEUED, SENT
from portal.induction.queries import feedback as queries
from portal.induction.queries import feedback_letters as letters
from portal.induction.queries.changes import coordinators


def chase(organisation_id: UUID) -> int:
    """Remind, tell and forget what is due today in an organisation; answer how many were told.

    The caller holds the organisation's pen, so that two of these at once tell once.
    """
    reminded = _remind(organisation_id)
    told = _tell_of_overdue(organisation_id)
    for letter in letters.letters_not_needed(organisation_id):
        db.session.delete(letter)
        audit.record(None, "induction.feedback_address_deleted", letter)
    return reminded + told


def _remind(organisation_id: UUID) -> int:
    """Five working days before a link is over: by mail where it went by mail, else by who asked."""
    due = [
        each
        for each in letters.unanswered(organisation_id)
        if giving.remind_on(each.last_on) <= today() and each.asked_on < today()
    ]
    sent_to = letters.letters_by_request(organisation_id) if due else {}
    by_hand = []
    for request in due:
        request.nudged_on = today()
        letter = sent_to.get(request.id)
        if letter is not None and letter.mail_state == SENT:
            _send_again(request, letter)
        elif letter is None:
            by_hand.append(request)
    return len(due) - len(by_hand) + _ask_to_remind(by_hand)


def _send_again(request: FeedbackRequest, letter: FeedbackLetter) -> None:
    request.reminded_on = today()
    letter.is_reminder, letter.mail_state, letter.tries = True, QUEUED, 0
    letter.next_try_at = now()
    audit.record(None, "induction.feedback_reminded", request)


def _ask_to_remind(requests: Iterable[FeedbackRequest]) -> int:
    """Tell who asked, once for all links of one person that are over on one day."""

    def together(one: FeedbackRequest) -> tuple[str, str, str]:
        return str(one.induction_id), str(one.asked_by_id), one.last_on.isoformat()

    told = 0
    for _, group in groupby(sorted(requests, key=together), key=together):
        waiting = list(group)
        first = waiting[0]
        link = f"/inductions/{first.induction_id}/feedback"
        sentence = feedback_notices.unanswered(first, len(waiting))
        notices.tell(first.asked_by, sentence, link=link, about=first)
        audit.record_many(
            None, "induction.feedback_reminder_told", [(each, {}) for each in waiting]
        )
        told += 1
    return told


def _tell_of_overdue(organisation_id: UUID) -> int:
    """Tell the coordinators of answers that their reader has not read by their day."""
    overdue = queries.overdue(organisation_id)
    readers = coordinators(organisation_id) if overdue else []
    told = 0
    for feedback in overdue:
        feedback.late_told_on = today()
        audit.record(None, "induction.feedback_late_told", feedback)
        for reader in readers:
            if reader.id != feedback.induction.person_id:
                sentence = feedback_notices.late(feedback)
                notices.tell(reader, sentence, link="/feedback-to-read", about=feedback)
                told += 1
    return told
