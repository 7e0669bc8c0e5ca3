"""What people fill in about pairings, sessions, notes, supervision and groups."""

from portal.mentoring.forms.agreements import AgreementForm
from portal.mentoring.forms.conflicts import ConflictForm
from portal.mentoring.forms.covers import CoverForm
from portal.mentoring.forms.endings import HandOverForm, LookBackForm, ReaderForm, look_back_form
from portal.mentoring.forms.groups import GroupCorrectionForm, GroupForm, TeamSessionForm
from portal.mentoring.forms.notes import ActionForm, PassageForm
from portal.mentoring.forms.pairs import EndingForm, PairForm
from portal.mentoring.forms.pauses import PauseForm
from portal.mentoring.forms.planned import MovedPlanForm, PlanForm
from portal.mentoring.forms.proposals import AnswerForm
from portal.mentoring.forms.relief import (
    ReliefEndingForm,
    ReliefForm,
    ReliefMonthForm,
)
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
    MissingForm,
    MovingForm,
    SupervisionCorrectionForm,
    SupervisionForm,
)
from portal.mentoring.forms.teams import (
    AimChangeForm,
    AimForm,
    AimSettlingForm,
    EndTeamCoachForm,
    KnowHowChangeForm,
    KnowHowForm,
    NameTeamCoachForm,
    whose,
)

__all__ = [
    "ALL_SHOWN",
    "SHOWN_FIRST",
    "AboutASession",
    "ActionForm",
    "AgreementForm",
    "AimChangeForm",
    "AimForm",
    "AimSettlingForm",
    "AnswerForm",
    "ConflictForm",
    "CorrectionForm",
    "CoverForm",
    "EndTeamCoachForm",
    "EndingForm",
    "GroupCorrectionForm",
    "GroupForm",
    "HandOverForm",
    "KnowHowChangeForm",
    "KnowHowForm",
    "LookBackForm",
    "MissingForm",
    "MovedPlanForm",
    "MovingForm",
    "NameTeamCoachForm",
    "PairForm",
    "PassageForm",
    "PauseForm",
    "PlanForm",
    "QuickLogForm",
    "ReaderForm",
    "ReliefEndingForm",
    "ReliefForm",
    "ReliefMonthForm",
    "RhythmForm",
    "SessionForm",
    "SupervisionCorrectionForm",
    "SupervisionForm",
    "TeamSessionForm",
    "look_back_form",
    "offered",
    "whose",
]
