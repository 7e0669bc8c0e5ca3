"""Comparing: how a programme differs from the one that it came from, in sentences.

Pure: two programmes in, sentences out, in the order in which their page shows things.
"""

from collections.abc import Iterator
from typing import Any

from portal.induction.programmes.template import Item, Programme
from portal.induction.programmes.writing import from_day_one, said_due


def differences(before: Programme, after: Programme) -> list[str]:
    """What was changed, a sentence each; nothing where they say the same."""
    return [*_whole(before, after), *_items(before, after), *_rest(before, after)]


def _whole(before: Programme, after: Programme) -> Iterator[str]:
    if before.months != after.months:
        yield f"It lasts {after.months} months instead of {before.months}."
    ours = [(stage.title, stage.from_month, stage.to_month) for stage in after.stages]
    theirs = [(stage.title, stage.from_month, stage.to_month) for stage in before.stages]
    if ours != theirs:
        said = "; ".join(f"{title}, months {first} to {last}" for title, first, last in ours)
        yield f"Its stages are other ones: {said}."


def _items(before: Programme, after: Programme) -> Iterator[str]:
    old = {item.code: item for item in before.items}
    new = {item.code: item for item in after.items}
    for code, item in new.items():
        if code not in old:
            yield f"New: {item.title}, {_by(item)}."
    for code, item in old.items():
        if code not in new:
            yield f"Left out: {item.title}."
    for code in new.keys() & old.keys():
        yield from _item(old[code], new[code])


def _item(old: Item, new: Item) -> Iterator[str]:
    if old.title != new.title:
        yield f"“{old.title}” is called “{new.title}”."
    if old.due != new.due:
        yield f"{new.title}: {_by(new)} instead of {_by(old).removeprefix('due ')}."
    if old.owner != new.owner:
        yield f"{new.title}: it is the {new.owner}’s instead of the {old.owner}’s."
    if old.is_optional != new.is_optional:
        yield f"{new.title}: {'only if it is needed' if new.is_optional else 'always asked for'}."
    if old.kind != new.kind:
        yield f"{new.title}: it is another kind of thing."


def _rest(before: Programme, after: Programme) -> Iterator[str]:
    if before.development_time != after.development_time:
        ours, theirs = after.development_time, before.development_time
        yield f"Development time is {ours:.0%} of the week, not {theirs:.0%}."
    if _load(before) != _load(after):
        yield f"The workload is {_load(after)}, not {_load(before)}."
    elif before.workload and after.workload and before.workload.ramp != after.workload.ramp:
        yield "The workload grows in other steps."
    if _number(before.group_days) != _number(after.group_days):
        yield f"It has {_number(after.group_days)} group days, not {_number(before.group_days)}."
    if before.supervision != after.supervision:
        said = "; ".join(
            f"every {each.every.number} {each.every.unit}(s) to {said_due(each.until)}"
            for each in after.supervision
        )
        yield f"Supervision is held in another rhythm: {said or 'none is laid down'}."
    if before.not_alone != after.not_alone:
        yield "What nobody does alone yet is different."
    yield from _first_weeks(before, after)


def _first_weeks(before: Programme, after: Programme) -> Iterator[str]:
    ours = {task.key: task for task in after.first_weeks}
    theirs = {task.key: task for task in before.first_weeks}
    for key, task in ours.items():
        if theirs.get(key) != task:
            word = "changed" if key in theirs else "new"
            yield f"First weeks, {word}: {task.title}, {from_day_one(task.due)}, by {task.owner}."
    for key, task in theirs.items():
        if key not in ours:
            yield f"First weeks, left out: {task.title}."


def _by(item: Item) -> str:
    return f"due {said_due(item.due)}"


def _load(programme: Programme) -> str:
    return f"{programme.workload.share:.0%}" if programme.workload else "not laid down"


def _number(group_days: Any) -> int:
    return group_days.number if group_days else 0
