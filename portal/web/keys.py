"""A creating form is accepted once: a double click or a resend gets the first answer again."""

from datetime import timedelta
from uuid import uuid4

from flask import g, request
from sqlalchemy import delete, select

from portal.clock import now
from portal.database import db, rows_changed
from portal.web.actor import Actor
from portal.web.models import FormKey

FIELD = "form_key"
KEPT_FOR = timedelta(days=14)


def new_key() -> str:
    """A key for a form that is about to be shown."""
    return uuid4().hex


def location_of(person: Actor) -> str | None:
    """Where the answer lives to a form that this person has already sent, if this is it again."""
    key = _sent()
    if not key:
        return None
    found = select(FormKey.location).where(FormKey.person_id == person.id, FormKey.key == key)
    return db.session.scalar(found)


def keep(location: str) -> None:
    """Remember, in the same transaction, where the answer to this form lives."""
    key = _sent()
    person = g.person
    if not key or person is None:
        return
    db.session.add(
        FormKey(
            organisation_id=person.organisation_id, person_id=person.id, key=key, location=location
        )
    )


def forget_old() -> int:
    """Forget the forms that nobody will send again, and answer how many there were."""
    old = delete(FormKey).where(FormKey.kept_at < now() - KEPT_FOR)
    return rows_changed(old)


def _sent() -> str:
    return request.form.get(FIELD, "")[:64]
