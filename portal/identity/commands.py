"""`flask organisations add`, `flask identity link` and `tidy`: what operators do with accounts."""

from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup

from portal import database
from portal.identity import links, operations, queries, throttle
from portal.identity.forms import LONGEST_EMAIL, tidy
from portal.identity.models import Account, OneTimeLink
from portal.identity.operations import RefusedError
from portal.people.operations import forget_left_uploads
from portal.web import keys
from portal.web.filters import moment

organisations = AppGroup("organisations", help="The organisations of this installation.")
identity = AppGroup("identity", help="Accounts and sign-in.")


class Address(click.ParamType[str]):
    """An e-mail address as people sign in with it; what is none is asked for again at once."""

    name = "address"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        email = tidy(str(value))
        if "@" not in email[1:-1] or len(email) > LONGEST_EMAIL or not email.isprintable():
            self.fail(f"{email!r} is not an e-mail address.", param, ctx)
        return email


@organisations.command("add")
@click.argument("name")
@click.option("--email", type=Address(), prompt="E-mail address of the first administrator")
@click.option("--given-names", prompt="Their given names")
@click.option("--family-name", prompt="Their family name")
def add(name: str, email: str, given_names: str, family_name: str) -> None:
    """Add the organisation NAME and print its first administrator's one-time link."""
    answers = {"given_names": given_names.strip(), "family_name": family_name.strip()}
    name = name.strip()
    if not name or not all(answers.values()):
        raise click.ClickException("The organisation and its administrator need names.")
    database.write()
    try:
        link = operations.found(name, email=email, is_demo=current_app.config["DEMO"], **answers)
    except RefusedError as refusal:
        raise click.ClickException(f"{refusal} Nothing was added.") from refusal
    address = f"{current_app.config['PORTAL_URL']}{links.path_to(link)}"
    database.commit()
    click.echo(f"{name} is added. {given_names} {family_name} chooses a password here, once,")
    click.echo(f"within seven days:\n\n  {address}\n")


@identity.command("link")
@click.argument("email")
def link(email: str) -> None:
    """Print a one-time link for the account that EMAIL opens, to hand over where no mail is sent.

    The way in for an administrator who has forgotten the password, or was too late for the first.
    """
    database.write()
    account = queries.account_at(tidy(email))
    if account is None:
        raise click.ClickException(f"{tidy(email)!r} opens no account here. Nothing was made.")
    database.lock(account.organisation_id)
    try:
        made = _let_in(account)
    except RefusedError as refusal:
        raise click.ClickException(f"{refusal} Nothing was made.") from refusal
    address = f"{current_app.config['PORTAL_URL']}{links.path_to(made)}"
    until = moment(made.expires_at)
    database.commit()
    click.echo(f"With this link {tidy(email)} chooses a password, once, until {until}:")
    click.echo(f"\n  {address}\n")


def _let_in(account: Account) -> OneTimeLink:
    """A link that lets its owner in: an invitation where they have no password yet."""
    if account.password_hash is None:
        return operations.invite(account.person, by=None)
    return operations.make_reset(account.person, by=None)


@identity.command("tidy")
def tidy_up() -> None:
    """Forget what is over: tries, sessions, links, forms sent, left staff lists. Run it daily."""
    database.write()
    sessions, spent = operations.forget_what_is_over()
    buckets = throttle.tidy()
    files = forget_left_uploads()
    forms = keys.forget_old()
    database.commit()
    click.echo(
        f"Forgotten: {sessions} sessions, {spent} links, {buckets} records of tries, "
        f"{forms} keys of forms, {files} staff lists that nobody brought in."
    )
