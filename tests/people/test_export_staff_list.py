"""The staff list goes out, by page and by command; brought in again, it changes nothing."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.people import queries
from portal.people.commands import people
from portal.people.models import Organisation, Person, Post, Unit
from portal.people.staff_list import columns, reading
from portal.people.staff_list.exporting import HEADINGS, rows_of
from portal.people.staff_list.reading import UnreadableFileError
from portal.web.downloads import download
from tests.factories.people import (
    STAFF_LIST,
    a_list,
    a_person,
    a_post,
    a_row,
    an_organisation,
    bring_in,
    plan_of,
)
from tests.people.test_staff_list_twice import Arrival, arrivals

TODAY = date(2026, 11, 26)
EXPORT = "/people/staff-list/export"


def exported(here: Organisation, day: date, kind: str = "csv") -> bytes:
    rows = rows_of(queries.held(here.id), day)
    return download("staff list", HEADINGS, rows, kind).get_data()


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
    assert columns.guess(HEADINGS) == {field: at for at, field in enumerate(columns.LABELS)}


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
        day: [line.cells[list(columns.LABELS).index("grade")] for line in reading.read(file).lines]
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


def taken(browser: Any, person: Person) -> list[dict[str, str]]:
    answer = browser(as_=person).send("get", EXPORT)
    return list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"))))


def test_what_the_page_gives_changes_nothing_when_it_comes_in_again(cast, browser, commit):
    cast.worker.staff_number, cast.worker.base = "00000001", "=Moon"
    db.session.query(Post).filter_by(person_id=cast.worker.id).one().grade = "-9"
    commit()
    answer = browser(as_=cast.hr).send("get", EXPORT)
    assert b"'=Moon" in answer.get_data()
    own = db.session.get_one(Organisation, cast.hr.organisation_id)
    (entry,) = [each for each in plan_of(own, answer.get_data()).entries if "Taylor" in each.name]
    assert (entry.kind, entry.changes) == ("unchanged", ())


def test_everybody_has_a_row_for_each_post_of_today(cast, browser, commit):
    a_post(cast.worker, job_title="Practice Educator", started_on=date(2026, 1, 4))
    a_post(cast.worker, job_title="Consultant", started_on=date(2027, 1, 4))
    a_post(cast.worker, job_title="Student", started_on=date(2019, 1, 4), ended_on=date(2020, 1, 1))
    a_person(cast.hr, given="No", family="Post")
    gone = a_person(cast.hr, given="Long", family="Gone", left_on=date(2026, 1, 1))
    a_post(gone)
    commit()
    rows = taken(browser, cast.hr)
    titles = {row["Job title"] for row in rows if row["Family name"] == "Taylor"}
    assert titles == {"Social Worker", "Practice Educator"}
    assert not {"Gone", "Post"} & {row["Family name"] for row in rows}


def test_a_vacant_post_comes_last_under_the_name_vacant(cast, browser, commit):
    unit = db.session.query(Unit).filter_by(organisation_id=cast.hr.organisation_id).first()
    db.session.add(Post(organisation_id=unit.organisation_id, unit_id=unit.id,
                        job_title="Team Manager", started_on=date(2026, 9, 1)))  # fmt: skip
    commit()
    last = taken(browser, cast.hr)[-1]
    assert (last["Family name"], last["Job title"], last["Team"]) == (
        "Vacant", "Team Manager", "Family Support Pod A",
    )  # fmt: skip


def test_the_first_day_is_that_of_the_post_and_not_of_its_last_change(cast, browser, commit):
    post = db.session.query(Post).filter_by(person_id=cast.worker.id).one()
    post.started_on, post.began_on = date(2026, 4, 1), date(2020, 9, 1)
    commit()
    row = next(row for row in taken(browser, cast.hr) if row["Family name"] == "Taylor")
    assert row["Post started on"] == "2020-09-01"


def test_a_workbook_holds_the_same_rows(cast, browser, commit):
    commit()
    answer = browser(as_=cast.admin).send("get", f"{EXPORT}?as=xlsx")
    sheet = load_workbook(io.BytesIO(answer.get_data())).active
    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert sheet.max_row == 1 + len(taken(browser, cast.admin))


def test_only_the_own_organisation_goes_out(cast, browser, commit):
    commit()
    names = {row["Family name"] for row in taken(browser, cast.hr)}
    holders = db.session.query(Person.family_name).join(Post, Post.person_id == Person.id)
    own = holders.filter(Post.organisation_id == cast.hr.organisation_id)
    assert names - {"Vacant"} == set(db.session.scalars(own.statement))


@pytest.mark.parametrize("name", ["nqsw", "manager", "principal", "coordinator", "evaluator"])
def test_nobody_but_hr_and_administrators_takes_it(name, cast, browser):
    for address in ("/people/staff-list", EXPORT):
        assert browser(as_=getattr(cast, name)).send("get", address).status_code == 403


def test_as_many_statements_for_many_as_for_few(cast, statements):
    sent = []
    for more in (1, 40):
        for number in range(more):
            a_post(a_person(cast.hr, given=f"N{more}{number}", family="Moss"))
        statements.clear()
        list(rows_of(queries.held(cast.hr.organisation_id), TODAY))
        sent.append(len([each for each in statements if each.startswith("SELECT")]))
    assert sent[0] == sent[1]
