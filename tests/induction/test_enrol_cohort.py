"""A cohort is enrolled from a spreadsheet or from pasted cells: looked at first, then enrolled."""

import io
from datetime import date
from decimal import Decimal

import pytest

from portal.clock import today
from portal.database import db
from portal.induction import cohort, entry
from portal.induction.models import Induction
from portal.people.staff_list import reading
from tests.factories.induction import ASYE, an_induction
from tests.factories.people import a_person, a_post

PAGE = "/inductions/new/list"


def table(text: str) -> reading.Table:
    return reading.read(text.encode(), cohort.known)


def test_rows_are_read_by_their_headings_in_any_order():
    read = cohort.rows_of(
        table("FTE\tStart date\tEmployee No\n0.6\t07/09/2026\t0012\n\t\t0013\n"), date(2026, 8, 1)
    )
    assert [(row.number, row.who, row.started_on, row.fte) for row in read] == [
        (2, "0012", date(2026, 9, 7), Decimal("0.600")),
        (3, "0013", None, None),
    ]


def test_what_cannot_be_read_is_said_for_its_row_alone():
    read = cohort.rows_of(
        table("Work e-mail,First day,FTE\na@x.example,31/02/2026,2\nb@x.example,1/9/2026,1\n,,\n"),
        date(2026, 8, 1),
    )
    assert len(read) == 2
    assert len(read[0].problems) == 2
    assert read[1].problems == ()


def test_the_list_that_the_page_keeps_reads_as_the_file_did():
    first = table("Work e-mail,Notes,First day\na@x.example,hello,1/9/2026\nb@x.example,,\n")
    again = table(cohort.as_pasted(first))
    assert cohort.rows_of(again, date(2026, 8, 1)) == cohort.rows_of(first, date(2026, 8, 1))


def test_columns_under_which_nothing_is_read_are_named():
    headings = ("E-mail", "Began on", " ", "Email", "FTE")
    assert cohort.not_read(headings) == ["Began on", "Email"]


def test_a_single_column_of_numbers_is_a_list_too():
    column = cohort.column_of("Staff number\n0012\n\n0013\n")
    assert [row.who for row in cohort.rows_of(column, date(2026, 8, 1))] == ["0012", "0013"]
    assert cohort.column_of("Name\nWren\n") is None


def test_what_to_check_is_said_and_stops_nobody(cast):
    wren = a_person(cast.worker, qualified_on=date(2020, 7, 1))
    said = entry.to_check(wren, ASYE, date(2026, 9, 7))
    if ASYE.eligibility.within_years:
        assert any("qualified on 1 July 2020" in each for each in said)
    assert any("registration number" in each for each in said)
    leap = entry.years_after(date(2024, 2, 29), 1)
    assert leap == date(2025, 3, 1)


@pytest.fixture
def two(cast):
    """Two who could start, by staff number."""
    people = []
    for number, given in (("T-1", "Wren"), ("T-2", "Robin")):
        person = a_person(cast.worker, given=given, family="Silva", staff_number=number)
        a_post(person, started_on=date(2026, 9, 7), job_title="Newly Qualified Social Worker")
        people.append(person)
    db.session.commit()
    return people


def years_of(person) -> list[Induction]:
    db.session.expire_all()
    return db.session.query(Induction).filter_by(person_id=person.id).all()


def test_pasted_cells_are_looked_at_and_then_enrolled(cast, two, browser):
    page = browser(as_=cast.coordinator).visit("/inductions/new")
    page = page.follow("Enrol a cohort from a spreadsheet")
    rows = f"Staff number\tFirst day\tFTE\tAssessor\nT-1\t07/09/2026\t0.6\t{cast.assessor.email}\nT-2\nX-9\n"
    programme = "asye-child-and-family 2026"
    page = page.submit("Look at the rows", programme=programme, rows=rows)
    assert "2 people of 3 can start" in page.text
    assert "Nobody who works here has this staff number or e-mail." in page.text
    assert years_of(two[0]) == []
    page = page.submit("Enrol 2 people")
    assert "2 people enrolled and told. 1 row left out." in page.text
    [first], [second] = years_of(two[0]), years_of(two[1])
    assert (first.fte, first.is_assessed_by(cast.assessor)) == (Decimal("0.600"), True)
    assert (second.started_on, second.fte) == (date(2026, 9, 7), Decimal(1))


def test_a_second_press_enrols_nobody_twice(cast, two, browser):
    page = browser(as_=cast.coordinator).visit(PAGE)
    answers = {
        "programme": "asye-child-and-family 2026",
        "rows": "Staff number\nT-1\n",
        "enrol": "yes",
        "form_key": "one key",
    }
    page.post(PAGE, **answers)
    page.post(PAGE, **answers)
    page.post(PAGE, **answers | {"form_key": "another"})
    assert len(years_of(two[0])) == 1
    assert "already has an induction year" in page.text


def test_a_file_is_read_and_what_it_says_stays_on_the_page(cast, two, browser):
    mine = browser(as_=cast.coordinator).visit(PAGE)
    given = {
        "csrf_token": mine.token(),
        "form_key": "k",
        "programme": "asye-child-and-family 2026",
        "file": (io.BytesIO(b"Employee No,Start date\nT-2,07/09/2026\n"), "cohort.csv"),
    }
    answer = mine.send("post", PAGE, data=given, content_type="multipart/form-data")
    said = answer.get_data(as_text=True)
    assert "1 person of 1 can start" in said
    assert "T-2\t07/09/2026" in said
    assert years_of(two[1]) == []


def test_an_empty_file_is_called_empty(cast, browser):
    mine = browser(as_=cast.coordinator).visit(PAGE)
    given = {
        "csrf_token": mine.token(),
        "programme": "asye-child-and-family 2026",
        "file": (io.BytesIO(b""), "cohort.csv"),
    }
    said = mine.send("post", PAGE, data=given, content_type="multipart/form-data").text
    assert "The file is empty" in said
    assert "Choose a file" not in said


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("", "Choose a file, or paste the cells"),
        ("Name\tDay\nWren\t1/9/2026\n", "Staff number"),
        ("Staff number\n" + "\n".join(f"N{n}" for n in range(501)), "at most 500 people"),
        ("hello", ""),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_with_what_to_do(rows, says, cast, browser):
    page = browser(as_=cast.coordinator).visit(PAGE)
    page = page.post(PAGE, programme="asye-child-and-family 2026", rows=rows, form_key="k")
    assert page.status == 422
    assert says in page.text


def test_the_same_person_twice_another_s_year_and_oneself_as_assessor(cast, two, browser):
    an_induction(two[1], by=cast.coordinator, started_on=today())
    db.session.commit()
    rows = f"Staff number\tAssessor\nT-1\nT-1\nT-2\n{cast.assessor.email}\t{cast.assessor.email}\n"
    page = browser(as_=cast.coordinator).visit(PAGE)
    page = page.post(PAGE, programme="asye-child-and-family 2026", rows=rows, form_key="k")
    assert page.text.count("This person is in the list twice.") == 2
    assert "already has an induction year" in page.text
    assert "cannot assess their own year" in page.text
    assert "Nobody in this list can start yet. Each row says why" in page.text


def test_nobody_of_another_organisation_is_found(cast, browser):
    rows = f"Work e-mail\n{cast.harbour_nqsw.email}\n"
    page = browser(as_=cast.coordinator).visit(PAGE)
    page = page.post(PAGE, programme="asye-child-and-family 2026", rows=rows, form_key="k")
    assert cast.harbour_nqsw.name not in page.text
    assert "Nobody who works here" in page.text


@pytest.mark.parametrize("who", ["nqsw", "assessor", "manager", "hr", "worker"])
def test_only_the_coordinator_enrols(who, cast, browser):
    assert browser(as_=getattr(cast, who)).visit(PAGE).status == 403
