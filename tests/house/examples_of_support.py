"""One row of each kind that a URL of consultant support can name, tied to the cast.

Tom is the consultant; Amira booked him.
"""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from tests.cast import Cast
from tests.factories.support import (
    a_consultation,
    a_question,
    a_shared_answer,
    a_slot,
    answered_by,
    taken_by,
)


def _slot(cast: Cast, hour: int, **facts: Any) -> Any:
    return a_slot(cast.consultant, from_time=time(hour), **facts)


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "ConsultationSlot": lambda cast: _slot(cast, 14),
    "Consultation": lambda cast: a_consultation(_slot(cast, 15), cast.nqsw),
    "Question": lambda cast: answered_by(cast.consultant, a_question(cast.nqsw)),
    "SharedAnswer": lambda cast: a_shared_answer(
        answered_by(cast.consultant, a_question(cast.nqsw)), "What comes first?", "The end."
    ),
}


def _begun(cast: Cast) -> Any:
    """A consultation of this morning."""
    slot = _slot(cast, 16)
    booked = a_consultation(slot, cast.nqsw)
    slot.meets_on, slot.from_time = date(2026, 11, 26), time(8)
    return booked


# The rows of routes that open only for a row in some state, by endpoint.
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {
    "support.hold_consultation": _begun,
    "support.take_question": lambda cast: a_question(cast.worker),
    "support.hand_over_question": lambda cast: taken_by(cast.consultant, a_question(cast.worker)),
}
