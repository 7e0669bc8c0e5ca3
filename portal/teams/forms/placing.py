"""What is filled in to look at a team on a day, and to put it on a model."""

from collections.abc import Mapping
from datetime import date

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from portal.clock import today
from portal.teams.modelling import Model
from portal.teams.queries import Edition
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, PortalForm

NONE = ""
EARLIEST = date(2000, 1, 1)


class OnDayForm(PortalForm):
    """The day on which a team is looked at."""

    on = DayField(
        "Another day", description="Past or coming, for example 1/4/2026.", validators=[Optional()]
    )


class PutOnModelForm(CreatingForm):
    """Which model a team keeps to, from when."""

    model = SelectField("Which model does the team keep to?")
    started_on = DayField(
        "From which day on?",
        description="For example, 1/4/2027",
        default=today,
        validators=[a_day("Write the day from which it counts")],
    )

    def offer(self, latest: Mapping[str, Edition], model: Model | None, number: int) -> None:
        """Let the newest edition of each model be chosen, and the one that counts now."""
        choices = [SelectChoice(f"{key} {each.number}", each.model.title)
                   for key, each in latest.items()]  # fmt: skip
        if model and latest.get(model.key, Edition(model, -1)).number != number:
            choices.append(
                SelectChoice(f"{model.key} {number}", f"{model.title}, as it was before")
            )
        self.model.choices = [SelectChoice(NONE, "None"), *choices]

    def validate(self, extra_validators: Mapping[str, object] | None = None) -> bool:
        """Nor a day before anything was known."""
        is_valid = bool(super().validate(extra_validators))
        if is_valid and self.day < EARLIEST:
            self.started_on.errors = ["Write a day from 1 January 2000 on"]
            return False
        return is_valid

    @property
    def chosen(self) -> tuple[str, int] | None:
        """The key and edition of the model; nothing for none."""
        if not self.model.data:
            return None
        key, _, number = self.model.data.partition(" ")
        return key, int(number)

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        day = self.started_on.data
        assert day is not None
        return day
