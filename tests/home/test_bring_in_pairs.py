"""Pairs that work together already come in from a list: twice is once, and each refusal says why."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.database import db
from portal.mentoring.models import Pairing
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing

Open = Callable[..., Browser]
HEADINGS = "Work e-mail\tCoach or mentor\tWhat for\tFirst day\tRemarks"


def a_list(*rows: str) -> str:
    return "\n".join([HEADINGS, *rows])


def test_a_list_is_looked_at_and_then_brought_in_once(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/pairings/new").follow("from a list")
    rows = a_list(
        f"{cast.nqsw.email}\t{cast.coach.email}\tMentoring\t1 April 2026\tgoes well",
        f"{cast.worker.email}\tPriya Nair\t\t",
        f"{cast.nqsw.email}\t{cast.coach.email}\tmentor\t2 April 2026",
    )
    page.submit("Look at the rows", rows=rows)
    assert "Nothing is saved yet. 2 pairs of 3 rows can come in" in page.text
    assert "The same as row 2." in page.text
    assert "goes well" not in page.html
    assert db.session.query(Pairing).count() == 0
    page.submit("Bring in 2 pairs")
    assert "2 pairs brought in and told. 1 row was here already." in page.text
    kept = {each.supported_id: each for each in db.session.query(Pairing)}
    assert kept[cast.nqsw.id].kind == "mentoring"
    assert kept[cast.nqsw.id].started_on == date(2026, 4, 1)
    assert kept[cast.worker.id].started_on == date(2026, 11, 26)
    assert db.session.query(Notice).count() == 4
    page.visit("/pairings/new/list").submit("Look at the rows", rows=rows)
    assert "No pair in this list can come in." in page.text
    assert "The portal has this pair already." in page.text


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("nobody@x.example\t{coach}", "Nobody here has the number or address nobody@x.example."),
        ("{nqsw}\t{hr}", "is no coach or mentor here. Give them that role first."),
        ("{nqsw}\t{coach}\tbuddy", "Say coaching or mentoring."),
        ("{nqsw}\t{coach}\tcoach\t1 April 2027", "This day has not come yet."),
        ("{coach}\t{coach}", "Priya Nair cannot be paired with themself."),
        ("{nqsw}", "It names no coach or mentor."),
    ],
)
def test_a_row_that_cannot_come_in_says_why(cast: Cast, browser: Open, row: str, said: str) -> None:
    named = row.format(nqsw=cast.nqsw.email, coach=cast.coach.email, hr=cast.hr.email)
    page = browser(as_=cast.coordinator).visit("/pairings/new/list")
    page.submit("Look at the rows", rows=a_list(named))
    assert said in page.text
    assert "Bring in" not in page.text.partition("What each row says")[0].partition("No pair")[2]


def test_who_assesses_somebody_does_not_come_in_as_their_mentor(cast: Cast, browser: Open) -> None:
    an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.coach)
    a_pairing(coach=cast.consultant, supported=cast.nqsw)
    page = browser(as_=cast.coordinator).visit("/pairings/new/list")
    page.submit("Look at the rows", rows=a_list(f"{cast.nqsw.email}\t{cast.coach.email}\tmentor"))
    assert "Priya Nair assesses Amira Khan: choose somebody else." in page.text


def test_a_list_without_headings_is_answered_beside_the_field(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/pairings/new/list")
    page.submit("Look at the rows", rows="a\tb\nc\td")
    assert page.status == 422
    assert "No column is headed Staff number or Work e-mail" in page.text
    assert browser(as_=cast.manager).visit("/pairings/new/list").status == 403
