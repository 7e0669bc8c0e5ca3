"""Who may see and do what: every route of the portal, its rule in words, and each role's answer.

Nothing is kept anywhere: the routes say which policy they are under, and the policies are asked
(`asking`). Routes under one rule stand in one line. Words for what a route is come from
`access.toml`, else from the view itself.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from flask import Flask

from portal.home import asking
from portal.home.asking import EVERYBODY, NO, OWN, SEE, SOME, WHEN
from portal.home.things import NO_ROLE
from portal.people.areas import TITLES
from portal.people.models import Organisation
from portal.people.titles import ROLE_TITLES
from portal.web.guard import Rule, rule_of

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "access.toml").read_text("utf-8"))
AREAS: dict[str, str] = WORDS["areas"]
DEEDS: dict[str, str] = WORDS["deeds"]
CELLS = {
    EVERYBODY: "Everybody in this role", WHEN: "Everybody in this role, when it is so",
    SOME: "Some: see the rule", OWN: "Their own", NO: "No", SEE: "See the rule",
}  # fmt: skip
MARKS = {
    EVERYBODY: "good", WHEN: "good", SOME: "soon", OWN: "soon", NO: "quiet", SEE: "quiet",
}  # fmt: skip
EXPORT = "export_"
ELSEWHERE = {"demo", "static", "health"}  # routes of the machinery, which nobody's role opens


@dataclass(frozen=True)
class Line:
    """One rule: what it is about, the rule in words, and what it answers to each role."""

    deeds: tuple[str, ...]
    rule: str
    answers: dict[str, str]

    def cell(self, role: str) -> str:
        """What somebody in this role may, in words."""
        return CELLS[self.answers[role]]

    def tone(self, role: str) -> str:
        """How loud that is."""
        return MARKS[self.answers[role]]

    @property
    def who(self) -> list[str]:
        """Who may, over all roles, in as few words as it takes."""
        if len(set(self.answers.values())) == 1:
            return [OF_ALL[next(iter(self.answers.values()))]]
        return [
            f"{said}: {', '.join(titles)}"
            for answer, said in OF_FEW.items()
            if (titles := _titles(self.answers, answer))
        ]


OF_ALL = {
    EVERYBODY: "Everybody who works here", WHEN: "Everybody who works here, when it is so",
    SOME: "Some: see the rule",
    OWN: "Everybody, their own", NO: "Nobody here", SEE: "See the rule",
}  # fmt: skip
OF_FEW = {
    EVERYBODY: "Everybody in these roles",
    WHEN: "Everybody in these roles, when it is so",
    SOME: "Some",
    OWN: "Their own",
    SEE: "See the rule",
}
REST = "anybody else"


def areas(app: Flask, organisation: Organisation) -> dict[str, str]:
    """The areas that are on, by key, with their titles, in the order of `access.toml`."""
    found = {
        area
        for (area, _, _) in _by_rule(app)
        if area not in ELSEWHERE and organisation.has_area(area)
    }
    order = sorted(found, key=lambda area: (list(AREAS).index(area) if area in AREAS else 99, area))
    return {area: AREAS.get(area, area.capitalize()) for area in order}


def lines(app: Flask, organisation: Organisation, day: date, area: str) -> list[Line]:
    """The rules of one area, each with what it answers to every role."""
    return [
        Line(
            _deeds(app, endpoints),
            rule.words,
            asking.answers(rule, is_demo=organisation.is_demo, day=day),
        )
        for (its_area, _, _), (rule, endpoints) in _by_rule(app).items()
        if its_area == area
    ]


def public(app: Flask) -> list[tuple[str, str]]:
    """What is open without signing in: what it is, and the rule in words."""
    found = {
        _deed(app, endpoint): rule.words
        for endpoint, rule in _rules(app)
        if rule.policy is None and endpoint.partition(".")[0] not in ELSEWHERE
    }
    return sorted(found.items())


def switched_off(organisation: Organisation) -> list[str]:
    """The titles of the areas that are off here, whose rules are left out."""
    return [title for area, title in TITLES.items() if not organisation.has_area(area)]


def _by_rule(app: Flask) -> dict[tuple[Any, ...], tuple[Rule, list[str]]]:
    found: dict[tuple[Any, ...], tuple[Rule, list[str]]] = {}
    for endpoint, rule in _rules(app):
        if rule.policy is not None:
            key = (endpoint.partition(".")[0], rule.policy, rule.model)
            found.setdefault(key, (rule, []))[1].append(endpoint)
    return found


def _rules(app: Flask) -> Iterator[tuple[str, Rule]]:
    """Every endpoint with its rule, in the order of the addresses."""
    for route in sorted(app.url_map.iter_rules(), key=lambda route: route.rule):
        rule = rule_of(app.view_functions[route.endpoint])
        if rule is not None:
            yield route.endpoint, rule


def _deeds(app: Flask, endpoints: Iterable[str]) -> tuple[str, ...]:
    """What the routes of one rule are; a page that can be taken away as a file is said once."""
    pages = [each for each in endpoints if not each.rpartition(".")[2].startswith(EXPORT)]
    return tuple(dict.fromkeys(_deed(app, each) for each in pages or endpoints))


def _deed(app: Flask, endpoint: str) -> str:
    """What a route is, in words."""
    said = DEEDS.get(endpoint) or (app.view_functions[endpoint].__doc__ or "").strip()
    name = endpoint.rpartition(".")[2].removesuffix("_form").replace("_", " ")
    return said.splitlines()[0].rstrip(".") if said else name.capitalize()


def _titles(answers: dict[str, str], answer: str) -> Iterable[str]:
    """The roles with this answer; where nobody without a role has it, the roles alone."""
    named = [title for role, title in ROLE_TITLES.items() if answers[role] == answer]
    if answers[NO_ROLE] != answer:
        return named
    return [REST] if len(named) > 1 else [*named, REST]
