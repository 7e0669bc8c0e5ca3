"""The walls round the demo: invented and real people are never in one database."""

from collections.abc import Collection

from flask import Flask
from sqlalchemy import inspect, select

from portal.config import Misconfigured
from portal.database import db
from portal.people.models import Organisation

REAL_UNDER_DEMO = (
    "PORTAL_DEMO is 1, but this database holds a real organisation. "
    "Leave PORTAL_DEMO out, or give the demo a database of its own with DATABASE_URL."
)
DEMO_UNDER_REAL = (
    "This database holds the demo's invented people, and anyone knows their password. "
    "Set PORTAL_DEMO=1 to show the demo, or give the portal another database with DATABASE_URL."
)


def refuse_mixture(app: Flask) -> None:
    """Stop the start over a database of the other kind; one without tables is of neither."""
    with app.app_context():
        said = objection(app.config["DEMO"], _kinds())
        db.session.remove()
    if said:
        raise Misconfigured(said)


def objection(demo: bool, kinds: Collection[bool]) -> str | None:
    """Why a portal in demo mode, or out of it, may not open organisations of these kinds."""
    if demo and False in kinds:
        return REAL_UNDER_DEMO
    return DEMO_UNDER_REAL if not demo and True in kinds else None


def _kinds() -> set[bool]:
    """Whether there are demo organisations (True) and real ones (False)."""
    if not inspect(db.engine).has_table(Organisation.__tablename__):
        return set()
    return set(db.session.scalars(select(Organisation.is_demo).distinct()))
