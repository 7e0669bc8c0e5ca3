"""A coach sees the hours they gave, by kind of help and by month; nobody else does."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest

from portal.database import db
from portal.mentoring.models import GROUP, HELD, Session
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import a_pairing, a_session
from tests.factories.promises import a_supervision

Open = Callable[..., Browser]


@pytest.fixture
def given(cast: Cast) -> None:
    """What Priya gave: coaching, mentoring, supervision and a group; and what she was given."""
    coached = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_session(coached, held_on=date(2026, 10, 1), minutes=45)
    a_session(coached, held_on=date(2026, 10, 20), minutes=60)
    a_session(coached, held_on=date(2025, 12, 30), minutes=30)
    mentored = a_pairing(coach=cast.coach, supported=cast.worker, kind="mentoring")
    a_session(mentored, held_on=date(2026, 11, 2), minutes=90)
    a_session(a_pairing(coach=cast.consultant, supported=cast.coach), held_on=date(2026, 11, 3))
    a_supervision(cast.coach, cast.assistant, date(2026, 11, 4))
    a_supervision(cast.manager, cast.coach, date(2026, 11, 5))
    a_supervision(cast.coach, cast.assistant, date(2026, 11, 6), state="missed", reason="other")
    db.session.add(
        Session(
            organisation_id=cast.coach.organisation_id, kind=GROUP, state=HELD, title="Circle",
            form="peer circle", held_on=date(2026, 11, 10), minutes=120, led_by_id=cast.coach.id,
            recorded_by_id=cast.coach.id,
        )
    )  # fmt: skip
    db.session.flush()


@pytest.mark.usefixtures("given")
def test_each_kind_of_help_is_added_up_by_itself(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coach).visit("/people-i-support").follow("My hours")
    said = "So far this year you gave 1 h 45 min of coaching, 1 h 30 min of mentoring, "
    assert said + "1 h of supervision and 2 h of groups." in page.text
    assert "October 2026" in page.text
    assert page.follow("2025").url == "/my-hours?year=2025"
    assert "In 2025 you gave 30 min of coaching." in page.text


@pytest.mark.usefixtures("given")
def test_they_go_out_as_a_file(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coach).visit("/my-hours/export?as=csv")
    rows = list(csv.reader(io.StringIO(page.html.lstrip("\ufeff"))))
    assert rows[0] == ["Month", "Kind of help", "Sessions", "Minutes"]
    assert rows[1:] == [
        ["2026-11-01", "Mentoring", "1", "90"],
        ["2026-11-01", "Supervision", "1", "60"],
        ["2026-11-01", "Group", "1", "120"],
        ["2026-10-01", "Coaching", "2", "105"],
    ]


def test_with_nothing_logged_the_page_says_what_will_be_here(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coach).visit("/my-hours?year=junk")
    assert "You have logged no session this year yet." in page.text


@pytest.mark.parametrize("who", ["nqsw", "coordinator", "manager", "hr"])
def test_others_have_no_such_page(cast: Cast, browser: Open, who: str) -> None:
    assert browser(as_=getattr(cast, who)).visit("/my-hours").status in {403, 404}
