"""What people fill in about induction years."""

from portal.induction.forms.enrolling import EnrolForm
from portal.induction.forms.items import BookingForm, CorrectionForm, HoldingForm

__all__ = ["BookingForm", "CorrectionForm", "EnrolForm", "HoldingForm"]
