"""What is filled in about a route: who begins, what took place, pauses and the end."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Optional

from portal.routes.catalogue import RouteTemplate
from portal.routes.standing import COMPLETED, ENDED_EARLY
from portal.routes.study import WEEKDAYS
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm

HOURS = ("1", "0.9", "0.8", "0.7", "0.6", "0.5")
NO_DAY = ""


class EnrolOnRouteForm(CreatingForm):
    """Which route somebody begins, when, and on which day of the week they study."""

    template = RadioField("Which route?", validators=[DataRequired("Choose a route")])
    started_on = DayField(
        "First day", description="For example, 4/1/2027", validators=[a_day("Enter the first day")]
    )
    fte = SelectField(
        "Hours",
        choices=[
            SelectChoice(share, "Full time" if share == "1" else f"{share} of full time")
            for share in HOURS
        ],
        description="Part time takes longer in proportion",
    )
    study_weekday = SelectField(
        "Study day",
        choices=[SelectChoice(NO_DAY, "No fixed day of the week")]
        + [SelectChoice(str(number), day) for number, day in enumerate(WEEKDAYS)],
        description="The day of the week away from the desk",
    )

    def offer(self, templates: Sequence[RouteTemplate]) -> None:
        """Let one of these routes be chosen."""
        self.known = {f"{each.key} {each.version}": each for each in templates}
        self.template.choices = [
            SelectChoice(key, f"{each.name}, {each.programme.months} months")
            for key, each in self.known.items()
        ]

    def said(self) -> dict[str, Any]:
        """The answers as the deed takes them."""
        weekday = self.study_weekday.data
        return {
            "template": self.known[self.template.data],
            "started_on": self.started_on.data,
            "fte": Decimal(self.fte.data),
            "study_weekday": int(weekday) if weekday else None,
        }


class RecordStepForm(EditingForm):
    """The day on which something took place."""

    held_on = DayField(
        "On which day?",
        description="For example, 26/11/2026",
        validators=[a_day("Enter the day")],
    )


class PauseRouteForm(EditingForm):
    """The days on which a route stands still."""

    started_on = DayField(
        "First day", description="For example, 4/1/2027", validators=[a_day("Enter the first day")]
    )
    ended_on = DayField(
        "Last day (optional)",
        description="Leave it empty while nobody knows",
        validators=[Optional()],
    )


class EndPauseForm(EditingForm):
    """The last day of a pause that had none."""

    ended_on = DayField(
        "Last day of the pause",
        description="For example, 29/1/2027",
        validators=[a_day("Enter the last day")],
    )


class EndRouteForm(EditingForm):
    """How a route ends, and its last day."""

    ended_as = RadioField(
        "How does it end?",
        choices=[
            SelectChoice(COMPLETED, "Completed"),
            SelectChoice(ENDED_EARLY, "Ended early, in whichever way"),
        ],
        validators=[DataRequired("Choose how it ends")],
    )
    ended_on = DayField(
        "Last day",
        description="For example, 26/11/2026",
        validators=[a_day("Enter the last day")],
    )
