"""The fairness of a round: what people got, by base and by working pattern.

Pure but for the rows it is given. Groups of fewer than ten are never shown (`rules.fairness`). The
portal holds no equality data, so there is no line by it; whether somebody asked for something about
themself to count stays sealed, and makes no group either.
"""

from collections.abc import Callable, Iterable

from portal.matching.models import MatchPair
from portal.matching.rules.fairness import Line, Outcome, lines

FULL_WEEK = 5


def groups(pairs: Iterable[MatchPair]) -> list[tuple[str, tuple[Line, ...]]]:
    """The figures of everybody, by base and by working pattern."""
    pairs = list(pairs)
    by: dict[str, Callable[[MatchPair], str]] = {
        "Everybody": lambda pair: "Everybody",
        "By base": lambda pair: pair.person.base or "Base not known",
        "By working pattern": lambda pair: _pattern(pair.person.working_days),
    }
    return [
        (title, lines(_outcome(pair, group(pair)) for pair in pairs)) for title, group in by.items()
    ]


def _pattern(working_days: str) -> str:
    days = len(working_days.split())
    if not days:
        return "Days not known"
    return "Five days a week" if days >= FULL_WEEK else "Fewer than five days a week"


def _outcome(pair: MatchPair, group: str) -> Outcome:
    return Outcome(group, pair.coach_id is not None, pair.ranked, pair.choice)
