"""What two people fill in on the way to a first time in court."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from portal.clock import today
from portal.court.checklist import AGAIN, POINTS, SEEN
from portal.court.models import NOT_YET, CourtPoint
from portal.people.forms.choosing import ChoosingForm
from portal.people.models import Person
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm, plain_lines

LONGEST, LONGEST_LINE = 20_000, 500
READY = "ready"


class StartCourtForm(CreatingForm):
    """Who goes with me."""

    consultant = SelectField("Who goes with you?", validators=[DataRequired("Choose a consultant")])

    def offer(self, people: Sequence[Person]) -> None:
        """Let a consultant be chosen."""
        found = [SelectChoice(str(each.id), each.name) for each in people]
        self.consultant.choices = [SelectChoice("", "Choose"), *found]


class HandOverForm(StartCourtForm):
    """Who goes on with somebody."""

    def offer(self, people: Sequence[Person]) -> None:
        """Let another consultant be chosen."""
        super().offer(people)
        self.consultant.label.text = "Who goes on?"


class OfferCourtForm(ChoosingForm, CreatingForm):
    """With whom I offer to go."""

    manager = RadioField("With whom?", validate_choice=False)
    manager_q = StringField("Find them", description="By work e-mail, or name.")


class StepForm(CreatingForm):
    """On which day a step took place."""

    took_place_on = DayField(
        "On which day?",
        description="For example, 26/11/2026",
        default=today,
        validators=[a_day("Enter the day")],
    )


class DaysForm(EditingForm):
    """The days that the court has set."""

    deadline_on = DayField(
        "The statement has to be in by (optional)",
        description="For example, 4/12/2026",
        validators=[Optional()],
    )
    hearing_on = DayField(
        "The hearing is on (optional)",
        description="For example, 14/12/2026",
        validators=[Optional()],
    )


class TicksForm(PortalForm):
    """Which points of the checklist the writer has done."""

    done = SelectMultipleField(
        "Done", choices=[SelectChoice(key, each.words) for key, each in POINTS.items()]
    )


class LookForm(LooksForIdentifiers, PortalForm):
    """What the consultant says of each point."""

    @classmethod
    def of(cls, points: Mapping[str, CourtPoint]) -> "LookForm":
        """The form with a question and a line for each point, as it stands."""
        fields: dict[str, Any] = {"careful_fields": tuple(f"words_{key}" for key in POINTS)}
        for key, point in POINTS.items():
            fields[f"view_{key}"] = RadioField(
                point.words,
                choices=[
                    SelectChoice("", "Not looked at yet"), SelectChoice(SEEN, "Seen"),
                    SelectChoice(AGAIN, "To do again"),
                ],
            )  # fmt: skip
            fields[f"words_{key}"] = StringField(
                "What is to be done again? (optional)",
                validators=[Length(max=LONGEST_LINE, message=f"Keep it to {LONGEST_LINE} letters")],
            )
        known = {f"view_{key}": point.view for key, point in points.items()}
        known |= {f"words_{key}": point.words for key, point in points.items()}
        given = {f"view_{key}": "" for key in POINTS} | known
        form: LookForm = type("LookForm", (cls,), fields)(data=given)
        return form

    def views(self) -> dict[str, str]:
        """What was said of each point."""
        return {key: self[f"view_{key}"].data or "" for key in POINTS}

    def words(self) -> dict[str, str]:
        """What is to be done again, by point."""
        return {key: (self[f"words_{key}"].data or "").strip() for key in POINTS}


class DebriefForm(LooksForIdentifiers, EditingForm):
    """What the two note when they talk about the hearing."""

    words = TextAreaField(
        "What we noticed",
        description="What went well, what surprised you, what you would do again. "
        "No family, no case. Only the two of you read it.",
        filters=[plain_lines],
        validators=[
            DataRequired("Write a sentence, or come back later"),
            Length(max=LONGEST, message=f"Keep it to {LONGEST:,} letters"),
        ],
        render_kw={"rows": 8},
    )


class DecisionForm(LooksForIdentifiers, EditingForm):
    """What the consultant decides."""

    decision = RadioField(
        "What do you decide?",
        choices=[
            SelectChoice(READY, "Ready to lead"),
            SelectChoice(NOT_YET, "Not yet: something comes first"),
        ],
        validators=[DataRequired("Choose one")],
    )
    words = TextAreaField(
        "What comes next? (for a “not yet”)",
        description="No family, no case. Only the two of you read it.",
        filters=[plain_lines],
        validators=[Length(max=LONGEST, message=f"Keep it to {LONGEST:,} letters")],
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """A "not yet" says what comes next."""
        is_valid = bool(super().validate(extra_validators))
        if self.decision.data == NOT_YET and not self.words.data:
            self.words.errors = ["Say what comes next"]
            return False
        return is_valid
