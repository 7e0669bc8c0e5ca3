"""Sending links for feedback by mail: each once, whatever happens to the mail server in between.

The link is signed when the mail is written, and stands in no table and no log.
"""

from datetime import timedelta
from email.errors import MessageError
from email.message import EmailMessage
from uuid import UUID

from flask import current_app
from sqlalchemy import update

from portal import audit, notices
from portal.clock import now, today
from portal.database import commit, db, rows_changed, write
from portal.induction import feedback_links, feedback_notices
from portal.induction.models import FeedbackLetter, FeedbackRequest
from portal.induction.models.feedback_letters import QUEUED, SENT
from portal.induction.queries.feedback_letters import due_letters
from portal.notices import mail

MOST_TRIES = mail.MOST_TRIES
SUBJECT = "What was it like to work together?"


def deliver(most: int = 200) -> int:
    """Send the letters that are due, and answer how many went out."""
    if not current_app.config["MAIL_URL"]:
        return 0
    waiting = due_letters(most)
    db.session.rollback()
    return sum(_deliver_one(letter_id) for letter_id in waiting)


def _deliver_one(letter_id: UUID) -> bool:
    """Claim one letter for ten minutes, send it, and keep how it went."""
    write()
    due = FeedbackLetter.mail_state == QUEUED, FeedbackLetter.next_try_at <= now()
    claim = (
        update(FeedbackLetter)
        .where(FeedbackLetter.id == letter_id, *due)
        .values(tries=FeedbackLetter.tries + 1, next_try_at=now() + timedelta(minutes=10))
    )
    if not rows_changed(claim):
        db.session.rollback()
        return False
    commit()
    written = _written(letter_id)
    db.session.rollback()
    sent = written is not None and mail.send(written)
    write()
    letter = db.session.get(FeedbackLetter, letter_id)
    if letter is not None:
        _keep(letter, sent=sent, is_hopeless=written is None)
    commit()
    return sent


def _keep(letter: FeedbackLetter, *, sent: bool, is_hopeless: bool) -> None:
    """Keep that it went; where it never will, tell who asked. The address goes with the last."""
    request = db.session.get_one(FeedbackRequest, letter.request_id)
    if sent and not letter.is_reminder:
        letter.mail_state = SENT
    elif sent or is_hopeless or letter.tries >= MOST_TRIES:
        db.session.delete(letter)
    else:
        letter.next_try_at = now() + timedelta(minutes=2**letter.tries)
        return
    audit.record(None, f"induction.feedback_mail_{'sent' if sent else 'failed'}", request)
    if not sent and request.is_open(today()):
        link = f"/inductions/{request.induction_id}/feedback"
        notices.tell(request.asked_by, feedback_notices.not_sent(request), link=link, about=request)


def _written(letter_id: UUID) -> EmailMessage | None:
    """The mail; nothing where the link takes no answer any more, or the address is none.

    An answer that comes while the letter is on its way takes the letter with it.
    """
    letter = db.session.get(FeedbackLetter, letter_id)
    if letter is None:
        return None
    request = db.session.get_one(FeedbackRequest, letter.request_id)
    if not request.is_open(today()) or not request.induction.is_open:
        return None
    address = f"{current_app.config['PORTAL_URL']}{feedback_links.path_to(request)}"
    text = feedback_notices.letter(request, address, is_reminder=letter.is_reminder)
    key = f"{letter.id}-{'2' if letter.is_reminder else '1'}"
    try:
        return mail.letter(letter.mail_to, SUBJECT, text, at=now(), key=key)
    except (ValueError, IndexError, MessageError):
        current_app.logger.warning("Letter %s has an address that is none", letter.id)
        return None
