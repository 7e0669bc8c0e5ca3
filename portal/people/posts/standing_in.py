"""What stands against acting up, a secondment or cover over some days.

Pure; each objection is a sentence for whoever asked, empty where nothing stands against it. Both
always have a last day, two years off at most, so that everything returns by itself; nobody
arranges them for themself; one post is covered by one person at a time. Source: the portal's own
rules (capability 77: cover, acting up and secondment with dates).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from portal.period import Dated, overlaps
from portal.web import days

LONGEST = timedelta(days=2 * 366)
# What somebody may be lent who covers a post that nobody holds.
FOR_A_VACANCY = ("manager", "consultant", "coordinator", "coach", "assessor", "panel")


@dataclass(frozen=True)
class Span:
    """The days asked for; both ends count."""

    started_on: date
    ended_on: date


@dataclass(frozen=True)
class Covering:
    """Cover that there is already: by whom, and when."""

    name: str
    started_on: date
    ended_on: date | None


def objection_to_days(span: Span, today: date) -> str:
    """Why nobody can stand in on these days: in the wrong order, over already, or too long."""
    if span.ended_on < span.started_on:
        return "The last day must not be before the first"
    if span.ended_on < today:
        return "The last day must not be in the past"
    if span.ended_on > max(today, span.started_on) + LONGEST:
        return "Choose a last day within two years: it can be extended later"
    return ""


def objection_to_person(name: str, left_on: date | None, span: Span, today: date) -> str:
    """Why this person cannot stand in: they have left, or leave before the last day."""
    if left_on is None or left_on >= span.ended_on:
        return ""
    if left_on < today:
        return f"{name} has left. Choose somebody who works here"
    return f"{name} leaves on {days.short(left_on)}. Choose that day or an earlier one as the last"


def objection_to_post(post: Dated, span: Span) -> str:
    """Why the work of this post cannot be covered: it begins later, or is over before."""
    if span.started_on < post.started_on:
        return f"This post begins on {days.short(post.started_on)}. Choose that day or a later one"
    if post.ended_on is not None and span.ended_on > post.ended_on:
        return f"This post ends on {days.short(post.ended_on)}. Choose that day or an earlier one"
    return ""


def objection_to_overlap(span: Span, others: Iterable[Covering]) -> str:
    """Why these days are taken: somebody covers the post on some of them."""
    for other in others:
        if overlaps(span, other):
            until = days.short(other.ended_on) if other.ended_on else "further notice"
            return (
                f"{other.name} covers this post from {days.short(other.started_on)} until {until}. "
                "Choose other days, or end that cover first"
            )
    return ""
