"""`flask court tell` reminds of deadlines; `tidy` deletes what is over. Run both daily."""

import click
from flask.cli import AppGroup

from portal.court import operations
from portal.people.everywhere import in_each_using
from portal.web.numbers import counted

court = AppGroup("court", help="What the first time in court does by itself.")


@court.command("tell")
def tell() -> None:
    """Remind of deadlines. Run it daily; a second time on a day it tells nobody."""
    number = in_each_using("court", operations.tell_of_deadlines)
    click.echo(f"{counted(number, 'deadline', 'deadlines')} told.")


@court.command("tidy")
def tidy() -> None:
    """Delete every matter three months after it was talked about. Run it daily."""
    # Also where the area was switched off meanwhile: people never is.
    number = in_each_using("people", operations.delete_over)
    click.echo(f"{counted(number, 'matter', 'matters')} deleted.")
