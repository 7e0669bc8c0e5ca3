"""What HR fills in about posts: a new one, a change from a day on, a correction, an ending."""

from datetime import date
from typing import Any

from wtforms import BooleanField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, ValidationError

from portal.clock import today
from portal.people.forms.cells import CellField, needed
from portal.people.forms.choosing import ChoosingForm
from portal.people.models import CONTRACTS
from portal.people.staff_list import cells
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm

FACTS = ("job_title", "grade", "fte", "hours", "contract")
AN_EXAMPLE = "For example, 1/2/2027"


class PostForm(ChoosingForm):
    """What a post is: its job, unit, manager, grade, share of full time, hours and contract."""

    job_title = CellField(
        "Job title", reading=cells.text, validators=[needed("Write the job title")]
    )
    grade = CellField("Grade (optional)", reading=cells.known, unknown="")
    fte = CellField(
        "Share of full time (optional)",
        reading=cells.fte,
        description="1 for full time, 0.6 or 60% for three days of five.",
        render_kw={"class": "govuk-input--width-5", "inputmode": "decimal"},
    )
    hours = CellField(
        "Hours a week (optional)",
        reading=cells.hours,
        description="For example, 37 or 22.2",
        render_kw={"class": "govuk-input--width-5", "inputmode": "decimal"},
    )
    contract = SelectField(
        "Contract",
        choices=[SelectChoice(each, each.capitalize() or "Not known") for each in CONTRACTS],
        default="",
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, and that it is clear which unit and which manager are meant."""
        answered = super().validate(extra_validators)
        return self.choose() and answered

    def facts(self) -> dict[str, Any]:
        """What was answered about the post, as the operations take it."""
        said = {name: self[name].data for name in FACTS}
        return {**said, "unit_id": self.unit_id, "manager_id": self.manager_id}

    def refuse(self, field: str, sentence: str) -> None:
        """Say beside this field what stands against it; a change has one day for all."""
        field = field if field in self else "from_on"
        self[field].errors = [*self[field].errors, sentence]


class AddPostForm(PostForm, CreatingForm):
    """A post that somebody takes up, or one that stands vacant."""

    started_on = DayField(
        "First day", description=AN_EXAMPLE, validators=[a_day("Write the first day")]
    )
    ended_on = DayField(
        "Last day (optional)",
        description="Only where it is known already, as in a fixed term.",
        validators=[Optional()],
    )

    def validate_ended_on(self, field: Any) -> None:
        _in_order(self.started_on.data, field.data)

    def facts(self) -> dict[str, Any]:
        """What was answered, with the first and the last day."""
        days = {"started_on": self.started_on.data, "ended_on": self.ended_on.data}
        return {**super().facts(), **days}


class ChangePostForm(PostForm, EditingForm):
    """What is otherwise from a day on."""

    from_on = DayField(
        "From which day?",
        description="The first day on which it is so. For example, 1/2/2027",
        validators=[a_day("Write the first day on which it is so")],
    )

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.from_on)


class CorrectPostForm(PostForm, EditingForm):
    """What was always so, and was written down otherwise."""

    started_on = DayField(
        "First day of this", description=AN_EXAMPLE, validators=[a_day("Write the first day")]
    )
    ended_on = DayField("Last day of this (optional)", validators=[Optional()])

    def validate_ended_on(self, field: Any) -> None:
        _in_order(self.started_on.data, field.data)

    def facts(self) -> dict[str, Any]:
        """What was answered, with the first and the last day."""
        days = {"started_on": self.started_on.data, "ended_on": self.ended_on.data}
        return {**super().facts(), **days}


class FillPostForm(ChoosingForm, EditingForm):
    """Who takes up a vacant post, and from when."""

    unit = unit_q = None
    manager = RadioField("Who takes it up?", validate_choice=False)
    manager_q = StringField("Find somebody", description="By staff number, work e-mail, or name.")
    started_on = DayField(
        "First day", description=AN_EXAMPLE, validators=[a_day("Write the first day")]
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, and that it is clear who is meant."""
        answered = super().validate(extra_validators)
        return self.choose_person() and answered

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.started_on)


class EndPostForm(EditingForm):
    """The last day of a post, and whether it stands vacant afterwards."""

    ended_on = DayField(
        "Last day", description=AN_EXAMPLE, default=today, validators=[a_day("Write the last day")]
    )
    leaves_vacancy = BooleanField(
        "The post stands vacant afterwards",
        description="It is shown on the page of its unit until somebody takes it up.",
    )

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.ended_on)


def day_of(field: DayField) -> date:
    """The day in a field that was found to hold one."""
    if field.data is None:
        raise ValueError("The form was not validated.")
    return field.data


def _in_order(first: Any, last: Any) -> None:
    if first and last and last < first:
        raise ValidationError("The last day must not be before the first")
