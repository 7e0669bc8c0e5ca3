"""Posts compared: what follows from what a row says about the post it speaks of.

What is known and gives way to something else has changed: on the day of the list the row held ends
the day before, and the next begins. A later start in the file says the day of the change itself.
What becomes known, or is written otherwise, is put right in place; so is everything when the list
corrects. A list that is older than what the portal holds changes nothing.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from portal.people.staff_list.facts import (
    POST_LABELS,
    PostFacts,
    is_spelling,
    said_otherwise,
    said_with_lost_letters,
)
from portal.people.staff_list.held import HeldPost
from portal.people.staff_list.pairing import is_over
from portal.people.staff_list.terms import Terms
from portal.web import days

ONE_DAY = timedelta(days=1)
CHANGING = ("unit", "job_title", "grade", "fte", "hours", "contract", "manager")
COMPARED = tuple(name for name in POST_LABELS if name != "started_on")
# What belongs to the team or the grade, and is unknown once that is another.
GOES_WITH = {"unit": ("manager", "cost_code"), "grade": ("scp",)}

OLDER = "The portal knows of a later change to this post, which an older list does not undo."
BEFORE = "This post began before the one the portal holds, which is left as it is."
BACKWARDS = "The post would end before it begins, so its dates are left as they are."


@dataclass(frozen=True, slots=True)
class PostOutcome:
    """What becomes of the post of one row.

    `correction` is made in place. `next` is a post to begin; when `held` gives way to it, it ends
    on `ends_on`. `is_change` tells the same post under other terms from the next one.
    """

    held: HeldPost | None = None
    correction: dict[str, Any] = field(default_factory=dict)
    next: PostFacts | None = None
    began_on: date | None = None
    ends_on: date | None = None
    is_change: bool = False
    is_back: bool = False
    notes: tuple[str, ...] = ()

    @property
    def differing(self) -> dict[str, Any]:
        """What is otherwise from now on, in place or in the row that begins."""
        if self.next is None or self.held is None:
            return self.correction
        return said_otherwise(self.held.facts, self.next, COMPARED)

    @property
    def result(self) -> PostFacts | None:
        """The post as it is in the end."""
        if self.next is not None or self.held is None:
            return self.next
        known = {name: value for name, value in self.correction.items() if name != "began_on"}
        return replace(self.held.facts, **known)


def outcome(
    said: PostFacts,
    held: HeldPost | None,
    terms: Terms,
    *,
    goes_on: bool = True,
    has_left: bool = False,
    is_followed: bool = False,
) -> PostOutcome:
    """What becomes of this post.

    `goes_on`: whether one that has ended may be taken up again. `has_left`: whether its holder
    was gone in between. `is_followed`: whether another begins the day after it.
    """
    if held is None:
        return PostOutcome(next=replace(said, started_on=said.started_on or terms.as_at))
    is_taken_up = not held.is_open(terms.as_at) and not is_over(said, terms.as_at)
    if is_taken_up and (not (goes_on and said.ended_on) or has_left or is_followed):
        return _ended_before(said, held, terms, goes_on)
    if held.first_day > terms.as_at and not _begins_later(said, terms):
        return _older(said, held)
    if is_followed and _ends_later(said, held):
        found = _compared(replace(said, ended_on=None), held, terms)
        return replace(found, notes=(*found.notes, OLDER))
    return _noting_lost(_compared(said, held, terms), said, held)


def _ends_later(said: PostFacts, held: HeldPost) -> bool:
    ends, ended = said.ended_on, held.facts.ended_on
    return ends is not None and ended is not None and ends > ended


def _begins_later(said: PostFacts, terms: Terms) -> bool:
    return said.started_on is not None and said.started_on > terms.as_at


def _older(said: PostFacts, held: HeldPost) -> PostOutcome:
    is_other = bool(said_otherwise(held.facts, said, COMPARED))
    return PostOutcome(held=held, notes=(OLDER,) if is_other else ())


def _ended_before(said: PostFacts, held: HeldPost, terms: Terms, goes_on: bool) -> PostOutcome:
    """The portal has the post as ended, the list as open."""
    if not goes_on:
        ended = days.short(held.facts.ended_on) if held.facts.ended_on else ""
        note = f"The portal has this post as ended on {ended}; the list still shows it."
        return PostOutcome(held=held, notes=(f"{note} It stays ended.",))
    values = said_otherwise(held.facts, said, COMPARED)
    following = _following(said, held, values, terms.as_at, None)
    return PostOutcome(held=held, next=following, began_on=held.counts_from, is_back=True)


def _compared(said: PostFacts, held: HeldPost, terms: Terms) -> PostOutcome:
    """A list of a day on which the row held counts."""
    starts = _starts_otherwise(said, held, terms)
    if starts is None:
        return PostOutcome(held=held, notes=(BEFORE,))
    values = said_otherwise(held.facts, said, COMPARED)
    first = starts.get("started_on", held.first_day)
    ends = values.get("ended_on", held.facts.ended_on)
    if ends is not None and ends < max(first, starts.get("next_on", first)):
        known = {name: value for name, value in values.items() if name != "ended_on"}
        return PostOutcome(held=held, correction=known, notes=(BACKWARDS,))
    if "next_on" in starts:
        return _next_post(said, held, values, starts["next_on"])
    if _has_changed(said, held, values, terms):
        return _changed(said, held, values, starts, terms)
    return PostOutcome(held=held, correction=values | starts)


def _starts_otherwise(said: PostFacts, held: HeldPost, terms: Terms) -> dict[str, date] | None:
    """The first days that the file says otherwise; None when it speaks of what was before."""
    start, counts = said.started_on, held.counts_from
    if start is None or start in (counts, held.facts.started_on):
        return {}
    is_planned = held.first_day > terms.as_at
    in_place = terms.is_correction or is_planned
    if start > counts:
        if start <= held.first_day:
            return {"began_on": start}
        return {"started_on": start, "began_on": start} if in_place else {"next_on": start}
    if said.place != held.facts.place and not in_place:
        return None
    return {"began_on": start} | ({"started_on": start} if counts == held.first_day else {})


def _has_changed(said: PostFacts, held: HeldPost, values: dict[str, Any], terms: Terms) -> bool:
    """Whether something known gave way to something else, on a day when the row had begun."""
    if terms.is_correction or terms.as_at <= held.first_day or is_over(said, terms.as_at):
        return False
    return any(
        getattr(held.facts, name) is not None and not is_spelling(getattr(held.facts, name), value)
        for name, value in values.items()
        if name in CHANGING
    )


def _changed(
    said: PostFacts,
    held: HeldPost,
    values: dict[str, Any],
    starts: dict[str, date],
    terms: Terms,
) -> PostOutcome:
    """The same post under other terms, from the day of the list."""
    following = _following(said, held, values, terms.as_at, held.facts.ended_on)
    return PostOutcome(
        held=held,
        correction=dict(starts),
        next=following,
        began_on=starts.get("began_on", held.counts_from),
        ends_on=terms.as_at - ONE_DAY,
        is_change=True,
    )


def _next_post(
    said: PostFacts, held: HeldPost, values: dict[str, Any], starts_on: date
) -> PostOutcome:
    """A later start: the post held ends the day before, and the next one counts from then."""
    last, ended = starts_on - ONE_DAY, held.facts.ended_on
    following = _following(said, held, values, starts_on, said.ended_on)
    ends_on = last if ended is None or ended > last else None
    return PostOutcome(held=held, next=following, began_on=starts_on, ends_on=ends_on)


def _following(
    said: PostFacts, held: HeldPost, values: dict[str, Any], starts_on: date, ends_on: date | None
) -> PostFacts:
    """What comes after a row: what is not said goes on, but for what goes with something else."""
    gone = {
        part: None
        for whole, parts in GOES_WITH.items()
        if whole in values and not is_spelling(getattr(held.facts, whole), values[whole])
        for part in parts
        if getattr(said, part) is None
    }
    days_of_it = {"started_on": starts_on, "ended_on": values.get("ended_on", ends_on)}
    return replace(held.facts, **(gone | values | days_of_it))


def _noting_lost(found: PostOutcome, said: PostFacts, held: HeldPost) -> PostOutcome:
    lost = said_with_lost_letters(held.facts, said, COMPARED)
    notes = [
        f"{POST_LABELS[name]}: the file has {value} (a letter was lost there); the portal keeps"
        f" {getattr(held.facts, name)}."
        for name, value in lost.items()
    ]
    return replace(found, notes=(*found.notes, *notes))
