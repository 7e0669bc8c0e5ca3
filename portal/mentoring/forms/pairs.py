"""What the coordinator fills in about a pairing: who, with whom, what for, and since when."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from wtforms import (
    BooleanField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, ValidationError

from portal.clock import today
from portal.mentoring import eligibility, proposing, queries
from portal.mentoring.models import COACHING, KINDS
from portal.people.models import Person
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm


class PairForm(CreatingForm):
    """One coach or mentor, the people they will support, the kind, and the first day."""

    coach = SelectField(
        "Coach or mentor", validators=[InputRequired("Choose a coach or mentor")], default=""
    )
    people = SelectMultipleField(
        "Who will they support?",
        validators=[InputRequired("Choose at least one person")],
    )
    q = StringField("Find somebody by name")
    kind = RadioField(
        "What for?",
        choices=[SelectChoice(kind, kind.capitalize()) for kind in KINDS],
        default=COACHING,
        validators=[InputRequired("Choose coaching or mentoring")],
    )
    started_on = DayField(
        "First day",
        description="For example, 30/11/2026",
        default=today,
        validators=[a_day("Enter the first day")],
    )

    days_to_answer = RadioField(
        "How long may they take to answer?",
        choices=[SelectChoice(str(n), label) for n, label in proposing.DAYS_TO_ANSWER.items()],
        default=str(proposing.USUAL),
        validators=[InputRequired("Choose how long they may take")],
    )
    has_agreed = BooleanField(
        "Both have said yes already, outside the portal",
        description="They are not asked again: they are told that they are paired.",
    )
    assesses_too = BooleanField("Yes, coach and assess the same person")
    """Asked only where the coach assesses somebody who is ticked."""

    def offer(
        self,
        coaches: Sequence[queries.Coach],
        people: Sequence[Person],
        teams: Mapping[UUID, str],
    ) -> None:
        """Give the form the people it may choose from, each with their team."""
        self.coaches = {str(each.person.id): each.person for each in coaches}
        self.found = {str(person.id): person for person in people}
        self.coach.choices = [SelectChoice("", "Choose somebody")] + [
            SelectChoice(str(each.person.id), each.words) for each in coaches
        ]
        self.people.choices = [
            SelectChoice(key, ", ".join(filter(None, [each.name, teams.get(each.id)])))
            for key, each in self.found.items()
        ]
        if not self.q.data:
            self.people.description = "Newly qualified people without a coach, unless you search"

    def validate_started_on(self, field: DayField) -> None:
        """Keep the first day within reason."""
        said = field.data and eligibility.first_day_objection(field.data, today())
        if said:
            raise ValidationError(said)

    def pair(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "coach": self.coaches[self.coach.data],
            "people": [self.found[key] for key in self.people.data],
            "kind": self.kind.data,
            "started_on": self.started_on.data,
        }

    @property
    def days(self) -> int:
        """How many days the two may take to answer."""
        return int(self.days_to_answer.data)


class EndingForm(EditingForm):
    """The confirmation that a pairing ends; it asks for no reason."""
