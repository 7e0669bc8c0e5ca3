"""What two people do on the way to a first time in court: deeds that leave a trace."""

from portal.court.operations.checking import look_through, tick_points
from portal.court.operations.going import (
    CourtError,
    answer_offer,
    end_court,
    hand_over_court,
    offer_court,
    record_step,
    set_days,
    start_court,
)
from portal.court.operations.settling import decide_not_yet, decide_ready, write_debrief
from portal.court.operations.tending import delete_over, tell_of_deadlines

__all__ = [
    "CourtError",
    "answer_offer",
    "decide_not_yet",
    "decide_ready",
    "delete_over",
    "end_court",
    "hand_over_court",
    "look_through",
    "offer_court",
    "record_step",
    "set_days",
    "start_court",
    "tell_of_deadlines",
    "tick_points",
    "write_debrief",
]
