"""Placements by page: put down, changed, days said in two taps, confirmed in one."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.database import db
from portal.notices.models import Notice
from portal.routes.models import Placement, PlacementWeek, Route
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.routes import a_placement, a_route, a_stage

Open = Callable[..., Browser]
FACTS = {"kind": "first", "where": "Hospital team", "started_on": "5/10/2026",
         "ended_on": "26/3/2027", "backfill_days": "3"}  # fmt: skip


@pytest.fixture
def route(cast: Cast) -> Route:
    """The route of the assistant, and a practice educator whose stage goes on."""
    a_stage(cast.assessor, cast.hr)
    return a_route(cast.assistant, cast.hr)


def test_hr_puts_a_placement_down_and_whoever_teaches_it_is_told(
    route: Route, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(f"/routes/{route.id}").follow("Put a placement down")
    page.submit("Save the placement", **FACTS, educator=str(cast.assessor.id),
                backfill=str(cast.worker.id))  # fmt: skip
    assert "0 of 70 days done, 0 confirmed" in page.text
    assert "Leila Taylor, 3 days a week" in page.text
    told = db.session.query(Notice).filter_by(person_id=cast.assessor.id).one()
    assert browser(as_=cast.assessor).visit(told.link).status == 200
    mine = browser(as_=cast.assistant).visit("/my-route")
    assert "Practice educator: Dan Okoro" in mine.text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"ended_on": "1/10/2026"}, "not before the first"),
        ({"started_on": "1/4/2026"}, "The route begins on 11 May 2026"),
        ({"ended_on": "27/11/2026"}, "70 are asked for"),
        ({"where": " "}, "Write where it is"),
    ],
)
def test_a_placement_that_cannot_be_is_refused_and_keeps_what_was_typed(
    changed: dict[str, str], said: str, route: Route, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(f"/routes/{route.id}/placements/new")
    page.submit("Save the placement", **(FACTS | changed))
    assert page.status == 422
    assert said in page.text
    assert 'value="5/10/2026"' in page.html or 'value="1/4/2026"' in page.html
    assert db.session.query(Placement).count() == 0


def test_nobody_teaches_whom_they_manage_or_without_a_stage(
    route: Route, cast: Cast, browser: Open
) -> None:
    a_stage(cast.manager, cast.hr)
    page = browser(as_=cast.hr).visit(f"/routes/{route.id}/placements/new")
    page.submit("Save the placement", **FACTS, educator=str(cast.manager.id))
    assert "Rosa Adeyemi manages them" in page.text
    page.submit("Save the placement", educator=str(cast.coach.id))
    assert page.status == 422


def test_a_stage_that_lapses_before_the_end_is_said_and_stands_in_the_list(
    cast: Cast, browser: Open
) -> None:
    a_stage(cast.assessor, cast.hr, date(2026, 12, 31))
    route = a_route(cast.assistant, cast.hr)
    page = browser(as_=cast.hr).visit(f"/routes/{route.id}/placements/new")
    page.submit("Save the placement", **FACTS, educator=str(cast.assessor.id))
    assert "lapses on 31 December 2026, before its end" in page.text
    listed = page.visit("/routes").text
    assert "First placement: the practice educator’s stage lapses before its end" in listed
    assert "First placement: nobody covers the desk" in listed


def test_days_are_said_in_two_taps_and_confirmed_in_one(
    route: Route, cast: Cast, browser: Open
) -> None:
    placed = a_placement(route, cast.assessor)
    mine = browser(as_=cast.assistant).visit("/my-route").follow("First placement")
    mine.submit("Save the days")
    assert "4 of 70 days done, 0 confirmed" in mine.text
    teacher = browser(as_=cast.assessor).visit("/placements")
    assert "4 days wait for you to confirm." in teacher.text
    teacher.follow("Kofi Owusu").submit("Confirm 4 days")
    assert "4 of 70 days done, 4 confirmed" in teacher.text
    teacher.post(f"/placements/{placed.id}/confirmation")
    assert "0 days are confirmed" in teacher.text
    for person in (cast.hr, cast.manager, cast.coordinator):
        assert browser(as_=person).visit(f"/placements/{placed.id}").status == 200
    for person in (cast.worker, cast.nqsw, cast.admin):
        assert browser(as_=person).visit(f"/placements/{placed.id}").status == 403


def test_a_week_to_come_or_too_many_days_are_refused(
    route: Route, cast: Cast, browser: Open
) -> None:
    placed = a_placement(route, cast.assessor)
    mine = browser(as_=cast.assistant).visit(f"/placements/{placed.id}")
    mine.post(f"/placements/{placed.id}/weeks", week="2026-11-30", days="4")
    assert mine.status == 422
    mine.visit(f"/placements/{placed.id}").submit("Save the days", days="5")
    assert mine.status == 422
    assert "has 4 days of practice at most" in mine.text
    assert db.session.query(PlacementWeek).count() == 0


def test_a_change_keeps_the_days_and_a_stale_form_its_words(
    route: Route, cast: Cast, browser: Open
) -> None:
    placed = a_placement(route, cast.assessor)
    one = browser(as_=cast.hr).visit(f"/placements/{placed.id}/change")
    two = browser(as_=cast.coordinator).visit(f"/placements/{placed.id}/change")
    one.submit("Save the placement", where="School team")
    two.submit("Save the placement", where="My other place")
    assert two.status == 409
    assert "My other place" in two.html
    assert "School team" in one.text
