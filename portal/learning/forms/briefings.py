"""What is filled in when a team has talked about a review."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired

from portal.clock import today
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm


class BriefingForm(CreatingForm):
    """Which team, and on which day."""

    unit = RadioField("Which team?", validators=[DataRequired("Choose the team")])
    briefed_on = DayField(
        "On which day?",
        description="For example, 26/11/2026",
        default=today,
        validators=[a_day("Enter the day")],
    )

    def offer(self, teams: Sequence[Any]) -> None:
        """Let one of one's own teams be chosen; where there is one, it is."""
        self.unit.choices = [SelectChoice(str(each.id), each.name) for each in teams]
        if len(teams) == 1 and not self.is_submitted():
            self.unit.data = str(teams[0].id)

    @property
    def unit_id(self) -> UUID:
        """The team that was chosen, once the form is valid."""
        return UUID(self.unit.data)
