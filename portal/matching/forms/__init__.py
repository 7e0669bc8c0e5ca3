"""What people fill in for matching."""

from portal.matching.forms.offers import GoalsForm, OfferForm, RulingOutForm
from portal.matching.forms.rounds import (
    MUCH,
    WISHES_IN_WORDS,
    ChoicesForm,
    EditRoundForm,
    FirstDayForm,
    PairChoiceForm,
    RematchForm,
    RoundForm,
)

__all__ = [
    "MUCH",
    "WISHES_IN_WORDS",
    "ChoicesForm",
    "EditRoundForm",
    "FirstDayForm",
    "GoalsForm",
    "OfferForm",
    "PairChoiceForm",
    "RematchForm",
    "RoundForm",
    "RulingOutForm",
]
