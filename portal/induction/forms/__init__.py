"""What people fill in about induction years."""

from portal.induction.forms.agreements import AgreementPartForm
from portal.induction.forms.cohort import CohortForm
from portal.induction.forms.enrolling import EnrolForm
from portal.induction.forms.items import BookingForm, CorrectionForm, HoldingForm
from portal.induction.forms.signatures import SigningForm

__all__ = [
    "AgreementPartForm",
    "BookingForm",
    "CohortForm",
    "CorrectionForm",
    "EnrolForm",
    "HoldingForm",
    "SigningForm",
]
