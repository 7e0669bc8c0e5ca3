"""The whole staff list as a file: every row there is, and nothing changes when it comes back."""

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from portal.clock import today
from portal.database import db
from portal.people.models import Organisation, Person, Post, Unit
from portal.people.queries.staff_list import HEADINGS, staff_list
from tests.factories.people import STAFF_LIST, a_person, a_post, an_organisation, bring_in, plan_of

EXPORT = "/people/staff-list/export"


def as_csv(rows) -> bytes:
    text = io.StringIO()
    written = [[cell.isoformat() if isinstance(cell, date) else cell for cell in r] for r in rows]
    csv.writer(text).writerows([HEADINGS, *written])
    return text.getvalue().encode()


def taken(browser, person) -> list[dict[str, str]]:
    answer = browser(as_=person).send("get", EXPORT)
    return list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"))))


def test_what_came_in_goes_out_and_changes_nothing_when_it_comes_in_again(app):
    organisation = an_organisation()
    bring_in(organisation, STAFF_LIST.read_bytes())
    db.session.commit()
    counts = plan_of(organisation, as_csv(staff_list(organisation.id, today()))).counts()
    assert counts.pop("rows_unchanged") > 400
    assert not any(counts.values()), counts


def test_a_text_that_looks_like_a_formula_comes_back_as_it_was(cast, browser, commit):
    cast.worker.staff_number, cast.worker.base = "00000001", "=Moon"
    db.session.query(Post).filter_by(person_id=cast.worker.id).one().grade = "-9"
    commit()
    answer = browser(as_=cast.hr).send("get", EXPORT)
    assert b"'=Moon" in answer.get_data()
    own = db.session.get_one(Organisation, cast.hr.organisation_id)
    plan = plan_of(own, answer.get_data())
    entry = next(each for each in plan.entries if each.name == "Leila Taylor")
    assert (entry.kind, entry.changes) == ("unchanged", ())


def test_everybody_has_a_row_for_each_post_of_today_and_to_come(cast, browser, commit):
    a_post(cast.worker, job_title="Practice Educator", started_on=date(2027, 1, 4))
    a_post(cast.worker, job_title="Student", started_on=date(2019, 1, 4), ended_on=date(2020, 1, 1))
    a_person(cast.hr, given="No", family="Post")
    gone = a_person(cast.hr, given="Long", family="Gone", left_on=date(2026, 1, 1))
    a_post(gone)
    commit()
    rows = taken(browser, cast.hr)
    titles = [row["Job title"] for row in rows if row["Family name"] == "Taylor"]
    assert titles == ["Social Worker", "Practice Educator"]
    assert [row["Job title"] for row in rows if row["Family name"] == "Post"] == [""]
    assert "Gone" not in {row["Family name"] for row in rows}


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
    own = db.session.query(Person).filter_by(organisation_id=cast.hr.organisation_id)
    assert names == {person.family_name for person in own}


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
        list(staff_list(cast.hr.organisation_id, today()))
        sent.append(len([each for each in statements if each.startswith("SELECT")]))
    assert sent[0] == sent[1]
