"""The days of panels are put down, changed, and open for everybody to see."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.database import db
from portal.notices.models import Notice
from portal.pathways.models import Panel
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.panels import a_member, a_panel

Open = Callable[..., Browser]
FACTS = {"meets_on": "17/12/2026", "send_by": "3/12/2026", "places": "6", "quorum": "2"}


def fill_in(cast: Cast, browser: Open, **changed: object) -> Browser:
    other = a_member(cast, "Mo")
    page = browser(as_=cast.coordinator).visit("/panels").follow("Put a panel down")
    who = {"chair": str(cast.panel.id), "members": [str(other.id)]}
    return page.submit("Put it down", **(FACTS | who | changed))


def test_the_coordinator_puts_a_panel_down_and_its_members_are_told(
    cast: Cast, browser: Open
) -> None:
    page = fill_in(cast, browser)
    assert "Applications can be sent until Thursday 3 December 2026. 0 of 6" in page.text
    assert "Mo Panellist" in page.text
    assert db.session.query(Panel).one().quorum == 2
    told = db.session.query(Notice).all()
    assert {notice.person_id for notice in told} == set(db.session.query(Panel).one().member_ids)
    assert browser(as_=cast.panel).visit(told[0].link).status == 200


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("meets_on", "26/11/2026", "a day to come"),
        ("send_by", "17/12/2026", "before the panel meets"),
        ("quorum", "3", "Only 2 sit on it"),
        ("places", "0", "from 1 to 60"),
        ("chair", "", "Choose the chair"),
    ],
)
def test_a_panel_that_cannot_be_is_refused_beside_the_field_and_what_was_typed_stays(
    field: str, value: str, said: str, cast: Cast, browser: Open
) -> None:
    page = fill_in(cast, browser, **{field: value})
    assert page.status == 422
    assert said in page.text
    assert 'value="17/12/2026"' in page.html or field == "meets_on"
    assert db.session.query(Panel).count() == 0


def test_two_panels_do_not_meet_on_one_day(cast: Cast, browser: Open) -> None:
    a_panel(cast)
    page = fill_in(cast, browser)
    assert "A panel meets on this day already" in page.text
    assert db.session.query(Panel).count() == 1


def test_a_panel_is_moved_and_a_second_change_from_an_old_page_is_told(
    cast: Cast, browser: Open
) -> None:
    panel = a_panel(cast)
    first = browser(as_=cast.hr).visit(f"/panels/{panel.id}").follow("Change this panel")
    second = browser(as_=cast.coordinator).visit(f"/panels/{panel.id}/change")
    assert "Panel of 14 January 2027" in first.submit("Save", meets_on="14/1/2027").text
    assert second.submit("Save", places="9").status == 409
    assert "Somebody changed it" in second.text
    assert 'value="9"' in second.html


def test_everybody_sees_when_panels_meet_and_only_who_needs_to_opens_one(
    cast: Cast, browser: Open
) -> None:
    panel = a_panel(cast)
    page = browser(as_=cast.worker).visit("/panels")
    assert "until Thursday 3 December 2026" in page.text
    assert f"/panels/{panel.id}" not in page.html
    assert page.visit(f"/panels/{panel.id}").status == 403
    assert "2026-12-17" in page.visit("/panels/export").html


def test_a_panel_of_the_past_is_no_place_to_apply_to(cast: Cast, browser: Open) -> None:
    a_panel(cast, meets_on=date(2026, 11, 20), send_by=date(2026, 11, 6))
    page = browser(as_=cast.worker).visit("/panels")
    assert "No coming panel has a place left" in page.text
    assert "Met" in page.text
