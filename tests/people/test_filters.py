"""Narrowing the directory: by unit, job, base, strength, working day and role, one or several."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from urllib.parse import urlencode

import pytest

from portal.database import db
from portal.people import queries
from portal.people.models import Person, PersonStrength, Unit
from portal.people.sought import Sought
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_person, a_post, a_role
from tests.people.test_directory import names_on

Open = Callable[..., Browser]
LISTING = import_module("portal.people.queries.directory")
LISTED = import_module("portal.people.queries.listed")
CHOICES = import_module("portal.people.queries.choices")


def a_unit(like: Person, name: str, kind: str, parent: Unit | None = None, **facts: object) -> Unit:
    unit = Unit(
        organisation_id=like.organisation_id, name=name, kind=kind,
        parent_id=parent.id if parent else None, **facts,
    )  # fmt: skip
    db.session.add(unit)
    db.session.flush()
    return unit


def strong_in(person: Person, strength: str) -> None:
    own = {"organisation_id": person.organisation_id, "person_id": person.id}
    db.session.add(PersonStrength(**own, strength=strength))
    db.session.flush()


@pytest.fixture
def early_help(cast: Cast) -> dict[str, Unit]:
    """Directorate, service and team, with Wren in the team."""
    top = a_unit(cast.hr, "Children", "directorate")
    service = a_unit(cast.hr, "Early Help", "service", top)
    team = a_unit(cast.hr, "Schools Team", "team", service)
    wren = a_person(cast.hr, given="Wren", family="Silva", base="East Hub", working_days="Sat Sun")
    a_post(wren, unit=team, job_title="Family Worker")
    strong_in(wren, "neglect")
    a_role(wren, "mentor")
    return {"directorate": top, "service": service, "team": team}


@pytest.mark.parametrize("kind", ["directorate", "service", "team"])
def test_a_unit_finds_the_people_of_all_units_in_it(
    kind: str, cast: Cast, browser: Open, early_help: dict[str, Unit]
) -> None:
    page = browser(as_=cast.worker).visit(f"/people?unit={early_help[kind].id}")
    assert names_on(page) == ["Wren Silva"]
    assert f"1 person in {early_help[kind].name}." in page.text


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"job": "Family Worker"}, "1 person who has the job title Family Worker."),
        ({"base": "East Hub"}, "1 person based at East Hub."),
        ({"strength": "neglect"}, "1 person who can help with neglect."),
        ({"day": "Sat"}, "1 person who works on Saturdays."),
        ({"role": "mentor", "base": "East Hub"},
         "1 person based at East Hub who has the role Mentor."),
        ({"q": "wre", "strength": "neglect", "day": "Sun", "job": "Family Worker"},
         "1 person found for wre who has the job title Family Worker and can help with neglect"
         " and works on Sundays."),
    ],
)  # fmt: skip
def test_each_filter_finds_whom_it_says(
    address: dict[str, str], sentence: str, cast: Cast, browser: Open, early_help: object
) -> None:
    page = browser(as_=cast.worker).visit("/people?" + urlencode(address))
    assert names_on(page) == ["Wren Silva"]
    assert sentence in page.text


def test_what_is_over_or_has_not_begun_finds_nobody(cast: Cast, browser: Open) -> None:
    a_post(cast.worker, job_title="Student", started_on=date(2020, 1, 1), ended_on=date(2021, 1, 1))
    a_post(cast.worker, job_title="Planned Job", started_on=date(2027, 1, 1))
    a_role(cast.worker, "coordinator", started_on=date(2027, 1, 1))
    page = browser(as_=cast.worker)
    assert names_on(page.visit("/people?job=Student")) == []
    assert names_on(page.visit("/people?job=Planned+Job")) == []
    assert names_on(page.visit("/people?role=coordinator")) == ["Siân Hughes"]


def test_a_filter_is_taken_away_and_the_others_stay(
    cast: Cast, browser: Open, early_help: dict[str, Unit]
) -> None:
    page = browser(as_=cast.worker).visit("/people?strength=neglect&base=East+Hub&q=wren")
    page.follow("Remove: Neglect")
    assert page.url == "/people?base=East+Hub&q=wren"
    assert names_on(page.follow("Show everybody"))[0] == "Rosa Adeyemi"


def test_the_form_keeps_what_was_chosen_and_offers_what_is_in_use(
    cast: Cast, browser: Open, early_help: dict[str, Unit]
) -> None:
    a_unit(cast.hr, "Closed Team", "team", closed_on=date(2026, 1, 1))
    a_post(cast.worker, job_title="Old Job", started_on=date(2020, 1, 1), ended_on=date(2021, 1, 1))
    page = browser(as_=cast.worker).visit("/people?job=Family+Worker&day=Sat")
    page.submit("Search", q="wren")
    assert "found for wren who has the job title Family Worker and works on Sat" in page.text
    page.follow("Choose by team, job, base, day or what they can help with")
    page.submit("Show these people", base="East Hub", day="")
    assert "found for wren based at East Hub who has the job title Family Worker" in page.text
    page.follow("Choose by team, job, base, day or what they can help with")
    offered = {o.text for o in page.all("option")}
    assert {"Schools Team", "Early Help", "Children", "Family Worker", "East Hub"} <= offered
    assert not offered & {"Closed Team", "Old Job", "Quayside", "Newly qualified social worker"}


def test_teams_are_offered_in_the_chosen_unit_alone_where_there_are_very_many(
    cast: Cast, early_help: dict[str, Unit], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CHOICES, "MOST_UNITS", 3)
    own = cast.hr.organisation_id
    assert queries.choices(own).units["team"] == []
    offered = queries.choices(own, early_help["service"].id).units
    assert [name for _, name in offered["team"]] == ["Schools Team"]


def test_a_unit_elsewhere_finds_nobody_and_says_no_name(cast: Cast, browser: Open) -> None:
    theirs = db.session.query(Unit).filter_by(name="Quayside").one()
    page = browser(as_=cast.worker).visit(f"/people?unit={theirs.id}")
    assert names_on(page) == []
    assert "Quayside" not in page.text
    assert "0 people in a team that is not here." in page.text


@pytest.mark.parametrize("many", [1, 2, 10_000])
def test_few_and_many_are_found_alike(
    many: int, cast: Cast, early_help: dict[str, Unit], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However the rows are looked for, the same people are found, in the same order."""
    for name, value in (("CAP", many), ("MANY", 4 * many)):
        monkeypatch.setattr(LISTING, name, value)
    for name, value in (("CAP", many), ("CERTAIN", 4 * many), ("ALONG", many), ("MANY", many)):
        monkeypatch.setattr(LISTED, name, value)
    own = cast.hr.organisation_id
    for number in range(12):
        other = a_person(cast.hr, given="Wren", family=f"Wrenson{number:02}", base="East Hub")
        a_post(other, job_title="Family Worker")
        a_post(other, job_title="Family Worker", unit=early_help["team"])
        strong_in(other, "neglect")
    a_person(cast.hr, given="Wren", family="Gone", left_on=date(2020, 1, 1))
    for sought in (
        Sought(unit_id=early_help["directorate"].id), Sought(strength="neglect", query="w"),
        Sought(unit_id=early_help["service"].id, job_title="Family Worker"),
        Sought(query="wr"), Sought(strength="neglect"), Sought(job_title="Family Worker"),
        Sought(query="wr", strength="neglect"), Sought(base="East Hub", strength="neglect"),
        Sought(base="East Hub", job_title="Family Worker", query="w"),
    ):  # fmt: skip
        found = queries.matching(own, sought)
        names = [line.name for line in queries.found(found).rows]
        assert names == ["Wren Silva", *(f"Wren Wrenson{n:02}" for n in range(12))], sought
        assert (found.number, found.more) == ((many, True) if many < 13 else (13, False)), sought
        shown = queries.shown(own, sought)
        assert [line.name for line in shown.page.rows] == names, sought
        assert shown.more or shown.number == 13, sought


def test_the_page_costs_as_many_statements_whatever_is_sought(
    cast: Cast, browser: Open, early_help: dict[str, Unit], statements: list[str]
) -> None:
    page = browser(as_=cast.worker).visit("/people")
    every = {"q": "w s", "unit": str(early_help["team"].id), "job": "Family Worker",
             "base": "East Hub", "strength": "neglect", "day": "Sat", "role": "mentor"}  # fmt: skip
    statements.clear()
    page.visit("/people?" + urlencode(every))
    assert names_on(page) == ["Wren Silva"]
    assert len(statements) <= 11


def test_htmx_gets_the_list_without_reading_what_can_be_chosen(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    page = browser(as_=cast.worker).visit("/people")
    statements.clear()
    page.visit("/people?strength=neglect", **{"HX-Request": "true"})
    assert "0 people who can help with neglect." in page.text
    assert len(statements) <= 6
