"""The routes of the portal, as the tests of the house walk them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.routing import Rule as Route

from portal.web.guard import Rule, rule_of
from tests.cast import Cast
from tests.house.examples import WORDS

# The rows that two organisations may open, and what names them; everything else is of one.
SHARED = {"Contract": "parties"}


@dataclass(frozen=True)
class Visit:
    """One route with one of its methods."""

    route: Route
    method: str
    rule: Rule

    @property
    def name(self) -> str:
        """The route as people write it: GET /people/<person_id>."""
        return f"{self.method} {self.route.rule}"

    def address(self, app: Flask, rows: dict[str, Any], subject_id: Any = None) -> str:
        """The route with an example, or with another id, in place of its arguments."""
        values = {name: WORDS[name] for name in self.route.arguments if name in WORDS}
        if self.rule.model is not None:
            row = self._example(rows)
            values[f"{self.rule.subject}_id"] = subject_id or row.id
        with app.test_request_context():
            return app.url_for(self.route.endpoint, **values).split("?")[0]

    def lets_in(self, rows: dict[str, Any], person: Any) -> bool:
        """Whether the declared rule allows this person, wherever they work."""
        if self.rule.model is None:
            return self.rule.allows(person)
        row = self._example(rows)
        parties = {row.organisation_id, *getattr(row, SHARED.get(type(row).__name__, ""), ())}
        same = person.organisation_id in parties
        return same and self.rule.allows(person, row)

    def _example(self, rows: dict[str, Any]) -> Any:
        """The row in the state that this route needs, or else the one of its kind."""
        return rows.get(self.route.endpoint) or rows[self.rule.model.__name__]


def visits(app: Flask) -> Iterator[Visit]:
    """Every route with each of its methods, in the order of their addresses."""
    for route in sorted(app.url_map.iter_rules(), key=lambda r: r.rule):
        rule = rule_of(app.view_functions[route.endpoint])
        assert rule is not None, f"{route.endpoint} has no guard"
        for method in sorted((route.methods or set()) - {"HEAD", "OPTIONS"}):
            yield Visit(route, method, rule)


def names(cast: Cast) -> dict[str, Any]:
    """The cast by what they do."""
    return dict(vars(cast))
