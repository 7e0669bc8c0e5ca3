"""What a programme gives, in words: its stages and what belongs to each, counted.

Pure: a programme as values in, sentences out. The counts are those of the programme file, which
names its source; optional items are counted apart, for nobody is asked for them otherwise.
"""

from collections import Counter
from dataclasses import dataclass

from portal.induction.programmes import Item, Programme, Span
from portal.web.numbers import in_words

OWNERS = {
    "nqsw": "the newly qualified worker",
    "assessor": "the assessor",
    "both": "the worker and the assessor together",
    "manager": "the manager",
    "coordinator": "the induction coordinator",
    "panel": "the moderation panel",
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
