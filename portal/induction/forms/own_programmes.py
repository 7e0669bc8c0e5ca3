"""What a coordinator fills in to change a draft: what it is, its stages, its items, its tasks."""

from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal.induction import beginning, explaining
from portal.induction.programmes.template import WRITTEN, Kind
from portal.induction.programmes.writing import Table
from portal.web.fields import NumberField
from portal.web.forms import EditingForm

SHORT = Length(max=120, message="Write at most 120 characters")
LONG = Length(max=500, message="Write at most 500 characters")
A_TITLE = [DataRequired("Give it a title"), SHORT]
WEEK, MONTH, AFTER = "week", "month", "after"
UNITS = {
    WEEK: "By the end of this week",
    MONTH: "By the end of this month",
    AFTER: "So many working days after the end",
}
BEFORE, LATER = "before", "after"


class AboutForm(EditingForm):
    """What a programme is called, and how long it is."""

    name = StringField("Name", validators=[DataRequired("Give it a name"), SHORT])
    short_name = StringField(
        "Short name",
        description="It stands where there is little room",
        validators=[DataRequired("Give it a short name"), Length(max=60, message="At most 60")],
    )
    about = TextAreaField("What it is, in a sentence or two (optional)", validators=[LONG])
    months = NumberField(
        "How many months?",
        validators=[
            InputRequired("Give a number of months"),
            NumberRange(1, 60, "Give 1 to 60 months"),
        ],
    )


class StageForm(EditingForm):
    """A stage: its title and the month at whose end it ends."""

    title = StringField("Title", validators=A_TITLE)
    to_month = NumberField(
        "It ends at the end of month",
        description="The next stage begins there. The last one ends with the programme.",
        validators=[InputRequired("Give a month"), NumberRange(1, 60, "Give a month, 1 to 60")],
    )


class NewStageForm(EditingForm):
    """One more stage, which takes the rest of the one in which it begins."""

    title = StringField("Title", validators=A_TITLE)
    from_month = NumberField(
        "It begins at the end of month",
        validators=[InputRequired("Give a month"), NumberRange(1, 59, "Give a month, 1 to 59")],
    )


class ItemForm(EditingForm):
    """One item: what, of which kind, whose, and by when."""

    title = StringField("What is it?", validators=A_TITLE)
    kind = SelectField("Which kind of thing?")
    owner = SelectField(
        "Whose is it?",
        choices=[
            SelectChoice(key, words[:1].upper() + words[1:])
            for key, words in explaining.OWNERS.items()
        ],
    )
    unit = RadioField(
        "By when?",
        choices=[SelectChoice(key, words) for key, words in UNITS.items()],
        default=WEEK,
    )
    number = NumberField(
        "Which week, which month or how many days?",
        validators=[InputRequired("Give a number"), NumberRange(1, 270, "Give 1 to 270")],
    )
    optional = BooleanField("Only where it is needed")
    pro_rata = BooleanField("Later for part-time people", default=True)
    words = NumberField(
        "About how many words? (optional)",
        description="For what is written here: a guide beside the box, never a limit",
        validators=[Optional(), NumberRange(1, 20_000, "Give 1 to 20,000 words")],
    )
    minutes = NumberField(
        "About how many minutes of writing? (optional)",
        validators=[Optional(), NumberRange(1, 600, "Give 1 to 600 minutes")],
    )

    def __init__(self, *args: Any, kinds: Sequence[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [
            SelectChoice(kind.key, kind.one[:1].upper() + kind.one[1:]) for kind in kinds
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, then that only what is written has a length."""
        valid = bool(super().validate(extra_validators))
        for field in (self.words, self.minutes):
            if field.data and self.kind.data not in WRITTEN and not field.errors:
                field.errors = ["Only reflections, plans and self-assessments are written here"]
                valid = False
        return valid

    def item(self, code: str) -> Table:
        """The item as the programme's table holds it."""
        number = self.number.data or 0
        word = "day" if number == 1 else "days"
        after = f"{number} working {word} after the end"
        return {
            "code": code,
            "kind": self.kind.data,
            "title": (self.title.data or "").strip(),
            "owner": self.owner.data,
            "due": after if self.unit.data == AFTER else f"{self.unit.data} {number}",
            "optional": bool(self.optional.data),
            "pro_rata": bool(self.pro_rata.data),
            "local": True,
        } | {field.name: field.data for field in (self.words, self.minutes) if field.data}


class TaskForm(EditingForm):
    """One task of the first weeks: what, who, and how many working days from day one."""

    title = StringField("What is to be done?", validators=A_TITLE)
    owner = SelectField(
        "Who does it?",
        choices=[
            SelectChoice(key, words[:1].upper() + words[1:])
            for key, words in beginning.OWNERS.items()
        ],
    )
    side = RadioField(
        "Before or after day one?",
        choices=[
            SelectChoice(BEFORE, "Before day one"),
            SelectChoice(LATER, "On day one or after"),
        ],
        default=LATER,
    )
    number = NumberField(
        "How many working days from day one?",
        description="0 is day one itself",
        validators=[InputRequired("Give a number"), NumberRange(0, 60, "Give 0 to 60 days")],
    )

    @property
    def days(self) -> int:
        """Working days from day one; before it they are negative."""
        number = self.number.data or 0
        return -number if self.side.data == BEFORE else number
