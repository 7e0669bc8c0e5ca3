"""Comparing: how a programme differs from the one that it came from, in sentences.

Pure: two programmes in, sentences out, in the order in which their page shows things.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from portal.induction.beginning import OWNERS as DOERS
from portal.induction.explaining import OWNERS, guidance, rhythm
from portal.induction.programmes.template import Item, Programme
from portal.induction.programmes.writing import from_day_one, said_due


def differences(before: Programme, after: Programme) -> list[str]:
    """What was changed, a sentence each; nothing where they say the same."""
    return [
        *_whole(before, after),
        *_items(before, after),
        *_rhythms(before, after),
        *_rules(before, after),
        *_lists(before, after),
        *_first_weeks(before, after),
    ]


def _whole(before: Programme, after: Programme) -> Iterator[str]:
    if before.months != after.months:
        yield f"It lasts {after.months} months instead of {before.months}."
    if before.standards != after.standards:
        yield f"Its standards are “{after.standards}” instead of “{before.standards}”."
    elif before.standards_key != after.standards_key:
        yield "Its standards are those of another framework."
    if before.source != after.source:
        yield f"Its source is “{after.source}”."
    if before.not_published != after.not_published:
        yield "What is said to know first is different."
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
    for code, item in new.items():
        if code in old:
            yield from _item(old[code], item)


def _item(old: Item, new: Item) -> Iterator[str]:
    if old.title != new.title:
        yield f"“{old.title}” is called “{new.title}”."
    if old.due != new.due:
        yield f"{new.title}: {_by(new)} instead of {_by(old).removeprefix('due ')}."
    if old.owner != new.owner:
        yield f"{new.title}: by {_who(new.owner)} instead of {_who(old.owner)}."
    if old.is_optional != new.is_optional:
        yield f"{new.title}: {'only if it is needed' if new.is_optional else 'always asked for'}."
    if old.is_pro_rata != new.is_pro_rata:
        later = "later" if new.is_pro_rata else "not later"
        yield f"{new.title}: {later} for part-time people."
    if old.kind != new.kind:
        yield f"{new.title}: it is another kind of thing."
    if (old.words, old.minutes) != (new.words, new.minutes):
        yield f"{new.title}: {guidance(new) or 'no length is given'}."


def _rhythms(before: Programme, after: Programme) -> Iterator[str]:
    if [(each.every, each.until) for each in before.supervision] != [
        (each.every, each.until) for each in after.supervision
    ]:
        said = rhythm(after, says_local=False) or "none is laid down"
        yield f"Supervision is held in another rhythm: {said}."
    if _load(before) != _load(after):
        yield f"The workload is {_load(after)}, not {_load(before)}."
    elif before.workload and after.workload and before.workload.ramp != after.workload.ramp:
        yield "The workload grows in other steps."
    if before.development_time != after.development_time:
        ours, theirs = after.development_time, before.development_time
        yield f"Development time is {ours:.0%} of the week, not {theirs:.0%}."
    if _number(before.group_days) != _number(after.group_days):
        yield f"It has {_number(after.group_days)} group days, not {_number(before.group_days)}."


def _rules(before: Programme, after: Programme) -> Iterator[str]:
    ours, theirs = after.eligibility, before.eligibility
    if ours.within_years != theirs.within_years:
        yield (
            f"Who may start: within {ours.within_years} years of qualifying."
            if ours.within_years
            else "Who may start: however long ago they qualified."
        )
    if ours.is_registration_needed != theirs.is_registration_needed:
        word = "is" if ours.is_registration_needed else "is not"
        yield f"Who may start: registration {word} checked."
    if ours.funding != theirs.funding:
        yield f"Who pays: {ours.funding or 'nothing is said'}".rstrip(".") + "."


def _lists(before: Programme, after: Programme) -> Iterator[str]:
    for word, ours, theirs in (
        ("Not alone yet", _not_alone(after), _not_alone(before)),
        ("Parts of a review", _reviews(after), _reviews(before)),
        ("Promised", _promised(after), _promised(before)),
        ("Kinds of items", _kinds(after), _kinds(before)),
        ("How it can end", after.outcome_words, before.outcome_words),
    ):
        yield from _rows(word, ours, theirs)


def _rows(word: str, ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[str]:
    for key, said in ours.items():
        if key not in theirs:
            yield f"{word}, new: {said}."
        elif theirs[key] != said:
            yield f"{word}, changed: {said}, before {theirs[key]}."
    for key, said in theirs.items():
        if key not in ours:
            yield f"{word}, left out: {said}."
    if list(ours) != list(theirs) and set(ours) == set(theirs):
        yield f"{word}: in another order."


def _not_alone(programme: Programme) -> dict[str, str]:
    return {each.key: f"{each.title} up to month {each.until_month}"
            for each in programme.not_alone}  # fmt: skip


def _reviews(programme: Programme) -> dict[str, str]:
    return {each.key: f"“{each.title}”, by {_who(each.owner)}{_prompt(each.prompt)}"
            for each in programme.reviews}  # fmt: skip


def _promised(programme: Programme) -> dict[str, str]:
    return {each.key: f"“{each.title}”, {each.promise}".rstrip(".")
            for each in programme.entitlements}  # fmt: skip


def _kinds(programme: Programme) -> dict[str, str]:
    return {
        key: f"{kind.one}, {kind.many}, {kind.done}"
        + (", counted at the top of My year" if kind.is_counted else "")
        for key, kind in programme.kinds.items()
    }


def _first_weeks(before: Programme, after: Programme) -> Iterator[str]:
    ours = {task.key: task for task in after.first_weeks}
    theirs = {task.key: task for task in before.first_weeks}
    for key, task in ours.items():
        if theirs.get(key) != task:
            word = "changed" if key in theirs else "new"
            who = DOERS.get(task.owner, task.owner)
            yield f"First weeks, {word}: {task.title}, {from_day_one(task.due)}, by {who}."
    for key, task in theirs.items():
        if key not in ours:
            yield f"First weeks, left out: {task.title}."


def _prompt(words: str) -> str:
    return f", {words}".rstrip(".") if words else ""


def _who(owner: str) -> str:
    return OWNERS.get(owner, owner)


def _by(item: Item) -> str:
    return f"due {said_due(item.due)}"


def _load(programme: Programme) -> str:
    return f"{programme.workload.share:.0%}" if programme.workload else "not laid down"


def _number(group_days: Any) -> int:
    return group_days.number if group_days else 0
