"""Home says what became of promised supervision to whom it was promised, before it tells others."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.database import db
from portal.induction.models import Induction
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction, held_until
from tests.factories.promises import a_supervision

Open = Callable[..., Browser]
WORDS = "Supervision to re-book"


@pytest.fixture
def year(cast: Cast) -> Induction:
    """Amira's year in week 22, in which no supervision is recorded."""
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    held_until(year, date(2026, 11, 13), by=cast.coordinator)
    db.session.commit()
    return year


def test_supervision_to_rebook_leads_to_where_it_is_rebooked(
    browser: Open, cast: Cast, year: Induction
):
    page = browser(as_=cast.nqsw).visit("/")
    assert WORDS in page.text
    assert "No supervision is recorded between" in page.text
    assert "supervisions promised this month" in page.text
    assert page.follow(WORDS).heading == "Promises"
    assert "Re-book it" in page.text


def test_supervision_that_took_place_is_not_asked_for(browser: Open, cast: Cast, year: Induction):
    for day in (date(2026, 10, 20), date(2026, 11, 3), date(2026, 11, 17)):
        a_supervision(cast.manager, cast.nqsw, day)
    db.session.commit()
    assert WORDS not in browser(as_=cast.nqsw).visit("/").text


def test_nobody_else_reads_on_their_home_that_it_is_to_rebook(
    browser: Open, cast: Cast, year: Induction
):
    for person in (cast.assessor, cast.manager, cast.coordinator):
        assert WORDS not in browser(as_=person).visit("/").text


def test_what_is_to_rebook_stands_first_on_my_year_for_its_owner_alone(
    browser: Open, cast: Cast, year: Induction
):
    page = browser(as_=cast.nqsw).visit("/my-year")
    assert page.text.index(WORDS) < page.text.index("What waits for whom")
    assert page.follow(WORDS).heading == "Re-book supervision"
    for person in (cast.assessor, cast.manager, cast.coordinator):
        assert WORDS not in browser(as_=person).visit(f"/inductions/{year.id}").text
