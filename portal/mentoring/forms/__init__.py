"""What people fill in about pairings, sessions, supervision and groups."""

from portal.mentoring.forms.pairs import (
    ALL_SHOWN,
    SHOWN_FIRST,
    AboutASession,
    CorrectionForm,
    EndingForm,
    PairForm,
    QuickLogForm,
    SessionForm,
    offered,
)
from portal.mentoring.forms.supervision import (
    GroupForm,
    MissingForm,
    MovingForm,
    SupervisionCorrectionForm,
    SupervisionForm,
)

__all__ = [
    "ALL_SHOWN",
    "SHOWN_FIRST",
    "AboutASession",
    "CorrectionForm",
    "EndingForm",
    "GroupForm",
    "MissingForm",
    "MovingForm",
    "PairForm",
    "QuickLogForm",
    "SessionForm",
    "SupervisionCorrectionForm",
    "SupervisionForm",
    "offered",
]
