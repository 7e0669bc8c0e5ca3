"""What people fill in about induction years."""

from portal.induction.forms.agreements import AgreementPartForm
from portal.induction.forms.cohort import CohortForm
from portal.induction.forms.enrolling import EnrolForm
from portal.induction.forms.first_weeks import PromiseForm
from portal.induction.forms.handovers import ActionsForm, AssessorForm, HandOverForm
from portal.induction.forms.items import BookingForm, CorrectionForm, HoldingForm
from portal.induction.forms.moves import MoveForm
from portal.induction.forms.next_years import NextForm
from portal.induction.forms.own_programmes import (
    AboutForm,
    ItemForm,
    NewStageForm,
    StageForm,
    TaskForm,
)
from portal.induction.forms.programme_rows import ROWS
from portal.induction.forms.programme_rules import RULES
from portal.induction.forms.programmes import CopyForm, OfferForm
from portal.induction.forms.reviews import CommentForm, ReopeningForm
from portal.induction.forms.signatures import SigningForm
from portal.induction.forms.support_plans import EndingForm, ExtendingForm, SupportPlanForm

__all__ = [
    "ROWS",
    "RULES",
    "AboutForm",
    "ActionsForm",
    "AgreementPartForm",
    "AssessorForm",
    "BookingForm",
    "CohortForm",
    "CommentForm",
    "CopyForm",
    "CorrectionForm",
    "EndingForm",
    "EnrolForm",
    "ExtendingForm",
    "HandOverForm",
    "HoldingForm",
    "ItemForm",
    "MoveForm",
    "NewStageForm",
    "NextForm",
    "OfferForm",
    "PromiseForm",
    "ReopeningForm",
    "SigningForm",
    "StageForm",
    "SupportPlanForm",
    "TaskForm",
]
