"""Whether a team keeps to the rules of its model today, and the day on which that changes. Pure.

What is not known counts neither way: with an unknown day of qualifying, or an unknown contract, a
rule holds for certain, is broken for certain, or hangs on what nobody has said yet. The forecast
goes by what is known: posts that begin or end, and the day on which each person has been qualified
for longer than the rule asks. Nothing is guessed, and nobody is named.

Units: people, each once; months are whole calendar months. "More than two years" begins on the day
after the second anniversary. Source: Tower Hamlets' balanced team as published in 2010 (eight
permanent staff, five with more than two years), and the portal's plan (2026).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from portal.period import months_after
from portal.teams.composition import PERMANENT, Seat
from portal.teams.modelling.entries import EXPERIENCED, Model, Rule
from portal.web.numbers import counted, in_words

HOLDS, BROKEN, HANGS = "holds", "broken", "hangs"
LOOK_AHEAD = timedelta(days=3 * 365)
NEW_FOR = 12
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Count:
    """People of whom something is so, and people of whom it may be so."""

    known: int = 0
    unknown: int = 0

    @property
    def most(self) -> int:
        """How many they are if it is so of everybody of whom it is not known."""
        return self.known + self.unknown

    @property
    def words(self) -> str:
        """The count as a sentence says it: "4, and one not known"."""
        if not self.unknown:
            return str(self.known)
        return f"{self.known}, and {in_words(self.unknown)} not known"


@dataclass(frozen=True, slots=True)
class Balance:
    """A rule on a day: whether it holds, and what it was counted from."""

    rule: Rule
    state: str
    permanent: Count
    experienced: Count
    new: Count


@dataclass(frozen=True, slots=True)
class Turn:
    """The first day on which a rule stands otherwise, and what brings it about."""

    day: date
    state: str
    because: str


@dataclass(frozen=True, slots=True)
class _Member:
    """Somebody in the qualified roles on a day; None where it is not known."""

    is_permanent: bool | None
    qualified_on: date | None


def balances(model: Model, seats: Sequence[Seat], day: date) -> list[Balance]:
    """Each rule of the model as it stands on a day."""
    members = _members(_qualified(model, seats), day)
    return [_balance(rule, members, day) for rule in model.rules]


def turn(
    rule: Rule, model: Model, seats: Sequence[Seat], day: date, until: date | None = None
) -> Turn | None:
    """When the rule will first stand otherwise than on a day, within three years; None if never."""
    last = until or day + LOOK_AHEAD
    own = _qualified(model, seats)
    now = _balance(rule, _members(own, day), day).state
    for each in sorted({at for at in _days_of_change(rule, own) if day < at <= last}):
        then = _balance(rule, _members(own, each), each)
        if then.state != now:
            return Turn(each, then.state, _because(rule, own, each))
    return None


def _balance(rule: Rule, members: Iterable[_Member], day: date) -> Balance:
    everybody = list(members)
    permanent = _count([each.is_permanent for each in everybody])
    past = [_is_past(each, rule.months, day) for each in everybody]
    if rule.kind == EXPERIENCED:
        pairs = zip(everybody, past, strict=True)
        experienced = _count([_both(each.is_permanent, is_past) for each, is_past in pairs])
        fewest = permanent.known >= rule.people and experienced.known >= rule.experienced
        most = permanent.most >= rule.people and experienced.most >= rule.experienced
        return Balance(rule, _state(fewest, most), permanent, experienced, Count())
    experienced = _count(past)
    new = _count([_is_new(each, day) for each in everybody])
    fewest = new.most <= rule.people * experienced.known
    most = new.known <= rule.people * experienced.most
    return Balance(rule, _state(fewest, most), permanent, experienced, new)


def _state(holds_anyway: bool, may_hold: bool) -> str:
    if holds_anyway:
        return HOLDS
    return HANGS if may_hold else BROKEN


def _qualified(model: Model, seats: Iterable[Seat]) -> list[Seat]:
    """The posts that somebody holds in a qualified role."""
    slots = ((seat, model.slot_of(seat.job_title)) for seat in seats if seat.person_id)
    return [seat for seat, slot in slots if slot and slot.is_qualified]


def _members(own: Iterable[Seat], day: date) -> list[_Member]:
    """Who is in a qualified role on a day, each once: permanent if one of their posts is."""
    found: dict[UUID | str, _Member] = {}
    for seat in own:
        if seat.person_id is None or seat.started_on > day:
            continue
        if seat.ended_on is not None and seat.ended_on < day:
            continue
        is_permanent = seat.contract == PERMANENT if seat.contract else None
        before = found.get(seat.person_id)
        if before is not None:
            is_permanent = _either(before.is_permanent, is_permanent)
        found[seat.person_id] = _Member(is_permanent, seat.qualified_on)
    return list(found.values())


def _is_past(member: _Member, months: int, day: date) -> bool | None:
    """Whether they qualified more than so many months ago."""
    if member.qualified_on is None:
        return None
    return months_after(member.qualified_on, months) < day


def _is_new(member: _Member, day: date) -> bool | None:
    """Whether they are in the first year after qualifying."""
    past = _is_past(member, NEW_FOR, day)
    return None if past is None else not past


def _count(answers: Sequence[bool | None]) -> Count:
    return Count(answers.count(True), answers.count(None))


def _both(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def _either(one: bool | None, other: bool | None) -> bool | None:
    if one or other:
        return True
    return None if one is None or other is None else False


def _days_of_change(rule: Rule, own: Iterable[Seat]) -> Iterator[date]:
    """The days on which the count may become another one."""
    for seat in own:
        yield seat.started_on
        if seat.ended_on is not None:
            yield seat.ended_on + ONE_DAY
        if seat.qualified_on is not None:
            yield months_after(seat.qualified_on, rule.months) + ONE_DAY
            yield months_after(seat.qualified_on, NEW_FOR) + ONE_DAY


def _because(rule: Rule, own: Sequence[Seat], day: date) -> str:
    """What happens on the day that turns the rule, in words that name nobody."""
    here_before = {seat.person_id for seat in own if seat.covers(day - ONE_DAY)}
    here = {seat.person_id for seat in own if seat.covers(day)}
    reached = {
        seat.person_id
        for seat in own
        if seat.qualified_on
        and seat.person_id in here & here_before
        and any(
            months_after(seat.qualified_on, months) + ONE_DAY == day
            for months in (rule.months, NEW_FOR)
        )
    }
    said = [
        (len(here_before - here), "leaves the team", "leave the team"),
        (len(here - here_before), "joins the team", "join the team"),
        (len(reached), "has been qualified for longer", "have been qualified for longer"),
    ]
    words = [
        f"{counted(number, 'person', 'people')} {one if number == 1 else many}"
        for number, one, many in said
        if number
    ]
    return " and ".join(words) or "a post changes"
