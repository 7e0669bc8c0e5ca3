"""Odd files through the page: the sentence stands beside the field, and nothing is kept."""

import io
from datetime import date

import pytest

from portal.database import db
from portal.people.uploads import StaffListUpload
from tests.people.odd_files import FILES as TEXTS
from tests.people.odd_files import Odd
from tests.people.odd_workbooks import FILES as WORKBOOKS
from tests.people.odd_workbooks import with_rows

BY_NAME = {odd.name: odd for odd in (*TEXTS, *WORKBOOKS)}
REFUSED = ("a PDF", "a workbook with a password", "a web page called .xls", "a billion laughs",
           "64 KiB that unpack to a cell of 60 MiB", "half a workbook", "an OpenDocument sheet",
           "a zip file with a list in it", "only blank rows")  # fmt: skip
READ = ("a plain workbook", "several sheets", "UTF-16 without a mark", "macros", "a hidden row")


def chosen(browser, who, odd: Odd, name: str = "staff list.xlsx"):
    page = browser(as_=who).visit("/people/import")
    return page.submit("Look at the columns", file=(io.BytesIO(odd.content()), name))


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_is_answered_beside_the_field(name, cast, browser) -> None:
    page = chosen(browser, cast.hr, BY_NAME[name])
    assert page.status == 422
    assert page.text.count(BY_NAME[name].says) == 2, "in the summary and beside the field"
    assert db.session.query(StaffListUpload).count() == 0


@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_only_odd_goes_on_to_its_columns(name, cast, browser) -> None:
    page = chosen(browser, cast.hr, BY_NAME[name])
    assert page.status == 200
    assert page.heading == "What is in this list?"
    assert BY_NAME[name].notes in page.text


def test_a_workbook_of_excel_brings_somebody_in(cast, browser) -> None:
    headings = ("Employee No", "Surname", "Forename(s)", "Job Title", "Post Start", "Team", "FTE")
    row = (100001, "Okafor", "Ben", "Social Worker", date(2020, 9, 1), "Moon Team", 0.6)
    content = with_rows(row, headings=headings)
    page = browser(as_=cast.hr).visit("/people/import")
    page.submit("Look at the columns", file=(io.BytesIO(content), "staff.xlsx"))
    page.submit("Look at the rows", source_name="Payroll").submit("Apply")
    assert "1 person was added" in page.text
    assert "Ben Okafor" in page.visit("/people?q=okafor").text
