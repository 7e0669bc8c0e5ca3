"""The rows of a preview: found, filtered, paged, and taken away as files."""

import csv
import io
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.people import operations
from portal.people.models import Person
from portal.people.uploads import StaffListEntry, StaffListUpload
from tests.conftest import NOW
from tests.factories.people import STAFF_LIST, a_list
from tests.people.importing import chosen, looked_at, row, some

HTMX = {"HX-Request": "true"}


@pytest.fixture
def real(cast, browser):
    """HR before the preview of the real list."""
    return looked_at(browser(as_=cast.hr), STAFF_LIST.read_bytes())


def taken(page, kind="csv", **query):
    """The rows as a file, as HR's browser would save it."""
    answer = page.send("get", f"{page.url.split('?')[0]}/rows", query_string={"as": kind, **query})
    assert answer.status_code == 200
    return answer.get_data()


def cells(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_first_sentence_and_the_links_say_how_many_of_each_kind(real):
    assert "400 people will be added" in real.text
    for words in ("All rows (414)", "Added (404)", "Refused (5)", "Passed over (5)"):
        assert words in real.text


@pytest.mark.parametrize(
    ("query", "found"),
    [("zajac", "Zając"), ("ZAJĄC ble", "Blessing"), ("182", "Row 182"), ("liam bronte", "Row 182")],
)
def test_a_row_is_found_by_name_or_number(query, found, real):
    page = real.visit(f"{real.url}?q={query}")
    assert found in page.text
    assert "found for" in page.text


def test_a_search_stays_within_a_kind(real):
    page = real.visit(f"{real.url}?show=refused&q=182")
    assert "1 row found for 182, refused." in page.text
    page.visit(f"{real.url.split('?')[0]}?show=added&q=182")
    assert "No such rows." in page.text


@pytest.mark.parametrize("query", ["%", "_", "\\", "9" * 40, "'; --", "²", " ", "a" * 5000])
def test_odd_searches_are_only_searches(query, real):
    answer = real.send("get", real.url, query_string={"q": query})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "query", ["show=moon", "after=x", "after=WzFd", "show=added&after=WyJ4Il0"]
)
def test_odd_addresses_show_the_rows_from_the_beginning(query, real):
    assert real.visit(f"{real.url}?{query}").status == 200


def test_htmx_gets_only_the_rows(real):
    answer = real.send("get", f"{real.url}?show=refused", headers=HTMX)
    assert answer.text.lstrip().startswith('<div id="rows">')


def test_a_page_costs_the_same_however_long_the_list_is(cast, browser, statements):
    page = browser(as_=cast.hr)
    sent = {}
    for size in (20, 2000):
        looked_at(page, some(size))
        statements.clear()
        page.visit(f"{page.url}?q=silva")
        sent[size] = len(statements)
    assert sent[20] == sent[2000] <= 12


def test_refused_rows_go_out_as_they_were_with_the_reason_and_come_back_mended(real, cast):
    titles, *rows = cells(taken(real, show="refused"))
    assert len(rows) == 5
    assert titles[-1] == "Why it was refused"
    liam = next(each for each in rows if each[titles.index("Surname")] == "Brontë")
    assert liam[titles.index("Cont. Service Start")] == "31/02/2024"
    assert "is not a date that exists" in liam[-1]
    liam[titles.index("Cont. Service Start")] = "28/02/2024"
    text = io.StringIO()
    csv.writer(text).writerows([titles, liam])
    real.submit("Apply")
    looked_at(real, text.getvalue().encode())
    assert "1 person will be added" in real.text
    real.submit("Apply")
    mended = db.session.query(Person).filter_by(service_started_on=date(2024, 2, 28)).one()
    assert mended.name == "Liam Brontë"


def test_refused_rows_open_in_a_workbook(real):
    sheet = load_workbook(io.BytesIO(taken(real, "xlsx", show="refused"))).active
    assert sheet.max_row == 6
    assert sheet.cell(1, sheet.max_column).value == "Why it was refused"


def test_a_formula_in_a_refused_row_goes_out_as_text(real):
    assert not any(
        cell.startswith(("=", "@")) for line in cells(taken(real, show="refused")) for cell in line
    )


def test_other_rows_go_out_as_the_page_says_them(real):
    titles, *rows = cells(taken(real, show="added", q="zajac blessing"))
    assert titles == ["Row", "Person", "What happens", "Why", "Notes"]
    assert rows[0][1:4] == ["Blessing Zając", "Added", "Team Manager in Family Centre West."]
    assert len(cells(taken(real))) == 415


def test_taking_rows_away_is_written_down(real):
    taken(real, show="refused")
    entry = db.session.query(AuditEntry).filter_by(action="people.staff_list_exported").one()
    assert entry.particulars == {"rows": "refused"}
    assert real.submit("Apply").heading == "The staff list is in"


def test_after_applying_only_the_refused_rows_are_kept_and_for_a_day(real):
    real.submit("Apply")
    assert "5 rows were refused" in real.text
    assert "until Friday 27 November 2026" in real.text
    kinds = {kind for (kind,) in db.session.query(StaffListEntry.kind).distinct()}
    assert kinds == {"refused"}
    path = real.url.replace("/result", "")
    real.url = path
    assert len(cells(taken(real, show="refused"))) == 6
    with clock.set_to(moment=NOW + timedelta(minutes=20)):
        assert "5 rows were refused" in real.visit(f"{path}/result").text
    db.session.query(StaffListUpload).one().applied_at -= timedelta(days=1, minutes=1)
    page = real.visit(f"{path}/rows?show=refused")
    assert page.heading == "The staff list is in"
    assert "Correct the 5 refused rows where the list comes from" in page.text
    operations.forget_left_uploads()
    assert db.session.query(StaffListEntry).count() == 0
    assert db.session.query(StaffListUpload).one().is_applied


def test_nothing_of_a_list_stays_that_was_given_up_or_left(cast, browser):
    page = looked_at(browser(as_=cast.hr), some(3)).submit("Give up this file")
    assert page.status == 200
    assert db.session.query(StaffListEntry).count() == 0
    looked_at(page, some(3))
    db.session.query(StaffListUpload).one().uploaded_at -= timedelta(hours=25)
    chosen(page, some(2))
    assert db.session.query(StaffListEntry).count() == 0
    assert db.session.query(StaffListUpload).count() == 1


def test_looking_with_other_columns_replaces_what_was_looked_at(cast, browser):
    page = looked_at(browser(as_=cast.hr), a_list(row(1, Base="x" * 30), row(2)))
    page.follow("Correct the columns").submit("Look at the rows", base="")
    assert db.session.query(StaffListEntry).count() == 2


def test_nobody_else_takes_the_rows(real, cast, browser):
    for stranger in (cast.harbour_hr, cast.admin, cast.worker):
        assert browser(as_=stranger).visit(f"{real.url}/rows?show=refused").status == 404
