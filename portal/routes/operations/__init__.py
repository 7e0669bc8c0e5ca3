"""Deeds about routes and their placements."""

from portal.routes.operations.placements import (
    change_placement,
    confirm_weeks,
    place,
    say_week,
)
from portal.routes.operations.routes import (
    NotPossibleError,
    end_pause,
    end_route,
    enrol_on_route,
    pause_route,
    record_step,
    take_back_step,
)

__all__ = [
    "NotPossibleError",
    "change_placement",
    "confirm_weeks",
    "end_pause",
    "end_route",
    "enrol_on_route",
    "pause_route",
    "place",
    "record_step",
    "say_week",
    "take_back_step",
]
