"""`flask support tell` offers questions of who is away; `tidy` closes and deletes. Daily."""

import time

import click
from flask.cli import AppGroup

from portal.people.everywhere import in_each_using
from portal.support import operations
from portal.web.numbers import counted

AN_HOUR = 3_600  # seconds
support = AppGroup("support", help="What consultant support does by itself.")


@support.command("tell")
@click.option("--loop", is_flag=True, help="Keep looking once an hour until stopped.")
def tell(loop: bool) -> None:
    """Offer what a consultant cannot answer to the others. Run it each hour of the day."""
    while True:
        number = in_each_using("support", operations.offer_questions)
        click.echo(f"{counted(number, 'question', 'questions')} offered to other consultants.")
        if not loop:
            return
        time.sleep(AN_HOUR)


@support.command("tidy")
def tidy() -> None:
    """Close questions that rest, and delete words whose time is over. Run it daily."""
    closed = in_each_using("support", operations.close_rested)
    # Also where the area was switched off meanwhile: people never is.
    deleted = in_each_using("people", operations.delete_words)
    said = counted(closed, "question", "questions")
    click.echo(f"{said} closed. Texts of questions deleted: {deleted}.")
