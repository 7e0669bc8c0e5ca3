"""Lists as files: they open rightly, compute nothing, and come back as they went (T42)."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from werkzeug.exceptions import NotFound

from portal import audit
from portal.audit.models import AuditEntry
from portal.database import db
from portal.web import downloads, formulas
from portal.web.downloads import download, kind_wanted
from portal.web.filters import filtered
from tests.cast import Cast

DANGEROUS = ("=", "+", "-", "@", "|", "\t", "\r", "\n", "＝", "＋", "－", "＠")
TEXTS = st.text(max_size=20) | st.text("=+-@|'\t\r\n ＝ab1", max_size=8)


def cells_of_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheet_of(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content)).active


def answer(kind: str, *rows: tuple[object, ...], name: str = "People") -> Any:
    with Flask(__name__).test_request_context():
        return download(name, ["Name", "Since"], rows, kind)


@given(TEXTS)
@settings(max_examples=500)
def test_a_text_comes_back_as_it_was_and_computes_nothing_meanwhile(text: str) -> None:
    cell = formulas.as_text(text)
    assert formulas.as_it_was(cell) == text
    assert not cell.lstrip().startswith(DANGEROUS)
    assert not cell.startswith(DANGEROUS)


@pytest.mark.parametrize("text", ["O'Neill", "'Ndrangheta", "Zoë", "a=b", "St. John-Smith", ""])
def test_an_ordinary_text_goes_out_as_it_is(text: str) -> None:
    assert formulas.as_text(text) == text == formulas.as_it_was(text)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
@settings(max_examples=60)
def test_no_cell_of_a_file_is_a_formula_and_each_comes_back(rows: list[tuple[str, str]]) -> None:
    expected = [[re.sub(downloads._NO_LETTERS, "\ufffd", text) for text in row] for row in rows]
    written = cells_of_csv(answer("csv", *rows).data)
    assert [[formulas.as_it_was(cell) for cell in row] for row in written[1:]] == expected
    sheet = sheet_of(answer("xlsx", *rows).data)
    kept = [[formulas.as_it_was(cell.value or "") for cell in row] for row in sheet.iter_rows(2)]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    lines = [[re.sub("\r\n?", "\n", text) for text in row] for row in expected]
    assert [[re.sub("\r\n?", "\n", text) for text in row] for row in kept] == lines


def test_csv_opens_in_every_spreadsheet() -> None:
    response = answer("csv", ("Zając, Zoë", date(2026, 3, 1)), (True, None))
    assert response.data.startswith(b"\xef\xbb\xbfName,Since\r\n")
    assert cells_of_csv(response.data)[1:] == [["Zając, Zoë", "2026-03-01"], ["yes", ""]]
    assert response.content_type == "text/csv; charset=utf-8"


def test_days_and_numbers_of_a_workbook_are_days_and_numbers() -> None:
    moment = datetime(2026, 6, 1, 8, 30, tzinfo=UTC)
    row = (date(2026, 3, 1), moment, Decimal("0.6"), 7, "#REF!", "0012", False)
    sheet = sheet_of(answer("xlsx", row).data)
    found = [cell.value for cell in next(sheet.iter_rows(2))]
    assert found == [datetime(2026, 3, 1), datetime(2026, 6, 1, 9, 30), 0.6, 7,
                     "#REF!", "0012", "no"]  # fmt: skip
    assert (sheet["A2"].is_date, sheet["E2"].data_type) == (True, "s")
    assert (sheet.freeze_panes, sheet["A1"].font.bold) == ("A2", True)


def test_a_day_before_spreadsheets_begin_is_written_out() -> None:
    assert sheet_of(answer("xlsx", (date(1899, 1, 2), "")).data)["A2"].value == "1899-01-02"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("People", "people"),
        ('a"; filename="x.exe\r\nSet-Cookie: a', "a-filename-x-exe-set-cookie-a"),
        ("../../etc", "etc"),
        ("…", "list"),
    ],
)
def test_the_name_of_a_file_is_plain(name: str, called: str, app: Flask) -> None:
    header = answer("csv", name=name).headers["Content-Disposition"]
    assert header == f'attachment; filename="{called}-2026-11-26.csv"'
    assert answer("xlsx", name=name).status_code == 200


def test_a_file_that_is_cut_says_so_in_its_last_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "MOST_ROWS", 3)

    def rows(number: int) -> Iterator[tuple[str]]:
        return ((str(n),) for n in range(number))

    whole, cut = (answer("csv", *rows(number)).data for number in (3, 4))
    assert cells_of_csv(whole)[-1] == ["2"]
    assert cells_of_csv(cut)[-1] == [downloads.CUT]
    assert len(cells_of_csv(cut)) == 5


def test_the_address_says_which_kind_of_file(app: Flask) -> None:
    for address, kind in {"/": "csv", "/?as=csv": "csv", "/?as=xlsx": "xlsx"}.items():
        with app.test_request_context(address):
            assert kind_wanted() == kind
    for address in ("/?as=", "/?as=pdf", "/?as=CSV"):
        with app.test_request_context(address), pytest.raises(NotFound):
            kind_wanted()


def test_the_links_to_a_file_keep_the_filters_of_the_page(app: Flask) -> None:
    with app.test_request_context("/people?team=North&after=mark&q=a%26b"):
        address = filtered("/people/file", **{"as": "csv", "after": None})
    assert address == "/people/file?team=North&q=a%26b&as=csv"


def test_taking_a_file_away_is_written_down_once(cast: Cast, visitor: Any) -> None:
    page = visitor(as_=cast.hr)
    page.visit("/planted/list?as=xlsx")
    assert page.status == 200
    entry = db.session.query(AuditEntry).filter_by(action="planted.list_exported").one()
    assert (entry.actor_id, entry.subject_id) == (cast.hr.id, cast.hr.organisation_id)
    assert entry.particulars == {"kind": "xlsx"}


def test_a_view_noted_in_a_request_that_writes_belongs_to_that_request(cast: Cast) -> None:
    from portal import database

    db.session.rollback()
    database.write()
    audit.record_view(cast.hr, "planted.list_exported", cast.nqsw)
    db.session.rollback()
    assert db.session.query(AuditEntry).count() == 0
