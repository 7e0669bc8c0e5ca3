"""`flask court tell` reminds of deadlines; `tidy` deletes what is over. Run both daily."""

import time

import click
from flask.cli import AppGroup

from portal.court import operations
from portal.people.everywhere import in_each_using
from portal.web.numbers import counted

AN_HOUR = 3_600  # seconds
court = AppGroup("court", help="What the first time in court does by itself.")


@court.command("tell")
@click.option("--loop", is_flag=True, help="Keep looking once an hour until stopped.")
def tell(loop: bool) -> None:
    """Remind of deadlines. Run it daily; a second time on a day it tells nobody."""
    while True:
        number = in_each_using("court", operations.tell_of_deadlines)
        click.echo(f"{counted(number, 'deadline', 'deadlines')} told.")
        if not loop:
            return
        time.sleep(AN_HOUR)


@court.command("tidy")
def tidy() -> None:
    """Delete every matter three months after it was talked about. Run it daily."""
    # Also where the area was switched off meanwhile: people never is.
    number = in_each_using("people", operations.delete_over)
    click.echo(f"{counted(number, 'matter', 'matters')} deleted.")
