"""Sending notices by mail: each once, whatever happens to the mail server in between."""

import smtplib
from datetime import datetime, timedelta
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit
from uuid import UUID

from flask import current_app
from sqlalchemy import select, update

from portal import audit
from portal.clock import now
from portal.database import commit, db, rows_changed, write
from portal.notices.models import Notice
from portal.web.signing import sign

MOST_TRIES = 8
ONE_TIME = "one-time link"


def message(notice: Notice) -> EmailMessage:
    """The mail for a notice: a sentence and a link, no private words."""
    text = f"{notice.text}\n\n{address(notice)}\n"
    return letter(notice.mail_to, "A notice from Tandem", text, at=notice.told_at, key=notice.id)


def letter(to: str, subject: str, text: str, *, at: datetime, key: object) -> EmailMessage:
    """A mail from the portal; `key` makes its id. Raises where no mail can go to the address."""
    host = urlsplit(current_app.config["PORTAL_URL"]).hostname
    mail = EmailMessage()
    mail["To"] = Address(addr_spec=to)
    mail["From"] = f"Tandem <noreply@{host}>"
    mail["Date"] = at
    mail["Message-ID"] = f"<{key}@{host}>"
    mail["Subject"] = subject
    mail.set_content(text)
    return mail


def address(notice: Notice) -> str:
    """Where the mail leads: a one-time link, or the page that the notice is about."""
    base = current_app.config["PORTAL_URL"]
    if notice.one_time_id:
        return f"{base}{one_time_path(notice.one_time_id)}"
    return f"{base}{notice.link or '/notices'}"


def one_time_path(link_id: UUID) -> str:
    """Where a one-time link leads: the only place its token is ever written."""
    return f"/one-time/{sign(link_id.hex, purpose=ONE_TIME)}"


def deliver(most: int = 200) -> int:
    """Send what is queued, oldest first, and answer how many went out."""
    due = (
        select(Notice.id)
        .where(Notice.mail_state == "queued", Notice.next_try_at <= now())
        .order_by(Notice.next_try_at, Notice.id)
        .limit(most)
    )
    waiting = list(db.session.scalars(due))
    db.session.rollback()
    return sum(_deliver_one(notice_id) for notice_id in waiting)


def _deliver_one(notice_id: UUID) -> bool:
    """Claim one notice for ten minutes, send it, and keep how it went."""
    write()
    claim = (
        update(Notice)
        .where(Notice.id == notice_id, Notice.mail_state == "queued", Notice.next_try_at <= now())
        .values(tries=Notice.tries + 1, next_try_at=now() + timedelta(minutes=10))
    )
    if not rows_changed(claim):
        db.session.rollback()
        return False
    commit()
    mail = _written(db.session.get_one(Notice, notice_id))
    db.session.rollback()
    sent = mail is not None and send(mail)
    write()
    notice = db.session.get_one(Notice, notice_id)
    if sent or mail is None or notice.tries >= MOST_TRIES:
        notice.mail_state = "sent" if sent else "failed"
        audit.record(None, f"notices.mail_{notice.mail_state}", notice)
    else:
        notice.next_try_at = now() + timedelta(minutes=2**notice.tries)
    commit()
    return sent


def _written(notice: Notice) -> EmailMessage | None:
    """The mail, or nothing where its address cannot stand in one (T45): then it never will."""
    try:
        return message(notice)
    except (ValueError, IndexError, MessageError):
        current_app.logger.warning("Notice %s has an address that is none", notice.id)
        return None


def send(mail: EmailMessage) -> bool:
    """Hand a mail to the server; False where it was not accepted, and may be tried again."""
    url = urlsplit(current_app.config["MAIL_URL"])
    kind = smtplib.SMTP_SSL if url.scheme == "smtps" else smtplib.SMTP
    port = url.port or (465 if url.scheme == "smtps" else 25)
    try:
        with kind(url.hostname or "", port, timeout=20) as server:
            if url.username:
                if url.scheme == "smtp":
                    server.starttls()
                server.login(unquote(url.username), unquote(url.password or ""))
            server.send_message(mail)
    except (OSError, smtplib.SMTPException, UnicodeError) as fault:
        current_app.logger.warning("Mail was not accepted: %s", type(fault).__name__)
        return False
    return True
