"""How SQLite finds the rows of a page: never by reading a log of the whole organisation."""

from collections.abc import Callable, Iterator

import pytest

from portal.database import db
from tests.browser import Browser
from tests.cast import Cast

# Tables that grow with every day of use: nobody's page may read all rows of an organisation.
LOGS = ("mentoring_session", "induction_item", "notice", "audit_entry", "session", "form_key")
PAGES = (
    ("nqsw", "/"), ("nqsw", "/my-year"), ("nqsw", "/sessions"), ("nqsw", "/sessions/new"),
    ("nqsw", "/notices"), ("nqsw", "/account"), ("nqsw", "/people"), ("nqsw", "/pathway"),
    ("coach", "/"), ("coach", "/people-i-support"), ("assessor", "/"), ("assessor", "/inductions"),
    ("manager", "/"), ("coordinator", "/"), ("coordinator", "/inductions"),
    ("coordinator", "/pairings"), ("coordinator", "/pairings/new"),
    ("coordinator", "/inductions/new"), ("hr", "/"), ("hr", "/pathways"), ("admin", "/"),
)  # fmt: skip

pytestmark = pytest.mark.once


def reads_a_log(step: str) -> bool:
    """Whether a step of a plan reads a log from end to end, or all that an organisation has."""
    by_organisation = "(organisation_id=?)" in step
    return any(
        step.split()[:2] == ["SCAN", log]
        or (step.split()[:2] == ["SEARCH", log] and by_organisation)
        for log in LOGS
    )


def plan_of(statement: str) -> Iterator[str]:
    """The steps in which SQLite would answer a statement."""
    nothing = (None,) * statement.count("?")
    found = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", nothing)
    return (row[3] for row in found)


@pytest.mark.parametrize(("who", "path"), PAGES)
def test_no_page_reads_a_log_from_end_to_end(
    who: str, path: str, cast: Cast, browser: Callable[..., Browser], statements: list[str]
) -> None:
    page = browser(as_=getattr(cast, who))
    statements.clear()
    page.visit(path)
    asked = [each for each in statements if each.startswith("SELECT")]
    assert asked
    found = {f"{step}: {each}" for each in asked for step in plan_of(each) if reads_a_log(step)}
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM mentoring_session ORDER BY held_on",
        "SELECT * FROM mentoring_session WHERE organisation_id = ?",
    ],
)
def test_a_statement_that_does_is_found_out(app: object, statement: str) -> None:
    assert any(reads_a_log(step) for step in plan_of(statement))


def test_one_that_asks_by_pairing_is_not(app: object) -> None:
    asked = "SELECT * FROM mentoring_session WHERE pairing_id = ?"
    assert not any(reads_a_log(step) for step in plan_of(asked))
