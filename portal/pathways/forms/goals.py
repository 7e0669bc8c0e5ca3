"""What is filled in about a goal: why and by when, steps, who may read it, and check-ins."""

from collections.abc import Sequence

from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from portal.pathways.checking_in import IN_WORDS, LEVELS, Asked
from portal.pathways.models.goals import LET_GO, LONGEST_AGREED, LONGEST_STEP, LONGEST_WHY, REACHED
from portal.people.models import Person
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField
from portal.web.forms import CreatingForm, EditingForm, PortalForm, plain_lines

NOBODY = ""


class GoalForm(LooksForIdentifiers, EditingForm):
    """Why somebody wants it, and by when; both may stay empty."""

    by_on = DayField(
        "By when? (optional)", description="For example, 31/12/2027", validators=[Optional()]
    )
    why = TextAreaField(
        "Why do you want it? (optional)",
        description="For yourself, or for whoever you share it with",
        filters=[plain_lines],
        validators=[Length(max=LONGEST_WHY, message=f"Keep it to {LONGEST_WHY:,} letters")],
    )


class StepForm(LooksForIdentifiers, CreatingForm):
    """One step of the plan."""

    words = StringField(
        "A step of your own",
        description="For example, sit in on a court hearing",
        validators=[
            DataRequired("Write what you will do"),
            Length(max=LONGEST_STEP, message=f"Keep it to {LONGEST_STEP} letters"),
        ],
    )
    due_on = DayField(
        "By when? (optional)", description="For example, 31/3/2027", validators=[Optional()]
    )
    requirement_key = HiddenField()


class EndGoalForm(EditingForm):
    """How a goal ends."""

    ended_as = RadioField(
        "What became of it?",
        choices=[
            SelectChoice(REACHED, "I reached it"),
            SelectChoice(LET_GO, "I let it go"),
        ],
        validators=[DataRequired("Choose what became of it")],
    )


class ShareGoalForm(EditingForm):
    """Who may read a goal besides its owner."""

    reader = RadioField("Who may read it besides you?")

    def offer(self, people: Sequence[Person], present: Person | None) -> None:
        """Let one of these people be chosen, or nobody."""
        offered = {person.id: person for person in [*people, *filter(None, [present])]}
        self.reader.choices = [SelectChoice(NOBODY, "Nobody: it is mine alone")] + [
            SelectChoice(str(person.id), person.name) for person in offered.values()
        ]


class CheckInForm(PortalForm):
    """Where somebody stands, requirement by requirement; each is one choice."""

    form_key = CreatingForm.form_key

    @classmethod
    def of(cls, asked: Sequence[Asked]) -> "type[CheckInForm]":
        """The form for these requirements."""
        fields = {
            f"at_{number}": RadioField(
                each.words,
                choices=[SelectChoice(level, IN_WORDS[level]) for level in LEVELS],
                validators=[DataRequired(f"Choose one for: {each.words}")],
            )
            for number, each in enumerate(asked)
        }
        return type("CheckInOfAPlace", (cls,), fields)

    def said(self, asked: Sequence[Asked]) -> dict[str, str]:
        """The answers by requirement."""
        return {each.key: self[f"at_{number}"].data for number, each in enumerate(asked)}


class AgreedForm(LooksForIdentifiers, EditingForm):
    """What two people agreed after comparing."""

    words = TextAreaField(
        "What did you agree?",
        description="Both of you read it, and either can change it",
        filters=[plain_lines],
        validators=[Length(max=LONGEST_AGREED, message=f"Keep it to {LONGEST_AGREED:,} letters")],
    )
