"""What a pair fills in about its next session."""

from datetime import date, time
from typing import Any

from wtforms import RadioField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import TextInput

from portal.clock import today
from portal.mentoring import when
from portal.mentoring.models import IN_PERSON, MEDIA, PlannedSession
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm


class _Meeting(PortalForm):
    """The day, the time if one is agreed, and the way to meet."""

    _span: when.Span

    meets_on = DayField(
        "Which day?", description="For example, 3/12/2026", validators=[a_day("Enter the day")]
    )
    from_time = TimeField(
        "At what time? (optional)",
        description="For example, 14:30",
        format=["%H:%M", "%H.%M"],
        widget=TextInput(),
        validators=[Optional()],
        render_kw={"class": "govuk-input--width-5", "autocomplete": "off"},
    )
    medium = RadioField(
        "How will you meet?",
        choices=[SelectChoice(medium, medium.capitalize()) for medium in MEDIA],
        default=IN_PERSON,
    )

    def validate_meets_on(self, field: DayField) -> None:
        """Refuse a day that has passed, is too far away or after the pairing."""
        said = field.data and when.objection_to_meeting(field.data, today(), self._span)
        if said:
            raise ValidationError(said)

    def meeting(self) -> dict[str, Any]:
        """What was answered, as the operations take it."""
        return {
            "meets_on": self.meets_on.data,
            "from_time": self.from_time.data,
            "medium": self.medium.data,
        }


class PlanForm(_Meeting, CreatingForm):
    """The next session of a pair, with a likely day filled in."""

    def __init__(self, *args: Any, span: when.Span, likely: date, **kwargs: Any) -> None:
        super().__init__(*args, data={"meets_on": likely}, **kwargs)
        self._span = span


class MovedPlanForm(_Meeting, EditingForm):
    """Another day, time or way to meet for the next session."""

    def __init__(self, *args: Any, planned: PlannedSession, **kwargs: Any) -> None:
        told: dict[str, date | time | str | int | None] = {
            "meets_on": planned.meets_on,
            "from_time": planned.from_time,
            "medium": planned.medium,
            "version": planned.version,
        }
        super().__init__(*args, data=told, **kwargs)
        self._span = planned.pairing.span
