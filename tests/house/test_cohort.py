"""A cohort of years with two hundred records each: no page grows with it, whoever opens it."""

import pytest

from portal.database import db
from tests.house import cohort, examples
from tests.house.test_pages import MOST_STATEMENTS, counted, walk

FEW, MANY = 12, 60
AREAS = ("home", "induction", "standards", "mentoring")
READERS = ("nqsw", "assessor", "manager", "coordinator", "hr")

pytestmark = pytest.mark.once


def pages(app, cast, browser, rows):
    """Every page of the year for each kind of reader: (page, address, browser)."""
    found = walk(app, cast, browser, rows, areas=AREAS, readers=READERS)
    assert len(found) > 150
    return found


def as_now(rows):
    read = {name: examples.as_the_guard_does(row) for name, row in rows.items()}
    examples.read_roles()
    return read


def test_every_page_sends_as_many_statements_for_a_cohort_as_for_a_few(
    app, cast, browser, statements
):
    rows = examples.rows(cast)
    cohort.gather(cast, FEW)
    few = counted(pages(app, cast, browser, as_now(rows)), statements)
    cohort.gather(cast, MANY)
    assert cohort.records(cast) >= cohort.RECORDS
    db.session.expire_all()
    many = counted(pages(app, cast, browser, as_now(rows)), statements)
    faults = [f"{page}: {n}" for page, n in many.items() if n > MOST_STATEMENTS]
    faults += [f"{page}: {few[page]} and {n}" for page, n in many.items() if n > few[page]]
    assert not faults, "\n".join(faults)
