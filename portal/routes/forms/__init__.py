"""What is filled in about routes and their placements."""

from portal.routes.forms.placements import ChangePlacementForm, PlacementForm, WeekForm
from portal.routes.forms.routes import (
    HOURS,
    EndPauseForm,
    EndRouteForm,
    EnrolOnRouteForm,
    PauseRouteForm,
    RecordStepForm,
)

__all__ = [
    "HOURS",
    "ChangePlacementForm",
    "EndPauseForm",
    "EndRouteForm",
    "EnrolOnRouteForm",
    "PauseRouteForm",
    "PlacementForm",
    "RecordStepForm",
    "WeekForm",
]
