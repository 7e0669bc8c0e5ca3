"""Who changed lately with which address somebody signs in."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from portal.audit.models import AuditEntry
from portal.clock import now
from portal.database import db
from portal.identity.lifetimes import ADDRESS_RESTS
from portal.identity.models import Account


def address_changers(account: Account) -> Mapping[UUID | None, datetime]:
    """Those others who changed the address within three days, each with the day it rests until."""
    changes = (
        select(AuditEntry.actor_id, AuditEntry.at)
        .where(
            AuditEntry.organisation_id == account.organisation_id,
            AuditEntry.subject_type == "account",
            AuditEntry.subject_id == account.id,
            AuditEntry.action == "identity.address_changed",
            AuditEntry.actor_id != account.person_id,
            AuditEntry.at > now() - ADDRESS_RESTS,
        )
        .order_by(AuditEntry.at)
        .limit(100)
    )
    return {actor: at + ADDRESS_RESTS for actor, at in db.session.execute(changes)}
