"""What the two of a pair write for each other beside their sessions."""

from datetime import date
from typing import Any

from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError

from portal.clock import today
from portal.mentoring import when
from portal.mentoring.models import Pairing
from portal.people.models import Person
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField
from portal.web.forms import CreatingForm, plain_lines

LONGEST_ACTION = 300
LONGEST_PASSAGE = 50_000


class PassageForm(LooksForIdentifiers, CreatingForm):
    """The passage of a note that the person supported takes into their own writing."""

    passage = TextAreaField(
        "The passage to carry over",
        description="Cut it down to what you want to think about further.",
        filters=[plain_lines],
        validators=[
            DataRequired("Leave the words that you want to carry over"),
            Length(max=LONGEST_PASSAGE, message=f"Use at most {LONGEST_PASSAGE:,} letters"),
        ],
        render_kw={"rows": "12"},
    )


class ActionForm(LooksForIdentifiers, CreatingForm):
    """What one of the two will do, and by when if they named a day."""

    careful_fields = ("words",)
    words = StringField(
        "What will be done?",
        filters=[lambda text: (text or "").strip()],
        validators=[
            DataRequired("Enter what will be done"),
            Length(max=LONGEST_ACTION, message=f"Use at most {LONGEST_ACTION} letters"),
        ],
    )
    owner = RadioField("Who does it?")
    due_on = DayField("By when? (optional)", description="For example, 4/12/2026")

    def __init__(self, *args: Any, pairing: Pairing, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        other = pairing.other_than(person)
        self.people = {"me": person, "other": other}
        self.owner.choices = [SelectChoice("me", "You"), SelectChoice("other", other.name)]
        self.owner.data = self.owner.data or "me"

    def validate_due_on(self, field: DayField) -> None:
        """Keep the day within the year ahead."""
        said = field.data and when.objection_to_planning(field.data, today())
        if said:
            raise ValidationError(said)

    def action(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        due_on: date | None = self.due_on.data
        return {
            "words": self.words.data,
            "owner": self.people[self.owner.data],
            "due_on": due_on,
        }
