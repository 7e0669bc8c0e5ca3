"""One row of each kind that a URL of contracts with practices can name: Riverside's with Lockside."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.cast import Cast
from tests.factories.practices import a_contract, a_proposal, some_ratings, some_totals


def _agreed(cast: Cast) -> Any:
    contract = a_contract(cast.commissioner, cast.lockside_worker)
    some_ratings(cast.commissioner, contract)
    return contract


def _proposed(year: int) -> Callable[[Cast], Any]:
    """A proposal of a later year, in words of its own."""
    days = {"started_on": date(year, 1, 1), "ended_on": date(year, 12, 31)}
    to = f"lockside {year}"
    return lambda cast: a_proposal(
        cast.commissioner, cast.lockside_worker, addressed_to=to, **days
    )  # fmt: skip


def _draft(cast: Cast) -> Any:
    quarter = date(2026, 4, 1)
    return some_totals(cast.lockside_worker, _agreed(cast), quarter, is_sent=False)


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "Contract": _agreed,
    "PracticeTotals": lambda cast: some_totals(cast.lockside_worker, _agreed(cast)),
}

# The rows of routes that open only for a row in some state, by endpoint.
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {
    "practices.answer_proposal": _proposed(2030),
    "practices.withdraw_proposal": _proposed(2031),
    "practices.change_totals": _draft,
}
