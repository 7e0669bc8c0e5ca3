"""What does not hold together in a programme: a sentence each, with the place where it is mended.

Pure: a programme as values in, faults out; nothing is said of one that holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Fault:
    """One thing that does not hold: in which part, in which of its rows, and in which field.

    `part` is a key of the programme's table, `row` the code or key of a row in it, or empty.
    """

    part: str
    what: str
    where: str = ""
    row: str = ""
    field: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong, with the place in front where there is one."""
        return f"{self.where}: {self.what}" if self.where else self.what


def faults(programme: Programme) -> Iterator[Fault]:
    """Every fault: of the stages, of the items, then of what is promised."""
    yield from _stage_faults(programme)
    codes = [item.code for item in programme.items]
    if not codes:
        yield Fault("items", "the programme has no items.")
    for code in dict.fromkeys(codes):
        if codes.count(code) > 1:
            yield Fault("items", "this code is used twice.", f"item {code}", code)
    for item in programme.items:
        yield from _item_faults(programme, item)
    yield from _workload_faults(programme)
    yield from _supervision_faults(programme)
    yield from _promise_faults(programme)
    yield from _first_weeks_faults(programme)


def _stage_faults(programme: Programme) -> Iterator[Fault]:
    stages = programme.stages
    if not 0 < programme.months <= LONGEST_YEARS * 12:
        most = LONGEST_YEARS * 12
        yield Fault("about", f"the programme must be 1 to {most} months long.", field="months")
    for stage in stages:
        if stage.to_month <= stage.from_month:
            said = (
                f"it must end after month {stage.from_month}, where the stage before it ends; "
                f"now it ends at month {stage.to_month}."
            )
            yield Fault("stages", said, f"stage {stage.key}", stage.key, "to_month")
    for one, other in pairwise(stages):
        if one.to_month != other.from_month:
            said = f"it must begin in month {one.to_month}, where {one.key} ends."
            yield Fault("stages", said, f"stage {other.key}", other.key, "to_month")
    if stages and (stages[0].from_month, stages[-1].to_month) != (0, programme.months):
        said = f"the stages must run from month 0 to month {programme.months}."
        yield Fault("stages", said, row=stages[-1].key, field="to_month")
    yield from _twice("stages", "stage", stages)


def _item_faults(programme: Programme, item: Item) -> Iterator[Fault]:
    stage = next(stage for stage in programme.stages if stage.key == item.stage)
    here = {"where": f"item {item.code}", "row": item.code}
    if item.kind not in programme.kinds:
        yield Fault("items", f"there is no kind “{item.kind}”.", **here, field="kind")
    if item.owner not in OWNERS:
        said = f"whose it is must be one of {', '.join(OWNERS)}."
        yield Fault("items", said, **here, field="owner")
    month = in_months(item.due)
    if month is not None and not stage.from_month < month <= stage.to_month:
        months = f"months {stage.from_month} to {stage.to_month}"
        said = f"it is due outside its stage, {stage.title.lower()}, {months}."
        yield Fault("items", said, **here, field="number")


def _workload_faults(programme: Programme) -> Iterator[Fault]:
    workload = programme.workload
    if workload is None or not workload.ramp:
        return
    said = []
    if len(workload.ramp) != programme.months:
        said.append(f"the ramp has {len(workload.ramp)} months; it must have {programme.months}.")
    if not all(0 <= percent <= 150 for percent in workload.ramp):
        said.append("the ramp: each month must be between 0 and 150 percent.")
    mean = sum(workload.ramp) / len(workload.ramp) / 100
    if abs(mean - float(workload.share)) > NEAR_ENOUGH:
        must = f"it must be {workload.share:.0%}."
        said.append(f"the ramp comes to {mean:.0%} over the whole time; {must}")
    for each in said:
        yield Fault("workload", each, field="ramp")


def _supervision_faults(programme: Programme) -> Iterator[Fault]:
    ends = [_month_of(rhythm.until) for rhythm in programme.supervision]
    for place, (earlier, later) in enumerate(pairwise(ends), start=2):
        if later <= earlier:
            said = "each rhythm must last longer than the one before it."
            yield Fault("supervision", said, "supervision", field=f"until_{place}")
    if ends and ends[-1] > programme.months:
        said = f"the last rhythm must end by month {programme.months}."
        yield Fault("supervision", said, "supervision", field=f"until_{len(ends)}")
    for place, rhythm in enumerate(programme.supervision, start=1):
        if rhythm.every.number < 1:
            said = "it must be at least 1 week or month apart."
            yield Fault("supervision", said, "supervision", field=f"every_{place}")


def _promise_faults(programme: Programme) -> Iterator[Fault]:
    for rule in programme.not_alone:
        if not 0 < rule.until_month <= programme.months:
            said = f"the month must be between 1 and {programme.months}."
            where = f"not alone, {rule.key}"
            yield Fault("not_alone", said, where, rule.key, "until_month")
    if programme.nation not in NATIONS:
        yield Fault("standards", f"the nation must be one of {', '.join(NATIONS)}.", field="nation")
    for part in programme.reviews:
        if part.owner not in OWNERS:
            said = f"who writes it must be one of {', '.join(OWNERS)}."
            yield Fault("reviews", said, f"review part {part.key}", part.key, "owner")
    yield from _twice("entitlements", "promise", programme.entitlements)
    yield from _twice("not_alone", "not alone", programme.not_alone)
    yield from _twice("reviews", "review part", programme.reviews)


def _first_weeks_faults(programme: Programme) -> Iterator[Fault]:
    for task in programme.first_weeks:
        here = {"where": f"first weeks, {task.key}", "row": task.key}
        if task.owner not in TASK_OWNERS:
            said = f"who does it must be one of {', '.join(TASK_OWNERS)}."
            yield Fault("first_weeks", said, **here, field="owner")
        if not -60 <= task.due <= 60:
            said = "it must be within 60 working days of day one."
            yield Fault("first_weeks", said, **here, field="number")
    yield from _twice("first_weeks", "first weeks", programme.first_weeks)


def _twice(part: str, what: str, rows: Sequence[Any]) -> Iterator[Fault]:
    keys = [row.key for row in rows]
    for key in dict.fromkeys(keys):
        if keys.count(key) > 1:
            yield Fault(part, "this key is used twice.", f"{what} {key}", key)


def in_months(due: Span) -> float | None:
    """The month of a full-time year at whose end something is due."""
    lengths = {WEEK: 12 / 52, MONTH: 1.0}
    return due.number * lengths[due.unit] if due.unit in lengths else None


def _month_of(span: Span) -> float:
    return in_months(span) or 0
