"""Posts compared: which post in the portal a row speaks of, and what follows from it.

A later start than the portal has is a change: the post held ends the day before and the next one
begins. Otherwise a difference is a correction, made in place. A row that speaks of an older post
than the one held changes nothing: the portal knows better.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from portal.people.staff_list.facts import POST_LABELS, PostFacts, said_otherwise
from portal.people.staff_list.held import HeldPost
from portal.people.staff_list.rows import StaffRow


@dataclass(frozen=True, slots=True)
class PostOutcome:
    """What becomes of the post of one row."""

    held: HeldPost | None = None
    is_new: bool = False
    correction: dict[str, Any] = field(default_factory=dict)
    ends_on: date | None = None
    notes: tuple[str, ...] = ()


def outcomes(
    rows: Sequence[StaffRow], held: Sequence[HeldPost], today: date
) -> dict[int, PostOutcome]:
    """What becomes of each row's post, by row number; `held` are the posts of the same person."""
    pairs = paired(rows, held, today)
    return {row.number: _outcome(row.post, pairs.get(row.number)) for row in rows}


def paired(rows: Sequence[StaffRow], held: Sequence[HeldPost], today: date) -> dict[int, HeldPost]:
    """The held post each row speaks of: all the same, place and start, place, then what is left."""
    pairs: dict[int, HeldPost] = {}
    left = list(held)
    for is_same in (_same_facts, _same_post, _same_place):
        for row in rows:
            match = next((one for one in left if is_same(row.post, one, today)), None)
            if row.number not in pairs and match:
                pairs[row.number] = match
                left.remove(match)
    unpaired = [row for row in rows if row.number not in pairs]
    still_open = [one for one in left if one.is_open(today)]
    if len(unpaired) == len(still_open) == 1:
        pairs[unpaired[0].number] = still_open[0]
    return pairs


def _same_facts(said: PostFacts, held: HeldPost, today: date) -> bool:
    """So that two posts in one place from one day are never taken for each other."""
    return said == held.facts


def _same_post(said: PostFacts, held: HeldPost, today: date) -> bool:
    return said.place == held.facts.place and said.started_on == held.facts.started_on


def _same_place(said: PostFacts, held: HeldPost, today: date) -> bool:
    return said.place == held.facts.place and held.is_open(today)


def _outcome(said: PostFacts, held: HeldPost | None) -> PostOutcome:
    if held is None:
        return PostOutcome(is_new=True)
    before, after = held.facts.started_on, said.started_on
    if before and after and after > before:
        return PostOutcome(held=held, is_new=True, ends_on=_last_day(held, after))
    if before and after and after < before and said.place != held.facts.place:
        note = "This post began before the one the portal holds, which is left as it is."
        return PostOutcome(held=held, notes=(note,))
    return _corrected(said, held)


def _last_day(held: HeldPost, next_start: date) -> date | None:
    """The last day of a post that gives way; None when it has ended before that already."""
    day = next_start - timedelta(days=1)
    ended = held.facts.ended_on
    return day if ended is None or ended > day else None


def _corrected(said: PostFacts, held: HeldPost) -> PostOutcome:
    values = said_otherwise(held.facts, said, POST_LABELS)
    started = values.get("started_on") or held.facts.started_on
    ended = values.get("ended_on") or held.facts.ended_on
    if started and ended and ended < started:
        note = "The post would end before it begins, so its dates are left as they are."
        values = {name: values[name] for name in values if name not in ("started_on", "ended_on")}
        return PostOutcome(held=held, correction=values, notes=(note,))
    return PostOutcome(held=held, correction=values)
