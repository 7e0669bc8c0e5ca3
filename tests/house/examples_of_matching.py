"""One row of each kind that a URL of the matching area can name, tied to the standing cast."""

from collections.abc import Callable
from typing import Any

from tests.cast import Cast
from tests.factories.matching import (
    a_need,
    a_proposed,
    a_published,
    a_round,
    a_ruling_out,
    an_offer,
    pair_of,
)

COACHING = {"kinds": ["coaching"]}


def _pair(cast: Cast) -> Any:
    """What a round under review comes to for Kofi: Priya, who may coach in her own team."""
    an_offer(cast.coach, **COACHING)
    a_need(cast.assistant, **COACHING)
    return pair_of(a_proposed(cast.coordinator, kind="coaching"), cast.assistant)


def _reviewed(cast: Cast) -> Any:
    return a_proposed(cast.coordinator, kind="coaching", name="Summer 2027")


def _published(cast: Cast) -> Any:
    return a_published(cast.coordinator, kind="coaching", name="Autumn 2026")


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "MatchRound": lambda cast: a_round(cast.coordinator, kind="coaching"),
    "MatchPair": _pair,
    "RuledOut": lambda cast: a_ruling_out(cast.nqsw, cast.principal),
}

# The rows of routes that open only for a row in some state, by endpoint.
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {
    "matching.publish_round": _reviewed,
    "matching.pairs": _reviewed,
    "matching.fairness": _reviewed,
    "matching.ask_next": _published,
}
