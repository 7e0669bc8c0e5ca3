"""Who could apply to which panel: the count of it, and HR's page."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.database import db
from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.forecast import MOST_COUNTED, Candidate, Demand, Forecast
from portal.pathways.showing import Facts
from portal.people.models import Person
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.panels import a_panel, an_application
from tests.inspection import text_of
from tests.pathways.people_in_post import a_post, a_team, people

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)
CATALOGUE = catalogue_in_force(TODAY)
CLOSING = [date(2026, 12, 3), date(2027, 3, 4), date(2027, 6, 3)]
PAGE = "/pathways/eligibility"
SHORT = "More than places "


def a_worker(since: date, *, registered: bool = True, place: str = "social-worker") -> Candidate:
    return Candidate(since, "", (place,), Facts({place: [(since, None)]}, registered))


def test_whoever_could_apply_to_one_panel_could_apply_to_those_after_it():
    forecast = Forecast(CATALOGUE, TODAY, CLOSING, "senior-social-worker")
    days = [date(2020, 1, 1), date(2024, 12, 5), date(2025, 3, 6), date(2025, 6, 5)]
    found = forecast.demand([*map(a_worker, days), a_worker(days[0], registered=False)])
    assert found == [Demand(1, 1), Demand(2, 1), Demand(3, 1)]


def test_counting_stops_at_a_thousand_and_reads_nobody_after_that():
    read = 0

    def many():
        nonlocal read
        while True:
            read += 1
            yield a_worker(date(2020, 1, 1))

    found = Forecast(CATALOGUE, TODAY, CLOSING).demand(many())
    assert found == [Demand(MOST_COUNTED, MOST_COUNTED, more=True)] * 3
    assert read == MOST_COUNTED + 1


@given(st.lists(st.dates(date(2020, 1, 1), TODAY).map(a_worker), max_size=8))
def test_the_numbers_never_fall_and_are_those_of_the_list(candidates):
    forecast = Forecast(CATALOGUE, TODAY, CLOSING)
    found = forecast.demand(candidates)
    assert [each.people for each in found] == sorted(each.people for each in found)
    for number, closes in enumerate(CLOSING):
        could = [
            one for one in candidates
            if any(each.reached.is_by(closes) for each in forecast.chances(one))
        ]  # fmt: skip
        assert found[number].people == len(could)


def test_a_move_to_where_somebody_stands_already_is_no_chance():
    both = Candidate("", "", ("social-worker", "senior-social-worker"), Facts())
    ahead = [each.place.key for each in Forecast(CATALOGUE, TODAY, []).chances(both)]
    assert "senior-social-worker" not in ahead
    assert ahead == ["advanced-practitioner", "consultant-social-worker"]


@pytest.fixture
def staff(cast: Cast) -> list[Person]:
    """Nine registered social workers of two years ago, one of them not on the register."""
    team = a_team(cast.hr)
    joined = people(team, "Social Worker", 9)
    for person in joined:
        person.registration_status = "registered"
    joined[8].registration_status = ""
    for post in db.session.query(type(a_post(team, "Receptionist"))).filter_by(unit_id=team.id):
        post.started_on = date(2024, 12, 20)
    a_panel(cast, places=6)
    a_panel(cast, meets_on=date(2027, 3, 18), send_by=date(2027, 3, 4), places=6)
    db.session.commit()
    return joined


def cells(page: Browser) -> list[list[str]]:
    rows = (
        [text_of(cell) for cell in row.iter() if cell.attrib.get("role") == "cell"]
        for row in page.all("tr")
    )
    return [row for row in rows if row]


def test_hr_reads_where_more_people_could_apply_than_there_are_places(
    staff: list[Person], cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit("/panels").follow("Who could apply")
    lead = "The panel of 18 March 2027 has 6 places, and 8 people could apply, as far as dates go."
    assert lead in page.text
    december, march = cells(page)[:2]
    assert december[2].startswith("0 could apply to the panel of 17 December 2026")
    assert march[1:4] == ["6", f"{SHORT}8 could apply to the panel of 18 March 2027", "8"]
    page.visit(f"{PAGE}?panel=2027-03-18&place=senior-social-worker")
    assert "Senior social worker: from 19 December 2026" in page.text
    listed = [text_of(each) for each in page.all("a") if "Family" in text_of(each)]
    assert listed == [f"Given{n:03} Family{n:03}" for n in range(8)]


def test_who_has_applied_is_marked_and_the_list_goes_out_as_a_file(
    staff: list[Person], cast: Cast, browser: Open
) -> None:
    panel = a_panel(cast, meets_on=date(2027, 6, 17), send_by=date(2027, 6, 3))
    an_application(staff[0], panel)
    db.session.commit()
    page = browser(as_=cast.hr).visit(f"{PAGE}?panel=2027-06-17")
    assert "Given000 Family000 Applied Social worker" in page.text
    assert "Family000 Applied" not in page.visit(f"{PAGE}?panel=2027-03-18").text
    file = page.send("get", f"{PAGE}/export?panel=2027-03-18&place=senior-social-worker").text
    assert "Given001 Family001,Social worker,Senior social worker,2026-12-19" in file


def test_for_whom_there_is_no_day_hr_reads_why_and_nothing_private(
    staff: list[Person], cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(f"{PAGE}?panel=none&place=senior-social-worker")
    assert "Family008" in page.text
    assert "Senior social worker: The register was not checked." in page.text
    assert "Family000" not in page.text


def test_a_first_year_counts_as_completed_on_its_planned_day(cast: Cast, browser: Open) -> None:
    an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    cast.nqsw.registration_status = "registered"
    a_panel(cast, meets_on=date(2027, 9, 16), send_by=date(2027, 9, 2))
    db.session.commit()
    page = browser(as_=cast.hr).visit(f"{PAGE}?place=social-worker")
    assert "Social worker: from 28 June 2027" in page.text


def test_a_manager_sees_their_own_people_and_the_coordinator_numbers_alone(
    staff: list[Person], cast: Cast, browser: Open
) -> None:
    mine = staff[0].posts_held[0]
    mine.manager_id = cast.manager.id
    db.session.commit()
    page = browser(as_=cast.manager).visit(f"{PAGE}?panel=2027-03-18")
    assert "Family000" in page.text
    assert "Family001" not in page.text
    page = browser(as_=cast.coordinator).visit(f"{PAGE}?panel=2027-03-18")
    assert "8 people could apply" in page.text
    assert "Family0" not in page.text
    assert b"Family0" not in page.send("get", f"{PAGE}/export").data
    assert browser(as_=cast.worker).visit(PAGE).status == 403


def test_without_a_panel_the_page_says_when_dates_are_reached(cast: Cast, browser: Open) -> None:
    people(a_team(cast.hr), "Social Worker", 1)
    db.session.commit()
    page = browser(as_=cast.hr).visit(PAGE)
    assert "No panel is put down for the next eighteen months." in page.text
    assert "Family000" in page.text


def test_as_many_statements_for_many_as_for_few(
    staff: list[Person], cast: Cast, browser: Open, statements: list[str]
) -> None:
    for who in (cast.hr, cast.manager, cast.coordinator):
        page, counted = browser(as_=who), []
        for more in (0, 60):
            people(a_team(cast.hr, f"Team {more} of {who.given_names}"), "Social Worker", more)
            db.session.commit()
            statements.clear()
            page.visit(f"{PAGE}?panel=2027-03-18")
            counted.append(len(statements))
        assert counted[0] == counted[1] <= 12
