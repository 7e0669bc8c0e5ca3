"""Bringing a staff list in on its pages: choose, map, look, apply."""

import gzip
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask

from portal import clock
from portal.database import db
from portal.people import operations
from portal.people.models import Person, Post
from portal.people.uploads import StaffListUpload
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import STAFF_LIST, a_list, a_row
from tests.people.importing import chosen, looked_at

Open = Callable[..., Browser]


def test_hr_brings_the_real_list_in_and_the_directory_holds_it(cast: Cast, browser: Open) -> None:
    page = looked_at(browser(as_=cast.hr), STAFF_LIST.read_bytes())
    assert page.heading == "What would change"
    assert "400 people will be added with 404 posts (3 vacant), 0 changed." in page.text
    assert "5 rows are refused" in page.text
    page.submit("Apply")
    assert page.heading == "The staff list is in"
    assert "400 people were added with 404 posts (3 vacant)" in page.text
    assert page.follow("First steps").url == "/organisation/first-steps"
    found = page.visit("/people?q=zajac bless")
    assert "1 person found for zajac bless" in found.text
    assert "Team Manager, Family Centre West" in found.text
    again = looked_at(page, STAFF_LIST.read_bytes()).submit("Apply")
    assert again.heading == "The staff list is in"
    assert "First steps" not in again.text


def test_the_rows_of_one_kind_are_shown_with_number_and_reason(cast: Cast, browser: Open) -> None:
    page = looked_at(browser(as_=cast.hr), STAFF_LIST.read_bytes()).follow("Refused (5)")
    for number, reason in {
        182: "Cont. Service Start: 31/02/2024 is not a date that exists. Write it as day/month/year.",
        183: "FTE: 1.6 is more than full time.",
        184: "Employee No: there is no staff number.",
        192: "is a formula",
        193: "Post Start: 01/01/2031 is more than a year ahead.",
    }.items():
        assert str(number) in page.text
        assert reason in page.text
    assert "Marta Greenwood" not in page.text


def test_the_rows_come_fifty_at_a_time(cast: Cast, browser: Open) -> None:
    page = looked_at(browser(as_=cast.hr), STAFF_LIST.read_bytes())
    assert "Marta Greenwood" in page.text
    page.follow("Next page")
    assert page.status == 200
    assert "Marta Greenwood" not in page.text


def test_a_preview_takes_as_many_statements_however_many_people(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    page = browser(as_=cast.hr)
    taken = {}
    for size in (60, 600):
        rows = [a_row(Employee_No=str(number)) for number in range(1, size + 1)]
        looked_at(page, a_list(*rows))
        statements.clear()
        page.visit(page.url)
        assert f"{size - len(taken) * 60} people will be added" in page.text
        taken[size] = len(statements)
        page.submit("Apply")
        assert page.heading == "The staff list is in"
    assert taken[60] == taken[600] <= 12


def test_the_page_of_columns_stays_small(cast: Cast, browser: Open) -> None:
    page = chosen(browser(as_=cast.hr), STAFF_LIST.read_bytes())
    assert len(gzip.compress(page.response.get_data())) < 12 * 1024


def test_applying_twice_brings_it_in_once(cast: Cast, browser: Open) -> None:
    page = looked_at(browser(as_=cast.hr), a_list(a_row()))
    fields = {
        box.attrib["name"]: box.attrib.get("value", "")
        for form in page.all("form")
        if form.attrib["action"].endswith("/applying")
        for box in form.iter()
        if "name" in box.attrib
    }
    path = page.url + "/applying"
    for _ in range(2):
        page.post(path, **fields)
        assert page.heading == "The staff list is in"
    fields.pop("form_key")
    page.post(path, **fields)
    assert page.heading == "The staff list is in"
    assert db.session.query(Person).filter_by(staff_number="00100001").count() == 1


def test_what_the_file_said_is_forgotten_once_it_is_in(cast: Cast, browser: Open) -> None:
    page = looked_at(browser(as_=cast.hr), a_list(a_row())).submit("Apply")
    assert page.status == 200
    upload = db.session.query(StaffListUpload).one()
    assert (upload.content, upload.file_name, upload.is_applied) == (b"", "", True)


def test_giving_up_a_file_leaves_nothing(cast: Cast, browser: Open) -> None:
    page = looked_at(browser(as_=cast.hr), a_list(a_row())).submit("Give up this file")
    assert "Nothing was brought in. The file is gone." in page.text
    assert db.session.query(StaffListUpload).count() == 0
    assert db.session.query(Person).filter_by(staff_number="00100001").count() == 0


def test_a_column_with_an_odd_heading_can_be_chosen(cast: Cast, browser: Open) -> None:
    odd = {"Zuname" if name == "Surname" else name: text for name, text in a_row().items()}
    page = chosen(browser(as_=cast.hr), a_list(odd, columns_first=tuple(odd)))
    page.submit("Look at the rows")
    assert page.status == 422
    assert "Choose the column that holds: family name." in page.text
    page.submit("Look at the rows", family_name="1").submit("Apply")
    assert db.session.query(Person).filter_by(staff_number="00100001").one().family_name == "Okafor"


def test_one_column_cannot_be_two_things(cast: Cast, browser: Open) -> None:
    page = chosen(browser(as_=cast.hr), a_list(a_row())).submit("Look at the rows", known_as="1")
    assert page.status == 422
    assert "“Surname” is already chosen for family name." in page.text


def test_a_change_between_looking_and_applying_is_told(cast: Cast, browser: Open) -> None:
    page = looked_at(browser(as_=cast.hr), a_list(a_row()))
    other = looked_at(browser(as_=cast.admin), a_list(a_row(Base="East Hub"))).submit("Apply")
    assert other.status == 200
    page.submit("Apply")
    assert page.status == 409
    assert "Nothing was brought in. 1 person was changed since you looked." in page.text
    page.submit("Look again")
    assert page.status == 200
    assert "The portal already knows everything in this list." in page.text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"PK\x03\x04rest of a workbook", "This workbook is damaged"),
        (b"a,b\x00c\n1,2\n", "This is not a text file."),
        (b"\xd0\xcf\x11\xe0 an old workbook", "workbook in the older form (.xls)"),
        (b"%PDF-1.7", "This is a PDF."),
        (b"<html><body>", "This is a web page"),
        (b"Employee No,Surname\n", "There are headings but no rows."),
        (b"just words\nmore words\n", "No headings were found"),
        (b'Employee No,Surname\n1,"never closed\n2,b\n3,c\n4,d\n', "quotation mark"),
    ],
)
def test_what_is_no_staff_list_is_refused_with_a_sentence(
    content: bytes, sentence: str, cast: Cast, browser: Open
) -> None:
    page = chosen(browser(as_=cast.hr), content)
    assert page.status == 422
    assert sentence in page.text
    assert db.session.query(StaffListUpload).count() == 0


def test_no_file_at_all_is_told_beside_the_field(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit("/people/import").submit("Look at the columns")
    assert page.status == 422
    assert "Choose the file that holds the staff list" in page.text


def test_a_request_over_20_mb_is_refused_unread(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr)
    announced = {"CONTENT_LENGTH": str(21 * 1024 * 1024)}
    answer = page.client.post(
        "/people/import", content_type="multipart/form-data", environ_overrides=announced
    )
    assert answer.status_code == 413


def test_nobody_else_reaches_an_upload(cast: Cast, browser: Open) -> None:
    page = looked_at(browser(as_=cast.hr), a_list(a_row()))
    paths = [page.url, page.url + "/columns", page.url + "/result"]
    for stranger in (cast.harbour_hr, cast.admin, cast.worker):
        for path in paths:
            assert browser(as_=stranger).visit(path).status == 404
        assert browser(as_=stranger).post(page.url + "/applying").status == 404
    assert db.session.query(Post).filter_by(started_on=date(2020, 9, 1)).count() == 0


@pytest.mark.parametrize("who", ["nqsw", "coach", "manager", "coordinator", "evaluator"])
def test_only_hr_and_administrators_bring_a_list_in(who: str, cast: Cast, browser: Open) -> None:
    page = browser(as_=getattr(cast, who))
    assert page.visit("/people/import").status == 403
    assert "Bring a staff list in" not in page.visit("/people").text


def test_a_file_left_lying_for_a_day_goes_with_the_next(cast: Cast, browser: Open) -> None:
    chosen(browser(as_=cast.hr), a_list(a_row()))
    old = db.session.query(StaffListUpload).one()
    old.uploaded_at -= timedelta(hours=25)
    old_id = old.id
    chosen(browser(as_=cast.admin), a_list(a_row()))
    assert old_id not in {upload.id for upload in db.session.query(StaffListUpload)}


def test_tidying_deletes_files_left_lying_and_keeps_the_counts_of_lists_that_are_in(
    app: Flask, cast: Cast
) -> None:
    long_ago = clock.now() - timedelta(hours=25)
    for applied_at in (None, long_ago):
        upload = operations.record_file(cast.hr.organisation_id, b"who,what")
        upload.uploaded_at, upload.applied_at = long_ago, applied_at
    db.session.flush()
    assert operations.forget_left_uploads() == 1
    assert db.session.query(StaffListUpload).one().is_applied
