"""The pages of contracts with practices."""

from portal.practices.views import contracts, exchange, outcomes, reading, totals
from portal.practices.views.blueprint import practices

__all__ = ["contracts", "exchange", "outcomes", "practices", "reading", "totals"]
