"""`flask audit verify` and `flask audit head`: is the trail whole?"""

import json
from pathlib import Path
from uuid import UUID

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select

from portal.audit import chain, queries
from portal.audit.models import AuditEntry
from portal.database import db

audit = AppGroup("audit", help="Check that the audit trail is whole.")


@audit.command("verify")
@click.option("--heads", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def verify(heads: Path | None) -> None:
    """Follow every chain; with --heads, against what `audit head` printed earlier."""
    exported = _read(heads) if heads else {}
    broken = False
    for organisation_id in sorted({*_organisations(), *exported}, key=str):
        links = queries.links(organisation_id)
        faults = chain.faults(current_app.config["AUDIT_KEY"], links, exported.get(organisation_id))
        broken = broken or bool(faults)
        for fault in faults[:20]:
            click.echo(f"{organisation_id}: {fault}")
    if broken:
        raise click.ClickException("The audit trail is not whole. Keep the database as it is.")
    click.echo("The audit trail is whole.")


@audit.command("head")
def head() -> None:
    """Print the last entry of every chain, one JSON line each, to be kept elsewhere each day."""
    for organisation_id in _organisations():
        last = queries.head(organisation_id)
        if last:
            line = {"organisation": str(organisation_id), "number": last.number, "seal": last.seal}
            click.echo(json.dumps(line))


def _organisations() -> list[UUID]:
    chains = select(AuditEntry.organisation_id).distinct()
    return sorted(db.session.scalars(chains), key=str)


def _read(path: Path) -> dict[UUID, chain.Head]:
    lines = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return {UUID(line["organisation"]): chain.Head(line["number"], line["seal"]) for line in lines}
