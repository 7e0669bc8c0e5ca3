"""Whom somebody might choose in a round: the few who fit them best, with the reasons.

What people chose to say about themselves counts nothing here: whoever ticks one thing and looks
who rises would learn it of the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from portal.matching.choices import LABELS
from portal.matching.rules import forbidding, reasons, wishing
from portal.matching.values import Cohort

MOST = 8


@dataclass(frozen=True)
class Listed:
    """One who may be chosen, and what speaks for it."""

    id: UUID
    name: str
    reasons: tuple[str, ...]


def short_list(cohort: Cohort, chosen: Sequence[UUID]) -> list[Listed]:
    """Who fits the one person of this cohort best, and whom they chose before, best first."""
    [need] = cohort.needs
    able = [each for each in cohort.offers if forbidding.may_be(need, each, cohort.kind)]
    weights, need = replace(cohort.weights, identity=0), replace(need, name=reasons.YOU)
    points = {each.id: wishing.points(need, each, weights) for each in able}
    able.sort(key=lambda each: (each.id not in chosen, -points[each.id], each.name))
    shown = sorted(able[:MOST], key=lambda each: (-points[each.id], each.name))
    return [
        Listed(each.id, each.name, reasons.reasons(need, each, weights, LABELS)) for each in shown
    ]
