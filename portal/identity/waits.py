"""How long to wait before the next try, in words."""

from math import ceil


def in_words(seconds: int) -> str:
    """For instance "in 45 seconds" or "in 3 minutes", never sooner than it is true."""
    if seconds < 60:
        return "in 1 second" if seconds == 1 else f"in {seconds} seconds"
    minutes = ceil(seconds / 60)
    return "in 1 minute" if minutes == 1 else f"in {minutes} minutes"
