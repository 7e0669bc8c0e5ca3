"""`flask learning tell`: tell people of what expires soon or has passed. Daily."""

import time

import click
from flask.cli import AppGroup

from portal.learning import operations
from portal.people.everywhere import in_each_using
from portal.web.numbers import counted

A_DAY = 86_400  # seconds
learning = AppGroup("learning", help="What learning does by itself.")


@learning.command("tell")
@click.option("--loop", is_flag=True, help="Keep looking once a day until stopped.")
def tell(loop: bool) -> None:
    """Tell people of what expires soon or has passed. Run it daily."""
    while True:
        told = in_each_using("learning", operations.tell_of_expiry)
        click.echo(f"{counted(told, 'expiry', 'expiries')} told of.")
        if not loop:
            return
        time.sleep(A_DAY)
