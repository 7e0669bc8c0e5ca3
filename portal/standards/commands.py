"""`flask standards tidy`: what people deleted is gone for good after 30 days."""

from uuid import UUID

import click
from flask.cli import AppGroup

from portal import database
from portal.database import db
from portal.standards.operations import deleting

standards = AppGroup("standards", help="What people write.")


@standards.command("tidy")
def tidy() -> None:
    """Remove for good what its writers deleted more than 30 days ago. Run it daily."""
    click.echo(f"Forgotten: {forget_everywhere()} pieces of writing that were deleted.")


def forget_everywhere() -> int:
    """In each organisation, in transactions of its own; answer how many pieces."""
    organisations = deleting.organisations_with_deleted()
    db.session.rollback()
    forgotten = 0
    for organisation_id in organisations:
        while more := _some_of(organisation_id):
            forgotten += more
    return forgotten


def _some_of(organisation_id: UUID) -> int:
    database.write()
    database.lock(organisation_id)
    forgotten = deleting.forget_deleted(organisation_id)
    database.commit()
    return forgotten
