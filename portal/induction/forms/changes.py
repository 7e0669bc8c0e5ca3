"""What people fill in about changes of a year: dates, and a reason from a fixed list."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from wtforms import HiddenField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional, ValidationError

from portal.clock import today
from portal.induction import changing
from portal.induction.changing import MEANS, REASONS, Bounds, Kind
from portal.induction.forms.items import AN_EXAMPLE, day_of
from portal.induction.moving import Stop
from portal.people.forms.cells import CellField, needed
from portal.people.staff_list import cells
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

ELSEWHERE = [SelectChoice(key, words.capitalize()) for key, words in MEANS.items()][1:]


class ChangeForm(CreatingForm):
    """A change to propose: only the fields of its kind are left."""

    kind = HiddenField()
    seen = HiddenField()
    started_on = DayField("First day", description=AN_EXAMPLE, validators=[a_day("Write the day")])
    ended_on = DayField(
        "Last day (optional)",
        description="Leave it empty only while nobody knows. Dates follow once it is written down.",
        validators=[Optional()],
    )
    new_end_on = DayField(
        "New last day of the year", description=AN_EXAMPLE, validators=[a_day("Write the day")]
    )
    fte = CellField(
        "New share of full time",
        reading=cells.fte,
        description="1 for full time, 0.6 or 60% for three days of five.",
        render_kw={"class": "govuk-input--width-5", "inputmode": "decimal"},
        validators=[needed("Write the share of full time, such as 0.6")],
    )
    reason = RadioField("Why?", validators=[InputRequired("Choose why")])

    def __init__(self, *args: Any, change: Kind, year: Bounds, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.change, self.year = change, year
        self.kind.data = change.key
        self.reason.choices = [SelectChoice(key, REASONS[key]) for key in change.reasons]
        if change.key == "hours":
            del self.ended_on, self.new_end_on, self.reason
            self.started_on.label.text = "From which day?"
            return
        del self.fte
        if change.key == "extension":
            del self.started_on, self.ended_on
            return
        del self.new_end_on
        if change.ends_year:
            del self.ended_on
            self.started_on.label.text = "Last day of the year here"

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, then what stands against these dates in this year."""
        if not super().validate(extra_validators):
            return False
        field, objection = self._objection()
        if objection:
            field.errors = [objection]
        return not objection

    @property
    def marks(self) -> str:
        """The dates as they are, to know whether their calendar was shown."""
        fields = ("started_on", "ended_on", "new_end_on", "fte")
        return " ".join(str(self[name].data) for name in fields if name in self)

    def proposal(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        if self.change.key == "hours":
            first, (why,) = day_of(self.started_on), self.change.reasons
            return {"kind": "hours", "reason": why, "started_on": first, "fte": self.fte.data}
        told = {"kind": self.change.key, "reason": self.reason.data}
        if self.change.key != "extension":
            ended_on = self.ended_on.data if self.change.is_stop else None
            return {**told, "started_on": day_of(self.started_on), "ended_on": ended_on}
        more = (day_of(self.new_end_on) - self.year.planned_end_on).days
        return {
            **told,
            "started_on": min(today(), self.year.planned_end_on),
            "extends_by": more,
        }

    def _objection(self) -> tuple[Any, str]:
        if self.change.key == "extension":
            said = changing.objection_to_extension(day_of(self.new_end_on), self.year)
            return self.new_end_on, said
        first = day_of(self.started_on)
        if self.change.key == "hours":
            return self.started_on, changing.objection_to_hours(first, self.fte.data, self.year)
        if self.change.ends_year:
            said = changing.objection_to_ending(first, self.year, today())
            return self.started_on, said
        stop = Stop(first, self.ended_on.data)
        is_backwards = stop.ended_on is not None and stop.ended_on < first
        said = changing.objection_to_stop(stop, self.year, word=self.change.words)
        return self.ended_on if is_backwards else self.started_on, said


class ReturnForm(EditingForm):
    """The last day of a pause that had none yet."""

    seen = HiddenField()
    ended_on = DayField("Last day", description=AN_EXAMPLE, validators=[a_day("Write the day")])

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.ended_on)

    def objection(self, started_on: date, year: Bounds) -> str:
        """What stands against that day."""
        stop = Stop(started_on, day_of(self.ended_on))
        return changing.objection_to_stop(stop, year, word="pause")


class FirstDayForm(EditingForm):
    """The day on which a year really began, or will."""

    seen = HiddenField()
    first_day = DayField("First day", description=AN_EXAMPLE, validators=[a_day("Write the day")])

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.first_day)


class ElsewhereForm(PortalForm):
    """That one of the four agreed elsewhere: who, how, on which day."""

    part = RadioField("Who agreed?", validators=[InputRequired("Choose who agreed")])
    means = RadioField("How?", choices=ELSEWHERE, validators=[InputRequired("Choose how")])
    agreed_on = DayField("On which day?", description=AN_EXAMPLE, validators=[a_day("Write it")])

    def __init__(self, *args: Any, parts: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.part.choices = [SelectChoice(key, name) for key, name in parts]

    def validate_agreed_on(self, field: Any) -> None:
        """Nobody agreed on a day to come, nor a year before it was asked."""
        if field.data and not today() - timedelta(days=366) <= field.data <= today():
            raise ValidationError("Write today or a day in the past year")


class ProbationForm(EditingForm):
    """The day on which probation ends; nothing else moves it."""

    ends_on = DayField(
        "Last day of probation (optional)",
        description="Leave it empty if there is none.",
        validators=[Optional()],
    )


class YearOverForm(EditingForm):
    """The button that says that a year is over."""
