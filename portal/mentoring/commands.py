"""`flask mentoring tidy`: proposals that nobody answered in time lapse."""

import click
from flask.cli import AppGroup
from sqlalchemy import select

from portal import database
from portal.database import db
from portal.mentoring import operations
from portal.people.models import Organisation

mentoring = AppGroup("mentoring", help="What coaching and mentoring does by itself.")


@mentoring.command("tidy")
def tidy() -> None:
    """Let proposals lapse that were not answered in time. Run it daily."""
    lapsed = 0
    organisations = list(db.session.scalars(select(Organisation.id).order_by(Organisation.id)))
    db.session.rollback()
    for organisation_id in organisations:
        database.write()
        database.lock(organisation_id)
        lapsed += operations.lapse_proposals(organisation_id)
        database.commit()
    click.echo(f"{lapsed} proposals lapsed.")
