"""`flask people export`: the staff of a day as a list that comes in again and changes nothing."""

from datetime import date
from pathlib import Path

import click

from portal import audit, database
from portal.clock import today
from portal.people import queries
from portal.people.commands import Day, organisation_called, people
from portal.people.staff_list.exporting import HEADINGS, rows_of
from portal.web.downloads import KINDS, download

__all__ = ["export_staff_list", "people"]


@people.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--organisation", required=True, help="The name of the organisation.")
@click.option("--as-at", type=Day(), help="The day whose staff to write. Otherwise today.")
def export_staff_list(file: Path | None, organisation: str, as_at: date | None) -> None:
    """Write everybody's posts to FILE, as CSV or (when it ends in .xlsx) as a workbook.

    Without a file the list goes to the standard output, as CSV.
    """
    kind = file.suffix.lower().removeprefix(".") if file else "csv"
    if kind not in KINDS:
        raise click.ClickException("Give the file a name that ends in .csv or .xlsx.")
    database.write()
    own = organisation_called(organisation)
    day = as_at or today()
    rows = list(rows_of(queries.held(own.id), day))
    content = download("staff list", list(HEADINGS.values()), rows, kind).get_data()
    audit.record(None, "people.staff_list_exported", own, rows=len(rows), day=day.isoformat())
    database.commit()
    if file is None:
        click.echo(content, nl=False)
        return
    file.write_bytes(content)
    click.echo(f"{len(rows):,} posts are in {file}.")
