"""What people fill in about learning."""

from portal.learning.forms.briefings import BriefingForm
from portal.learning.forms.courses import CourseForm, NewCourseForm
from portal.learning.forms.cpd import CpdForm
from portal.learning.forms.events import AttendanceForm, CancelForm, ChangeEventForm, PlanEventForm
from portal.learning.forms.library import (
    PracticeChangeForm,
    PracticeForm,
    ResourceChangeForm,
    ResourceForm,
    ReviewActionForm,
    ReviewChangeForm,
    ReviewForm,
)
from portal.learning.forms.qualifications import ChangeQualificationForm, QualificationForm

__all__ = [
    "AttendanceForm",
    "BriefingForm",
    "CancelForm",
    "ChangeEventForm",
    "ChangeQualificationForm",
    "CourseForm",
    "CpdForm",
    "NewCourseForm",
    "PlanEventForm",
    "PracticeChangeForm",
    "PracticeForm",
    "QualificationForm",
    "ResourceChangeForm",
    "ResourceForm",
    "ReviewActionForm",
    "ReviewChangeForm",
    "ReviewForm",
]
