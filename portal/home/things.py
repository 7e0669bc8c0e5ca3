"""Things that a policy is asked about: made once for each model, and never a row.

A thing is a row of the model with what it hangs on, two steps deep, all of it belonging to others.
It is then asked about in many ways (`Way`): as each kind, in each state, related to whoever asks.
Each way lays a few values over the same thing and takes them off again, so that hundreds of
questions cost no more than the few rows. Nothing here reads or writes the database.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import combinations, product
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Column, inspect
from sqlalchemy.orm import RelationshipProperty
from sqlalchemy.orm.attributes import set_committed_value

from portal.clock import now
from portal.people.models import Organisation, Person, RoleHeld

HERE, ME = uuid4(), uuid4()
NO_ROLE = ""
DEEPEST = 2
ONE_OF = re.compile(r"^(\w+) IN \((.*)\)$")
SINCE = date(2000, 1, 1)
A_WHILE = timedelta(days=30)

# Values to lay over a thing, by where they are held: (the attributes of one row, name, value).
Way = list[tuple[dict[str, Any], str, Any]]


class Thing:
    """One row that belongs to others, with the ways in which a policy is asked about it."""

    def __init__(self, model: Any, house: Organisation, day: date) -> None:
        self._rows: dict[str, dict[str, Any]] = {}
        self._joined: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        self.row = self._row(model, house, day)
        kinds, states = list(_kinds(model)), list(_states(model, day))[1:]
        self.kinds = [self._way(kind) for kind in kinds]
        self.states = [self._way(state) for state in states]
        self.related = [
            self._way({**one, path: ME})
            for path in _paths(model)
            for one in (*kinds, *_pairs(model), *states)
        ] + [self._way({own: ME, further: ME}) for own, further in _in_two_ways(model)]

    def answers(self, policy: Any, person: Person, ways: list[Way]) -> Iterator[bool]:
        """What a policy says to this person about the thing in each of these ways."""
        for way in ways:
            before = [(held, name, held[name]) for held, name, _ in way]
            for held, name, value in way:
                held[name] = value
            try:
                allowed = bool(policy(person, self.row))
            finally:
                for held, name, value in before:
                    held[name] = value
            yield allowed

    def _way(self, values: dict[str, Any]) -> Way:
        """These values by their paths; what a column joins has the id that the column names."""
        way: Way = []
        for path, value in values.items():
            above, _, name = path.rpartition(".")
            held = self._rows[above]
            if name == "role" and "roles_held" in held:
                way.append((held, "roles_held", _roles(held["id"], value)))
                continue
            way.append((held, name, value))
            if value is not None:
                way += [(other, "id", value) for other in self._joined[above, name]]
        return way

    def _row(self, model: Any, house: Organisation, day: date, above: str = "") -> Any:
        """A thing of this model at this path, and what it hangs on."""
        path = above.removesuffix(".")
        if model is Person:
            person = somebody(house, person_id=uuid4())
            self._rows[path] = _attributes(person)
            return person
        row = model(**_values(model, day))
        self._rows[path] = _attributes(row)
        for relation in inspect(model).relationships:
            if above.count(".") < DEEPEST:
                self._join(row, relation, house, day, above)
        return row

    def _join(
        self, row: Any, relation: RelationshipProperty[Any], house: Organisation, day: date,
        above: str,
    ) -> None:  # fmt: skip
        """Hang the row on what it belongs to, with one thing where there may be many."""
        target = relation.mapper.class_
        if target is Organisation:
            set_committed_value(row, relation.key, house)
            return
        other = self._row(target, house, day, f"{above}{relation.key}.")
        set_committed_value(row, relation.key, [other] if relation.uselist else other)
        named = next((c.key for c in relation.local_columns if c.key != "organisation_id"), None)
        if relation.uselist or named is None:
            return
        self._joined[above.removesuffix("."), named].append(_attributes(other))
        if getattr(row, named) is not None:
            other.id = getattr(row, named)


def somebody(house: Organisation, *roles: str, person_id: UUID = ME) -> Person:
    """A person of this organisation with these roles, who covers for nobody."""
    person = Person(id=person_id, organisation_id=HERE, given_names="Some", family_name="Body")
    set_committed_value(
        person, "roles_held", [each for r in roles for each in _roles(person_id, r)]
    )
    set_committed_value(person, "standing_in", [])
    set_committed_value(person, "organisation", house)
    return person


def _roles(person_id: UUID, role: str) -> list[RoleHeld]:
    return [RoleHeld(person_id=person_id, role=role, started_on=SINCE)] if role else []


def _attributes(row: Any) -> dict[str, Any]:
    """Where a row that no session knows holds its values, each column's among them."""
    held: dict[str, Any] = vars(row)
    for column in row.__table__.columns:
        held.setdefault(column.key, None)
    return held


def _values(model: Any, day: date) -> dict[str, Any]:
    """What each column holds; where only some words are known, the first."""
    values = {column.key: _value(column, day) for column in model.__table__.columns}
    return values | {name: words[0] for name, words in _words(model).items()}


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


def _in_two_ways(model: Any) -> Iterator[tuple[str, str]]:
    """Somebody whom the row itself names and who also belongs to what it hangs on (its team)."""
    paths = _paths(model)
    own = [path for path in paths if "." not in path]
    return product(own, (path for path in paths if "." in path))


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
    plain = {
        date: day,
        time: time(9),
        UUID: uuid4(),
        list: [],
        bool: False,
        int: 1,
        str: "",
        bytes: b"",
    }
    return plain.get(kind, 1)
