"""The columns of a source are remembered, and its next list is recognised."""

from datetime import timedelta

from portal.database import db
from portal.people.uploads import StaffListSource
from tests.factories.people import a_list
from tests.people.importing import chosen, looked_at, row

ODD = {"Surname": "Zuname", "Forename(s)": "Rufname"}


def odd(number, **facts):
    """A row whose names stand under headings that nobody knows."""
    return {ODD.get(name, name): value for name, value in row(number, **facts).items()}


def odd_list(*rows):
    return a_list(*rows, columns_first=tuple(rows[0]))


def brought_in(page, content, **told):
    looked_at(page, content, **told).submit("Apply")
    assert page.heading == "The staff list is in", page.text
    return page


def test_the_second_list_needs_nobody_to_say_what_its_columns_are(cast, browser):
    page = browser(as_=cast.hr)
    brought_in(page, odd_list(odd(1)), family_name="1", given_names="2", source_name="iTrent")
    assert "remembered for the next list from iTrent" in page.text
    chosen(page, odd_list(odd(1), odd(2)))
    assert "The columns are as last time: iTrent, used on Thursday 26 November 2026" in page.text
    page.submit("Look at the rows")
    assert "1 person will be added" in page.text


def test_columns_that_moved_and_one_that_is_new_still_find_their_fields(cast, browser):
    page = browser(as_=cast.hr)
    brought_in(page, odd_list(odd(1)), family_name="1", given_names="2")
    moved = {"Base": "East Hub"} | dict(reversed(list(odd(2).items())))
    looked_at(page, odd_list(moved)).submit("Apply")
    assert page.heading == "The staff list is in"


def test_of_two_sources_with_the_same_headings_one_is_chosen_by_name(cast, browser):
    page = browser(as_=cast.hr)
    brought_in(page, odd_list(odd(1)), family_name="1", given_names="2", source_name="North")
    db.session.query(StaffListSource).one().used_at -= timedelta(days=1)
    brought_in(page, odd_list(odd(2)), family_name="2", given_names="1", source_name="South")
    chosen(page, odd_list(odd(3)))
    assert "as last time: South" in page.text
    page.follow("North")
    assert "as last time: North" in page.text
    page.submit("Look at the rows").submit("Apply")
    assert db.session.query(StaffListSource).count() == 2


def test_a_name_in_other_capitals_is_the_same_source(cast, browser):
    page = browser(as_=cast.hr)
    for name in ("Payroll", "payroll", "PAYROLL"):
        brought_in(page, odd_list(odd(1)), family_name="1", given_names="2", source_name=name)
    assert [source.name for source in db.session.query(StaffListSource)] == ["Payroll"]


def test_a_file_that_was_given_up_teaches_nothing(cast, browser):
    page = browser(as_=cast.hr)
    looked_at(page, odd_list(odd(1)), family_name="2", given_names="1").submit("Give up this file")
    assert db.session.query(StaffListSource).count() == 0


def test_another_organisations_sources_are_not_known(cast, browser):
    brought_in(browser(as_=cast.harbour_hr), odd_list(odd(1)), family_name="1", given_names="2")
    theirs = db.session.query(StaffListSource).one().id
    page = chosen(browser(as_=cast.hr), odd_list(odd(1)))
    assert "guessed from their headings" in page.text
    page.visit(f"{page.url}?source={theirs}")
    assert page.status == 200
    assert "guessed from their headings" in page.text


def test_headings_that_only_a_source_knows_are_found_below_a_title(cast, browser):
    page = browser(as_=cast.hr)
    only = {"Nr": "1", "Zuname": "Silva", "Rufname": "Ben", "Amt": "Coach", "Beginn": "1/9/2020",
            "Stelle": "Duty"}  # fmt: skip
    columns = {"staff_number": "0", "family_name": "1", "given_names": "2", "job_title": "3",
               "started_on": "4", "team": "5"}  # fmt: skip
    brought_in(page, odd_list(only), **columns)
    chosen(page, b"Staff list,November\r\n" + odd_list(only))
    assert "The columns are as last time: Payroll" in page.text
    page.submit("Look at the rows")
    assert "already knows everything" in page.text
