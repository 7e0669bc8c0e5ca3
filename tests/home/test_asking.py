"""One thing asked about in many ways answers like as many things, each made for its question."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import inspect
from sqlalchemy.orm.attributes import set_committed_value

from portal.home import asking, matrix, things
from portal.home.things import DEEPEST, ME, Thing, somebody
from portal.people.models import Organisation, Person
from tests.conftest import TODAY

HOUSE = Organisation(id=things.HERE, name="Here", is_demo=False, areas=list(asking.TITLES))


def made(model: Any, above: str = "", /, **values: Any) -> Any:
    """A thing with these values by their paths, and nothing shared with another thing."""
    own = {path.rpartition(".")[2]: value for path, value in values.items()
           if path.rpartition(".")[0] == above.removesuffix(".")}  # fmt: skip
    if model is Person:
        role = own.pop("role", "")
        person = somebody(HOUSE, role, person_id=own.pop("id", things.uuid4()))
        for name, value in own.items():
            setattr(person, name, value)
        return person
    row = model(**(things._values(model, TODAY) | own))
    for relation in inspect(model).relationships if above.count(".") < DEEPEST else ():
        hang(row, relation, above, values)
    return row


def hang(row: Any, relation: Any, above: str, values: dict[str, Any]) -> None:
    target = relation.mapper.class_
    if target is Organisation:
        set_committed_value(row, relation.key, HOUSE)
        return
    other = made(target, f"{above}{relation.key}.", **values)
    set_committed_value(row, relation.key, [other] if relation.uselist else other)
    named = next((c.key for c in relation.local_columns if c.key != "organisation_id"), None)
    if not relation.uselist and named and getattr(row, named) is not None:
        other.id = getattr(row, named)


class Made(Thing):
    """Things by the long way round: hundreds of them for one model."""

    def __init__(self, model: Any, day: date) -> None:
        kinds, states = list(things._kinds(model)), list(things._states(model, day))[1:]
        self.kinds = [made(model, **kind) for kind in kinds]
        self.states = [made(model, **state) for state in states]
        self.related = [
            made(model, **{**one, path: ME})
            for path in things._paths(model)
            for one in (*kinds, *things._pairs(model), *states)
        ] + [made(model, **{own: ME, more: ME}) for own, more in things._in_two_ways(model)]

    def answers(self, policy: Any, person: Person, rows: Any) -> Any:
        return (bool(policy(person, row)) for row in rows)


def test_every_rule_answers_as_it_would_of_things_made_for_each_question(app: Flask) -> None:
    long_way = cache(lambda model: Made(model, TODAY))
    askers = {role: somebody(HOUSE, role) for role in asking.ASKED}
    rules = [rule for rule, _ in matrix._by_rule(app).values() if rule.model is not None]
    wrong = [
        rule.words
        for rule in rules
        if asking.answers(rule, is_demo=False, day=TODAY)
        != {role: asking._answer(rule.policy, askers[role], long_way(rule.model))
            for role in askers}
    ]  # fmt: skip
    assert len(rules) > 100
    assert not wrong, "\n".join(wrong)


def refusing(person: Any, other: Any) -> bool:
    """Something with a fault of its own."""
    raise ZeroDivisionError


def test_a_thing_is_as_it_was_after_each_question_even_one_that_fails(app: Flask) -> None:
    thing = Thing(Person, HOUSE, TODAY)
    before = dict(vars(thing.row))
    list(thing.answers(lambda person, other: person.id == other.id, somebody(HOUSE), thing.related))
    with pytest.raises(ZeroDivisionError):
        list(thing.answers(refusing, somebody(HOUSE), thing.related))
    assert vars(thing.row) == before
