"""A list that the portal wrote comes in again and changes nothing."""

import io
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.people import queries
from portal.people.exporting import people
from portal.people.models import Organisation, Person, Post
from portal.people.staff_list import columns, reading
from portal.people.staff_list.exporting import HEADINGS, rows_of
from portal.people.staff_list.reading import UnreadableFileError
from portal.web.downloads import download
from tests.factories.people import STAFF_LIST, a_list, a_row, an_organisation, bring_in, plan_of
from tests.people.test_staff_list_twice import Arrival, arrivals

TODAY = date(2026, 11, 26)


def exported(here: Organisation, day: date, kind: str = "csv") -> bytes:
    rows = rows_of(queries.held(here.id), day)
    return download("staff list", list(HEADINGS.values()), rows, kind).get_data()


def comes_back(here: Organisation, day: date, kind: str, **terms: Any) -> None:
    """Bring in what was written, and find that it changes nothing.

    Somebody without a post on that day is in no list: a list of everybody lets them leave.
    """
    content = exported(here, day, kind)
    again = plan_of(here, content, as_at=day, **terms)
    people = queries.held(here.id).people.values()
    holders = {each.id for each in people if any(post.is_current(day) for post in each.posts)}
    assert not again.leavers.keys() & holders
    again.leavers.clear()
    assert again.is_empty, again


def test_every_heading_is_one_that_the_portal_recognises() -> None:
    headings = list(HEADINGS.values())
    assert columns.guess(headings) == {field: at for at, field in enumerate(HEADINGS)}
    assert set(HEADINGS) == set(columns.LABELS)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_real_list_goes_out_and_comes_back(app: Flask, kind: str) -> None:
    here = an_organisation()
    bring_in(here, STAFF_LIST.read_bytes())
    table = reading.read(exported(here, TODAY, kind))
    assert len(table.lines) == 404
    comes_back(here, TODAY, kind, is_everyone=True)
    elsewhere = an_organisation("Elsewhere")
    assert len(bring_in(elsewhere, exported(here, TODAY, kind)).people) == 400


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_a_spreadsheet_would_compute_comes_back_as_it_was(app: Flask, kind: str) -> None:
    here = an_organisation()
    bring_in(here, a_list(a_row(Base="Hub")))
    ben, post = db.session.query(Person).one(), db.session.query(Post).one()
    ben.known_as, ben.base, post.job_title = "+Ben", "=1+1", "-Acting | @Lead"
    ben.family_name = "'t Hooft"
    db.session.flush()
    comes_back(here, TODAY, kind, is_everyone=True, portal_owns=frozenset())
    assert b"=1+1" not in exported(here, TODAY).replace(b"'=1+1", b"")


def test_a_list_of_an_earlier_day_has_the_posts_of_that_day(app: Flask) -> None:
    here = an_organisation()
    bring_in(here, a_list(a_row(Grade="G9")), as_at=date(2026, 9, 1))
    bring_in(here, a_list(a_row(Grade="G10")))
    grades = {
        day: [line.cells[list(HEADINGS).index("grade")] for line in reading.read(file).lines]
        for day in (TODAY, TODAY - timedelta(days=1))
        if (file := exported(here, day))
    }
    assert grades == {TODAY: ["G10"], TODAY - timedelta(days=1): ["G9"]}


@given(each=arrivals(), kind=st.sampled_from(["csv", "csv", "xlsx"]))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_list_goes_out_and_comes_back(app: Flask, each: Arrival, kind: str) -> None:
    here = an_organisation()
    try:
        with each.on_its_day():
            bring_in(here, a_list(*each.rows), as_at=each.as_at, **each.terms)
            try:
                comes_back(here, each.as_at, kind, **each.terms)
            except UnreadableFileError:
                assert not list(rows_of(queries.held(here.id), each.as_at))
    except UnreadableFileError:
        pass
    finally:
        db.session.rollback()
        db.session.expunge_all()


def run(app: Flask, *arguments: str) -> Any:
    return app.test_cli_runner().invoke(people, ["export", *arguments])


def test_the_command_writes_the_list_and_a_line_in_the_trail(app: Flask, tmp_path: Path) -> None:
    here = an_organisation("Marsh End")
    bring_in(here, a_list(a_row(), a_row(Employee_No="2", Surname="Silva")))
    db.session.commit()
    file = tmp_path / "list.xlsx"
    result = run(app, str(file), "--organisation", "Marsh End")
    assert "2 posts are in" in result.output
    assert len(reading.read(file.read_bytes()).lines) == 2
    entry = db.session.query(AuditEntry).filter_by(action="people.staff_list_exported").one()
    assert entry.particulars == {"rows": 2, "day": "2026-11-26"}
    db.session.commit()
    told = run(app, "--organisation", "Marsh End", "--as-at", "2026-11-01").stdout_bytes
    assert len(reading.read(io.BytesIO(told).read()).lines) == 2
    wrong = run(app, str(tmp_path / "list.pdf"), "--organisation", "Marsh End")
    assert "ends in .csv or .xlsx" in wrong.output
    assert clock.today() == TODAY
