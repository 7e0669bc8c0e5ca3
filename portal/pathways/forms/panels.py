"""What is filled in about a panel: its days, places, quorum, chair and members; pay; letters."""

from collections.abc import Sequence
from typing import Any

from wtforms import RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    ValidationError,
)

from portal.pathways.models.deciding import LONGEST_LETTER
from portal.pathways.models.panels import MOST_MEMBERS, MOST_PLACES, Panel
from portal.pathways.progression import dates, letters
from portal.people.models import Person
from portal.web.fields import DayField, NumberField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm, plain_lines


def _from_one_to(most: int) -> Any:
    said = f"Write a number from 1 to {most}"
    return [InputRequired(said), NumberRange(1, most, said)]


class _AboutAPanel(PortalForm):
    """The days of a panel, and who sits on it."""

    meets_on = DayField(
        "When does the panel meet?",
        description="For example, 18/3/2027",
        validators=[a_day("Enter the day on which it meets")],
    )
    send_by = DayField(
        "Last day for applications",
        description="Two to four weeks before is usual, so that managers and members have time",
        validators=[a_day("Enter the last day for applications")],
    )
    places = NumberField("How many applications can it take?", validators=_from_one_to(MOST_PLACES))
    quorum = NumberField(
        "How many members have to score for the panel to decide?",
        default=3,
        validators=_from_one_to(MOST_MEMBERS),
    )
    chair = SelectField("Chair", default="", validators=[InputRequired("Choose the chair")])
    members = SelectMultipleField(
        "Who else sits on it?", description="Everybody who holds the role of a panel member"
    )

    def offer(self, people: Sequence[Person]) -> None:
        """Give the form those who may sit on a panel."""
        self.people = {str(person.id): person for person in people}
        offered = [SelectChoice(key, person.name) for key, person in self.people.items()]
        self.chair.choices = [SelectChoice("", "Choose somebody"), *offered]
        self.members.choices = offered

    def validate_quorum(self, field: NumberField) -> None:
        """Keep the quorum within those who sit on the panel."""
        sitting = {self.chair.data, *(self.members.data or [])} - {""}
        if field.data and sitting and field.data > len(sitting):
            raise ValidationError(f"Only {len(sitting)} sit on it. Name more, or ask for fewer")

    def validate_members(self, field: SelectMultipleField) -> None:
        """Keep the panel to as many as can be heard."""
        if len(field.data or []) > MOST_MEMBERS:
            raise ValidationError(f"Name at most {MOST_MEMBERS} people")

    def panel(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "meets_on": self.meets_on.data,
            "send_by": self.send_by.data,
            "places": self.places.data,
            "quorum": self.quorum.data,
            "chair": self.people[self.chair.data],
            "members": [self.people[key] for key in self.members.data or []],
        }


class PanelForm(_AboutAPanel, CreatingForm):
    """A panel that is put down."""


class ChangePanelForm(_AboutAPanel, EditingForm):
    """A panel that is changed."""

    @staticmethod
    def given(panel: Panel) -> dict[str, Any]:
        """What the panel says now."""
        return {
            "version": panel.version,
            "meets_on": panel.meets_on,
            "send_by": panel.send_by,
            "places": panel.places,
            "quorum": panel.quorum,
            "chair": str(panel.chair_id),
            "members": [str(each) for each in panel.member_ids],
        }


class PayRuleForm(PortalForm):
    """From which day a progression is paid here."""

    paid_from = RadioField(
        "From which day is a progression paid?",
        choices=[SelectChoice(key, words) for key, words in dates.PAID_FROM.items()],
        validators=[InputRequired("Choose a day")],
    )


class LetterTextForm(CreatingForm):
    """The text of one letter, which whoever saves it approves."""

    words = TextAreaField(
        "The text",
        filters=[plain_lines],
        render_kw={"rows": "16"},
        validators=[
            DataRequired("Write the text"),
            Length(max=LONGEST_LETTER, message=f"Keep it to {LONGEST_LETTER} letters"),
        ],
    )

    def look(self, decision: str) -> bool:
        """Whether the text can be approved for this outcome; else what is missing is said."""
        said = letters.faults(decision, self.words.data or "")
        if said:
            self.words.errors = [". ".join(said)]
        return not said
