"""What people fill in about the assessor of a year: who, from when, and what was agreed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from portal.induction import handing_over
from portal.induction.forms.items import AN_EXAMPLE, day_of
from portal.induction.models import HandOver
from portal.people.models import Person
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, plain_lines


class AssessorForm(CreatingForm):
    """Who assesses a year that has no assessor yet."""

    assessor = SelectField("Who assesses?", validators=[InputRequired("Choose who assesses")])

    def offer(self, assessors: Sequence[Person]) -> None:
        """Let these be chosen from."""
        self.known = {str(person.id): person for person in assessors}
        self.assessor.choices = [SelectChoice("", "Choose somebody")] + [
            SelectChoice(key, each.name) for key, each in self.known.items()
        ]

    @property
    def chosen(self) -> Person:
        """Who was chosen, once the form is valid."""
        return self.known[self.assessor.data]


class HandOverForm(AssessorForm):
    """Who assesses next, and from which day."""

    from_on = DayField(
        "From which day?",
        description=f"{AN_EXAMPLE}. Until the day before, nothing changes.",
        validators=[a_day("Enter the day")],
    )

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.from_on)


class ActionsForm(LooksForIdentifiers, EditingForm):
    """What the three agreed at the hand-over."""

    actions = TextAreaField(
        "What is agreed, and who does it?",
        description="For example: the second observation is held before the day.",
        validators=[
            Length(max=handing_over.LONGEST, message="Write at most 5,000 letters. Take some out")
        ],
        render_kw={"rows": "6"},
    )

    def __init__(self, *args: Any, hand_over: HandOver, **kwargs: Any) -> None:
        given = {"actions": hand_over.actions, "version": hand_over.version}
        super().__init__(*args, data=given, **kwargs)

    @property
    def written(self) -> str:
        """What was written, without the space around it."""
        return plain_lines(self.actions.data)
