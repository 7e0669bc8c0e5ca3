"""What is filled in about a slot: when it is, what it is booked for, why it is cancelled."""

from typing import Any

from wtforms import RadioField, SelectField, StringField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length
from wtforms.widgets import TextInput

from portal.standards.forms.careful import LooksForIdentifiers
from portal.support import slots
from portal.support.kinds import KINDS
from portal.support.slots import When
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm

LONGEST_PLACE = 80
LONGEST_SENTENCE = 300


def _stripped(text: str | None) -> str:
    return (text or "").strip()


class SlotForm(CreatingForm):
    """A time at which one can be booked, once or weekly."""

    meets_on = DayField(
        "Which day?", description="For example, 3/12/2026", validators=[a_day("Enter the day")]
    )
    from_time = TimeField(
        "From what time?",
        description="For example, 14:30",
        format=["%H:%M", "%H.%M"],
        widget=TextInput(),
        validators=[DataRequired("Enter the time")],
        render_kw={"class": "govuk-input--width-5", "autocomplete": "off"},
    )
    minutes = RadioField(
        "How long?",
        choices=[SelectChoice(str(each), f"{each} minutes") for each in slots.LENGTHS],
        default="30",
    )
    place = StringField(
        "Where? (optional)",
        description="Leave it empty for by phone",
        filters=[_stripped],
        validators=[Length(max=LONGEST_PLACE, message=f"Use at most {LONGEST_PLACE} letters")],
    )
    weeks = SelectField(
        "How often?",
        choices=[
            SelectChoice(str(each), "Once" if each == 1 else f"Weekly, {each} times")
            for each in range(1, slots.MOST_WEEKS + 1)
        ],
        default="1",
    )

    def said(self) -> dict[str, Any]:
        """The answers as the deed takes them."""
        assert self.meets_on.data
        assert self.from_time.data
        when = When(self.meets_on.data, self.from_time.data, int(self.minutes.data))
        return {"when": when, "weeks": int(self.weeks.data), "place": self.place.data}


class BookForm(CreatingForm):
    """What kind of help a slot is booked for."""

    kind = RadioField(
        "What kind of help is it?",
        choices=[SelectChoice(each.key, each.label) for each in KINDS.values()],
        validators=[DataRequired("Choose what kind of help it is")],
    )


class CancelForm(LooksForIdentifiers, EditingForm):
    """A sentence for the other of the two."""

    careful_fields = ("because",)
    because = StringField(
        "A sentence for them",
        description="Only the two of you read it",
        filters=[_stripped],
        validators=[
            DataRequired("Write a sentence for them"),
            Length(max=LONGEST_SENTENCE, message=f"Use at most {LONGEST_SENTENCE} letters"),
        ],
    )
