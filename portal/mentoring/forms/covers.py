"""What the coordinator fills in so that somebody covers for a coach or mentor."""

from collections.abc import Sequence
from typing import Any

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired

from portal.clock import today
from portal.mentoring import queries
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm


class CoverForm(CreatingForm):
    """Who covers, from which day, and until which."""

    coach = SelectField(
        "Who covers?", validators=[DataRequired("Choose who covers")], default=""
    )  # fmt: skip
    started_on = DayField("From", default=today, validators=[a_day("Enter the first day")])
    ended_on = DayField("Until", validators=[a_day("Enter the last day")])

    def offer(self, coaches: Sequence[queries.Coach]) -> None:
        """Give the form those who may be chosen, each with the load they have."""
        self.coaches = {str(each.person.id): each.person for each in coaches}
        self.coach.choices = [SelectChoice("", "Choose somebody")] + [
            SelectChoice(str(each.person.id), each.words) for each in coaches
        ]

    def cover(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "coach": self.coaches[self.coach.data],
            "started_on": self.started_on.data,
            "ended_on": self.ended_on.data,
        }
