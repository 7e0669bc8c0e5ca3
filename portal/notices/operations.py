"""Telling people things, and marking what they have read."""

from typing import Protocol
from uuid import UUID, uuid4

from flask import current_app
from sqlalchemy import update

from portal import audit
from portal.audit.operations import Subject
from portal.clock import now
from portal.database import db
from portal.notices.models import Notice
from portal.notices.settling import remember_told


class Reader(Subject, Protocol):
    """Somebody who can be told something."""

    @property
    def email(self) -> str | None:
        """Where mail reaches them."""


def tell(
    reader: Reader,
    text: str,
    *,
    link: str = "",
    about: Subject | None = None,
    one_time_id: UUID | None = None,
) -> Notice:
    """Tell this person a sentence, on their page and, where there is mail, by mail.

    The mail holds the sentence and a link, nothing more. With `one_time_id` the mail alone also
    carries the one-time link of that id, whose token is signed when the mail is written.
    """
    mailed = bool(reader.email) and (current_app.config["MAIL_URL"] or current_app.config["DEMO"])
    notice = Notice(
        id=uuid4(),
        organisation_id=reader.organisation_id,
        person_id=reader.id,
        text=text,
        told_at=now(),
        link=link,
        subject_type=about.__tablename__ if about else "",
        subject_id=about.id if about else None,
        one_time_id=one_time_id,
        mail_to=(reader.email or "") if mailed else "",
        mail_state="queued" if mailed else "none",
    )
    db.session.add(notice)
    remember_told(notice.id)
    return notice


def settle(reader: Reader) -> None:
    """Mark what told this person of one-time links as read: one of them has been used."""
    unread = update(Notice).where(Notice.person_id == reader.id, Notice.read_at.is_(None))
    told = unread.where(Notice.one_time_id.is_not(None))
    db.session.execute(told.values(read_at=now()))


def read_notice(by: Reader, notice: Notice) -> None:
    """Mark one notice as read by its owner."""
    notice.read_at = notice.read_at or now()
    audit.record(by, "notices.notice_read", notice)


def read_all(by: Reader) -> None:
    """Mark all of a person's notices as read by that person."""
    unread = update(Notice).where(Notice.person_id == by.id, Notice.read_at.is_(None))
    db.session.execute(unread.values(read_at=now()))
    audit.record(by, "notices.all_read", by)
