"""What people fill in about days away: two dates, and never a reason."""

from datetime import timedelta
from typing import Any

from wtforms.validators import Optional, ValidationError

from portal.clock import today
from portal.people.forms.posts import day_of
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

FAR = timedelta(days=3653)
"""Ten years: a day further off is a slip of the finger."""


class DaysAwayFields(PortalForm):
    """The first and the last day."""

    started_on = DayField(
        "First day away",
        description="For example, 14/12/2026",
        validators=[a_day("Write the first day")],
    )
    ended_on = DayField(
        "Last day away (optional)",
        description="For one day, the same day again. Leave it empty only while nobody knows.",
        validators=[Optional()],
    )

    def validate_started_on(self, field: Any) -> None:
        if field.data and not today() - FAR <= field.data <= today() + FAR:
            raise ValidationError("Look at the year: this is more than ten years from today")

    def validate_ended_on(self, field: Any) -> None:
        if field.data and self.started_on.data and field.data < self.started_on.data:
            raise ValidationError("The last day must not be before the first")
        if field.data and field.data > today() + FAR:
            raise ValidationError("Look at the year: this is more than ten years from today")

    def period(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {"started_on": day_of(self.started_on), "ended_on": self.ended_on.data}


class AddDaysAwayForm(DaysAwayFields, CreatingForm):
    """Days away to write down."""


class ChangeDaysAwayForm(DaysAwayFields, EditingForm):
    """Days away that are otherwise."""
