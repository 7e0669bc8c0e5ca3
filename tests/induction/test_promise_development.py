"""Development time in hours to date, against a tenth of the contracted week."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from portal.induction.moving import Stop, hours_of
from portal.induction.promises.development import HALF_DAY, balance, hours, promised

TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Away:
    started_on: date
    ended_on: date | None


def test_a_full_week_promises_three_hours_forty_two():
    week = {"started_on": date(2026, 11, 2), "until": date(2026, 11, 6)}
    assert promised(TENTH, Decimal(1), **week) == 222
    assert HALF_DAY == 222
    assert promised(TENTH, Decimal("0.5"), **week) == 111


def test_pauses_days_away_and_bank_holidays_promise_nothing():
    days = {"started_on": date(2026, 12, 21), "until": date(2027, 1, 1)}
    assert promised(TENTH, Decimal(1), **days) == int(Decimal("44.4") * 7)
    away = [Away(date(2026, 12, 21), date(2026, 12, 24))]
    assert promised(TENTH, Decimal(1), **days, away=away) == int(Decimal("44.4") * 3)
    stops = [Stop(date(2026, 12, 1))]
    assert promised(TENTH, Decimal(1), **days, stops=stops) == 0


def test_a_year_is_about_a_hundred_and_ninety_hours_before_leave():
    minutes = promised(TENTH, Decimal(1), started_on=date(2026, 6, 29), until=date(2027, 6, 28))
    assert 180 * 60 < minutes < 193 * 60


def test_the_balance_is_what_was_promised_without_what_was_taken():
    found = balance(600, [("taken", 222), ("booked", 222), ("missed", 222), ("taken", 60)])
    assert (found.taken, found.booked, found.missed, found.left) == (282, 222, 222, 318)


def test_minutes_are_said_in_hours_to_a_half():
    assert [hours(n) for n in (0, 30, 60, 222, 1330)] == [
        "0 hours", "0.5 hours", "1 hour", "3.5 hours", "22 hours",
    ]  # fmt: skip


@given(st.dates(date(2008, 1, 1), date(2040, 1, 1)), st.integers(0, 400), st.integers(0, 30))
def test_more_days_never_promise_less(started_on, length, more):
    def to(days):
        until = date.fromordinal(started_on.toordinal() + days)
        return promised(TENTH, Decimal(1), started_on=started_on, until=until)

    assert to(length) <= to(length + more)


def test_other_hours_count_from_their_day_on():
    first, change, last = date(2026, 6, 29), date(2026, 7, 13), date(2026, 7, 24)
    halved = hours_of(Decimal(1), [(change, Decimal("0.5"), change)])
    share, full = TENTH, Decimal(1)
    before = promised(share, full, started_on=first, until=date(2026, 7, 12))
    after = promised(share, Decimal("0.5"), started_on=change, until=last)
    assert promised(share, full, started_on=first, until=last, hours=halved) == before + after
