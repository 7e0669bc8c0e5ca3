"""What is filled in about a coach's relief: how much and from when, and what became of a month."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, NumberRange, ValidationError

from portal.clock import today
from portal.mentoring import eligibility, relieved
from portal.mentoring.forms.sessions import offered
from portal.mentoring.models import GIVEN, NOT_GIVEN
from portal.mentoring.reasons import REASONS
from portal.mentoring.team_notices import in_month
from portal.web.fields import DayField, NumberField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

SAID = {GIVEN: "It was given", NOT_GIVEN: "It was not given"}
MEASURES = {"hours": "Hours a week", "points": "Points of workload"}


class ReliefForm(CreatingForm):
    """How much less of casework, and from when."""

    measure = RadioField(
        "Counted in",
        choices=[SelectChoice(key, words) for key, words in MEASURES.items()],
        default="hours",
        validators=[offered("Choose hours or points")],
        validate_choice=False,
    )
    amount = NumberField(
        "How much less of casework?",
        description="For example, 4 hours a week, or 20 points where a full load is 100",
        validators=[
            InputRequired(f"Write a number from 1 to {relieved.MOST}"),
            NumberRange(1, relieved.MOST, f"Write a number from 1 to {relieved.MOST}"),
        ],
    )
    started_on = DayField(
        "From when?",
        description="For example, 30/11/2026",
        default=today,
        validators=[a_day("Enter the first day")],
    )

    def validate_started_on(self, field: DayField) -> None:
        """Keep the first day within reason."""
        said = field.data and eligibility.first_day_objection(field.data, today())
        if said:
            raise ValidationError(said)

    def relief(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "measure": self.measure.data,
            "amount": self.amount.data,
            "started_on": self.started_on.data,
        }


class ReliefMonthForm(PortalForm):
    """What became of the relief in one month; said again, the later word stands."""

    month = SelectField("Which month?")
    became = RadioField(
        "Was your relief given?",
        choices=[SelectChoice(key, words) for key, words in SAID.items()],
        validators=[offered("Choose whether it was given")],
        validate_choice=False,
    )
    reason = SelectField(
        "If not, why?",
        choices=[
            SelectChoice("", "Choose a reason"),
            *(SelectChoice(key, words) for key, words in REASONS.items()),
        ],
        default="",
    )

    def offer(self, months: Sequence[date], first: date | None) -> None:
        """Give the form the months of which something can be said; the first unsaid is chosen."""
        self.months = {month.isoformat(): month for month in months}
        self.month.choices = [SelectChoice(key, in_month(m)) for key, m in self.months.items()]
        if self.month.data is None and first is not None:
            self.month.data = first.isoformat()

    def validate_reason(self, field: SelectField) -> None:
        """Ask for a reason where it was not given."""
        if self.became.data == NOT_GIVEN and not field.data:
            raise ValidationError("Choose a reason")

    def month_said(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "month_on": self.months[self.month.data],
            "became": self.became.data,
            "reason": self.reason.data or "",
        }


class ReliefEndingForm(EditingForm):
    """The confirmation that a relief ends; it asks for no reason."""
