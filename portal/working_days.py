"""Working days: Monday to Friday, without the bank holidays of the nation.

Source of the holidays: the `holidays` library, which follows GOV.UK. Nations: "ENG" (also stands
for Wales, whose bank holidays are the same), "WLS", "SCT", "NIR".
"""

from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)
SATURDAY = 5


def is_working_day(day: date, nation: str = "ENG") -> bool:
    """Whether offices are open on that day."""
    return day.weekday() < SATURDAY and day not in _bank_holidays(nation, day.year)


def on_or_before(day: date, nation: str = "ENG") -> date:
    """That day, or the last working day before it."""
    while not is_working_day(day, nation):
        day -= ONE_DAY
    return day


def on_or_after(day: date, nation: str = "ENG") -> date:
    """That day, or the first working day after it."""
    while not is_working_day(day, nation):
        day += ONE_DAY
    return day


def after(day: date, number: int, nation: str = "ENG") -> date:
    """The working day that comes `number` (1 or more) working days after that day."""
    for _ in range(number):
        day = on_or_after(day + ONE_DAY, nation)
    return day


@cache
def _bank_holidays(nation: str, year: int) -> frozenset[date]:
    # The library takes a tenth of a second to import, and most pages need no calendar.
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv=nation, years=year))
