"""What people fill in about pairings, sessions, notes, supervision and groups."""

from portal.mentoring.forms.agreements import AgreementForm
from portal.mentoring.forms.conflicts import ConflictForm
from portal.mentoring.forms.notes import ActionForm, PassageForm
from portal.mentoring.forms.pairs import EndingForm, PairForm
from portal.mentoring.forms.planned import MovedPlanForm, PlanForm
from portal.mentoring.forms.proposals import AnswerForm
from portal.mentoring.forms.rhythms import RhythmForm
from portal.mentoring.forms.sessions import (
    ALL_SHOWN,
    SHOWN_FIRST,
    AboutASession,
    CorrectionForm,
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
    "ActionForm",
    "AgreementForm",
    "AnswerForm",
    "ConflictForm",
    "CorrectionForm",
    "EndingForm",
    "GroupForm",
    "MissingForm",
    "MovedPlanForm",
    "MovingForm",
    "PairForm",
    "PassageForm",
    "PlanForm",
    "QuickLogForm",
    "RhythmForm",
    "SessionForm",
    "SupervisionCorrectionForm",
    "SupervisionForm",
    "offered",
]
