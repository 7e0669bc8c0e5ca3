"""What is wrong with a model of a team, each fault a sentence that says what to change. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.people.folding import fold
from portal.teams.modelling.entries import EXPERIENCED, RULE_KINDS, Model, Rule

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MOST_OF_A_SLOT = 50
MOST_WEEKS = 52
MOST_MONTHS = 120
MOST_SLOTS = 30


def faults(model: Model) -> list[str]:
    """Every fault of a model; none for a good one."""
    return [
        *_of_slots(model),
        *_of_titles(model),
        *(fault for rule in model.rules for fault in _of_rule(rule, model)),
        *_of_the_rest(model),
    ]


def _of_slots(model: Model) -> Iterator[str]:
    if not KEY.fullmatch(model.key):
        yield f"“{model.key}” should be lower-case words joined by hyphens."
    if not model.slots:
        yield "The model has no role. Add at least one."
    if len(model.slots) > MOST_SLOTS:
        yield f"The model has more than {MOST_SLOTS} roles. Put some of them together."
    keys = [slot.key for slot in model.slots]
    for slot in model.slots:
        if keys.count(slot.key) > 1:
            yield f"“{slot.title}” is there twice. Take one out, or put the numbers together."
        if not 1 <= slot.number <= MOST_OF_A_SLOT:
            yield f"“{slot.title}” needs a number from 1 to {MOST_OF_A_SLOT}."
        if slot.directed_by and (slot.directed_by == slot.key or slot.directed_by not in keys):
            yield f"“{slot.title}” works under a role that is not in the model."


def _of_titles(model: Model) -> Iterator[str]:
    """A job title fills one slot: two that claim it could not be told apart."""
    claimed: dict[str, str] = {}
    for slot in model.slots:
        for title in {fold(each): each for each in (slot.title, *slot.titles)}.values():
            other = claimed.setdefault(fold(title), slot.key)
            if other != slot.key:
                yield f"“{title}” fills two roles. Leave it in one of them."


def _of_rule(rule: Rule, model: Model) -> Iterator[str]:
    if rule.kind not in RULE_KINDS:
        yield f"The portal cannot check a rule of the kind “{rule.kind}”."
        return
    if not 1 <= rule.months <= MOST_MONTHS:
        yield f"“{rule.words}”: the months since qualifying are a number from 1 to {MOST_MONTHS}."
    if rule.people < 1:
        yield f"“{rule.words}” needs a number of people of at least 1."
    places = sum(slot.number for slot in model.slots if slot.is_qualified)
    if not places:
        yield f"“{rule.words}” counts qualified staff, and no role of the model is qualified."
    elif rule.kind == EXPERIENCED and rule.people > places:
        yield (
            f"“{rule.words}” can never hold: it asks for {rule.people} people, and the qualified "
            f"roles have {places} posts."
        )
    if rule.kind == EXPERIENCED and not 0 <= rule.experienced <= rule.people:
        yield f"“{rule.words}” asks for more experienced people than people."


def _of_the_rest(model: Model) -> Iterator[str]:
    for rhythm in model.rhythms:
        if not 1 <= rhythm.weeks <= MOST_WEEKS:
            yield f"“{rhythm.title}” needs a number of weeks from 1 to {MOST_WEEKS}."
    keys = [task.key for task in model.tasks]
    for task in model.tasks:
        slot = model.by_key.get(task.slot)
        if keys.count(task.key) > 1:
            yield f"The kind of task “{task.title}” is there twice."
        if slot is None:
            yield f"The kind of task “{task.title}” belongs to a role that is not in the model."
        elif not slot.directed_by:
            yield f"“{slot.title}” does tasks, so say under whose direction."
