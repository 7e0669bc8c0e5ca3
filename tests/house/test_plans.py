"""How SQLite finds the rows of a page: never by reading a log of the whole organisation."""

from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from sqlalchemy import select

from portal.database import db
from portal.people.models import Unit
from tests.browser import Browser
from tests.cast import Cast

# Tables that grow with every day of use: nobody's page may read all rows of an organisation.
LOGS = ("mentoring_session", "induction_item", "notice", "audit_entry", "session", "form_key")
PAGES = (
    ("nqsw", "/"), ("nqsw", "/my-year"), ("nqsw", "/sessions"), ("nqsw", "/sessions/new"),
    ("nqsw", "/notices"), ("nqsw", "/account"), ("nqsw", "/people"), ("nqsw", "/pathway"),
    ("coach", "/"), ("coach", "/people-i-support"), ("assessor", "/"), ("assessor", "/inductions"),
    ("manager", "/"), ("coordinator", "/"), ("coordinator", "/inductions"),
    ("coordinator", "/pairings"), ("coordinator", "/pairings/new"), ("coordinator", "/scheme"),
    ("coach", "/my-hours"),
    ("coordinator", "/inductions/new"), ("hr", "/"), ("hr", "/pathways"), ("admin", "/"),
)  # fmt: skip

# Tables with a row or more for everybody who works here. The directory walks a page of its list in
# order; every other way to a person or a post is by a name, a job, a team: never by all there are.
CROWDED = ("person", "person_word", "person_strength", "post", "role_held", "days_away", "cover")
IN_ORDER = ("ix_person_directory", "ix_person_base")
SOUGHT = (
    "", "?q=a", "?q=a+b", "?unit={team}", "?job=Social+Worker", "?base=Civic+Centre",
    "?strength=neglect", "?day=Mon", "?role=coach", "?unit={team}&strength=neglect",
    "?job=Social+Worker&base=Civic+Centre&day=Wed", "?role=coach&day=Sat",
    "?q=a&unit={team}&job=Social+Worker&base=Civic+Centre&strength=neglect&day=Mon&role=coach",
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


def reads_a_crowd(step: str) -> bool:
    """Whether a step goes through everybody, or every post, of the organisation in no order."""
    words = step.split()
    if words[:1] == ["SCAN"]:
        return words[1] in CROWDED
    by_organisation = "(organisation_id=?)" in step or "(organisation_id=? AND started_on<" in step
    return (
        words[:1] == ["SEARCH"]
        and words[1] in CROWDED
        and by_organisation
        and not any(index in step for index in IN_ORDER)
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


@pytest.mark.parametrize("sought", SOUGHT)
@pytest.mark.parametrize("many", [True, False], ids=["many", "few"])
def test_the_directory_goes_through_nobody_it_does_not_show(
    sought: str,
    many: bool,
    cast: Cast,
    browser: Callable[..., Browser],
    statements: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both for what many have in common, where the list is walked, and for what few have."""
    listing = import_module("portal.people.queries.directory")
    for name in ("CAP", "MANY"):
        monkeypatch.setattr(listing, name, 0 if many else 10_000)
    team = db.session.scalar(select(Unit.id).where(Unit.organisation_id == cast.hr.organisation_id))
    page = browser(as_=cast.worker)
    statements.clear()
    page.visit("/people" + sought.format(team=team))
    asked = [each for each in statements if each.startswith(("SELECT", "WITH"))]
    assert asked
    found = {f"{step}: {each}" for each in asked for step in plan_of(each) if reads_a_crowd(step)}
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("path", ["/people/{person}", "/my-profile", "/people/{person}/edit"])
def test_a_persons_pages_read_that_person(
    path: str, cast: Cast, browser: Callable[..., Browser], statements: list[str]
) -> None:
    address = path.format(person=cast.worker.id)
    page = browser(as_=cast.hr)
    statements.clear()
    page.visit(address)
    asked = [each for each in statements if each.startswith(("SELECT", "WITH"))]
    found = {f"{step}: {each}" for each in asked for step in plan_of(each) if reads_a_crowd(step)}
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize(
    "who",
    [
        "nqsw", "coach", "assessor", "manager", "coordinator", "consultant", "principal", "hr",
        "admin",
    ],
)  # fmt: skip
def test_no_home_reads_every_post_of_the_organisation(
    who: str, cast: Cast, browser: Callable[..., Browser], statements: list[str]
) -> None:
    page = browser(as_=getattr(cast, who))
    statements.clear()
    page.visit("/")
    # Whether there is any such row at all is known at the first.
    asked = [
        each for each in statements
        if each.startswith(("SELECT", "WITH")) and not each.startswith("SELECT EXISTS")
    ]  # fmt: skip
    assert asked
    found = {f"{step}: {each}" for each in asked for step in plan_of(each) if reads_a_crowd(step)}
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM person WHERE family_name = ?",
        "SELECT * FROM post WHERE job_title = ?",
        "SELECT * FROM post WHERE organisation_id = ? AND started_on < ? AND grade = ?",
        "SELECT * FROM role_held WHERE organisation_id = ? AND started_on < ?",
    ],
)
def test_a_statement_that_goes_through_everybody_is_found_out(app: object, statement: str) -> None:
    assert any(reads_a_crowd(step) for step in plan_of(statement))
