"""The directory: found by the beginnings of names, fifty a page, within the organisation."""

from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

import pytest

from portal.database import db
from portal.people import queries
from portal.people.models import Unit
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_person, a_post

Open = Callable[..., Browser]


def names_on(page: Browser) -> list[str]:
    """The names in the list, in its order."""
    rows = [e for e in page.all("th") if e.attrib.get("scope") == "row"]
    return ["".join(row.itertext()).strip() for row in rows]


def test_everybody_of_the_organisation_is_listed_by_family_name(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/people")
    assert "13 people work here" in page.text
    assert names_on(page)[:3] == ["Rosa Adeyemi", "Colin Baker", "Ada Byrne"]
    assert names_on(page)[-1] == "Hannah Zając"
    assert "Noor Farah" not in page.text


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("zajac", "Hannah Zając"), ("ZAJĄC han", "Hannah Zając"), ("xu", "Mei Xu"),
        ("strauss", "Daisy Strauß"), ("strauß", "Daisy Strauß"), ("obrien", "Siân O'Brien"),
        ("o'brien", "Siân O'Brien"), ("smith", "Amina Smith-Jones"), ("jones", "Amina Smith-Jones"),
        ("smith-jones", "Amina Smith-Jones"), ("moll", "Møller Young"), ("berg", "Uma van den Berg"),
    ],
)  # fmt: skip
def test_names_are_found_as_people_type_them(
    query: str, name: str, cast: Cast, browser: Open
) -> None:
    for given, family in (
        ("Mei", "Xu"), ("Daisy", "Strauß"), ("Siân", "O'Brien"), ("Amina", "Smith-Jones"),
        ("Møller", "Young"), ("Uma", "van den Berg"),
    ):  # fmt: skip
        a_person(cast.worker, given=given, family=family)
    page = browser(as_=cast.worker).visit("/people").submit("Search", q=query)
    assert name in names_on(page)
    assert f"found for {query}" in page.text


@pytest.mark.parametrize(
    "query", ["%", "_", "'", "zz", "\x00", "a" * 5000, "💥", "a b c d e f g h i"]
)
def test_odd_searches_are_answered(query: str, cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/people?" + urlencode({"q": query}))
    assert page.status == (400 if "\x00" in query else 200)


def test_nobody_found_says_what_to_try(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/people?q=zzz")
    assert "0 people found for zzz" in page.text
    assert "Nobody was found" not in page.text  # it is said once
    assert "Try fewer letters" in page.text


def test_htmx_gets_the_results_alone(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/people?q=khan", **{"HX-Request": "true"})
    assert page.html.lstrip().startswith('<div id="results">')
    assert "1 person found for khan" in page.html
    assert len(page.html.encode()) < 8 * 1024


def test_who_has_left_is_not_listed(cast: Cast, browser: Open) -> None:
    a_person(cast.worker, given="Gone", family="Away", left_on=date(2026, 11, 25))
    a_person(cast.worker, given="Last", family="Day", left_on=date(2026, 11, 26))
    page = browser(as_=cast.worker).visit("/people")
    assert "Gone Away" not in page.text
    assert "Last Day" in page.text


def test_one_team_alone_can_be_listed(cast: Cast, browser: Open) -> None:
    team = Unit(organisation_id=cast.worker.organisation_id, name="Duty", kind="team")
    db.session.add(team)
    db.session.flush()
    wren = a_person(cast.worker, given="Wren", family="Silva")
    a_post(wren, unit=team)
    past = a_person(cast.worker, given="Past", family="Member")
    a_post(past, unit=team, ended_on=date(2025, 1, 1))
    page = browser(as_=cast.worker).visit("/people/filters")
    page = page.submit("Show these people", unit=str(team.id))
    assert names_on(page) == ["Wren Silva"]
    assert "1 person in Duty." in page.text


@pytest.mark.parametrize("team", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_an_odd_team_is_answered(team: str, cast: Cast, browser: Open) -> None:
    assert browser(as_=cast.worker).visit(f"/people?unit={team}").status == 200


def test_somebody_with_two_posts_is_listed_once_with_both(cast: Cast, browser: Open) -> None:
    a_post(cast.worker, job_title="Practice Educator")
    page = browser(as_=cast.manager).visit("/people?q=leila")
    assert names_on(page) == ["Leila Taylor"]
    assert "Social Worker, Family Support Pod A" in page.text
    assert "Practice Educator, Family Support Pod A" in page.text


def test_the_list_comes_fifty_at_a_time_and_misses_nobody(cast: Cast, browser: Open) -> None:
    for number in range(120):
        a_person(cast.worker, given="Same", family="Name", base=f"Room {number}")
    page = browser(as_=cast.worker).visit("/people")
    assert len(names_on(page)) == 50
    seen = names_on(page)
    while "Next page" in page.text:
        seen += names_on(page.follow("Next page"))
    assert len(seen) == 133


def test_the_directory_takes_as_many_statements_however_many_people(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    taken = {}
    page = browser(as_=cast.worker)
    for size in (60, 600):
        for number in range(size - sum(taken)):
            a_post(a_person(cast.worker, given="Ann", family=f"Person{number:04}"))
        db.session.commit()
        page.visit("/people?q=ann")
        statements.clear()
        page.visit("/people?q=ann")
        number = {60: "60", 600: "300+"}[size]
        assert f"{number} people found for ann" in page.text
        taken[size] = len(statements)
    assert taken[60] == taken[600] <= 10


def test_a_persons_page_is_loaded_in_four_statements(cast: Cast, statements: list[str]) -> None:
    a_post(cast.nqsw, manager_id=cast.manager.id, job_title="Student", ended_on=date(2025, 8, 31))
    person_id = cast.nqsw.id
    db.session.commit()
    db.session.expunge_all()
    statements.clear()
    page = queries.person_page(person_id)
    assert [post.unit.name for post in page.posts] == ["Family Support Pod A"] * 2
    assert page.current[0].manager is not None
    assert page.current[0].manager.name == "Rosa Adeyemi"
    assert [post.job_title for post in page.others] == ["Student"]
    assert len(statements) <= 4
