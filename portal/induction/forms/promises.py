"""What people fill in about promises: another day, time to learn, points, who stands beside."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, NumberRange, Optional

from portal.clock import today
from portal.induction.models import DevelopmentTime
from portal.induction.models.promises import ABOUT, CONFIRMED, WORKLOAD
from portal.induction.promises import alone, development
from portal.mentoring.forms import offered
from portal.mentoring.reasons import REASONS
from portal.people.models import Person
from portal.teams import workload
from portal.web.fields import DayField, NumberField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

AN_EXAMPLE = "For example, 3/12/2026"
LENGTHS = {
    str(development.HALF_DAY): "Half a day",
    str(2 * development.HALF_DAY): "A day",
    "60": "1 hour",
    "120": "2 hours",
}


class _WithSomebody(CreatingForm):
    """A form that asks with whom, where there is more than one to choose from."""

    other = RadioField(
        "Who with?", validators=[offered("Choose who it is with")], validate_choice=False
    )

    def __init__(self, *args: Any, people: Iterable[tuple[Person, bool]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.id): (each, leads) for each, leads in people}
        self.other.choices = [SelectChoice(key, one.name) for key, (one, _) in self.people.items()]
        if self.other.data is None and self.people:
            self.other.data = next(iter(self.people))

    def two(self, person: Person) -> dict[str, Any]:
        """Who leads it and whom it is with, as the operations take it."""
        other, person_leads = self.people[self.other.data]
        if person_leads:
            return {"leader": person, "person": other}
        return {"leader": other, "person": person}


class PlanSupervisionForm(_WithSomebody):
    """The day that was agreed for supervision."""

    day = DayField(
        "Which day was agreed?", description=AN_EXAMPLE, validators=[a_day("Enter the day")]
    )


class RebookForm(_WithSomebody):
    """Why supervision did not take place, and the day agreed instead, if there is one."""

    reason = RadioField(
        "Why did it not take place?",
        choices=[SelectChoice(key, words) for key, words in REASONS.items()],
        validators=[offered("Choose a reason")],
        validate_choice=False,
    )
    to_on = DayField("Which day instead? (optional)", description=AN_EXAMPLE)


class DevelopmentTimeForm(CreatingForm):
    """Time to learn: a day and a length. A day to come is booked, another was taken."""

    day = DayField("Which day?", description=AN_EXAMPLE, default=today,
                   validators=[a_day("Enter the day")])  # fmt: skip
    minutes = RadioField(
        "How long?",
        choices=[SelectChoice(key, words) for key, words in LENGTHS.items()],
        default=str(development.HALF_DAY),
        validators=[offered("Choose how long it was")],
        validate_choice=False,
    )


class MissTimeForm(EditingForm):
    """Why booked time was missed, and another day if there is one."""

    reason = RadioField(
        "Why did it not take place?",
        choices=[SelectChoice(key, words) for key, words in REASONS.items()],
        validators=[offered("Choose a reason")],
        validate_choice=False,
    )
    to_on = DayField("Which day instead? (optional)", description=AN_EXAMPLE)

    def __init__(self, *args: Any, entry: DevelopmentTime, **kwargs: Any) -> None:
        super().__init__(*args, data={"version": entry.version}, **kwargs)


class WorkloadForm(CreatingForm):
    """How many points somebody carries on a day. No cases are named."""

    points = NumberField(
        "How many points?",
        validators=[
            InputRequired(f"Enter the points as a number from 0 to {workload.MOST}"),
            NumberRange(0, workload.MOST, f"Points are a number from 0 to {workload.MOST}"),
        ],
    )
    counted_on = DayField("Counted on which day?", description=AN_EXAMPLE, default=today,
                          validators=[a_day("Enter the day")])  # fmt: skip


class WorkBesideForm(CreatingForm):
    """For a kind of work: who stands beside the person, or alone from which day and why."""

    kind = RadioField(
        "Which work?", validators=[offered("Choose the kind of work")], validate_choice=False
    )
    co_worker = SelectField("Who works it together with them?", default="")
    alone_from_on = DayField(
        "Or alone from which day? (optional)",
        description="Before the programme says so. For example, 4/1/2027",
    )
    reason = SelectField(
        "Why before its time? (only with a day)",
        choices=[
            SelectChoice("", "Choose a reason"),
            *(SelectChoice(key, words) for key, words in alone.REASONS.items()),
        ],
        default="",
    )

    def offer(self, kinds: Sequence[alone.Rule], people: Sequence[Person]) -> None:
        """Give the form the kinds of work and the colleagues it may choose from."""
        self.kinds = {each.key: each for each in kinds}
        self.colleagues = {str(each.id): each for each in people}
        self.kind.choices = [SelectChoice(each.key, each.title) for each in kinds]
        self.co_worker.choices = [
            SelectChoice("", "Choose somebody"),
            *(SelectChoice(key, each.name) for key, each in self.colleagues.items()),
        ]
        if self.kind.data is None and len(kinds) == 1:
            self.kind.data = kinds[0].key

    def validate_for(self, started_on: date) -> bool:
        """Check each answer, that something is decided, and that a day is possible, with why."""
        if not self.validate_on_submit():
            return False
        day = self.alone_from_on.data
        if day is None and not self.co_worker.data:
            self.co_worker.errors = [
                "Choose somebody, or write the day from which they hold it alone"
            ]
        elif day is not None:
            until_on = self.kinds[self.kind.data].until_on
            said = alone.objection(day, started_on=started_on, until_on=until_on)
            self.alone_from_on.errors = [said] if said else []
            if not self.reason.data:
                self.reason.errors = ["Choose a reason, so that it is known why"]
        return not self.errors

    def decision(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "kind": self.kind.data,
            "title": self.kinds[self.kind.data].title,
            "co_worker": self.colleagues.get(self.co_worker.data),
            "alone_from_on": self.alone_from_on.data,
            "reason": self.reason.data,
        }


class ConfirmForm(PortalForm):
    """One click: this month's workload, with its points, or this month's supervision."""

    what = RadioField(
        "What is confirmed?",
        choices=[SelectChoice(key, key.capitalize()) for key in CONFIRMED],
        validators=[offered("Choose workload or supervision")],
        validate_choice=False,
    )
    points = NumberField("Points", validators=[Optional()])

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the answer, and that a workload has its points."""
        if not super().validate(extra_validators):
            return False
        points = self.points.data
        if self.what.data == WORKLOAD and (points is None or not workload.is_possible(points)):
            self.points.errors = [f"Enter the points as a number from 0 to {workload.MOST}"]
        return not self.points.errors


class TalkForm(CreatingForm):
    """What somebody would like to speak about with the coordinator, from a list."""

    about = RadioField(
        "What is it about?",
        choices=[SelectChoice(key, words) for key, words in ABOUT.items()],
        validators=[offered("Choose what it is about")],
        validate_choice=False,
    )


def day_in(field: DayField) -> date:
    """The day in a field that was found to hold one."""
    if field.data is None:
        raise ValueError("The form was not validated.")
    return field.data
