"""The pages of the induction year, as people use them."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.database import db
from portal.induction import operations
from portal.induction.models import Induction
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.induction import an_induction, held_until, item_of
from tests.inspection import text_of

Open = Callable[..., Browser]
DOCUMENT = date(2026, 11, 13)


@pytest.fixture
def year(cast: Cast) -> Induction:
    """Amira's year in week 22: one thing was due, and an observation is agreed for Monday."""
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    held_until(year, DOCUMENT, by=cast.coordinator)
    operations.book_item(cast.nqsw, item_of(year, "observation-2"), date(2026, 11, 30))
    db.session.commit()
    return year


def test_my_year_says_where_i_stand(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.nqsw).visit("/my-year")
    assert page.heading == "My year"
    assert "Week 22 of 52" in page.text
    assert (
        "Your second direct observation is on Monday; one thing was due on 13 November."
    ) in page.text
    figures = [text_of(figure) for figure in page.all("li") if "stat" in figure.get("class", "")]
    assert figures == [
        "11 of 27things done this year",
        "1 of 3direct observations",
        "2 of 3feedback from families",
        "24 December6 month review",
    ]
    assert "%" not in page.text
    assert "Agreed for Monday 30 November 2026" in page.text
    assert "Only if it is needed" in page.text


def test_without_a_year_my_year_says_what_will_be_here(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.worker).visit("/my-year")
    assert "You are not in an induction year." in page.text
    page = browser(as_=cast.coordinator).visit("/my-year")
    page.follow("Inductions")
    assert page.url == "/inductions"


def test_i_record_my_own_item_and_take_it_back(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.nqsw).visit("/my-year").follow("Record as assessed")
    assert page.heading == "Second assessed written document"
    page.submit("Save as assessed")
    assert page.url == "/my-year"
    assert "Second assessed written document: recorded as assessed today." in page.text
    assert "Assessed on 26 November 2026, recorded by you" in page.text
    page.follow("Second assessed written document").submit("Take back")
    assert "Second assessed written document: no longer recorded." in page.text
    assert "one thing was due on 13 November" in page.text


def test_the_assessor_sees_the_year_under_the_persons_name(
    browser: Open, cast: Cast, year: Induction
) -> None:
    page = browser(as_=cast.assessor).visit("/inductions").follow("Amira Khan")
    assert page.heading == "Amira Khan"
    assert "The second direct observation is on Monday" in page.text
    assert "Dan Okoro" in page.text
    assert "Rosa Adeyemi" in page.text
    page.follow("6 month review").submit("Save as held", held_on="25 11 2026")
    assert page.url == f"/inductions/{year.id}"
    assert "recorded as held on Wednesday 25 November 2026" in page.text


def test_the_manager_sees_but_does_not_record(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.manager).visit(f"/inductions/{year.id}")
    assert page.status == 200
    assert "Record as" not in page.text
    item = item_of(year, "document-2")
    assert page.visit(f"/inductions/items/{item.id}/holding").status == 403


@pytest.mark.parametrize("who", ["coach", "worker", "hr", "panel", "admin", "harbour_hr"])
def test_others_do_not_see_it(browser: Open, cast: Cast, year: Induction, who: str) -> None:
    expected = 404 if who == "harbour_hr" else 403
    person = getattr(cast, who)
    item = item_of(year, "document-2")
    page = browser(as_=person)
    assert page.visit(f"/inductions/{year.id}").status == expected
    assert page.visit(f"/inductions/items/{item.id}/holding").status == expected
    assert page.visit(f"/inductions/items/{item.id}/booking").status == expected


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "Enter the day"),
        ("30 2 2026", "That date does not exist"),
        ("27 11 2026", "This day is still to come"),
        ("1 6 2026", "The induction year starts on 29 June 2026"),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_the_field(
    browser: Open, cast: Cast, year: Induction, written: str, said: str
) -> None:
    item = item_of(year, "document-2")
    page = browser(as_=cast.nqsw).visit(f"/inductions/items/{item.id}/holding")
    page.submit("Save as assessed", held_on=written)
    assert page.status == 422
    assert said in page.text
    assert f'value="{written}"' in page.html or not written


def test_two_who_record_different_days_are_told(
    browser: Open, cast: Cast, year: Induction, commit: Callable[[], None]
) -> None:
    item = item_of(year, "document-2")
    page = browser(as_=cast.nqsw).visit(f"/inductions/items/{item.id}/holding")
    operations.record_item_held(cast.assessor, item, date(2026, 11, 20))
    commit()
    page.submit("Save as assessed", held_on="24 11 2026")
    assert page.status == 409
    assert "It now says: assessed on Friday 20 November 2026" in page.text
    assert 'value="24 11 2026"' in page.html
    page.submit("Save as assessed")
    assert page.status == 200
    assert "Assessed on 24 November 2026, recorded by you" in page.text


def test_the_same_day_recorded_twice_is_harmless(
    browser: Open, cast: Cast, year: Induction, commit: Callable[[], None]
) -> None:
    item = item_of(year, "document-2")
    page = browser(as_=cast.nqsw).visit(f"/inductions/items/{item.id}/holding")
    operations.record_item_held(cast.assessor, item, TODAY)
    commit()
    page.submit("Save as assessed")
    assert page.status == 200
    assert "recorded by Dan Okoro" in page.text


def test_a_day_is_agreed_and_moved(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.nqsw).visit("/my-year").follow("Agree a day")
    assert page.heading == "Second assessed written document"
    page.submit("Save the day", booked_on="25/11/26")
    assert page.status == 422
    assert "This day has passed" in page.text
    page.submit("Save the day", booked_on="1 Dec 2026")
    assert "Second assessed written document: agreed for Tuesday 1 December 2026." in page.text
    assert "was due on" not in page.text


def test_htmx_gets_the_form_then_only_what_changed(
    browser: Open, cast: Cast, year: Induction
) -> None:
    item = item_of(year, "document-2")
    address = f"/inductions/items/{item.id}/holding"
    page = browser(as_=cast.nqsw)
    form = page.send("get", address, headers={"HX-Request": "true"}).get_data(as_text=True)
    assert form.count("<form") == 1
    assert "<h1" not in form
    assert len(form) < 8192
    answers = {"csrf_token": page.token(), "version": "1", "held_on": "26 11 2026"}
    headers = {"HX-Request": "true"}
    refused = page.send("post", address, data={**answers, "held_on": ""}, headers=headers)
    assert refused.status_code == 422
    saved = page.send("post", address, data=answers, headers=headers).get_data(as_text=True)
    assert f'id="item-{item.id}"' in saved
    assert 'id="standing"' in saved
    assert "Your second direct observation is on Monday." in saved
    assert len(saved) < 8192
