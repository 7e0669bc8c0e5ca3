"""Extra support: from when until when a plan may run, be looked at, be extended and end.

Pure; each objection is a sentence. A plan always has a last day and ends by itself; it is
extended once at most. It is no capability procedure. Source: the ASYE guidance on support and
action plans, kept apart from an employer's capability procedure.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from portal.web import days

LONGEST = 5_000
SHORTEST = timedelta(days=7)
LONGEST_TIME = timedelta(days=183)
NOT_CAPABILITY = (
    "This is extra support, for a time. It is not a capability procedure, and nothing in it "
    "counts against anybody."
)


def objection_to_dates(
    started_on: date, ends_on: date, reviews: Sequence[date], today: date
) -> tuple[str, str]:
    """What is wrong with the dates of a new plan: the field, and why; empty where nothing is."""
    if started_on < today:
        return "started_on", "This day has passed. A plan starts today or later, in the open"
    if started_on > today + LONGEST_TIME:
        return "started_on", "Choose a day within the next six months"
    if ends_on < started_on + SHORTEST:
        return "ends_on", "Choose a last day at least a week after the first"
    if ends_on > started_on + LONGEST_TIME:
        return "ends_on", "Choose a last day within six months. It can be extended once"
    for name, day in zip(("first_review_on", "second_review_on"), reviews, strict=False):
        if not started_on <= day <= ends_on:
            return name, "Choose a day between the first and the last day of the plan"
    if len(reviews) == 2 and reviews[1] <= reviews[0]:
        return "second_review_on", "Choose a day after the first look together"
    return "", ""


def objection_to_extending(ends_on: date, to: date, first_end_on: date | None) -> str:
    """Why a plan cannot last until that day."""
    if first_end_on is not None:
        return "It was extended once already. Let it end, and start another where it is needed"
    if to <= ends_on:
        return f"Choose a day after its last day, {days.short(ends_on)}"
    if to > ends_on + LONGEST_TIME:
        return "Choose a last day within six months of the present one"
    return ""
