"""Asking the policies themselves: people and things that exist for a moment, and never a row.

A policy is asked by somebody with one role and no relationship, then by the same person related to
the thing by each column that names a person; a thing with a kind, an owner or a role is asked about
as each kind in turn, and everything in the states that its empty columns leave open: vacant, over,
still to come. Shapes: an answer is one of `EVERYBODY` (in this role, whatever they are to the
thing), `WHEN` (the same, in a state that the rule names), `SOME` (of these things, as the rule
says), `OWN` (where the relationship is theirs), `NO`, and `SEE` where a policy cannot be asked so.
Nothing here reads or writes the database.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from itertools import combinations, product
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Column, inspect
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import RelationshipProperty
from sqlalchemy.orm.attributes import set_committed_value

from portal.clock import now
from portal.people.areas import TITLES
from portal.people.models import ROLES, Organisation, Person, RoleHeld
from portal.web.guard import Rule

EVERYBODY, WHEN, SOME = "everybody", "when", "some"
OWN, NO, SEE = "own", "no", "see"
NO_ROLE = ""
ASKED = (NO_ROLE, *ROLES)
HERE, ME = uuid4(), uuid4()
DEEPEST = 2
# How a policy fails that follows a thing further than it was made: nothing there, or no such row.
ONLY_THE_DATABASE_KNOWS = (AttributeError, LookupError, InvalidRequestError)
ONE_OF = re.compile(r"^(\w+) IN \((.*)\)$")
# How a rule without a subject says that what it opens belongs to whoever asks.
ABOUT_OWN = re.compile(r"(,|:|sees|marks) their own|they ask from|they support themselves")
SINCE = date(2000, 1, 1)
A_WHILE = timedelta(days=30)


def answers(rule: Rule, *, is_demo: bool, day: date) -> dict[str, str]:
    """What the rule answers to each role, "" being somebody without any."""
    model: Any = rule.model
    return _answers(rule.policy, model, is_demo, day)


@lru_cache(maxsize=512)  # asked anew each day: the answers of days before give way
def _answers(policy: Any, model: Any, is_demo: bool, day: date) -> dict[str, str]:
    house = _house(is_demo)
    askers = {role: somebody(house, role) for role in ASKED}
    if model is None:
        words = str(policy.__doc__ or "").splitlines()[0]
        kind = OWN if ABOUT_OWN.search(words) else EVERYBODY
        return {role: _plain(policy, person, kind) for role, person in askers.items()}
    unrelated, related = _things(model, is_demo, day)
    return {role: _answer(policy, person, unrelated, related) for role, person in askers.items()}


@lru_cache(maxsize=64)
def _things(model: Any, is_demo: bool, day: date) -> tuple[list[list[Any]], list[Any]]:
    """Things of others: of all kinds, then in each state; and things related to whoever asks."""
    kinds, states, house = list(_kinds(model)), list(_states(model, day)), _house(is_demo)
    unrelated = [[_row(model, house, day, "", **kind) for kind in kinds]]
    unrelated += [[_row(model, house, day, "", **state)] for state in states[1:]]
    related = [
        _row(model, house, day, path, **one)
        for path in _paths(model)
        for one in (*kinds, *_pairs(model), *states[1:])
    ]
    return unrelated, related


def _house(is_demo: bool) -> Organisation:
    return Organisation(id=HERE, name="Here", is_demo=is_demo, areas=list(TITLES))


def somebody(house: Organisation, *roles: str, person_id: UUID = ME) -> Person:
    """A person of this organisation with these roles, who covers for nobody."""
    person = Person(id=person_id, organisation_id=HERE, given_names="Some", family_name="Body")
    held = [RoleHeld(person_id=person_id, role=role, started_on=SINCE) for role in roles if role]
    set_committed_value(person, "roles_held", held)
    set_committed_value(person, "standing_in", [])
    set_committed_value(person, "organisation", house)
    return person


def _plain(policy: Any, person: Person, kind: str) -> str:
    try:
        return kind if policy(person) else NO
    except ONLY_THE_DATABASE_KNOWS:
        return SEE


def _answer(policy: Any, person: Person, unrelated: list[list[Any]], related: list[Any]) -> str:
    """The answer to one person; `unrelated` are all kinds of the thing, then it in each state."""
    try:
        allowed = [[bool(policy(person, row)) for row in rows] for rows in unrelated]
        if all(allowed[0]):
            return EVERYBODY
        if any(allowed[0]):
            return SOME
        if any(all(state) for state in allowed[1:]):
            return WHEN
        return OWN if any(policy(person, row) for row in related) else NO
    except ONLY_THE_DATABASE_KNOWS:
        return SEE


def _states(model: Any, day: date) -> Iterator[dict[str, Any]]:
    """The thing as it comes, then with each day moved and each empty column filled, or emptied."""
    yield {}
    for column in model.__table__.columns:
        if column.type.python_type is date:
            yield from ({column.key: day + days} for days in (-A_WHILE, A_WHILE))
        elif column.nullable and _names_a_person(column):
            yield {column.key: None}
        elif column.nullable:
            yield {column.key: _plain_value(column, day)}


def _kinds(model: Any) -> Iterator[dict[str, Any]]:
    """The model as it comes, then with each word of each column that knows only some words."""
    yield {}
    if model is Person:
        yield from ({"role": role} for role in ("admin", "hr"))
        return
    nearest = [(prefix, each) for prefix, each in _below(model) if prefix.count(".") == 1]
    for prefix, each in [("", model), *nearest]:
        for name, words in _words(each).items():
            yield from ({prefix + name: word} for word in words[1:])


def _pairs(model: Any) -> Iterator[dict[str, Any]]:
    """The model with two such words at once: a kind that is in a state."""
    for (one, words), (other, more) in combinations(_words(model).items(), 2):
        if "state" not in (one, other):
            continue
        yield from ({one: a, other: b} for a, b in product(words[1:], more[1:]))


@cache
def _words(model: Any) -> dict[str, list[str]]:
    """The columns that know only some words, each with these."""
    checks = (c for c in model.__table__.constraints if isinstance(c, CheckConstraint))
    found = (ONE_OF.match(str(check.sqltext)) for check in checks)
    return {one[1]: re.findall(r"'([^']*)'", one[2]) for one in found if one}


def _below(model: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The models a row hangs on (an item on its year), each with the path that leads there."""
    for relation in inspect(model).relationships:
        target = relation.mapper.class_
        is_further = target not in (Person, Organisation) and prefix.count(".") < DEEPEST
        if is_further and model is not Person:
            path = f"{prefix}{relation.key}."
            yield path, target
            yield from _below(target, path)


def _paths(model: Any) -> list[str]:
    """The columns that name a person, of the row and of what it hangs on."""
    if model is Person:
        return ["id"]
    return [
        f"{prefix}{column.key}"
        for prefix, each in [("", model), *_below(model)]
        for column in each.__table__.columns
        if _names_a_person(column)
    ]


def _names_a_person(column: Column[Any]) -> bool:
    targets = (key.column for key in column.foreign_keys)
    return any(to.table.name == "person" and to.name == "id" for to in targets)


def _row(
    model: Any, house: Organisation, day: date, mine: str, prefix: str = "", /, **kinds: Any
) -> Any:
    """A thing of this kind that belongs to others, but for the column at the path `mine`."""
    if model is Person:
        asked = ME if mine == f"{prefix}id" else uuid4()
        own = {} if prefix else kinds
        person = somebody(house, own.get("role", NO_ROLE), person_id=asked)
        for name in own.keys() - {"role"}:
            setattr(person, name, own[name])
        return person
    values = {column.key: _value(column, day) for column in model.__table__.columns}
    values |= {name: words[0] for name, words in _words(model).items()}
    for name in values:
        values[name] = kinds.get(prefix + name, values[name])
        values[name] = ME if prefix + name == mine else values[name]
    row = model(**values)
    for relation in inspect(model).relationships:
        if prefix.count(".") < DEEPEST:
            _join(row, relation, house, day, mine, prefix, kinds)
    return row


def _join(
    row: Any, relation: RelationshipProperty[Any], house: Organisation, day: date, mine: str,
    prefix: str, kinds: dict[str, Any],
) -> None:  # fmt: skip
    """Hang the row on what it belongs to, with one thing where there may be many."""
    target = relation.mapper.class_
    if target is Organisation:
        set_committed_value(row, relation.key, house)
        return
    other = _row(target, house, day, mine, f"{prefix}{relation.key}.", **kinds)
    if relation.uselist:
        set_committed_value(row, relation.key, [other])
        return
    named = next((c.key for c in relation.local_columns if c.key != "organisation_id"), None)
    if named is not None and getattr(row, named) is not None:
        other.id = getattr(row, named)
    set_committed_value(row, relation.key, other)


def _value(column: Column[Any], day: date) -> Any:
    """Something this column could hold: nobody of ours, nothing where nothing is allowed."""
    if column.key == "organisation_id":
        return HERE
    if _names_a_person(column) or (column.key == "id"):
        return uuid4()
    return None if column.nullable else _plain_value(column, day)


def _plain_value(column: Column[Any], day: date) -> Any:
    """A plain value of the column's type."""
    kind = column.type.python_type
    if kind is datetime:
        return now()
    plain = {date: day, UUID: uuid4(), list: [], bool: False, int: 1, str: "", bytes: b""}
    return plain.get(kind, 1)
