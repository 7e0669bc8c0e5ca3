"""Data quality in words: what is to be seen about somebody, in a sentence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from portal.web import days

# Where somebody says when they qualified; a notice with this link asks them to.
ASKED_WITH = "/my-profile#qualified"
ASKS = "Please say on which day you qualified as a social worker: the portal does not know it."
MOST_NAMES = 4
ABOUT_A_POST = ("left-manager", "ended", "closed-team", "hours")


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody, the post that it is about, the others that it is about, and when they were asked.

    The person and the post are rows with the columns of the listing.
    """

    person: Any
    post: Any
    others: Sequence[str]
    asked_on: date | None
    today: date


def what_is_seen(kind: str, seen: Seen) -> str:
    """What is to be seen about somebody, for a kind of thing to look at."""
    if kind in ABOUT_A_POST and seen.post is None:
        return _work(seen)
    return SENTENCES.get(kind, _work)(seen)


def _work(seen: Seen) -> str:
    if seen.post is None:
        number = seen.person.staff_number
        return f"Staff number {number}." if number else "No post and no staff number are known."
    return f"{seen.post.job_title}, {seen.post.unit}."


def _circle(seen: Seen) -> str:
    shown = [*seen.others[:MOST_NAMES]]
    left = len(seen.others) - len(shown)
    chain = ", who reports to ".join([*shown, "and so on"] if left else shown)
    return f"Reports to {chain}, and so back to themselves."


def _left_manager(seen: Seen) -> str:
    manager = f"{seen.post.known_as or seen.post.given_names} {seen.post.family_name}"
    return f"Reports to {manager}, who left on {days.short(seen.post.left_on)}."


def _address(seen: Seen) -> str:
    address = seen.person.claimed_email
    if not seen.others:
        return f"A staff list gave them {address}."
    return f"A staff list gave {address} to them and to {_and(seen.others)}."


def _twice(seen: Seen) -> str:
    return f"Likely the same as {_and(seen.others)}. {_work(seen)}"


def _ended(seen: Seen) -> str:
    return f"{seen.post.job_title}, {seen.post.unit}, until {days.short(seen.post.ended_on)}."


def _not_found(seen: Seen) -> str:
    person = seen.person
    said = {
        "not registered": "is not registered",
        "not found": "was not found",
        "another name": "stands there under another name",
    }.get(person.registration_status)
    number = person.registration_number or "No number"
    if said is None:
        return f"{number}: registered until {days.short(person.registered_until)}."
    checked = person.registration_checked_on
    when = f" on {days.short(checked)}" if checked else ""
    return f"{number} {said} when it was looked up{when}."


def _qualified(seen: Seen) -> str:
    asked = f" Asked on {days.short(seen.asked_on)}." if seen.asked_on else ""
    return _work(seen) + asked


def _closed(seen: Seen) -> str:
    return f"{seen.post.job_title}, {seen.post.unit}, closed on {days.short(seen.post.closed_on)}."


def _hours(seen: Seen) -> str:
    hours, share = _plain(seen.post.hours), _plain(seen.post.fte * 100)
    return f"{hours} hours a week, and {share}% of full time. {_work(seen)}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _and(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


SENTENCES: Mapping[str, Callable[[Seen], str]] = {
    "circle": _circle,
    "left-manager": _left_manager,
    "address": _address,
    "twice": _twice,
    "ended": _ended,
    "registration-not-found": _not_found,
    "qualified-unknown": _qualified,
    "closed-team": _closed,
    "hours": _hours,
}
