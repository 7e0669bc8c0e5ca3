"""What a programme gives, in words: its stages and what belongs to each, counted.

Pure: a programme as values in, sentences out. The counts are those of the programme file, which
names its source; optional items are counted apart, for nobody is asked for them otherwise.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from portal.induction.beginning import OWNERS as DOERS
from portal.induction.programmes import Item, Programme, Span, Task
from portal.induction.programmes.writing import from_day_one
from portal.web.numbers import in_words

OWNERS = {
    "nqsw": "the newly qualified worker",
    "assessor": "the assessor",
    "both": "the worker and the assessor together",
    "manager": "the manager",
    "coordinator": "the induction coordinator",
    "panel": "the moderation panel",
}

NATIONS = {"ENG": "England", "WLS": "Wales", "SCT": "Scotland", "NIR": "Northern Ireland"}
EVERY = {
    (1, "week"): "every week",
    (2, "week"): "every fortnight",
    (1, "month"): "every month",
}


@dataclass(frozen=True)
class Part:
    """One stage: title, months, what it holds in a sentence, and each thing with day and owner."""

    title: str
    months: str
    holds: str
    items: tuple[tuple[str, str, str], ...]


def lead(programme: Programme, is_used: bool) -> str:
    """How long it is, how much belongs to it, and whether anybody here is or was on it."""
    asked = [item for item in programme.items if not item.is_optional]
    return (
        f"{programme.weeks} weeks, {len(asked)} things with a date, "
        f"{in_words(len(programme.stages))} stages. "
        f"{'People here are or were on it.' if is_used else 'Nobody here is on it yet.'}"
    )


def parts(programme: Programme) -> list[Part]:
    """The stages of a programme."""
    return [_part(programme, place) for place in range(len(programme.stages))]


def _part(programme: Programme, place: int) -> Part:
    stage = programme.stages[place]
    own = [item for item in programme.items if item.stage == stage.key]
    return Part(
        title=stage.title,
        months=f"Months {stage.from_month} to {stage.to_month}",
        holds=_counts(programme, own),
        items=tuple((item.title, _when(item), OWNERS[item.owner]) for item in own),
    )


def _counts(programme: Programme, items: list[Item]) -> str:
    """One agreement, two self-assessments and one review."""
    numbers = Counter(item.kind for item in items if not item.is_optional)
    said = []
    for kind, number in numbers.items():
        words = programme.kinds[kind]
        said.append(f"{in_words(number)} {words.one if number == 1 else words.many}")
    last = said.pop() if len(said) > 1 else ""
    sentence = f"{', '.join(said)} and {last}" if last else "".join(said) or "nothing"
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _when(item: Item) -> str:
    if item.is_optional:
        return "where it is needed"
    return _by(item.due)


def _by(due: Span) -> str:
    if due.unit == "working day":
        return f"{due.number} working days after the end"
    return f"by the end of {due.unit} {due.number}"


def facts(programme: Programme) -> list[tuple[str, str]]:
    """What a programme lays down beside its items, each with the word for it."""
    said = [
        ("Where", NATIONS[programme.nation]),
        (
            "Length",
            f"{programme.months} months, {programme.weeks} weeks, longer for part-time work",
        ),
        ("Standards", programme.standards),
        ("Supervision", _capital(rhythm(programme))),
        ("Workload", _workload(programme)),
        ("Development time", _share(programme)),
        ("Group days", _group_days(programme)),
        ("Not alone yet", _not_alone(programme)),
        ("Who may start", _eligibility(programme)),
        ("Who pays", programme.eligibility.funding),
        ("It ends as", ", ".join(programme.outcome_words.values())),
        ("Source", programme.source),
    ]
    return [(term, words) for term, words in said if words]


def tasks(programme: Programme) -> list[tuple[str, str, str]]:
    """What is done before day one and in the first weeks: what, when, by whom."""
    ordered = sorted(programme.first_weeks, key=lambda task: task.due)
    return [(task.title, _capital(from_day_one(task.due)), DOERS[task.owner]) for task in ordered]


def task_due_and_doer(task: Task) -> str:
    """When a task of the first weeks is due and who does it."""
    return f"{_capital(from_day_one(task.due))}, {DOERS[task.owner]}"


def due_and_owner(item: Item) -> str:
    """When an item is due and whose it is; for what is written, how long it usually is."""
    length = guidance(item)
    return f"{_capital(_when(item))}, {OWNERS[item.owner]}{f', {length}' if length else ''}"


def guidance(item: Item) -> str:
    """How long a piece of writing usually is; empty where nothing is said of it."""
    return length(item.words, item.minutes)


def length(words: int, minutes: int) -> str:
    """So many words or minutes: a guide, and empty where neither is given."""
    said = [f"{words:,} words"] if words else []
    said += [f"{minutes} minutes"] if minutes else []
    return f"about {' or '.join(said)}" if said else ""


def writer_and_prompt(owner: str, prompt: str) -> str:
    """Who writes a part of a review, and what helps to write it."""
    return f"By {OWNERS.get(owner, owner)}. {prompt}".strip()


def row(part: str, given: dict[str, Any]) -> tuple[str, str]:
    """How a row of a list of the programme reads: its title, and what stands under it."""
    match part:
        case "not_alone":
            return given["title"], f"Up to the end of month {given['until_month']}"
        case "reviews":
            return given["title"], writer_and_prompt(given["owner"], given.get("prompt", ""))
        case "entitlements":
            return given["title"], given["promise"]
        case "kinds":
            counted = ", counted at the top of My year" if given.get("counted") else ""
            return _capital(given["one"]), f"{_capital(given['many'])}, {given['done']}{counted}"
        case _:
            return given["words"], ""


def rhythm(programme: Programme, *, says_local: bool = True) -> str:
    """How often supervision is held: every week up to week 6, then every fortnight up to month 6.

    Empty where nothing is laid down.
    """
    rhythms = [
        f"{EVERY.get((each.every.number, each.every.unit), _plain_every(each.every))} up to "
        f"{each.until.unit} {each.until.number}{_local(each.is_local and says_local)}"
        for each in programme.supervision
    ]
    return ", then ".join(rhythms)


def _workload(programme: Programme) -> str:
    load = programme.workload
    if load is None:
        return ""
    said = f"{load.share:.0%} of a full load over the whole time"
    if load.ramp:
        said += f", from {load.ramp[0]}% in the first month to {load.ramp[-1]}% in the last"
    return said + _local(load.is_local)


def _share(programme: Programme) -> str:
    share = programme.development_time
    return f"{share:.0%} of the working week" if share else ""


def _group_days(programme: Programme) -> str:
    group = programme.group_days
    return f"{in_words(group.number).capitalize()} in all{_local(group.is_local)}" if group else ""


def _not_alone(programme: Programme) -> str:
    rules = [
        f"{rule.title[:1].lower()}{rule.title[1:]} up to month {rule.until_month}"
        f"{_local(rule.is_local)}"
        for rule in programme.not_alone
    ]
    return _capital("; ".join(rules))


def _eligibility(programme: Programme) -> str:
    rule = programme.eligibility
    said = []
    if rule.within_years is not None:
        said.append(f"within {in_words(rule.within_years)} years of qualifying")
    if rule.is_registration_needed:
        said.append("registered with the regulator")
    return _capital(", ".join(said))


def _plain_every(span: Span) -> str:
    return f"every {span.number} {span.unit}s"


def _local(is_local: bool) -> str:
    return " (local)" if is_local else ""


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
