"""What does not hold together in a programme, a sentence each.

Pure: a programme as values in, sentences out; nothing is said of one that holds.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from portal.induction.programmes.template import (
    MONTH,
    NATIONS,
    OWNERS,
    TASK_OWNERS,
    WEEK,
    Item,
    Programme,
    Span,
)

LONGEST_YEARS = 5
NEAR_ENOUGH = 0.01  # a ramp in whole percents can miss its mean by this much


def faults(programme: Programme) -> Iterator[str]:
    """Every fault: of the stages, of the items, then of what is promised."""
    yield from _stage_faults(programme)
    codes = [item.code for item in programme.items]
    if not codes:
        yield "the programme has no items."
    for code in codes:
        if codes.count(code) > 1:
            yield f"item {code}: this code is used twice."
    for item in programme.items:
        yield from _item_faults(programme, item)
    yield from _workload_faults(programme)
    yield from _promise_faults(programme)
    yield from _first_weeks_faults(programme)


def _stage_faults(programme: Programme) -> Iterator[str]:
    stages = programme.stages
    if not 0 < programme.months <= LONGEST_YEARS * 12:
        yield f"the programme must be 1 to {LONGEST_YEARS * 12} months long."
    for stage in stages:
        if stage.to_month <= stage.from_month:
            yield f"stage {stage.key}: it must end after month {stage.from_month}."
    for one, other in pairwise(stages):
        if one.to_month != other.from_month:
            yield f"stage {other.key}: it must begin in month {one.to_month}, where {one.key} ends."
    if stages and (stages[0].from_month, stages[-1].to_month) != (0, programme.months):
        yield f"the stages must run from month 0 to month {programme.months}."
    yield from _twice("stage", stages)


def _item_faults(programme: Programme, item: Item) -> Iterator[str]:
    stage = next(stage for stage in programme.stages if stage.key == item.stage)
    if item.kind not in programme.kinds:
        yield f"item {item.code}: there is no kind “{item.kind}”."
    if item.owner not in OWNERS:
        yield f"item {item.code}: whose it is must be one of {', '.join(OWNERS)}."
    month = in_months(item.due)
    if month is not None and not stage.from_month < month <= stage.to_month:
        yield f"item {item.code}: it is due outside its stage, {stage.title.lower()}."


def _workload_faults(programme: Programme) -> Iterator[str]:
    workload = programme.workload
    if workload is None or not workload.ramp:
        return
    if len(workload.ramp) != programme.months:
        yield f"the ramp has {len(workload.ramp)} months; it must have {programme.months}."
    if not all(0 <= percent <= 150 for percent in workload.ramp):
        yield "the ramp: each month must be between 0 and 150 percent."
    mean = sum(workload.ramp) / len(workload.ramp) / 100
    if abs(mean - float(workload.share)) > NEAR_ENOUGH:
        yield f"the ramp comes to {mean:.0%} over the whole time; it must be {workload.share:.0%}."


def _promise_faults(programme: Programme) -> Iterator[str]:
    ends = [_month_of(rhythm.until) for rhythm in programme.supervision]
    if any(later <= earlier for earlier, later in pairwise(ends)):
        yield "supervision: each rhythm must last longer than the one before it."
    if ends and ends[-1] > programme.months:
        yield f"supervision: the last rhythm must end by month {programme.months}."
    if any(rhythm.every.number < 1 for rhythm in programme.supervision):
        yield "supervision: it must be at least 1 week or month apart."
    for rule in programme.not_alone:
        if not 0 < rule.until_month <= programme.months:
            yield f"not alone, {rule.key}: the month must be between 1 and {programme.months}."
    if programme.nation not in NATIONS:
        yield f"the nation must be one of {', '.join(NATIONS)}."
    for part in programme.reviews:
        if part.owner not in OWNERS:
            yield f"review part {part.key}: who writes it must be one of {', '.join(OWNERS)}."
    yield from _twice("promise", programme.entitlements)
    yield from _twice("not alone", programme.not_alone)
    yield from _twice("review part", programme.reviews)


def _first_weeks_faults(programme: Programme) -> Iterator[str]:
    for task in programme.first_weeks:
        if task.owner not in TASK_OWNERS:
            yield f"first weeks, {task.key}: who does it must be one of {', '.join(TASK_OWNERS)}."
        if not -60 <= task.due <= 60:
            yield f"first weeks, {task.key}: it must be within 60 working days of day one."
    yield from _twice("first weeks", programme.first_weeks)


def _twice(what: str, rows: Sequence[Any]) -> Iterator[str]:
    keys = [row.key for row in rows]
    for key in dict.fromkeys(keys):
        if keys.count(key) > 1:
            yield f"{what} {key}: this key is used twice."


def in_months(due: Span) -> float | None:
    """The month of a full-time year at whose end something is due."""
    lengths = {WEEK: 12 / 52, MONTH: 1.0}
    return due.number * lengths[due.unit] if due.unit in lengths else None


def _month_of(span: Span) -> float:
    return in_months(span) or 0
