"""When an invented person qualified, joined and took their post, and how they work.

Pure: a seat and a job in, dates and patterns out, the same for the same chance. Units: years since
qualifying come from `jobs.toml`; weeks count from the Monday on which a first year began, so that
week n of the induction is n - 1 whole weeks after it. Source: invented, to be believable.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from portal.demo.data import Job, Seat

WEEK = "Mon Tue Wed Thu Fri"
PART_TIME_WEEK = 35  # who is in this week of the first year works part time
PART_TIME = (
    (Decimal("0.6"), "Mon Tue Wed"),
    (Decimal("0.6"), "Wed Thu Fri"),
    (Decimal("0.8"), "Mon Tue Wed Thu"),
    (Decimal("0.8"), "Tue Wed Thu Fri"),
)
FULL_HOURS = 37


@dataclass(frozen=True)
class Career:
    """The dates and the pattern of one person in one post."""

    qualified_on: date | None
    joined_on: date
    posted_on: date
    fte: Decimal
    working_days: str
    contract: str

    @property
    def hours(self) -> Decimal:
        """Contracted hours a week."""
        return FULL_HOURS * self.fte


def first_day(week: int, today: date) -> date:
    """The Monday on which somebody began whose year is in this week today."""
    return monday(today) - timedelta(weeks=week - 1)


def monday(day: date) -> date:
    """The Monday of a week."""
    return day - timedelta(days=day.weekday())


def career(seat: Seat, job: Job, today: date, chance: Random, *, settled: bool = False) -> Career:
    """One person's dates; `settled` people of the cast: full time, permanent, one job."""
    if job.title == "Newly Qualified Social Worker":
        return _newly_qualified(seat, today, chance)
    years = job.qualified or (2.0, 12.0)
    since = today - timedelta(days=int(chance.uniform(*years) * 365.25))
    joined = since + (today - since) * chance.uniform(0.05, 0.7)
    moved = joined + (today - joined) * chance.uniform(0.0, 0.8)
    posted = joined if settled else moved
    fte, days = _pattern(chance, settled)
    contract = "permanent" if settled else _contract(chance)
    return Career(since if job.qualified else None, joined, posted, fte, days, contract)


def full_time(since: date) -> Career:
    """A permanent full-time post since that day, whoever may come to hold it."""
    return Career(None, since, since, Decimal(1), WEEK, "permanent")


def _newly_qualified(seat: Seat, today: date, chance: Random) -> Career:
    began = first_day(seat.week or 1, today)
    qualified = began - timedelta(days=chance.randint(20, 75))
    fte, pattern = PART_TIME[0] if seat.week == PART_TIME_WEEK else (Decimal(1), WEEK)
    return Career(qualified, began, began, fte, pattern, "permanent")


def _pattern(chance: Random, settled: bool) -> tuple[Decimal, str]:
    part_time = chance.random() < 0.2
    pattern = chance.choice(PART_TIME)
    return pattern if part_time and not settled else (Decimal(1), WEEK)


def _contract(chance: Random) -> str:
    return chance.choices(("permanent", "fixed term", "agency"), (90, 6, 4))[0]
