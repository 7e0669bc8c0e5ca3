"""What a pair agreed about working together: the version that counts."""

from sqlalchemy import select

from portal.database import db
from portal.mentoring.models import PairAgreement, Pairing


def agreement_of(pairing: Pairing) -> PairAgreement | None:
    """The newest version of what the two agreed, signed by both or by one."""
    found = select(PairAgreement).where(PairAgreement.pairing_id == pairing.id)
    return db.session.scalar(found.order_by(PairAgreement.number.desc()).limit(1))
