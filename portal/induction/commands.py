"""`flask induction tell`: of promises that were missed, the worker first; `count-feedback`."""

import time

import click
from flask.cli import AppGroup

from portal import database
from portal.database import db
from portal.induction.operations import feedback, telling

induction = AppGroup("induction", help="What the induction year tells people by itself.")
PAUSE = 600  # seconds


@induction.command("tell")
@click.option("--loop", is_flag=True, help="Keep looking every ten minutes until stopped.")
def tell(loop: bool) -> None:
    """Tell workers, and days later their assessors and coordinators, what was missed."""
    while True:
        told = tell_everywhere()
        if told or not loop:
            click.echo(f"{told} told.")
        if not loop:
            return
        time.sleep(PAUSE)


def tell_everywhere() -> int:
    """Tell in each organisation, in a transaction of its own; answer how many notices."""
    organisations = telling.organisations_with_years()
    db.session.rollback()
    told = 0
    for organisation_id in organisations:
        database.write()
        database.lock(organisation_id)
        told += telling.tell_of_missed(organisation_id)
        database.commit()
    return told


@induction.command("count-feedback")
def count_feedback() -> None:
    """Write into the trail how many answers came on each day that is over. Run it daily."""
    database.write()
    counted = feedback.count_answers()
    database.commit()
    click.echo(f"{counted} answers counted.")
