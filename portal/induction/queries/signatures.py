"""The signatures on a text, and the texts that were signed."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.induction.models import Signature, SignedText

MOST = 100


def signatures_of(subject_ids: Collection[UUID]) -> list[Signature]:
    """Every signature on these, void ones too, the earliest first."""
    found = (
        select(Signature)
        .where(Signature.subject_id.in_(subject_ids))
        .order_by(Signature.signed_at, Signature.id)
        .limit(MOST)
    )
    return list(db.session.scalars(found)) if subject_ids else []


def signatures_on(text: SignedText) -> list[Signature]:
    """Every signature on one exact text, the earliest first."""
    found = select(Signature).where(Signature.text_id == text.id)
    return list(db.session.scalars(found.order_by(Signature.signed_at, Signature.id).limit(MOST)))
