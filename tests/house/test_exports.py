"""Every list goes out as a file: under the rule of its page, with what the page shows, noted."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from flask import template_rendered

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import Person, Post
from tests.cast import Cast
from tests.house import crowd, examples
from tests.house.routes import Visit, names, visits
from tests.house.test_pages import openable

TEMPLATES = Path(__file__).parents[2] / "templates"
# Lists that are no lists of the portal's data: why nobody takes them away as a file.
EXCEPTIONS = {
    "GET /outbox": "the demonstration's own mail, of invented people",
    "GET /people/import/<uuid:upload_id>": "has its own file, of the rows as they are to be mended",
}
EXPORT = "/export"
# What only some may see, planted in each person: (field, marker).
MARKERS = {"phone": "0999-", "reach_me": "reach-", "registration_number": "SW9",
           "staff_number": "staff-", "base": "base-"}  # fmt: skip
# The exports in which a marker may stand, for those who may open them.
MAY_HOLD = {
    "staff_number": {
        "people.export_data_quality", "people.export_registrations", "people.export_staff_list",
    },
    "registration_number": {"people.export_registrations", "people.export_staff_list"},
    "base": {"people.export_staff_list", "people.export_directory"},
    "phone": set(),
    "reach_me": set(),
}  # fmt: skip


# Where grade and hours may stand: the staff list, and one's own or those of one's people.
TERMS = {"people.export_staff_list", "people.export_unit"}


def has_a_pager(template: str) -> bool:
    """Whether this template, or one that it includes, shows a list a page at a time."""
    source = (TEMPLATES / template).read_text("utf-8")
    parts = re.findall(r'{%-?\s*include "([^"]+)"', source)
    return "parts.pager(" in source or any(has_a_pager(part) for part in parts)


def is_export(visit: Visit) -> bool:
    return visit.method == "GET" and visit.route.rule.endswith(EXPORT)


def exports(app: Any) -> list[Visit]:
    return [visit for visit in visits(app) if is_export(visit)]


@pytest.fixture
def rows(cast: Cast) -> Any:
    made = examples.rows_again(cast)
    crowd.gather(cast, 3)
    made = {name: examples.as_the_guard_does(row) for name, row in made.items()}
    examples.read_roles()
    return made


@pytest.fixture
def taken(app: Any, cast: Cast, browser: Any, rows: Any) -> Any:
    """Every export for everybody who may have it: (visit, name, answer)."""

    def take(kind: str = "csv") -> list[tuple[Visit, str, Any]]:
        found = []
        readers = {name: browser(as_=person) for name, person in names(cast).items()}
        for visit, name, _ in openable(app, cast, rows):
            if is_export(visit):
                query = "&kind=no-email" if visit.route.rule.startswith("/people/quality") else ""
                address = f"{visit.address(app, rows)}?as={kind}{query}"
                found.append((visit, name, readers[name].send("get", address)))
        return found

    return take


def test_every_list_that_is_shown_a_page_at_a_time_has_its_file(app, cast, browser, rows):
    shown: dict[str, set[str]] = {}
    rendered: list[str] = []
    readers = {name: browser(as_=person) for name, person in names(cast).items()}
    note = lambda _app, template, **_: rendered.append(template.name)  # noqa: E731
    with template_rendered.connected_to(note, app):
        for visit, name, _ in openable(app, cast, rows):
            rendered.clear()
            readers[name].send("get", visit.address(app, rows))
            shown.setdefault(visit.name, set()).update(rendered)
    lists = {page for page, used in shown.items() if any(map(has_a_pager, used))}
    files = {visit.name for visit in exports(app)}
    without = {page for page in lists - EXCEPTIONS.keys() if f"{page}{EXPORT}" not in files}
    assert not without, f"These lists have no file beside them: {', '.join(sorted(without))}"
    assert lists, "No list was found at all"


def test_a_file_is_for_those_who_may_see_its_page(app):
    pages = {visit.route.rule: visit.rule for visit in visits(app) if visit.method == "GET"}
    for visit in exports(app):
        page = pages[visit.route.rule.removesuffix(EXPORT)]
        assert visit.rule.policy is page.policy, visit.name
        assert visit.rule.hidden == page.hidden, visit.name


def test_each_file_opens_in_both_kinds_and_says_the_same(taken):
    from openpyxl import load_workbook

    sheets = {}
    for visit, name, answer in taken("xlsx"):
        assert answer.status_code in {200, 404}, f"{visit.name} for {name}"
        if answer.status_code == 200:
            sheet = load_workbook(io.BytesIO(answer.get_data())).active
            sheets[visit.name, name] = [len(sheet[1]), sheet.max_row]
    for visit, name, answer in taken("csv"):
        if answer.status_code == 200:
            lines = list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"))))
            assert sheets[visit.name, name] == [len(lines[0]), len(lines)], visit.name
    assert len(sheets) > 20


def test_each_file_is_written_down_with_the_number_of_its_rows(taken):
    for visit, name, answer in taken():
        if answer.status_code != 200:
            continue
        lines = list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"))))
        actor = answer.headers["Content-Disposition"]
        assert actor.startswith("attachment; filename="), f"{visit.name} for {name}"
        last = db.session.query(AuditEntry).order_by(AuditEntry.at.desc(), AuditEntry.number.desc())
        written = last.filter(AuditEntry.action.endswith("_exported")).all()
        assert any(entry.particulars["rows"] == len(lines) - 1 for entry in written), visit.name


def test_no_file_says_what_its_reader_may_not_see(app, cast, browser, taken):
    people = db.session.query(Person).filter_by(organisation_id=cast.hr.organisation_id).all()
    for number, person in enumerate(people):
        for field, marker in MARKERS.items():
            setattr(person, field, f"{marker}{number}")
        person.email = person.email if number % 2 else None
    for post in db.session.query(Post).filter_by(organisation_id=cast.hr.organisation_id):
        post.grade, post.cost_code = "grade-9", "cost-9"
    db.session.commit()
    for visit, name, answer in taken():
        said = answer.get_data(as_text=True)
        for field, marker in MARKERS.items():
            if visit.route.endpoint not in MAY_HOLD[field]:
                assert marker not in said, f"{visit.name} for {name} says the {field}"
        if visit.route.endpoint not in TERMS:
            assert "grade-9" not in said, f"{visit.name} for {name}"
        if visit.route.endpoint != "people.export_staff_list":
            assert "cost-9" not in said, f"{visit.name} for {name}"
        if answer.status_code == 200:
            for other in (cast.harbour_nqsw, cast.harbour_hr, cast.lockside_worker):
                if names(cast)[name].organisation_id != other.organisation_id:
                    assert other.family_name not in said, f"{visit.name} for {name}"


@pytest.mark.parametrize(
    ("name", "whose"),
    [("nqsw", {"Amira Khan"}), ("panel", {"Ivan Petrov"}), ("coordinator", {"Siân Hughes"})],
)
def test_the_file_of_a_unit_says_ones_own_grade_and_nobody_elses(name, whose, cast, browser):
    for post in db.session.query(Post).filter_by(organisation_id=cast.hr.organisation_id):
        post.grade = "G9"
    unit_id = db.session.query(Post.unit_id).filter_by(person_id=cast.hr.id).scalar()
    said = browser(as_=getattr(cast, name)).send("get", f"/units/{unit_id}/export").get_data()
    lines = list(csv.reader(io.StringIO(said.decode("utf-8-sig"))))
    assert {line[0] for line in lines[1:] if line[2]} == whose


def test_the_coordinator_takes_away_no_way_of_meeting(app, cast, browser, rows):
    pairing = rows["Pairing"]
    for address in ("/pairings/export", f"/pairings/{pairing.id}/export"):
        said = browser(as_=cast.coordinator).send("get", address).get_data(as_text=True)
        assert "in person" not in said
    own = browser(as_=cast.coach).send("get", "/sessions/export").get_data(as_text=True)
    assert "in person" in own


def test_an_unknown_kind_of_file_is_not_found(app, cast, browser, rows):
    assert browser(as_=cast.hr).send("get", "/notices/export?as=pdf").status_code == 404
