"""`flask induction tell`: promises that were missed, feedback that waits; `count-feedback`."""

import time

import click
from flask.cli import AppGroup

from portal import database
from portal.database import db
from portal.induction import posting
from portal.induction.operations import chasing, evidence, feedback, telling

induction = AppGroup("induction", help="What the induction year tells people by itself.")
PAUSE = 600  # seconds


@induction.command("tell")
@click.option("--loop", is_flag=True, help="Keep looking every ten minutes until stopped.")
def tell(loop: bool) -> None:
    """Tell of missed promises and of feedback that waits, and send links by mail."""
    while True:
        told = tell_everywhere()
        posting.deliver()
        if told or not loop:
            click.echo(f"{told} told.")
        if not loop:
            return
        time.sleep(PAUSE)


def tell_everywhere() -> int:
    """Tell in each organisation, in a transaction of its own; answer how many notices.

    What happened before the portal kept evidence by itself comes onto the lists here too.
    """
    organisations = telling.organisations_with_years()
    db.session.rollback()
    told = 0
    for organisation_id in organisations:
        database.write()
        database.lock(organisation_id)
        told += telling.tell_of_missed(organisation_id)
        told += chasing.chase(organisation_id)
        evidence.catch_up(organisation_id)
        database.commit()
    return told


@induction.command("count-feedback")
def count_feedback() -> None:
    """Write into the trail how many answers came on each day that is over. Run it daily."""
    database.write()
    counted = feedback.count_answers()
    database.commit()
    click.echo(f"{counted} answers counted.")
