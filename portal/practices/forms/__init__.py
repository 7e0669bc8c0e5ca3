"""What is filled in about contracts with practices."""

from portal.practices.forms.contracts import AnswerForm, EndContractForm, ProposeForm
from portal.practices.forms.outcomes import PaymentForm, RatingsForm, ViewsForm
from portal.practices.forms.totals import (
    CorrectTotalsForm,
    DraftForm,
    ExchangeForm,
    TypeTotalsForm,
)

__all__ = [
    "AnswerForm",
    "CorrectTotalsForm",
    "DraftForm",
    "EndContractForm",
    "ExchangeForm",
    "PaymentForm",
    "ProposeForm",
    "RatingsForm",
    "TypeTotalsForm",
    "ViewsForm",
]
