"""What the chair fills in about an outcome, the applicant about an appeal, HR about its answer."""

from collections.abc import Sequence
from typing import Any

from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, ValidationError

from portal.clock import today
from portal.pathways.forms.deciding import in_words
from portal.pathways.models import ApplicationItem
from portal.pathways.models.deciding import APPEAL_ANSWERS, LONGEST_REASON
from portal.pathways.progression import letters
from portal.pathways.progression.scoring import SCORES, Row
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField
from portal.web.forms import CreatingForm, EditingForm, plain_lines

WITH_A_DAY = (letters.CONDITIONS, letters.DEFERRED)
CAREFUL = ("reason", "feedback", "conditions", "superseding_reason")


def _box(label: str, description: str = "") -> TextAreaField:
    return TextAreaField(
        label,
        description=description,
        filters=[plain_lines],
        render_kw={"rows": "3"},
        validators=[Length(max=LONGEST_REASON, message=f"Keep it to {LONGEST_REASON} letters")],
    )


class OutcomeForm(LooksForIdentifiers, EditingForm):
    """What the panel agreed: each requirement, the outcome, why, and feedback."""

    careful_fields = CAREFUL
    decision = RadioField(
        "Outcome",
        choices=[SelectChoice(key, words) for key, words in letters.DECISIONS.items()],
        validators=[InputRequired("Choose the outcome")],
    )
    reason = in_words("Why?", "Say why the panel decided so", "It stands in the letter")
    feedback = in_words(
        "What would the panel like them to hear?", "Write feedback", "It stands in the letter"
    )
    conditions = _box("With conditions: what is still to do?")
    again_on = DayField(
        "By when, or the day on which the panel looks again",
        description="For progress with conditions, or a deferred outcome. For example, 18/3/2027",
    )
    superseding_reason = _box("Why does the outcome before no longer stand?")

    items: tuple[ApplicationItem, ...] = ()

    @classmethod
    def of(cls, items: Sequence[ApplicationItem]) -> type["OutcomeForm"]:
        """The form for the requirements of one application."""
        choices = [SelectChoice(str(key), words) for key, words in SCORES.items()]
        fields: dict[str, Any] = {"items": tuple(items)}
        for item in items:
            fields[f"agreed_{item.number}"] = RadioField(
                item.words, choices=choices, validators=[InputRequired("Choose what you agreed on")]
            )
        return type("OutcomeForm", (cls,), fields)

    @staticmethod
    def given(
        items: Sequence[ApplicationItem], rows: Sequence[Row], version: int
    ) -> dict[str, Any]:
        """What the form begins with: where all members scored alike, that is agreed."""
        alike = {row.key: row.agreed for row in rows}
        told = {f"agreed_{item.number}": alike.get(item.key) for item in items}
        return {"version": version} | {k: str(v) for k, v in told.items() if v is not None}

    def validate_conditions(self, field: TextAreaField) -> None:
        """Ask for the conditions where there are some."""
        if self.decision.data == letters.CONDITIONS and not field.data:
            raise ValidationError("Say what is still to do")

    def validate_again_on(self, field: DayField) -> None:
        """Ask for a day to come where the outcome needs one."""
        if self.decision.data not in WITH_A_DAY:
            return
        if field.data is None:
            raise ValidationError("Enter the day")
        if field.data <= today():
            raise ValidationError("Enter a day to come")

    def outcome(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        agreed = {item.key: int(self[f"agreed_{item.number}"].data) for item in self.items}
        asked = ("decision", "reason", "feedback", "conditions", "again_on", "superseding_reason")
        return {"agreed": agreed} | {name: self[name].data for name in asked}


class AppealForm(LooksForIdentifiers, CreatingForm):
    """Why an applicant thinks that an outcome is wrong."""

    words = in_words("Why do you think it is wrong?", "Say why you think it is wrong",
                     "HR and the panel read it")  # fmt: skip


class AppealAnswerForm(LooksForIdentifiers, EditingForm):
    """What becomes of an appeal."""

    answer = RadioField(
        "What happens?",
        choices=[SelectChoice(key, words) for key, words in APPEAL_ANSWERS.items()],
        validators=[InputRequired("Choose what happens")],
    )
    words = in_words("Why?", "Say why", "The applicant and the panel read it")
