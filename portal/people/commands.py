"""`flask people ...`: bringing a staff list in, and writing one, from the command line."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup
from sqlalchemy import event, select

from portal import audit, database
from portal.clock import today
from portal.database import db
from portal.people import operations, queries
from portal.people.models import Organisation
from portal.people.sources import kept, known_to, mapping_by, recognised
from portal.people.staff_list import columns, reading
from portal.people.staff_list.exporting import HEADINGS, rows_of
from portal.people.staff_list.plan import KINDS, REFUSED, Entry
from portal.people.staff_list.reading import Line, Table
from portal.people.staff_list.wording import summary
from portal.people.staff_list.writes import Writes, unpack
from portal.people.uploads import Outcome, StaffListSource, Told
from portal.web import days, downloads

people = AppGroup("people", help="People, their posts, and staff lists.")

OVERTAKEN = 3
ASK_AGAIN = 4


class Day(click.ParamType[date]):
    """A day as people write it: 2027-03-20, 20/3/2027, 20 March 2027."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        try:
            day = value if isinstance(value, date) else days.read(str(value))
        except ValueError as fault:
            self.fail(f"{fault}.", param, ctx)
        if day is None or day > today():
            self.fail(f"{value} has not come yet. Enter today, or a day before it.", param, ctx)
        return day


@people.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--organisation", required=True, help="The name of the organisation.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--as-at", type=Day(), help="The day whose staff the list shows. Otherwise today.")
@click.option("--everyone", is_flag=True, help="Whoever is not in the list has left.")
@click.option("--corrections", is_flag=True, help="What the list says otherwise was always so.")
@click.option("--source", default="", help="Where it comes from: its columns are remembered so.")
@click.option("--yes-they-left", is_flag=True, help="Do not ask when more than 5% would leave.")
def import_staff_list(
    file: Path,
    organisation: str,
    dry_run: bool,
    as_at: date | None,
    everyone: bool,
    corrections: bool,
    source: str,
    yes_they_left: bool,
) -> None:
    """Bring a staff list in: all of it, or nothing when something fails.

    Ends with 0 when it is in, 1 when it cannot be, 3 when somebody changed people meanwhile, and
    4 when so many would leave that it has to be said.
    """
    content = file.read_bytes()
    db.session.rollback()  # what a caller may have begun
    database.read()
    own = organisation_called(organisation)
    sources = queries.sources(own.id)
    table = _table(content, sources)
    mapping, name = _mapping(table, sources, source)
    told = Told(name, as_at or today(), everyone, corrections)
    outcome = queries.outcome_of(own, None, table, mapping, told, counted=_counted)
    _say(outcome)
    if dry_run:
        click.echo("Nothing was done: this was a dry run.")
        return
    if outcome.many_left and not yes_they_left:
        _ask_again(outcome)
    about = {"mapping": mapping, "headings": kept(table.headings), "source_name": name}
    _write(own.id, content, about, outcome)
    click.echo(summary(outcome.counts, applied=True))


@people.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--organisation", required=True, help="The name of the organisation.")
@click.option("--as-at", type=Day(), help="The day whose staff to write. Otherwise today.")
def export_staff_list(file: Path | None, organisation: str, as_at: date | None) -> None:
    """Write everybody's posts to FILE, as CSV or (when it ends in .xlsx) as a workbook.

    Without a file the list goes to the standard output, as CSV.
    """
    kind = file.suffix.lower().removeprefix(".") if file else "csv"
    if kind not in downloads.KINDS:
        raise click.ClickException("Give the file a name that ends in .csv or .xlsx.")
    database.write()
    own = organisation_called(organisation)
    day = as_at or today()
    rows = list(rows_of(queries.held(own.id), day))
    content = downloads.download("staff list", HEADINGS, rows, kind).get_data()
    audit.record(None, "people.staff_list_exported", own, rows=len(rows), day=day.isoformat())
    database.commit()
    if file is None:
        click.echo(content, nl=False)
        return
    file.write_bytes(content)
    click.echo(f"{len(rows):,} posts are in {file}.")


def _write(own: Any, content: bytes, about: dict[str, Any], outcome: Outcome) -> None:
    """The short second part, with the pen: nothing of it where others changed people meanwhile."""
    db.session.rollback()
    database.write()
    database.lock(own)
    changes = queries.changed_since(own, outcome.after)
    if changes:
        click.echo("Nothing was done: people were changed meanwhile. Run it again.", err=True)
        raise SystemExit(OVERTAKEN)
    upload = operations.record_file(own, content, **about)
    writes = unpack(outcome.packed)
    with _counting(writes):
        operations.apply_staff_list(upload, None, writes)
    database.commit()


def _counted(lines: Sequence[Line]) -> Iterator[Line]:
    """The rows, with a bar that moves as they go by."""
    with click.progressbar(lines, label="Comparing the rows", file=sys.stderr) as bar:
        yield from bar


@contextmanager
def _counting(writes: Writes) -> Iterator[None]:
    """A bar that moves with every table that is written."""
    tables = (getattr(writes, name) for name in Writes.__slots__)
    length = sum(len(table) for table in tables if isinstance(table, list))
    with click.progressbar(length=length, label="Writing", file=sys.stderr) as bar:

        def wrote(_c: Any, _cu: Any, _s: str, _p: Any, context: Any, many: bool) -> None:
            if many:
                bar.update(len(context.compiled_parameters))

        event.listen(db.engine, "after_cursor_execute", wrote)
        try:
            yield
        finally:
            event.remove(db.engine, "after_cursor_execute", wrote)
            bar.update(length)


def _table(content: bytes, sources: Iterable[StaffListSource]) -> Table:
    click.echo(f"Reading {len(content) / 1_000_000:.1f} MB …", err=True)
    try:
        table = reading.read(content, known_to(sources))
    except reading.UnreadableFileError as fault:
        raise click.ClickException(str(fault)) from None
    for note in table.notes:
        click.echo(note)
    return table


def _mapping(
    table: Table, sources: list[StaffListSource], wanted: str
) -> tuple[columns.Mapping, str]:
    """The columns as last time from this source, or else as their headings say; and its name."""
    named = [source for source in sources if source.name.casefold() == wanted.casefold()]
    source = named[0] if named else None if wanted else recognised(sources, table.headings)
    mapping = mapping_by(source, table.headings) if source else columns.guess(table.headings)
    wrong = columns.problems(mapping, table.headings)
    if wrong:
        labels = ", ".join(columns.LABELS[field].lower() for field in wrong)
        raise click.ClickException(
            f"These columns were not found: {labels}. Rename the headings, or use the page"
            " People > Bring a staff list in, where columns can be chosen."
        )
    return mapping, source.name if source else wanted


def organisation_called(name: str) -> Organisation:
    """The organisation of this name; a sentence that names some others when there is none."""
    found = db.session.scalar(select(Organisation).where(Organisation.name == name))
    if found is None:
        names = db.session.scalars(select(Organisation.name).order_by(Organisation.name).limit(20))
        raise click.ClickException(
            f"There is no organisation called {name}. There are: {', '.join(names) or 'none'}."
        )
    return found


def _ask_again(outcome: Outcome) -> None:
    """More than a few would leave: somebody says that they have, or nothing is done."""
    question = (
        f"{outcome.counts['people_left']:,} of {outcome.counts['working_here']:,} people"
        f" ({outcome.many_left:.0%}) would leave. Have they left?"
    )
    if sys.stdin.isatty() and click.confirm(question):
        return
    click.echo(f"{question} Nothing was done. Say so with --yes-they-left.", err=True)
    raise SystemExit(ASK_AGAIN)


def _say(outcome: Outcome) -> None:
    """The preview in words: the counts, then every row that somebody should look at."""
    click.echo(summary(outcome.counts))
    for kind in KINDS:
        number = sum(entry.kind == kind for entry in outcome.entries)
        if number:
            click.echo(f"  {kind}: {number}")
    for entry in outcome.entries:
        if entry.kind == REFUSED or entry.notes:
            click.echo(_line(entry))


def _line(entry: Entry) -> str:
    who = f" ({entry.name})" if entry.name else ""
    said = entry.sentences if entry.kind == REFUSED else entry.notes
    word = "refused" if entry.kind == REFUSED else "note"
    row = f"Row {entry.number}{who}" if entry.number else entry.name
    return f"{row}, {word}: {' '.join(said)}"
