"""`flask mentoring tidy` lets proposals lapse; `tell` tells pairs that have gone quiet. Daily."""

import time

import click
from flask.cli import AppGroup
from sqlalchemy import select

from portal import database
from portal.database import db
from portal.mentoring import operations
from portal.people.everywhere import in_each_using
from portal.people.models import Organisation
from portal.web.numbers import counted

A_DAY = 86_400  # seconds
mentoring = AppGroup("mentoring", help="What coaching and mentoring does by itself.")


@mentoring.command("tidy")
def tidy() -> None:
    """Let unanswered proposals lapse, and delete words whose time is over. Run it daily."""
    lapsed = deleted = 0
    organisations = list(db.session.scalars(select(Organisation.id).order_by(Organisation.id)))
    db.session.rollback()
    for organisation_id in organisations:
        database.write()
        database.lock(organisation_id)
        lapsed += operations.lapse_proposals(organisation_id)
        deleted += operations.tidy_notes(organisation_id)
        database.commit()
    said = counted(lapsed, "proposal", "proposals")
    click.echo(f"{said} lapsed. Texts of pairs deleted: {deleted}.")


@mentoring.command("tell")
@click.option("--loop", is_flag=True, help="Keep looking once a day until stopped.")
def tell(loop: bool) -> None:
    """Tell pairs that have gone quiet, and later the coordinator. Run it daily."""
    while True:
        told = in_each_using("mentoring", operations.tell_quiet_pairs)
        click.echo(f"{counted(told, 'quiet pair', 'quiet pairs')} told of.")
        if not loop:
            return
        time.sleep(A_DAY)
