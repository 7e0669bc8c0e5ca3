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
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Any

from sqlalchemy.exc import InvalidRequestError

from portal.home.things import HERE, NO_ROLE, Thing, somebody
from portal.people.areas import TITLES
from portal.people.models import ROLES, Organisation, Person
from portal.web.guard import Rule

EVERYBODY, WHEN, SOME = "everybody", "when", "some"
OWN, NO, SEE = "own", "no", "see"
ASKED = (NO_ROLE, *ROLES)
# How a policy fails that follows a thing further than it was made: nothing there, or no such row.
ONLY_THE_DATABASE_KNOWS = (AttributeError, LookupError, InvalidRequestError)
# How a rule without a subject says that what it opens belongs to whoever asks.
ABOUT_OWN = re.compile(r"(,|:|sees|marks) their own|they ask from|they support themselves")
# A thing is asked about by one at a time: a question changes it for as long as it lasts.
ONE_AT_A_TIME = Lock()


def answers(rule: Rule, *, is_demo: bool, day: date) -> dict[str, str]:
    """What the rule answers to each role, "" being somebody without any."""
    model: Any = rule.model
    return _answers(rule.policy, model, is_demo, day)


@lru_cache(maxsize=1024)  # asked anew each day: the answers of days before give way
def _answers(policy: Any, model: Any, is_demo: bool, day: date) -> dict[str, str]:
    house = _house(is_demo)
    askers = {role: somebody(house, role) for role in ASKED}
    if model is None:
        words = str(policy.__doc__ or "").splitlines()[0]
        kind = OWN if ABOUT_OWN.search(words) else EVERYBODY
        return {role: _plain(policy, person, kind) for role, person in askers.items()}
    with ONE_AT_A_TIME:
        thing = _thing(model, is_demo, day)
        return {role: _answer(policy, person, thing) for role, person in askers.items()}


@lru_cache(maxsize=128)
def _thing(model: Any, is_demo: bool, day: date) -> Thing:
    return Thing(model, _house(is_demo), day)


def _house(is_demo: bool) -> Organisation:
    return Organisation(id=HERE, name="Here", is_demo=is_demo, areas=list(TITLES))


def _plain(policy: Any, person: Person, kind: str) -> str:
    try:
        return kind if policy(person) else NO
    except ONLY_THE_DATABASE_KNOWS:
        return SEE


def _answer(policy: Any, person: Person, thing: Thing) -> str:
    """The answer to one person: about all kinds of the thing, then in each state, then related."""
    try:
        kinds = list(thing.answers(policy, person, thing.kinds))
        if all(kinds):
            return EVERYBODY
        if any(kinds):
            return SOME
        if any(list(thing.answers(policy, person, thing.states))):
            return WHEN
        return OWN if any(thing.answers(policy, person, thing.related)) else NO
    except ONLY_THE_DATABASE_KNOWS:
        return SEE
