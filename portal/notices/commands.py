"""`flask notices deliver`: send the mail that is waiting."""

import time

import click
from flask import current_app
from flask.cli import AppGroup

from portal.notices import mail

notices = AppGroup("notices", help="Send notices by mail.")


@notices.command("deliver")
@click.option("--loop", is_flag=True, help="Keep looking every 30 seconds until stopped.")
def deliver(loop: bool) -> None:
    """Send the mail that is waiting; in demo mode it stays in the outbox page."""
    if not current_app.config["MAIL_URL"]:
        click.echo("MAIL_URL is not set, so no mail is sent.")
        return
    while True:
        sent = mail.deliver()
        if sent or not loop:
            click.echo(f"{sent} sent.")
        if not loop:
            return
        time.sleep(30)
