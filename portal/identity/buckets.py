"""How many tries are left: the arithmetic of a token bucket.

A bucket holds up to `size` tokens and gets one back every `seconds` seconds, so nobody is
ever locked out for good. Times are moments, waits are seconds.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil


@dataclass(frozen=True)
class Limit:
    """So many tries at once, and one more after so many seconds."""

    size: int
    seconds: float

    @classmethod
    def over(cls, size: int, *, minutes: float) -> "Limit":
        """So many tries in so many minutes."""
        return cls(size, minutes * 60 / size)

    @property
    def refilled_in(self) -> timedelta:
        """How long an empty bucket takes to be full again."""
        return timedelta(seconds=self.size * self.seconds)


@dataclass(frozen=True)
class Level:
    """What a bucket held at a moment."""

    tokens: float
    at: datetime

    def refilled(self, limit: Limit, now: datetime) -> "Level":
        """The level now: never above the limit's size, and never lower because a clock stepped."""
        passed = max(0.0, (now - self.at).total_seconds())
        tokens = min(float(limit.size), self.tokens + passed / limit.seconds)
        return Level(tokens, max(now, self.at))

    def taken(self) -> "Level":
        """The level after one try."""
        return Level(self.tokens - 1, self.at)

    def returned(self, limit: Limit) -> "Level":
        """The level after a try is given back."""
        return Level(min(float(limit.size), self.tokens + 1), self.at)

    @property
    def allows(self) -> bool:
        """Whether one more try may be made."""
        return self.tokens >= 1 - 1e-9

    def wait(self, limit: Limit) -> int:
        """Whole seconds until the next try; 0 when one may be made now."""
        return 0 if self.allows else ceil(round((1 - self.tokens) * limit.seconds, 6))


def full(limit: Limit, now: datetime) -> Level:
    """The level of a bucket that nobody has used."""
    return Level(float(limit.size), now)
