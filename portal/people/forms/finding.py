"""Finding somebody or something in a form by what is typed in a box, without a script.

What is chosen is always an id: a box only finds. One meaning is taken at once; where several are
meant, they are offered in front of what was offered before, and nothing is chosen yet.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from wtforms.fields.choices import SelectChoice

from portal.people.queries.choosing import Option

OTHER = "other"
FIRST_FIND = "Find by name"
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for, in words: `{}` stands for what was typed."""

    what: str
    another: str
    ask: str
    nothing: str


PERSON = Sought(
    "person",
    "Somebody else",
    "Write who it is",
    "Nobody who works here is found by “{}”. Try the family name alone",
)
UNIT = Sought(
    "unit",
    "Another unit",
    "Write the name of the unit",
    "No open unit is called “{}”. Try one word of its name",
)


def choices_of(options: Sequence[Option]) -> list[SelectChoice]:
    """The choices of these, by their ids."""
    return [SelectChoice(str(each.id), each.words) for each in options]


def other(sought: Sought, *, is_first: bool) -> SelectChoice:
    """The choice of looking for another; where nothing else is offered it says so."""
    return SelectChoice(OTHER, FIRST_FIND if is_first else sought.another)


def find(field: Any, box: Any, look: Callable[[str], list[Option]], sought: Sought) -> bool:
    """Look for what was typed in the box, and offer it; False when a choice is still open."""
    typed = (box.data or "").strip()
    if not typed:
        box.errors = [sought.ask]
        return False
    found = look(typed)
    known = {OTHER, *(str(each.id) for each in found)}
    before = [choice for choice in field.choices or () if choice.value not in known]
    shown = [*choices_of(found), *before]
    field.choices = [*shown, other(sought, is_first=not shown)]
    if len(found) == 1:
        field.data = str(found[0].id)
    if not found:
        box.errors = [sought.nothing.format(typed[:LONGEST])]
    elif not found[0].is_meant:
        field.errors = [_several(sought.what, typed, len(found))]
    return bool(found) and found[0].is_meant


def _several(what: str, typed: str, number: int) -> str:
    if number == 1:
        return f"Is this the {what} you mean? Press the button again if it is"
    return f"Choose which {what} you mean by “{typed[:LONGEST]}”"
