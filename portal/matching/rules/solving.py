"""The best of all ways to pair a cohort: as many people as possible, then the most points.

A flow of least cost through a network: each person sends one unit, each pair that may be is an arc
whose cost is what it is worth with the sign turned, and whoever offers passes on as many units as
they have places. OR-tools' `SimpleMinCostFlow` finds the most flow and, of all ways to have that,
the cheapest. All costs are whole numbers, so the answer is exact, and the same every time.

Shapes: `worth` and `allowed` are arrays of needs by offers, `places` one number for each offer; the
answer is for each need the number of its offer, or `NOBODY`. Source: Bradley, Hax and Magnanti,
Applied Mathematical Programming (1977), chapter 8.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from portal.matching.rules.scoring import Allowed
from portal.matching.values import ImpossibleError

NOBODY = -1
Worth = NDArray[np.int32] | NDArray[np.int64]
Arcs = NDArray[np.int32]
Chosen = list[int]
AT_ONCE = 250
"""How many needs' arcs are handed to the solver at once."""


def best(
    worth: Worth, allowed: Allowed, places: Sequence[int], fixed: Mapping[int, int] | None = None
) -> Chosen:
    """For each need the offer it gets in the best way to pair all, or `NOBODY`.

    `fixed` pairs stay as they are. Raises ImpossibleError when they break a rule.
    """
    fixed = fixed or {}
    left = np.maximum(np.array(places, dtype=np.int64), 0)
    for need, offer in fixed.items():
        if not allowed[need, offer] or left[offer] < 1:
            raise ImpossibleError(f"Need {need} cannot be kept with offer {offer}.")
        left[offer] -= 1
    free = allowed & (left > 0)[None, :]
    free[list(fixed), :] = False
    chosen = _flow(worth, free, left)
    return [fixed.get(need, offer) for need, offer in enumerate(chosen)]


def _flow(worth: Worth, free: Allowed, left: NDArray[np.int64]) -> Chosen:
    """The most flow for the least cost, read back as pairs."""
    needs, offers = free.shape
    chosen = np.full(needs, NOBODY)
    if not free.any():
        return [NOBODY] * needs
    network, sink = SimpleMinCostFlow(), needs + offers
    arcs = [_add_pairs(network, worth, free, start) for start in range(0, needs, AT_ONCE)]
    offering = np.arange(needs, sink, dtype=np.int32)
    network.add_arcs_with_capacity_and_unit_cost(
        offering, np.full(offers, sink, np.int32), left, np.zeros(offers, np.int64)
    )
    supplies = np.concatenate([np.ones(needs, np.int64), np.zeros(offers, np.int64), [-needs]])
    network.set_nodes_supplies(np.arange(sink + 1, dtype=np.int32), supplies)
    status = network.solve_max_flow_with_min_cost()
    if status != network.OPTIMAL:
        raise RuntimeError(f"The solver found no best way: {status}.")
    for arc in np.concatenate([block[network.flows(block) > 0] for block in arcs if len(block)]):
        chosen[network.tail(arc)] = network.head(arc) - needs
    return [int(offer) for offer in chosen]


def _add_pairs(network: SimpleMinCostFlow, worth: Worth, free: Allowed, start: int) -> Arcs:
    """The arcs of some needs to whom they may be with; all at once they would take much memory."""
    block = slice(start, start + AT_ONCE)
    who, whom = (each.astype(np.int32) for each in np.nonzero(free[block]))
    cost = -worth[block][who, whom].astype(np.int64)
    ones, first_offer = np.ones(len(who), np.int64), np.int32(free.shape[0])
    arcs: Arcs = network.add_arcs_with_capacity_and_unit_cost(
        who + np.int32(start), whom + first_offer, ones, cost
    )
    return arcs


def total(worth: Worth, chosen: Chosen) -> tuple[int, int]:
    """How many people are paired, and what all pairs together are worth."""
    paired = [(need, offer) for need, offer in enumerate(chosen) if offer != NOBODY]
    return len(paired), sum(int(worth[pair]) for pair in paired)
