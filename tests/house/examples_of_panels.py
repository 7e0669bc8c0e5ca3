"""One row of each kind that a URL of panels and applications can name, tied to the cast."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.cast import Cast
from tests.factories.panels import a_panel

MAKERS: dict[str, Callable[[Cast], Any]] = {
    "Panel": lambda cast: a_panel(cast, meets_on=date(2027, 2, 18)),
}

# The rows of routes that open only for a row in some state, by endpoint.
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {}
