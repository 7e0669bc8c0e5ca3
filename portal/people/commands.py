"""`flask people ...`: bringing a staff list in from the command line."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from flask.cli import AppGroup
from sqlalchemy import select

from portal import database
from portal.clock import today
from portal.database import db
from portal.people import operations, queries
from portal.people.models import Organisation
from portal.people.staff_list import columns, reading
from portal.people.staff_list.comparison import compare
from portal.people.staff_list.plan import KINDS, REFUSED, Entry, Plan
from portal.people.staff_list.reading import Line, Table
from portal.people.staff_list.terms import Terms
from portal.people.staff_list.wording import summary
from portal.people.staff_list.writes import writes_of

people = AppGroup("people", help="People, their posts, and staff lists.")


@people.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--organisation", required=True, help="The name of the organisation.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
def import_staff_list(file: Path, organisation: str, dry_run: bool) -> None:
    """Bring a staff list in: all of it, or nothing when something fails."""
    content = file.read_bytes()
    table = _table(content)
    mapping = _mapping(table)
    if not dry_run:
        database.write()
    own = _organisation(organisation)
    if not dry_run:
        database.lock(own.id)
    held = queries.held(own.id)
    plan = compare(table, mapping, held, today(), terms=Terms(today()), counted=_counted)
    _say(plan)
    if dry_run:
        click.echo("Nothing was done: this was a dry run.")
        return
    upload = operations.record_file(own.id, content)
    operations.apply_staff_list(upload, None, writes_of(plan, held, own.id))
    database.commit()
    click.echo(summary(plan.counts(), applied=True))


def _counted(lines: Sequence[Line]) -> Iterator[Line]:
    """The rows, with a bar that moves as they go by."""
    with click.progressbar(lines, label="Reading the rows", file=sys.stderr) as bar:
        yield from bar


def _table(content: bytes) -> Table:
    try:
        return reading.read(content)
    except reading.UnreadableFileError as fault:
        raise click.ClickException(str(fault)) from None


def _mapping(table: Table) -> columns.Mapping:
    """The columns as their headings say; there is nobody here to ask."""
    mapping = columns.guess(table.headings)
    wrong = columns.problems(mapping, table.headings)
    if wrong:
        labels = ", ".join(columns.LABELS[field].lower() for field in wrong)
        raise click.ClickException(
            f"These columns were not found: {labels}. Rename the headings, or use the page"
            " People > Bring a staff list in, where columns can be chosen."
        )
    return mapping


def _organisation(name: str) -> Organisation:
    found = db.session.scalar(select(Organisation).where(Organisation.name == name))
    if found is None:
        names = db.session.scalars(select(Organisation.name).order_by(Organisation.name).limit(20))
        raise click.ClickException(
            f"There is no organisation called {name}. There are: {', '.join(names) or 'none'}."
        )
    return found


def _say(plan: Plan) -> None:
    """The preview in words: the counts, then every row that somebody should look at."""
    click.echo(summary(plan.counts()))
    for kind in KINDS:
        number = len(plan.showing(kind))
        if number:
            click.echo(f"  {kind}: {number}")
    for entry in plan.entries:
        if entry.kind == REFUSED or entry.notes:
            click.echo(_line(entry))


def _line(entry: Entry) -> str:
    who = f" ({entry.name})" if entry.name else ""
    said = entry.sentences if entry.kind == REFUSED else entry.notes
    word = "refused" if entry.kind == REFUSED else "note"
    return f"Row {entry.number}{who}, {word}: {' '.join(said)}"
