"""What people fill in about consultants."""

from portal.support.forms.answers import AgreeForm, ChangeTextForm, ProposeForm
from portal.support.forms.questions import AnswerForm, AskForm, FollowUpForm, HandOverForm
from portal.support.forms.slots import BookForm, CancelForm, SlotForm

__all__ = [
    "AgreeForm",
    "AnswerForm",
    "AskForm",
    "BookForm",
    "CancelForm",
    "ChangeTextForm",
    "FollowUpForm",
    "HandOverForm",
    "ProposeForm",
    "SlotForm",
]
