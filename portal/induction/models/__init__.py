"""Somebody's induction year, and everything that belongs to it."""

from portal.induction.models.agreements import Agreement, AgreementPart
from portal.induction.models.changes import ChangeAgreement, InductionChange
from portal.induction.models.earlier import EarlierRecord
from portal.induction.models.feedback import Feedback, FeedbackRequest
from portal.induction.models.feedback_letters import FeedbackLetter
from portal.induction.models.first_weeks import FirstWeeksAnswer, FirstWeeksTask
from portal.induction.models.handovers import HandOver
from portal.induction.models.next_years import NextProgrammeWish
from portal.induction.models.observations import (
    Observation,
    ObservationMove,
    ObservationSection,
)
from portal.induction.models.programme_moves import ProgrammeMove
from portal.induction.models.programmes import OwnProgramme, ProgrammeChoice
from portal.induction.models.promises import (
    DevelopmentTime,
    MonthConfirmed,
    PromiseTold,
    TalkAsked,
    WorkBeside,
)
from portal.induction.models.reviews import Reopening, Review, ReviewComment
from portal.induction.models.signatures import Signature, SignedText
from portal.induction.models.support_plans import SupportPlan, SupportPlanWording
from portal.induction.models.verifications import Verification
from portal.induction.models.years import Induction, InductionItem

__all__ = [
    "Agreement",
    "AgreementPart",
    "ChangeAgreement",
    "DevelopmentTime",
    "EarlierRecord",
    "Feedback",
    "FeedbackLetter",
    "FeedbackRequest",
    "FirstWeeksAnswer",
    "FirstWeeksTask",
    "HandOver",
    "Induction",
    "InductionChange",
    "InductionItem",
    "MonthConfirmed",
    "NextProgrammeWish",
    "Observation",
    "ObservationMove",
    "ObservationSection",
    "OwnProgramme",
    "ProgrammeChoice",
    "ProgrammeMove",
    "PromiseTold",
    "Reopening",
    "Review",
    "ReviewComment",
    "Signature",
    "SignedText",
    "SupportPlan",
    "SupportPlanWording",
    "TalkAsked",
    "Verification",
    "WorkBeside",
]
