"""One row of each kind that a URL of a first time in court can name, tied to the cast."""

from collections.abc import Callable
from typing import Any

from tests.cast import Cast
from tests.factories.court import a_matter, an_offer

MAKERS: dict[str, Callable[[Cast], Any]] = {
    "CourtSupport": lambda cast: a_matter(cast.nqsw, cast.consultant),
}
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {
    "court.answer_offer": lambda cast: an_offer(cast.worker, cast.consultant),
}
