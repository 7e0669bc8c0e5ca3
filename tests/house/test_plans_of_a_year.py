"""How SQLite finds the rows of every page of the year, in a cohort: by a key, never by all."""

import re

import pytest

from portal.database import Base, db
from tests.house import cohort, examples
from tests.house.test_pages import walk
from tests.house.test_plans import plan_of

YEARS = 12
AREAS = ("home", "induction", "standards", "mentoring")
READERS = ("nqsw", "assessor", "manager", "coordinator", "hr")
# Tables that do not pass a thousand rows in one organisation of any size.
SMALL = {"organisation", "unit", "own_programme", "panel"}

pytestmark = pytest.mark.once


def reads_all_of(step: str) -> str:
    """The table that a step of a plan reads from end to end, if it may grow large."""
    words = step.split()
    if words[:1] != ["SCAN"]:
        return ""
    table = re.sub(r"_\d+$", "", words[1])
    return table if table in Base.metadata.tables and table not in SMALL else ""


def test_no_page_of_the_year_reads_a_table_that_grows_from_end_to_end(
    app, cast, browser, statements
):
    rows = examples.rows(cast)
    cohort.gather(cast, YEARS)
    rows = {name: examples.as_the_guard_does(row) for name, row in rows.items()}
    examples.read_roles()
    asked: dict[str, str] = {}
    for page, address, mine in walk(app, cast, browser, rows, areas=AREAS, readers=READERS):
        statements.clear()
        mine.send("get", address)
        for each in statements:
            if each.startswith(("SELECT", "WITH")):
                asked.setdefault(each, page)
    assert len(asked) > 100
    found = {
        f"{page}: {step}: {each}"
        for each, page in asked.items()
        for step in plan_of(each)
        if reads_all_of(step)
    }
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("SELECT * FROM piece WHERE deleted_at IS NULL", "piece"),
        ("SELECT * FROM piece AS piece_1 ORDER BY kind", "piece"),
        ("SELECT * FROM piece WHERE person_id = ?", ""),
        ("SELECT * FROM unit", ""),
    ],
)
def test_a_statement_that_does_is_found_out(app, statement, table):
    assert {reads_all_of(step) for step in plan_of(statement)} - {""} == ({table} - {""})


def test_what_waits_looks_through_no_writing_of_others(app):
    """While every piece stood in the index of the deleted ones, SQLite thought it the best way."""
    asked = "SELECT id FROM piece WHERE person_id = ? AND deleted_at IS NULL"
    assert not any("ix_piece_deleted" in step for step in plan_of(asked))
    db.session.rollback()
