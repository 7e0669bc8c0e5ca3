"""What moved a year still holds when it moves on, and days that cannot be lose nothing typed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from portal.database import db
from portal.home.operations import add_days_away
from portal.induction import operations, programmes, queries
from tests.factories.induction import an_induction, item_of

ADULTS = programmes.pinned("asye-adults", "2026")
PAUSE = {"kind": "pause", "reason": "sickness",
         "started_on": date(2026, 12, 7), "ended_on": date(2027, 1, 3)}  # fmt: skip
EXTENSION = {"kind": "extension", "reason": "time lost",
             "started_on": date(2026, 11, 26), "extends_by": 56}  # fmt: skip
HOURS = {"kind": "hours", "reason": "hours", "fte": Decimal("0.5"),
         "started_on": date(2027, 3, 1)}  # fmt: skip


@pytest.fixture
def year(cast):
    made = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    db.session.commit()
    return made


def test_pauses_extensions_hours_and_days_away_hold_in_another_programme(cast, year) -> None:
    for given in (PAUSE, EXTENSION, HOURS):
        change = operations.propose_change(cast.nqsw, year, **given)
        for person in (cast.assessor, cast.manager, cast.coordinator):
            operations.agree_to_change(person, change)
        assert change.is_in_force
    _, terms = operations.preview_move(year, ADULTS)
    day = min(day for day in terms.dates().values() if day > date(2027, 1, 10))
    add_days_away(cast.nqsw, cast.nqsw, started_on=day, ended_on=day + timedelta(days=4))
    _, terms = operations.preview_move(year, ADULTS)
    operations.move_programme(cast.coordinator, year, ADULTS)
    dates = {item.code: item.due_on for item in queries.items_of(year)}
    assert {code: dates[code] for code in terms.dates()} == terms.dates()
    assert year.planned_end_on == terms.last_on
    away = {day + timedelta(days=number) for number in range(5)}
    assert not away & {each for code, each in terms.dates().items() if each < terms.last_on}
    assert not [each for each in terms.dates().values() if year.stop_on(each)]
    assert (len(year.stops), len(year.extensions), len(year.hours)) == (1, 1, 1)


def test_dates_out_of_order_say_what_to_do_and_keep_what_was_typed(browser, cast, year) -> None:
    page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/changes/new?kind=pause")
    page.submit("Show the new calendar", reason="sickness", started_on="7/12/2026",
                ended_on="1/12/2026")  # fmt: skip
    assert page.status == 422
    assert "The last day must not be before the first. Write a later last day" in page.text
    assert {"7/12/2026", "1/12/2026"} <= {field.get("value") for field in page.all("input")}


def test_a_pause_over_another_says_which_and_what_to_do(browser, cast, year) -> None:
    change = operations.propose_change(cast.nqsw, year, **PAUSE)
    for person in (cast.assessor, cast.manager, cast.coordinator):
        operations.agree_to_change(person, change)
    db.session.commit()
    before = item_of(year, "review-6").due_on
    page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/changes/new?kind=pause")
    page.submit("Show the new calendar", reason="sickness", started_on="20/12/2026",
                ended_on="31/1/2027")  # fmt: skip
    assert page.status == 422
    assert "Choose days outside of that, or take that change back first" in page.text
    assert {"20/12/2026", "31/1/2027"} <= {field.get("value") for field in page.all("input")}
    assert item_of(year, "review-6").due_on == before
