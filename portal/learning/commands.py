"""`flask learning tell`: tell people of what expires soon or has passed. Daily."""

import time

import click
from flask.cli import AppGroup
from sqlalchemy import select

from portal import database
from portal.database import db
from portal.learning import operations
from portal.people.models import Organisation
from portal.web.numbers import counted

A_DAY = 86_400  # seconds
learning = AppGroup("learning", help="What learning does by itself.")


@learning.command("tell")
@click.option("--loop", is_flag=True, help="Keep looking once a day until stopped.")
def tell(loop: bool) -> None:
    """Tell people of what expires soon or has passed. Run it daily."""
    while True:
        click.echo(f"{counted(tell_everywhere(), 'expiry', 'expiries')} told of.")
        if not loop:
            return
        time.sleep(A_DAY)


def tell_everywhere() -> int:
    """Tell in each organisation that uses the area, in a transaction of its own; how many."""
    told = 0
    every = db.session.scalars(select(Organisation).order_by(Organisation.id))
    using = [each.id for each in every if each.has_area("learning")]
    db.session.rollback()
    for organisation_id in using:
        database.write()
        database.lock(organisation_id)
        told += operations.tell_of_expiry(organisation_id)
        database.commit()
    return told
