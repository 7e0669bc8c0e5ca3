"""Let the demo's deeds happen on the days on which they are said to have happened."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from portal import clock

AFTERNOON = time(15, 40)


def afternoon_of(day: date) -> datetime:
    """The moment at which the demo's deeds of a day are said to have happened."""
    return datetime.combine(day, AFTERNOON, clock.LONDON)


@contextmanager
def on(day: date) -> Iterator[None]:
    """Inside the block it is the afternoon of that day, or this very moment if that is later."""
    with clock.set_to(day=day, moment=min(afternoon_of(day), clock.now())):
        yield
