"""Lists as files: CSV and XLSX that open in a spreadsheet and compute nothing there (T42).

CSV is UTF-8 with a byte-order mark and CRLF, which every spreadsheet opens rightly; its days are
ISO dates. In XLSX days are real dates and numbers are numbers, and every text is a text cell.
Texts that a spreadsheet would compute get an apostrophe in front (`formulas` says how it comes
off again when a list is brought back in). A file holds at most 100,000 rows and says in its last
one when there were more. The view that answers with a file notes it: `audit.record_view`.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from flask import Response, abort, request

from portal import clock
from portal.web import formulas

MOST_ROWS = 100_000
CUT = "There are more than 100,000 rows. Narrow the list down to get the others."
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
DAY_SHOWN_AS = "d mmm yyyy"
MOMENT_SHOWN_AS = "d mmm yyyy hh:mm"
LONGEST_TEXT = 32_767  # letters that a spreadsheet keeps in a cell
NARROWEST, WIDEST = 12, 40
_NO_LETTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Rows = Iterable[Sequence[object]]
Value = str | int | float | Decimal | bool | date | datetime | None


def kind_wanted() -> str:
    """The kind of file that the address asks for with `as=`: "csv" where it does not say."""
    kind = request.args.get("as", "csv")
    if kind not in KINDS:
        abort(404)
    return kind


def download(name: str, headings: Sequence[str], rows: Rows, kind: str) -> Response:
    """These rows as a file of this kind, called `<name>-2026-11-22.csv`.

    A cell is a text, a number, a day, a moment, True or False, or None for an empty one; anything
    else goes out as its text. Rows are read while the view runs, one at a time.
    """
    table = ([_value(cell) for cell in row] for row in _bounded(rows))
    titles = [formulas.as_text(heading) for heading in headings]
    content = _csv(titles, table) if kind == "csv" else _xlsx(name, titles, table)
    response = Response(content, content_type=KINDS[kind])
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "list"
    day = clock.today().isoformat()
    response.headers["Content-Disposition"] = f'attachment; filename="{plain}-{day}.{kind}"'
    return response


def _bounded(rows: Rows) -> Iterator[Sequence[object]]:
    """The rows, no more than fit, and a last one that says so when there are others."""
    following = iter(rows)
    yield from islice(following, MOST_ROWS)
    if next(following, None) is not None:
        yield (CUT,)


def _value(cell: object) -> Value:
    """What a cell says, as plain as a file can hold it, and never a formula."""
    if isinstance(cell, datetime):
        return cell.astimezone(clock.LONDON).replace(tzinfo=None) if cell.tzinfo else cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if cell is None or isinstance(cell, (int, float, Decimal, date)):
        return cell
    return formulas.as_text(_NO_LETTERS.sub("\ufffd", str(cell)))


def _csv(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Value) -> Value:
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    return cell.isoformat() if isinstance(cell, date) else cell


def _xlsx(name: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[^\w -]", " ", name)[:31].strip() or "List")
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(headings, start=1):
        width = min(max(NARROWEST, len(heading) + 4), WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
    title = Font(bold=True)
    sheet.append([_text_cell(sheet, heading, title) for heading in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Value) -> Any:
    """The value as openpyxl takes it; what it would make something else of gets its own cell."""
    if isinstance(value, str):
        # openpyxl takes "=..." for a formula and "#REF!" for an error.
        return _text_cell(sheet, value) if value[:1] in {"#", "="} else value[:LONGEST_TEXT]
    if isinstance(value, date):
        return _day_cell(sheet, value)
    return value


def _text_cell(sheet: Any, text: str, font: Any = None) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    cell.value = text[:LONGEST_TEXT]
    cell.data_type = "s"
    if font is not None:
        cell.font = font
    return cell


def _day_cell(sheet: Any, day: date) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if day.year < 1901:  # a spreadsheet knows no earlier days
        return day.isoformat()
    cell = WriteOnlyCell(sheet, value=day)
    cell.number_format = MOMENT_SHOWN_AS if isinstance(day, datetime) else DAY_SHOWN_AS
    return cell
